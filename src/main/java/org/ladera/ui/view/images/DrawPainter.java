package org.ladera.ui.view.images;

import javafx.geometry.Rectangle2D;
import org.jspecify.annotations.Nullable;
import org.ladera.engine.data.Centring;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.matrix.Shape;
import org.ladera.present.images.DrawModel;
import org.ladera.present.shared.PixelPicture;
import org.ladera.ui.plot.Edges;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.PlotGraphics.Align;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;

/** Draws the pad, and beside or below it what the network gets and how it comes to that. */
final class DrawPainter {
  /** Three small pictures with their names below them. */
  private static final double LEAST_WAY = 152;

  private static final double SIDE = 16;
  private static final double WORDS = 12;

  private final PicturePainter pictures = new PicturePainter();
  private final CentringPainter way = new CentringPainter(pictures);
  private Rectangle2D pad = Rectangle2D.EMPTY;
  private PixelPicture ink =
      ink(MatrixView.of(1, Pad.SIDE * Pad.SIDE, new double[Pad.SIDE * Pad.SIDE]));
  private @Nullable PixelPicture seen;
  private @Nullable PixelPicture fit;
  private @Nullable Centring centring;

  /** Where the pad lies in the card. */
  Rectangle2D pad() {
    return pad;
  }

  private static PixelPicture ink(MatrixView seen) {
    return PixelPicture.of(seen, 0, new Shape(1, Pad.SIDE, Pad.SIDE));
  }

  /** What was read of it. */
  void show(DrawView.Read read, DrawModel model) {
    Centring c = read.centring();
    centring = c;
    seen = null;
    fit = null;
    if (c.isEmpty()) {
      return;
    }
    model
        .shape()
        .ifPresent(
            shape -> seen = PixelPicture.of(MatrixView.of(1, shape.size(), c.pixels()), 0, shape));
    fit =
        PixelPicture.of(
            MatrixView.of(1, c.fitted().length, c.fitted()),
            0,
            new Shape(1, c.fittedHeight(), c.fittedWidth()));
  }

  void draw(PlotGraphics graphics, Rectangle2D body, DrawModel model, Pad now) {
    pictures.dress(graphics.tokens());
    if (model.shape().isEmpty()) {
      CentringPainter.say(
          graphics, model.words().none(), body.getMinX() + SIDE, body.getMinY() + 40, body);
      return;
    }
    ink = ink(now.seen());
    double scale = graphics.tokens().scale();
    double line = graphics.size(WORDS) * 1.5;
    double wide = body.getWidth() - 2 * SIDE;
    double tall = body.getHeight() - SIDE;
    boolean beside = wide >= 1.1 * tall && wide >= 330 * scale;
    boolean below = !beside && tall >= 1.35 * wide;
    double side =
        beside
            ? Math.min(tall, wide - 24 - Math.max(LEAST_WAY * scale, 0.3 * wide))
            : Math.min(wide, below ? tall - Math.max(0.45 * wide, 120 * scale) : tall);
    side = Math.max(40, Math.floor(side));
    double x = body.getMinX() + SIDE + (beside || below ? 0 : Math.max(0, (wide - side) / 2));
    pad = new Rectangle2D(Math.floor(x), body.getMinY(), side, side);
    sheet(graphics, model, now);
    if (beside) {
      double left = pad.getMaxX() + 24;
      column(
          graphics,
          model,
          new Rectangle2D(left, body.getMinY(), Math.max(1, body.getMaxX() - SIDE - left), tall),
          line);
    } else if (below) {
      double top = pad.getMaxY() + line;
      row(
          graphics,
          model,
          new Rectangle2D(pad.getMinX(), top, wide, Math.max(1, body.getMaxY() - SIDE - top)),
          line);
    }
  }

