package org.ladera.ui.view.images;

import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import org.ladera.present.images.WeightsModel;
import org.ladera.present.shared.Highlight;
import org.ladera.text.Messages;
import org.ladera.text.RichText;
import org.ladera.ui.plot.CardView;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.PlotGraphics.Align;
import org.ladera.ui.theme.Type.Weight;
import org.ladera.ui.view.Intent;
import org.ladera.ui.view.ViewContext;

/**
 * The units of a layer, each as the picture it looks for. Pointing at one, or choosing it with the
 * arrow keys, lights it in every view.
 */
public final class WeightsImageView extends CardView<WeightsModel> {
  private static final double LEAST = 20;
  private static final double MOST = 132;

  private final PicturePainter painter = new PicturePainter();
  private @Nullable TileGrid grid;

  public WeightsImageView(ViewContext context) {
    super(context);
  }

  @Override
  protected void listen() {
    card.setOnMouseMoved(this::point);
    card.setOnMouseExited(e -> light(0));
    card.setOnKeyPressed(this::key);
  }

  private void point(MouseEvent e) {
    light(grid == null ? 0 : grid.at(e.getX(), e.getY(), model.tiles().size()) + 1);
  }

  private void light(int unit) {
    if (unit != model.lit()) {
      context
          .intents()
          .accept(
              new Intent.Light(
                  unit == 0
                      ? Highlight.NONE
                      : new Highlight(-1, model.layer(), unit, Optional.empty(), -1)));
    }
  }

  private void key(KeyEvent e) {
    if (grid == null || e.getTarget() != card || e.isShortcutDown()) {
      return;
    }
    int lit = model.lit();
    int by =
        switch (e.getCode()) {
          case RIGHT -> 1;
          case LEFT -> -1;
          case DOWN -> lit == 0 ? 1 : grid.columns();
          case UP -> -grid.columns();
          default -> 0;
        };
    if (by != 0) {
      light(Math.clamp(lit + by, 1, model.tiles().size()));
      e.consume();
    }
  }

  @Override
  protected String spoken() {
    int lit = model.lit();
    return lit > 0 && lit <= model.tiles().size()
        ? model.tiles().get(lit - 1).spoken() + " " + model.spoken()
        : model.spoken();
  }

  @Override
  protected void draw(PlotGraphics graphics, Rectangle2D body) {
    painter.dress(graphics.tokens());
    double scale = graphics.tokens().scale();
    double line = graphics.size(12) * 1.5;
    double side = 16;
    double wide = Math.max(1, body.getWidth() - 2 * side);
    var words = graphics.wrapped(model.caption(), wide, 12, Weight.REGULAR);
    boolean roomy = body.getHeight() > 190 * scale;
    double foot = (roomy ? words.size() * line : 0) + line + 6;
    Rectangle2D room =
        new Rectangle2D(
            body.getMinX() + side,
            body.getMinY() + 4,
            wide,
            Math.max(1, body.getHeight() - 4 - foot));
    TileGrid now =
        new TileGrid(
            graphics,
            painter,
            room,
            model.tiles().getFirst().picture().shape(),
            model.tiles().size(),
            LEAST * scale,
            MOST * scale,
            true);
    grid = now;
    now.draw(model.tiles(), 0, model.lit() - 1);
    double base = body.getMaxY() - foot + line;
    if (roomy) {
      for (String words1 : words) {
        graphics.text(
            words1,
            room.getMinX(),
            base,
            12,
            Weight.REGULAR,
            graphics.tokens().muted(),
            Align.LEFT);
        base += line;
      }
    }
    legend(graphics, room.getMinX(), base, wide);
  }

  private void legend(PlotGraphics graphics, double x, double base, double room) {
    Messages messages = context.messages().getValue();
    double end = x + room;
    double at =
        key(
            graphics,
            x,
            base,
            end,
            graphics.tokens().positive(),
            messages.text("weights.wakes", java.util.Map.of("end", model.end())));
    at =
        key(
            graphics,
            at,
            base,
            end,
            graphics.tokens().negative(),
            messages.text("weights.quiets", java.util.Map.of("end", model.end())));
    at =
        key(
            graphics,
            at,
            base,
            end,
            graphics.tokens().input().mark(),
            messages.text("weights.activation"));
    RichText faint = RichText.parse(messages.text("weights.faint"));
    if (at + graphics.width(faint, 12, Weight.REGULAR) <= end) {
      graphics.text(faint, at, base, 12, Weight.REGULAR, graphics.tokens().muted(), Align.LEFT);
    }
  }

  /** One entry where there is room for it; where the next one begins. */
  private static double key(
      PlotGraphics graphics, double x, double base, double end, Color color, String words) {
    double square = graphics.size(9);
    double wide = graphics.width(words, 12, Weight.REGULAR);
    if (x + square + 6 + wide > end) {
      return x;
    }
    graphics.context().setFill(color);
    graphics.context().fillRect(x, base - square, square, square);
    graphics.text(
        words, x + square + 6, base, 12, Weight.REGULAR, graphics.tokens().muted(), Align.LEFT);
    return x + square + 6 + wide + 16;
  }
}
