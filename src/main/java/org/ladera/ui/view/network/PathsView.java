package org.ladera.ui.view.network;

import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.ladera.present.network.PathsModel;
import org.ladera.present.shared.Highlight;
import org.ladera.ui.plot.CardView;
import org.ladera.ui.plot.Invitation;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.view.Intent;
import org.ladera.ui.view.ViewContext;

/**
 * The paths by which one weight reaches the loss. Pointing at a path lights it up alone, and its
 * output everywhere; with the focus the up and down arrow keys do the same, Escape lights up all.
 */
public final class PathsView extends CardView<PathsModel> {
  private @Nullable PathsPainter painter;
  private int pointed = -1;

  public PathsView(ViewContext context) {
    super(context);
  }

  @Override
  protected void listen() {
    card.setOnMouseMoved(e -> point(painter == null ? -1 : painter.at(e.getX(), e.getY())));
    card.setOnMouseExited(e -> point(-1));
    card.setOnKeyPressed(this::key);
  }

  @Override
  protected void draw(PlotGraphics graphics, Rectangle2D body) {
    painter = null;
    if (!model.empty().isEmpty()) {
      Invitation.draw(graphics, body, model.empty());
      return;
    }
    painter = new PathsPainter(graphics, body, model);
    painter.draw();
  }

  private void point(int path) {
    if (path != pointed) {
      pointed = path;
      light(path);
    }
  }

  private void light(int path) {
    Highlight highlight =
        path < 0
            ? Highlight.NONE
            : new Highlight(-1, model.layer(), path + 1, Optional.empty(), -1);
    context.intents().accept(new Intent.Light(highlight));
  }

  private void key(KeyEvent e) {
    if (model.paths().isEmpty() || e.getTarget() != card) {
      return;
    }
    int count = model.paths().size();
    switch (e.getCode()) {
      case DOWN -> light((model.lit() + 1) % count);
      case UP -> light(model.lit() <= 0 ? count - 1 : model.lit() - 1);
      case ESCAPE -> {
        if (model.lit() < 0) {
          return;
        }
        light(-1);
      }
      default -> {
        return;
      }
    }
    e.consume();
  }
}
