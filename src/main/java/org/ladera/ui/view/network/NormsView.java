package org.ladera.ui.view.network;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import org.ladera.present.network.NormsModel;
import org.ladera.ui.plot.CardView;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.view.ViewContext;

/** How large the gradients of each layer were along several runs. */
public final class NormsView extends CardView<NormsModel> {
  private final List<NormsImage> images = new ArrayList<>();

  public NormsView(ViewContext context) {
    super(context);
  }

  @Override
  protected void draw(PlotGraphics graphics, Rectangle2D body) {
    while (images.size() < model.blocks().size()) {
      images.add(new NormsImage());
    }
    new NormsPainter(graphics, body, model, images).draw();
  }
}
