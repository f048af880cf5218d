package org.ladera.ui.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.geometry.Rectangle2D;
import javafx.scene.paint.Color;
import org.ladera.present.plot.PlotAxis;
import org.ladera.present.plot.Tick;
import org.ladera.text.RichText;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type;

/**
 * The axes of a plot: no frame and no ground, a grid of one pixel, one axis line at the bottom, the
 * y name above the axis at the left edge, the x name below it at the right end.
 */
public final class AxisPainter {
  private static final double TICK = 11;
  private static final double GAP = 8;
  private static final double PADDING = 16;

  private final PlotGraphics graphics;
  private final PlotAxis x;
  private final PlotAxis y;
  private final Rectangle2D body;
  private final PlotArea area;

  /** Axes inside {@code body}, which is what the view has below its header. */
  public AxisPainter(PlotGraphics graphics, Rectangle2D body, PlotAxis x, PlotAxis y) {
    this(graphics, body, x, y, 0);
  }

  /**
   * As above, with at least {@code margin} left of the plot, so that plots below each other begin
   * in one column.
   */
  public AxisPainter(
      PlotGraphics graphics, Rectangle2D body, PlotAxis x, PlotAxis y, double margin) {
    this.graphics = graphics;
    this.x = x;
    this.y = y;
    this.body = body;
    double line = graphics.size(TICK);
    double widest = 0;
    for (Tick tick : y.ticks()) {
      widest = Math.max(widest, graphics.width(tick.label(), TICK, Type.Weight.REGULAR));
    }
    // 44 keeps the axes of neighbouring views in one column when their numbers are short.
    double left = Math.max(Math.max(44, margin), Math.ceil(PADDING + widest + GAP));
    double top = Math.ceil(line * 1.2 + 2 * GAP);
    double bottom = Math.ceil(2 * line * 1.3 + GAP + 10);
    double width = Math.max(8, body.getWidth() - left - PADDING - 4);
    double height = Math.max(8, body.getHeight() - top - bottom);
    area =
        new PlotArea(
            Math.round(body.getMinX() + left),
            Math.round(body.getMinY() + top),
            Math.round(width),
            Math.round(height),
            x.scale(),
            y.scale());
  }

  public PlotArea area() {
    return area;
  }

  /** Grid, axis line, tick labels and names. */
  public void draw() {
    grid();
    labels();
  }

  /** Only the grid and the axis line, below everything else. */
  public void grid() {
    Tokens tokens = graphics.tokens();
    Color grid = tokens.grid();
    for (Tick tick : xTicks()) {
      double px = PlotGraphics.crisp(area.px(tick.value()));
      graphics.line(px, area.top(), px, area.bottom(), grid, 1);
    }
    for (Tick tick : yTicks()) {
      double py = PlotGraphics.crisp(area.py(tick.value()));
      graphics.line(area.left(), py, area.right(), py, grid, 1);
    }
    base();
  }

  /** Only the axis line. */
  public void base() {
    double y0 = PlotGraphics.crisp(area.bottom());
    graphics.line(area.left(), y0, area.right(), y0, graphics.tokens().controlBorder(), 1);
  }

  /** Only the numbers and names. */
  public void labels() {
    Tokens tokens = graphics.tokens();
    double drop = graphics.drop(TICK);
    double line = graphics.size(TICK);
    double base = area.bottom() + GAP + line * 0.8;
    for (Tick tick : xTicks()) {
      double w = graphics.width(tick.label(), TICK, Type.Weight.REGULAR);
      double middle = Math.min(area.px(tick.value()), body.getMaxX() - 2 - w / 2);
      graphics.text(
          tick.label(),
          middle,
          base,
          TICK,
          Type.Weight.REGULAR,
          tokens.muted(),
          PlotGraphics.Align.CENTRE);
    }
    double corner =
        xTicks().stream()
            .mapToDouble(
                t -> area.px(t.value()) - graphics.width(t.label(), TICK, Type.Weight.REGULAR) / 2)
            .min()
            .orElse(area.right());
    for (Tick tick : yTicks()) {
      // A number beside the corner gives way to the first one below it.
      if (corner < area.left() - GAP + 2
          && area.py(tick.value()) + 0.6 * line > base - 0.75 * line) {
        continue;
      }
      graphics.text(
          tick.label(),
          area.left() - GAP,
          area.py(tick.value()) + drop,
          TICK,
          Type.Weight.REGULAR,
          tokens.muted(),
          PlotGraphics.Align.RIGHT);
    }
    graphics.text(
        graphics.fitting(
            RichText.parse(y.name()), body.getWidth() - 2 * PADDING, TICK, Type.Weight.REGULAR),
        body.getMinX() + PADDING,
        area.top() - Math.max(GAP + 2, 0.65 * line),
        TICK,
        Type.Weight.REGULAR,
        tokens.muted(),
        PlotGraphics.Align.LEFT);
    graphics.text(
        graphics.fitting(
            RichText.parse(x.name()),
            area.right() - body.getMinX() - PADDING,
            TICK,
            Type.Weight.REGULAR),
        area.right(),
        base + line * 1.3 + 5,
        TICK,
        Type.Weight.REGULAR,
        tokens.muted(),
        PlotGraphics.Align.RIGHT);
  }

  private List<Tick> xTicks() {
    return fitting(
        x.ticks(),
        tick -> area.px(tick.value()),
        tick -> graphics.width(tick.label(), TICK, Type.Weight.REGULAR) + GAP);
  }

  private List<Tick> yTicks() {
    return fitting(y.ticks(), tick -> area.py(tick.value()), tick -> graphics.size(TICK) * 1.5);
  }

  /**
   * Every tick, or every second, third … one: the most whose labels do not meet.
   *
   * @param room what the label of a tick takes, with the gap to the next
   */
  public static List<Tick> fitting(
      List<Tick> ticks, ToDoubleFunction<Tick> at, ToDoubleFunction<Tick> room) {
    for (int every = 1; every < ticks.size(); every++) {
      List<Tick> kept = new ArrayList<>();
      for (int i = 0; i < ticks.size(); i += every) {
        kept.add(ticks.get(i));
      }
      if (apart(kept, at, room)) {
        return kept;
      }
    }
    return ticks.isEmpty() ? ticks : List.of(ticks.getFirst());
  }

  private static boolean apart(
      List<Tick> ticks, ToDoubleFunction<Tick> at, ToDoubleFunction<Tick> room) {
    for (int i = 1; i < ticks.size(); i++) {
      Tick a = ticks.get(i - 1);
      Tick b = ticks.get(i);
      double need = (room.applyAsDouble(a) + room.applyAsDouble(b)) / 2;
      if (Math.abs(at.applyAsDouble(b) - at.applyAsDouble(a)) < need) {
        return false;
      }
    }
    return true;
  }
}