  private void sheet(PlotGraphics graphics, DrawModel model, Pad now) {
    Tokens tokens = graphics.tokens();
    pictures.draw(graphics, CentringPainter.INK, ink, pad);
    Edges.round(
        graphics.context(),
        pad.getMinX() + 0.5,
        pad.getMinY() + 0.5,
        pad.getWidth() - 1,
        pad.getHeight() - 1,
        tokens.controlBorder(),
        graphics.stroke(1.5),
        4);
    if (now.isEmpty()) {
      graphics.text(
          model.words().here(),
          pad.getMinX() + pad.getWidth() / 2,
          pad.getMinY() + pad.getHeight() / 2,
          13,
          Weight.REGULAR,
          tokens.muted(),
          Align.CENTRE);
      return;
    }
    Centring c = centring;
    if (c == null || c.isEmpty()) {
      return;
    }
    double unit = pad.getWidth() / Pad.SIDE;
    double left = pad.getMinX() + c.left() * unit;
    double top = pad.getMinY() + c.top() * unit;
    double right = left + c.width() * unit;
    double bottom = top + c.height() * unit;
    box(graphics, left, top, right, top);
    box(graphics, left, bottom, right, bottom);
    box(graphics, left, top, left, bottom);
    box(graphics, right, top, right, bottom);
    double base = bottom + graphics.size(11) * 1.25;
    double room = graphics.width(model.words().box(), 11, Weight.REGULAR);
    if (base < pad.getMaxY() - 6 && left + room < pad.getMaxX() - 4) {
      graphics.text(
          model.words().box(), left, base, 11, Weight.REGULAR, tokens.muted(), Align.LEFT);
    }
  }

  private static void box(PlotGraphics graphics, double x1, double y1, double x2, double y2) {
    graphics.line(x1, y1, x2, y2, graphics.tokens().muted(), 1, PlotGraphics.REFERENCE);
  }

  /** The pen that the keys move. */
  void pen(PlotGraphics graphics, double x, double y, double radius, boolean down) {
    double unit = pad.getWidth() / Pad.SIDE;
    graphics.ring(
        pad.getMinX() + x * unit,
        pad.getMinY() + y * unit,
        radius * unit,
        graphics.tokens().accent(),
        down ? 3 : 1.5);
  }

  private void column(PlotGraphics graphics, DrawModel model, Rectangle2D at, double line) {
    DrawModel.Words words = model.words();
    CentringPainter.title(
        graphics, words.sees(), at.getMinX(), at.getMinY() + line * 0.6, at.getWidth());
    double top = at.getMinY() + line;
    double low = line * 5.2 + Math.min(64 * graphics.tokens().scale(), at.getWidth() / 3.6);
    double side = Math.floor(Math.min(at.getWidth(), at.getHeight() - line * 2.4 - low));
    boolean all = side >= 48 * graphics.tokens().scale();
    if (!all) {
      side = Math.floor(Math.min(at.getWidth(), at.getHeight() - line * 2.4));
    }
    Rectangle2D large = new Rectangle2D(at.getMinX(), top, Math.max(20, side), Math.max(20, side));
    way.seen(graphics, seen, large);
    double base = large.getMaxY();
    for (String size : graphics.wrapped(words.size(), at.getWidth(), WORDS, Weight.REGULAR)) {
      base += line;
      CentringPainter.say(graphics, size, at.getMinX(), base, at);
    }
    if (all) {
      double from = base + line * 1.3;
      way.way(
          graphics,
          words,
          new Rectangle2D(at.getMinX(), from, at.getWidth(), Math.max(1, at.getMaxY() - from)),
          line,
          centring,
          ink,
          fit,
          seen);
    }
  }

  private void row(PlotGraphics graphics, DrawModel model, Rectangle2D at, double line) {
    DrawModel.Words words = model.words();
    CentringPainter.title(graphics, words.sees(), at.getMinX(), at.getMinY(), at.getWidth() / 2);
    double side = Math.floor(Math.min(at.getWidth() * 0.42, at.getHeight() - line * 1.8));
    Rectangle2D large =
        new Rectangle2D(
            at.getMinX(), at.getMinY() + line * 0.6, Math.max(20, side), Math.max(20, side));
    way.seen(graphics, seen, large);
    double left = large.getMaxX() + 16;
    way.way(
        graphics,
        words,
        new Rectangle2D(
            left, at.getMinY(), Math.max(1, at.getMaxX() - left), Math.max(1, at.getHeight())),
        line,
        centring,
        ink,
        fit,
        seen);
  }
}
