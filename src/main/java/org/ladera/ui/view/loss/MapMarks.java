package org.ladera.ui.view.loss;

import java.util.Optional;
import java.util.function.BiPredicate;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import org.ladera.lesson.model.ViewMark;
import org.ladera.text.RichText;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.Room;
import org.ladera.ui.plot.RunMark;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;

/** Start, present, minimum, arrow and their labels on a map or a hillside. */
final class MapMarks {
  private static final double START = 5;
  private static final double NOW = 6.5;
  private static final double CROSS = 5;
  private static final double LONGEST = 120;
  private static final double HEAD = 6;

  /** Room for the sign of a run before its name. */
  private static final String SIGN = "\u2003\u2002";

  private final PlotGraphics graphics;
  private final GraphicsContext g;
  private final Tokens tokens;
  private final Room room;
  private final BiPredicate<Double, Double> onImage;

  /**
   * @param onImage whether a pixel lies on the colour map, so that text there is light
   */
  MapMarks(PlotGraphics graphics, Room room, BiPredicate<Double, Double> onImage) {
    this.graphics = graphics;
    this.room = room;
    this.onImage = onImage;
    g = graphics.context();
    tokens = graphics.tokens();
  }

  void start(double x, double y, boolean hidden) {
    g.setGlobalAlpha(hidden ? 0.5 : 1);
    graphics.disc(x, y, graphics.stroke(START) - 0.5, tokens.onImage(), tokens.lossOutline(), 2);
    g.setGlobalAlpha(1);
    reserve(x, y, START);
    graphics.marks().put(ViewMark.START, x, y, graphics.stroke(START));
  }

  void now(double x, double y, boolean hidden) {
    g.setGlobalAlpha(hidden ? 0.5 : 1);
    graphics.disc(
        x, y, graphics.stroke(NOW) - 0.5, tokens.loss().mark(), tokens.lossOutline(), 1.75);
    g.setGlobalAlpha(1);
    reserve(x, y, NOW);
    graphics.marks().put(ViewMark.NOW, x, y, graphics.stroke(NOW));
  }

  /** The present point lies outside: a mark at the border, where it left. */
  void outside(double x, double y) {
    graphics.disc(x, y, graphics.stroke(START), tokens.lossOutline(), tokens.loss().mark(), 2);
    reserve(x, y, START);
  }

  void minimum(double x, double y, boolean hidden) {
    g.setGlobalAlpha(hidden ? 0.6 : 1);
    double r = graphics.stroke(CROSS);
    for (boolean rim : new boolean[] {true, false}) {
      Color color = rim ? tokens.imageRim() : tokens.onImage();
      double more = rim ? 1 : 0;
      double width = rim ? 4.5 : 2;
      graphics.line(x - r - more, y, x + r + more, y, color, width);
      graphics.line(x, y - r - more, x, y + r + more, color, width);
    }
    g.setGlobalAlpha(1);
    reserve(x, y, CROSS);
    graphics.marks().put(ViewMark.MINIMUM, x, y, graphics.stroke(CROSS));
  }

  /** No label lies on this line. */
  void keepFree(Point2D from, Point2D to) {
    room.keepFree(from.getX(), from.getY(), to.getX(), to.getY());
  }

  /** Where the labels should not lie. */
  private void reserve(double x, double y, double r) {
    double d = graphics.stroke(r);
    room.take(new Rectangle2D(x - d, y - d, 2 * d, 2 * d));
  }

  /** An arrow of the gradient's colour from (x, y) towards (tx, ty); its tip. */
  double @Nullable [] arrow(double x, double y, double tx, double ty, double most) {
    double distance = Math.hypot(tx - x, ty - y);
    double length = Math.min(graphics.stroke(LONGEST), most);
    if (!(distance > 1e-9) || length < graphics.stroke(22)) {
      return null;
    }
    double ux = (tx - x) / distance;
    double uy = (ty - y) / distance;
    double head = graphics.stroke(14);
    double half = graphics.stroke(2.4);
    double wide = graphics.stroke(6.5);
    double from = graphics.stroke(NOW);
    double[] along = {
      from, length - head, length - head, length, length - head, length - head, from
    };
    double[] across = {half, half, wide, 0, -wide, -half, -half};
    double[] xs = new double[along.length];
    double[] ys = new double[along.length];
    for (int i = 0; i < xs.length; i++) {
      xs[i] = x + along[i] * ux - across[i] * uy;
      ys[i] = y + along[i] * uy + across[i] * ux;
    }
    g.setFill(tokens.gradient().mark());
    g.fillPolygon(xs, ys, xs.length);
    g.setStroke(tokens.lossOutline());
    g.setLineWidth(graphics.stroke(1.25));
    g.strokePolygon(xs, ys, xs.length);
    room.keepFree(x, y, x + length * ux, y + length * uy);
    graphics.marks().put(ViewMark.ARROW, x, y, 1);
    graphics.marks().put(ViewMark.ARROW, x + length * ux, y + length * uy, 1);
    return new double[] {x + length * ux, y + length * uy};
  }

