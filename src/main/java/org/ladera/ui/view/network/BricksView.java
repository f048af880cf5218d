package org.ladera.ui.view.network;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.MouseEvent;
import org.ladera.present.network.BricksModel;
import org.ladera.present.shared.Highlight;
import org.ladera.ui.fx.Initializer;
import org.ladera.ui.plot.CardView;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.view.Intent;
import org.ladera.ui.view.ViewContext;

/**
 * Products of matrices as bricks. Pointing at a number of a result shows the row and the column
 * that make it, and lights its unit up everywhere.
 */
public final class BricksView extends CardView<BricksModel> {
  private BricksPainter painter;
  private Optional<BricksPainter.Place> at = Optional.empty();

  public BricksView(ViewContext context) {
    super(context);
  }

  @Override
  protected void listen() {
    card.setOnMouseMoved(this::point);
    card.setOnMouseExited(e -> choose(Optional.empty()));
  }

  @Initializer
  @Override
  protected void draw(PlotGraphics graphics, Rectangle2D body) {
    painter = new BricksPainter(graphics, body, model);
    painter.draw(at);
  }

  private void point(MouseEvent e) {
    choose(painter.at(e.getX(), e.getY()));
  }

  private void choose(Optional<BricksPainter.Place> next) {
    if (next.equals(at)) {
      return;
    }
    at = next;
    context.intents().accept(new Intent.Light(next.map(this::unit).orElse(Highlight.NONE)));
    card.repaint();
  }

  /** Columns of the result are units of its layer. */
  private Highlight unit(BricksPainter.Place place) {
    List<BricksModel.Product> products = model.products();
    int layer = products.get(place.product()).layer().orElse(0);
    return new Highlight(-1, layer, place.column() + 1, Optional.empty(), -1);
  }
}
