package org.ladera.ui.view.loss;

import java.util.Arrays;
import java.util.function.IntPredicate;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import org.ladera.present.loss.Trail;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.Room;
import org.ladera.ui.theme.RunLook;
import org.ladera.ui.theme.Tokens;

/** Draws ways: gold on dark for the view's own run, further colours on a light rim for others. */
final class WayPainter {
  private static final double NEAR = 0.6;
  private static final int DOTS = 24;

  /** What is left of a way while another one is lit. */
  private static final double FAINT = 0.28;

  /** Leaps nearer to each other than this would paint the valley over. */
  private static final double APART = 5;

  private static final double DOT = 2.6;
  private static final double HOLLOW = 3.4;

  private final PlotGraphics graphics;
  private final GraphicsContext g;
  private final Tokens tokens;

  /** How much is seen of the way that is drawn now. */
  private double share = 1;

  WayPainter(PlotGraphics graphics) {
    this.graphics = graphics;
    g = graphics.context();
    tokens = graphics.tokens();
  }

  /**
   * @param clear whether no other way is lit instead
   */
  void draw(Way way, Trail trail, boolean clear) {
    share = clear ? 1 : FAINT;
    g.save();
    g.setGlobalAlpha(share);
    g.setLineJoin(StrokeLineJoin.ROUND);
    switch (trail.role()) {
      case GHOST -> {
        g.setGlobalAlpha(0.45 * share);
        stroke(way, 1, way.count(), way::isShown, tokens.onImage(), 1.5);
      }
      case COMPARED -> {
        stroke(way, 1, way.count(), way::isShown, tokens.onImage(), 4);
        stroke(way, 1, way.count(), way::isShown, tokens.accent(), 2.25, 7, 4);
      }
      case OTHER -> {
        ahead(way);
        RunLook look = RunLook.onImage(trail.look());
        past(way, look.color(), tokens.onImage(), look.dashes());
      }
      case OWN -> {
        ahead(way);
        past(way, tokens.loss().mark(), tokens.lossOutline());
      }
    }
    g.restore();
  }

  /** Labels keep away from the way. */
  static void keepFree(Way way, Room room) {
    double x = Double.NaN;
    double y = Double.NaN;
    for (int i = 0; i < way.count(); i++) {
      boolean gap = way.stretch(i) == Way.Stretch.GAP;
      if (gap || Double.isNaN(x) || Math.hypot(way.x(i) - x, way.y(i) - y) >= 6) {
        if (!gap && !Double.isNaN(x)) {
          room.keepFree(x, y, way.x(i), way.y(i));
        }
        x = way.x(i);
        y = way.y(i);
      }
    }
  }

  private void past(Way way, Color fill, Color rim, double... dashes) {
    int end = way.reached();
    IntPredicate hidden = i -> way.stretch(i) == Way.Stretch.HIDDEN;
    IntPredicate crowded = crowded(way, end);
    IntPredicate open = i -> way.stretch(i) == Way.Stretch.OPEN;
    g.setGlobalAlpha(0.7 * share);
    stroke(way, 1, end, hidden, fill, 1.25, 2, 3);
    g.setGlobalAlpha(share);
    g.setLineCap(StrokeLineCap.ROUND);
    stroke(way, 1, end, crowded, rim, 2.75);
    stroke(way, 1, end, open, rim, 4.5);
    stroke(way, 1, end, crowded, fill, 1.25);
    stroke(way, 1, end, open, fill, 2.25, dashes);
    g.setLineCap(StrokeLineCap.BUTT);
    dots(way, end, fill, rim);
    away(way, end, fill, rim);
  }

  /** Of the leaps across a valley, only those that can be told from the last one drawn. */
  private IntPredicate crowded(Way way, int end) {
    boolean[] drawn = new boolean[end];
    double apart = graphics.stroke(APART);
    int begin = 0;
    int keptFrom = -1;
    int keptTo = -1;
    for (int i = 1; i < end; i++) {
      if (!way.isCorner(i)) {
        continue;
      }
      if (way.stretch(i) == Way.Stretch.CROWDED
          && (keptTo < 0 || apart(way, begin, i, keptFrom, keptTo) >= apart)) {
        Arrays.fill(drawn, begin + 1, i + 1, true);
        keptFrom = begin;
        keptTo = i;
      }
      begin = i;
    }
    return i -> way.stretch(i) == Way.Stretch.CROWDED && drawn[i];
  }

