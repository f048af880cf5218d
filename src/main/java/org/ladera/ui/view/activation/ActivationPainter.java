package org.ladera.ui.view.activation;

import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import org.ladera.lesson.model.ViewMark;
import org.ladera.present.activation.ActivationModel;
import org.ladera.present.activation.ActivationModel.Dot;
import org.ladera.present.activation.ActivationModel.Jump;
import org.ladera.present.activation.ActivationModel.Line;
import org.ladera.present.activation.ActivationModel.Now;
import org.ladera.present.plot.PlotAxis;
import org.ladera.ui.plot.PlotArea;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.theme.RunLook;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;

/**
 * Draws an {@link ActivationModel}: the functions with the tangent at the point, and their slopes,
 * where the height of the point is the slope of that tangent.
 */
final class ActivationPainter {
  private static final double SHARE = 0.56;
  private static final double POINT = 6;
  private static final double DOT = 3;

  private final PlotGraphics graphics;
  private final Tokens tokens;
  private final ActivationModel model;
  private final LinePlot values;
  private final LinePlot slopes;

  ActivationPainter(PlotGraphics graphics, Rectangle2D body, ActivationModel model) {
    this.graphics = graphics;
    this.model = model;
    tokens = graphics.tokens();
    Panels panels = Panels.of(body, Panels.isWide(body) ? 0.5 : SHARE);
    PlotAxis unnamed = new PlotAxis("", model.z().scale(), model.z().ticks());
    PlotAxis above = Panels.isWide(body) ? model.z() : unnamed;
    double margin =
        Math.max(
            LinePlot.margin(graphics, panels.first(), above, model.values()),
            LinePlot.margin(graphics, panels.second(), model.z(), model.slopes()));
    values = new LinePlot(graphics, panels.first(), above, model.values(), margin);
    slopes = new LinePlot(graphics, panels.second(), model.z(), model.slopes(), margin);
  }

  /** The plot under a place, or null. */
  @Nullable PlotArea areaAt(double x, double y) {
    for (LinePlot plot : List.of(values, slopes)) {
      PlotArea area = plot.area();
      if (x >= area.left() - 8 && x <= area.right() + 8 && area.contains(area.left(), y)) {
        return area;
      }
    }
    return null;
  }

  /**
   * @param chosen whether the keyboard moves the point
   */
  void draw(boolean chosen) {
    model.now().ifPresent(now -> guides(now));
    model
        .greatest()
        .ifPresent(
            g -> {
              slopes.level(g.slope(), tokens.muted());
              level(ViewMark.MAXIMUM, slopes.area(), g.slope());
            });
    for (Line line : model.lines()) {
      double width = line.own() ? 2.25 : 1.75;
      double[] dashes = line.own() ? new double[0] : RunLook.of(tokens, line.index()).dashes();
      line.values().forEach(s -> values.line(s, valueColor(line), width, dashes));
      line.slopes().forEach(s -> slopes.line(s, slopeColor(line), width, dashes));
    }
    for (Dot at : model.dots()) {
      values.dot(at.z(), at.a(), DOT, tokens.input().ink());
      slopes.dot(at.z(), at.slope(), DOT, tokens.netInput().ink());
    }
    model.lines().forEach(this::marks);
    model.now().ifPresent(now -> point(now, chosen));
    model.greatest().ifPresent(g -> slopes.levelName(g.slope(), g.label(), tokens.muted()));
    for (Line line : model.lines()) {
      values.name(line.name(), line.values().getLast(), valueColor(line));
      slopes.name(line.slopeName(), line.slopes().getLast(), slopeColor(line));
    }
  }

  private void guides(Now now) {
    values.guide(now.z(), tokens.muted());
    slopes.guide(now.z(), tokens.muted());
  }

  private void marks(Line line) {
    line.jump().ifPresent(jump -> jump(line, jump));
    if (!line.own()) {
      values.dot(line.at().z(), line.at().a(), DOT + 0.5, valueColor(line));
      slopes.dot(line.at().z(), line.at().slope(), DOT + 0.5, slopeColor(line));
    }
  }

  private void level(ViewMark mark, PlotArea area, double height) {
    graphics.marks().put(mark, new Rectangle2D(area.left(), area.py(height) - 8, area.width(), 16));
  }

  private void mark(ViewMark mark, PlotArea area, double z, double height) {
    graphics.marks().put(mark, area.px(z), area.py(height), 24);
  }

  /** The point of the unit on both curves, its tangent and its words. */
  private void point(Now now, boolean chosen) {
    mark(ViewMark.POINT, values.area(), now.z(), now.a());
    mark(ViewMark.SLOPE, slopes.area(), now.z(), now.slope());
    Color value = tokens.input().ink();
    Color slope = tokens.netInput().ink();
    if (values.holds(now.z(), now.a())) {
      values.slope(now.z(), now.a(), now.slope(), 0.22 * values.area().width(), slope, 1.75);
    }
    point(values, now.z(), now.a(), value, chosen);
    point(slopes, now.z(), now.slope(), slope, false);
    label(values, now.value(), now.z(), now.a(), value);
    label(slopes, now.tangent(), now.z(), now.slope(), slope);
  }

  private Color valueColor(Line line) {
    return line.own() ? tokens.input().ink() : RunLook.of(tokens, line.index()).color();
  }

  private Color slopeColor(Line line) {
    return line.own() ? tokens.netInput().ink() : RunLook.of(tokens, line.index()).color();
  }

  /** A filled point where the slope is taken, hollow ones where the line ends without it. */
  private void jump(Line line, Jump jump) {
    Color color = slopeColor(line);
    for (double end : new double[] {jump.before(), jump.after()}) {
      if (end != jump.taken()) {
        graphics.disc(
            slopes.area().px(jump.z()),
            slopes.area().py(end),
            graphics.stroke(DOT),
            tokens.canvas(),
            color,
            1.5);
        slopes.take(jump.z(), end, graphics.stroke(DOT + 2));
      }
    }
    slopes.dot(jump.z(), jump.taken(), DOT + 0.5, color);
    slopes.take(jump.z(), jump.taken(), graphics.stroke(DOT + 2));
  }

  private void point(LinePlot plot, double x, double y, Color color, boolean chosen) {
    if (!plot.holds(x, y)) {
      plot.dot(x, y, POINT - 2, color);
      return;
    }
    double px = plot.area().px(x);
    double py = plot.area().py(y);
    double r = graphics.stroke(POINT);
    if (model.movable()) {
      graphics.disc(px, py, r, tokens.canvas(), color, 2);
    } else {
      graphics.disc(px, py, r - 1, color, tokens.canvas(), 1.5);
    }
    if (chosen) {
      graphics.ring(px, py, r + 5, tokens.accent(), 1.75);
    }
    plot.take(x, y, r + 2);
  }

  private void label(LinePlot plot, String words, double x, double y, Color color) {
    if (plot.holds(x, y)) {
      plot.beside(words, words, x, y, graphics.stroke(POINT) + 5, color, Weight.SEMI_BOLD);
    }
  }
}
