package org.ladera.ui.view.decision;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyEvent;
import org.ladera.present.decision.BoundariesModel;
import org.ladera.ui.plot.CardView;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.PlotTip;
import org.ladera.ui.view.ViewContext;

/**
 * What several networks say, side by side. Pointing at one reads it; with the focus, left and right
 * go from one to the next, Escape reads none.
 */
public final class BoundariesView extends CardView<BoundariesModel> {
  private final PlotTip tip;
  private final List<BackgroundImage> images = new ArrayList<>();
  private List<Rectangle2D> places = List.of();
  private int read = -1;

  public BoundariesView(ViewContext context) {
    super(context);
    tip = new PlotTip(card.overlay());
  }

  @Override
  protected void listen() {
    card.setOnMouseMoved(e -> read(at(e.getX(), e.getY())));
    card.setOnMouseExited(e -> read(-1));
    card.setOnMousePressed(e -> card.requestFocus());
    card.setOnKeyPressed(this::key);
  }

  @Override
  public void settle() {
    images.forEach(BackgroundImage::settle);
  }

  @Override
  public void dispose() {
    images.forEach(BackgroundImage::close);
    super.dispose();
  }

  @Override
  protected void draw(PlotGraphics graphics, Rectangle2D body) {
    while (images.size() < model.cells().size()) {
      images.add(new BackgroundImage(card, "boundaries"));
    }
    BoundariesPainter painter = new BoundariesPainter(graphics, body, model.cells().size());
    places = painter.places();
    for (int i = 0; i < model.cells().size(); i++) {
      painter.draw(i, model.cells().get(i), images.get(i), i == read);
    }
    if (read >= 0 && read < places.size()) {
      Rectangle2D place = places.get(read);
      tip.show(
          model.cells().get(read).tip(),
          place.getMinX() + place.getWidth() / 2,
          place.getMinY() + place.getHeight() / 2,
          graphics.tokens());
    } else {
      tip.hide();
    }
  }

  private int at(double x, double y) {
    for (int i = 0; i < places.size(); i++) {
      if (places.get(i).contains(x, y)) {
        return i;
      }
    }
    return -1;
  }

  private void read(int next) {
    if (next != read) {
      read = next;
      card.repaint();
    }
  }

  private void key(KeyEvent e) {
    int count = model.cells().size();
    if (e.getTarget() != card || e.isShortcutDown() || count == 0) {
      return;
    }
    switch (e.getCode()) {
      case LEFT -> read(read <= 0 ? count - 1 : read - 1);
      case RIGHT -> read((read + 1) % count);
      case ESCAPE -> {
        if (read < 0) {
          return;
        }
        read(-1);
      }
      default -> {
        return;
      }
    }
    e.consume();
  }
}