  /** How far a leap lies from another at the end where it is furthest, whichever way they go. */
  private static double apart(Way way, int from, int to, int otherFrom, int otherTo) {
    return Math.min(
        Math.max(distance(way, from, otherFrom), distance(way, to, otherTo)),
        Math.max(distance(way, from, otherTo), distance(way, to, otherFrom)));
  }

  private static double distance(Way way, int i, int j) {
    return Math.hypot(way.x(i) - way.x(j), way.y(i) - way.y(j));
  }

  private void ahead(Way way) {
    g.setGlobalAlpha(0.9 * share);
    stroke(
        way, Math.max(1, way.reached()), way.count(), way::isShown, tokens.onImage(), 1.25, 2, 3);
    g.setGlobalAlpha(share);
  }

  /** Points off the plane are hollow, and fainter the further they are from it. */
  private void away(Way way, int end, Color fill, Color rim) {
    double most = 0;
    for (int i = 0; i < end; i++) {
      most = Math.max(most, way.away(i));
    }
    double r = graphics.stroke(HOLLOW);
    double x = Double.NaN;
    double y = Double.NaN;
    for (int i = 0; i < end; i++) {
      boolean drawn = way.away(i) > 0 && way.stretch(i) != Way.Stretch.GAP;
      if (drawn && !(Math.hypot(way.x(i) - x, way.y(i) - y) < 4 * r)) {
        x = way.x(i);
        y = way.y(i);
        g.setGlobalAlpha(share * (1 - 0.5 * way.away(i) / most));
        graphics.disc(x, y, r, rim, fill, 1.5);
      }
    }
    g.setGlobalAlpha(share);
  }

  /** The first updates, as long as they lie far enough apart to be seen one by one. */
  private void dots(Way way, int end, Color fill, Color rim) {
    double r = graphics.stroke(DOT);
    double[] xs = new double[DOTS];
    double[] ys = new double[DOTS];
    int drawn = 0;
    int seen = 0;
    for (int i = 0; i < end && seen < DOTS; i++) {
      if (!way.isCorner(i)) {
        continue;
      }
      seen++;
      boolean clear = true;
      for (int k = 0; k < drawn && clear; k++) {
        clear = Math.hypot(way.x(i) - xs[k], way.y(i) - ys[k]) >= 1.2 * r;
      }
      if (way.isShown(i) && way.away(i) == 0 && clear) {
        xs[drawn] = way.x(i);
        ys[drawn++] = way.y(i);
        graphics.disc(way.x(i), way.y(i), r - 0.5, fill, rim, 1);
      }
    }
  }

  /** Strokes the stretches from {@code from} to {@code to} − 1 that fit, in one path. */
  private void stroke(
      Way way, int from, int to, IntPredicate fits, Color color, double px, double... dashes) {
    g.setStroke(color);
    g.setLineWidth(graphics.stroke(px));
    g.setLineDashes(graphics.stroked(dashes));
    g.beginPath();
    boolean drawing = false;
    boolean any = false;
    double x = 0;
    double y = 0;
    for (int i = from; i < to; i++) {
      if (!fits.test(i)) {
        drawing = false;
        continue;
      }
      if (!drawing) {
        x = way.x(i - 1);
        y = way.y(i - 1);
        g.moveTo(x, y);
        drawing = true;
      }
      boolean last = i + 1 == to || !fits.test(i + 1);
      if (last || Math.hypot(way.x(i) - x, way.y(i) - y) >= NEAR) {
        x = way.x(i);
        y = way.y(i);
        g.lineTo(x, y);
        any = true;
      }
    }
    if (any) {
      g.stroke();
    }
    g.setLineDashes();
  }
}
