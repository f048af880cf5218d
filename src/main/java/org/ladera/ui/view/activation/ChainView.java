package org.ladera.ui.view.activation;

import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.ladera.present.activation.ChainModel;
import org.ladera.present.shared.Highlight;
import org.ladera.ui.fx.Initializer;
import org.ladera.ui.plot.CardView;
import org.ladera.ui.plot.PlotArea;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.view.Intent;
import org.ladera.ui.view.ViewContext;

/**
 * What a chain of layers leaves of a slope. Pointing at a depth reads it and lights its layer up
 * everywhere; with the focus, left and right go from layer to layer, Escape reads none.
 */
public final class ChainView extends CardView<ChainModel> {
  private ChainPainter painter;
  private boolean pointed;

  public ChainView(ViewContext context) {
    super(context);
  }

  @Override
  protected void listen() {
    card.setOnMouseMoved(this::point);
    card.setOnMouseExited(e -> leave());
    card.setOnMousePressed(e -> card.requestFocus());
    card.setOnKeyPressed(this::key);
  }

  @Initializer
  @Override
  protected void draw(PlotGraphics graphics, Rectangle2D body) {
    painter = new ChainPainter(graphics, body, model);
    painter.draw();
  }

  private void point(MouseEvent e) {
    PlotArea area = painter.area();
    if (area.contains(e.getX(), e.getY())) {
      pointed = true;
      read((int) Math.round(area.xAt(e.getX())));
    } else {
      leave();
    }
  }

  /** Only the pointer takes away what the pointer has lit. */
  private void leave() {
    if (pointed) {
      pointed = false;
      context.intents().accept(new Intent.Light(Highlight.NONE));
    }
  }

  private void key(KeyEvent e) {
    if (e.getTarget() != card || e.isShortcutDown()) {
      return;
    }
    int now = model.chosen().orElse(0);
    switch (e.getCode()) {
      case LEFT -> read(now == 0 ? model.layers() : now - 1);
      case RIGHT -> read(now + 1);
      case HOME -> read(1);
      case END -> read(model.layers());
      case ESCAPE -> {
        if (now == 0) {
          return;
        }
        context.intents().accept(new Intent.Light(Highlight.NONE));
      }
      default -> {
        return;
      }
    }
    e.consume();
  }

  private void read(int k) {
    int inside = Math.clamp(k, 1, model.layers());
    Highlight layer = new Highlight(-1, model.layer(inside), 1, Optional.empty(), -1);
    context.intents().accept(new Intent.Light(layer));
  }
}