  /** A slim arrow from one pixel to another, as long as it is. */
  void vector(double x, double y, double tx, double ty, Color color) {
    double length = Math.hypot(tx - x, ty - y);
    if (!(length > 2)) {
      return;
    }
    double ux = (tx - x) / length;
    double uy = (ty - y) / length;
    double head = Math.min(graphics.stroke(10), 0.6 * length);
    double wide = 0.42 * head;
    double bx = tx - head * ux;
    double by = ty - head * uy;
    graphics.line(x, y, bx, by, tokens.lossOutline(), 4.5);
    graphics.line(x, y, bx, by, color, 2.5);
    double[] xs = {tx, bx - wide * uy, bx + wide * uy};
    double[] ys = {ty, by + wide * ux, by - wide * ux};
    g.setFill(color);
    g.fillPolygon(xs, ys, 3);
    g.setStroke(tokens.lossOutline());
    g.setLineWidth(graphics.stroke(1));
    g.strokePolygon(xs, ys, 3);
    room.keepFree(x, y, tx, ty);
  }

  /** Where another run stands now: a polygon of its colour, another one for each run. */
  void head(double x, double y, int look) {
    RunMark.draw(graphics, x, y, look, graphics.stroke(HEAD), tokens.onImage());
    reserve(x, y, HEAD);
  }

  /** A tag beside a mark; on the left or right where both are free. */
  void tag(String key, String words, double x, double y, boolean leftFirst) {
    tag(key, words, x, y, leftFirst, Optional.empty());
  }

  /** The same with the sign of another run in front of its name. */
  void tag(String key, String words, double x, double y, int look) {
    tag(key, words, x, y, false, Optional.of(look));
  }

  private void tag(
      String key, String words, double x, double y, boolean leftFirst, Optional<Integer> look) {
    RichText text = RichText.parse(look.isPresent() ? SIGN + words : words);
    double w = graphics.width(text, 11, Weight.MEDIUM) + 16;
    double h = graphics.size(11) + 9;
    double reach = graphics.stroke(NOW) + 6;
    room.beside(key, x, y, reach, w, h, leftFirst, leader(x, y))
        .ifPresent(
            place -> {
              double middle = place.getMinY() + h / 2;
              graphics.tag(text, place.getMinX(), middle, tokens.text());
              double sign = graphics.stroke(4.5);
              look.ifPresent(
                  l ->
                      RunMark.draw(
                          graphics, place.getMinX() + 9 + sign, middle, l, sign, tokens.canvas()));
            });
  }

  /** Words beside a mark, light with a dark rim on the image. */
  void label(String key, String words, double x, double y) {
    RichText text = RichText.parse(words);
    double w = graphics.width(text, 11, Weight.SEMI_BOLD);
    double h = graphics.size(11) * 1.25;
    double reach = graphics.stroke(CROSS) + 6;
    Optional<Rectangle2D> free = room.beside(key, x, y, reach, w, h, false, leader(x, y));
    if (free.isEmpty()) {
      return;
    }
    Rectangle2D place = free.get();
    double base = place.getMinY() + h * 0.8;
    boolean image =
        onImage.test(place.getMinX(), place.getMinY() + h / 2)
            && onImage.test(place.getMaxX(), place.getMinY() + h / 2);
    if (image) {
      halo(text, place.getMinX(), base);
    } else {
      graphics.plain(
          text,
          place.getMinX(),
          base,
          11,
          Weight.SEMI_BOLD,
          tokens.text(),
          PlotGraphics.Align.LEFT);
    }
  }

  private void halo(RichText text, double x, double base) {
    double d = graphics.stroke(1.4);
    for (int i = 0; i < 8; i++) {
      double angle = Math.PI * i / 4;
      double dx = d * Math.cos(angle);
      // Base lines are rounded to whole pixels.
      double dy = Math.round(1.49 * Math.sin(angle));
      graphics.plain(
          text,
          x + dx,
          base + dy,
          11,
          Weight.SEMI_BOLD,
          tokens.imageRim(),
          PlotGraphics.Align.LEFT);
    }
    graphics.plain(text, x, base, 11, Weight.SEMI_BOLD, tokens.onImage(), PlotGraphics.Align.LEFT);
  }

  private Color leader(double x, double y) {
    return onImage.test(x, y) ? tokens.onImage() : tokens.text();
  }
}
