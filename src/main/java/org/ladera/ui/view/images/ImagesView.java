package org.ladera.ui.view.images;

import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;
import org.ladera.engine.matrix.Shape;
import org.ladera.present.images.ImagesModel;
import org.ladera.present.images.Tile;
import org.ladera.ui.plot.CardView;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.PlotGraphics.Align;
import org.ladera.ui.plot.PlotTip;
import org.ladera.ui.theme.Type.Weight;
import org.ladera.ui.view.Intent;
import org.ladera.ui.view.ViewContext;

/**
 * Examples as pictures. A click, or Enter at the one the arrow keys chose, looks at it in every
 * view; the wheel and the arrow keys go on to more.
 */
public final class ImagesView extends CardView<ImagesModel> {
  private static final double LEAST = 44;
  private static final double MOST = 72;

  private final PicturePainter painter = new PicturePainter();
  private final PlotTip tip;
  private @Nullable TileGrid grid;
  private int first;
  private int chosen = -1;

  public ImagesView(ViewContext context) {
    super(context);
    tip = new PlotTip(card.overlay());
  }

  @Override
  protected void listen() {
    card.setOnMouseMoved(e -> choose(tileAt(e.getX(), e.getY())));
    card.setOnMouseExited(e -> choose(-1));
    card.setOnMouseClicked(
        e -> {
          card.requestFocus();
          if (e.isStillSincePress() && chosen >= 0 && e.getClickCount() == 1) {
            look();
            e.consume();
          }
        });
    card.setOnScroll(this::scroll);
    card.setOnKeyPressed(this::key);
  }

  private int tileAt(double x, double y) {
    int at = grid == null ? -1 : grid.at(x, y, model.tiles().size() - first);
    return at < 0 ? -1 : at + first;
  }

  private void choose(int next) {
    if (next != chosen) {
      chosen = next;
      say();
    }
  }

  private void look() {
    if (chosen >= 0 && chosen < model.tiles().size()) {
      context.intents().accept(new Intent.Look(model.look(model.tiles().get(chosen))));
    }
  }

  private void scroll(ScrollEvent e) {
    if (grid != null && e.getDeltaY() != 0) {
      page(e.getDeltaY() < 0 ? grid.columns() : -grid.columns());
      e.consume();
    }
  }

  private void page(int by) {
    int last = Math.max(0, model.tiles().size() - 1);
    if (first + by >= 0 && first + by <= last) {
      first += by;
      card.repaint();
    }
  }

  private void key(KeyEvent e) {
    if (grid == null || e.getTarget() != card || e.isShortcutDown()) {
      return;
    }
    int now = chosen < 0 ? first - 1 : chosen;
    int to =
        switch (e.getCode()) {
          case RIGHT -> now + 1;
          case LEFT -> now - 1;
          case DOWN -> chosen < 0 ? first : now + grid.columns();
          case UP -> now - grid.columns();
          default -> -2;
        };
    switch (e.getCode()) {
      case ENTER -> look();
      case LEFT, RIGHT, UP, DOWN -> {
        int tile = Math.clamp(to, 0, Math.max(0, model.tiles().size() - 1));
        while (tile < first) {
          first = Math.max(0, first - grid.columns());
        }
        while (tile >= first + grid.room()) {
          first += grid.columns();
        }
        choose(tile);
      }
      default -> {
        return;
      }
    }
    e.consume();
  }

  @Override
  protected String spoken() {
    return chosen >= 0 && chosen < model.tiles().size()
        ? model.tiles().get(chosen).spoken() + " " + model.spoken()
        : model.spoken();
  }

  @Override
  protected void draw(PlotGraphics graphics, Rectangle2D body) {
    painter.dress(graphics.tokens());
    double scale = graphics.tokens().scale();
    double side = 16;
    if (model.tiles().isEmpty()) {
      double y = body.getMinY() + body.getHeight() / 2;
      for (String line :
          graphics.wrapped(model.empty(), body.getWidth() - 2 * side, 12, Weight.REGULAR)) {
        graphics.text(
            line,
            body.getMinX() + body.getWidth() / 2,
            y,
            12,
            Weight.REGULAR,
            graphics.tokens().muted(),
            Align.CENTRE);
        y += graphics.size(12) * 1.5;
      }
      tip.hide();
      return;
    }
    double hint = graphics.size(12) * 1.6;
    Rectangle2D room =
        new Rectangle2D(
            body.getMinX() + side,
            body.getMinY() + 4,
            Math.max(1, body.getWidth() - 2 * side),
            Math.max(1, body.getHeight() - 4 - hint - 6));
    Shape shape = model.tiles().getFirst().picture().shape();
    first = Math.min(first, Math.max(0, model.tiles().size() - 1));
    TileGrid now =
        new TileGrid(
            graphics,
            painter,
            room,
            shape,
            model.tiles().size(),
            LEAST * scale,
            MOST * scale,
            false);
    grid = now;
    now.draw(model.tiles(), first, chosen);
    graphics.text(
        graphics.fitting(
            org.ladera.text.RichText.parse(model.hint()), room.getWidth(), 12, Weight.REGULAR),
        room.getMinX(),
        body.getMaxY() - 8,
        12,
        Weight.REGULAR,
        graphics.tokens().muted(),
        Align.LEFT);
    point(graphics, now);
  }

  private void point(PlotGraphics graphics, TileGrid now) {
    if (chosen < first || chosen >= Math.min(model.tiles().size(), first + now.room())) {
      tip.hide();
      return;
    }
    Tile tile = model.tiles().get(chosen);
    Rectangle2D at = now.place(chosen - first);
    tip.show(
        model.pictures().tip(tile.number()), at.getMaxX() - 8, at.getMinY() + 8, graphics.tokens());
  }
}
