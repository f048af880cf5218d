package org.ladera.ui.view.decision;

import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import org.ladera.present.plot.PlotAxis;
import org.ladera.present.plot.Tick;
import org.ladera.text.RichText;
import org.ladera.ui.plot.AxisPainter;
import org.ladera.ui.plot.PlotArea;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.PlotGraphics.Align;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;

/**
 * The axes of an image plot: the image fills the area, the y name stands turned beside the numbers,
 * the x name below them at the right. In a small view it takes the place of the last numbers.
 */
public final class ImageAxes {
  private static final double TICK = 11;
  private static final double GAP = 8;
  private static final double PADDING = 16;

  /** Below this height of the body the x name has no line of its own. */
  private static final double SMALL = 210;

  private final PlotGraphics graphics;
  private final PlotAxis x;
  private final PlotAxis y;
  private final boolean small;
  private final double widest;
  private final PlotArea area;

  /**
   * @param aspect width by height of the area; 0 fills what there is
   */
  public ImageAxes(PlotGraphics graphics, Rectangle2D body, PlotAxis x, PlotAxis y, double aspect) {
    this.graphics = graphics;
    this.x = x;
    this.y = y;
    double line = graphics.size(TICK);
    small = body.getHeight() < SMALL * line / TICK;
    double numbers = 0;
    for (Tick tick : y.ticks()) {
      numbers = Math.max(numbers, width(tick.label()));
    }
    widest = numbers;
    double left = Math.ceil(PADDING / (small ? 2 : 1) + line * 1.3 + 4 + widest + GAP);
    double top = small ? 2 : GAP;
    double bottom = Math.ceil(GAP + line * 1.3 + (small ? 4 : line * 1.3 + 10));
    double right = small ? 12 : 20;
    double w = Math.max(8, body.getWidth() - left - right);
    double h = Math.max(8, body.getHeight() - top - bottom);
    double wide = aspect > 0 ? Math.min(w, h * aspect) : w;
    double high = aspect > 0 ? Math.min(h, wide / aspect) : h;
    area =
        new PlotArea(
            Math.round(body.getMinX() + left + (w - wide) / 2),
            Math.round(body.getMinY() + top + (h - high) / 2),
            Math.round(wide),
            Math.round(high),
            x.scale(),
            y.scale());
  }

  public PlotArea area() {
    return area;
  }

  /** The numbers, the names and the line at the bottom. */
  public void draw() {
    Tokens tokens = graphics.tokens();
    double bottom = PlotGraphics.crisp(area.bottom());
    graphics.line(area.left(), bottom, area.right(), bottom, tokens.controlBorder(), 1);
    RichText xName = fitting(x.name(), area.width());
    List<Tick> across = xTicks(small ? area.right() - width(xName) - GAP : area.right() + 20);
    across.forEach(this::xTick);
    yTicks().stream().filter(t -> !meets(t, across)).forEach(this::yTick);
    turned(fitting(y.name(), area.height()));
    double below = small ? 0 : graphics.size(TICK) * 1.3 + 4;
    label(xName, area.right(), base() + below, Align.RIGHT);
  }

  private double base() {
    return area.bottom() + GAP + graphics.size(TICK) * 0.8;
  }

  private void xTick(Tick tick) {
    label(RichText.parse(tick.label()), area.px(tick.value()), base(), Align.CENTRE);
  }

  private void yTick(Tick tick) {
    double middle = area.py(tick.value()) + graphics.drop(TICK);
    label(RichText.parse(tick.label()), area.left() - GAP, middle, Align.RIGHT);
  }

  /** Whether a number beside the corner reaches into the first one below it. */
  private boolean meets(Tick up, List<Tick> across) {
    return !across.isEmpty()
        && area.py(up.value()) + graphics.size(TICK) * 0.6 > base() - graphics.size(TICK) * 0.75
        && area.px(across.getFirst().value()) - width(across.getFirst().label()) / 2
            < area.left() - GAP + 2;
  }

  /** In the middle of the area's height, to be read from below. */
  private void turned(RichText name) {
    GraphicsContext g = graphics.context();
    g.save();
    g.translate(
        Math.round(area.left() - GAP - widest - 6), Math.round(area.top() + area.height() / 2));
    g.rotate(-90);
    label(name, 0, 0, Align.CENTRE);
    g.restore();
  }

  private RichText fitting(String name, double room) {
    return graphics.fitting(RichText.parse(name), room, TICK, Weight.REGULAR);
  }

  private void label(RichText text, double px, double baseLine, Align align) {
    graphics.text(text, px, baseLine, TICK, Weight.REGULAR, graphics.tokens().muted(), align);
  }

  /** Those whose numbers do not meet and end before {@code end}. */
  private List<Tick> xTicks(double end) {
    return AxisPainter.fitting(
        x.ticks().stream().filter(t -> area.px(t.value()) + width(t.label()) / 2 <= end).toList(),
        t -> area.px(t.value()),
        t -> width(t.label()) + GAP);
  }

  /** Those whose numbers do not meet. */
  private List<Tick> yTicks() {
    return AxisPainter.fitting(y.ticks(), t -> area.py(t.value()), t -> graphics.size(TICK) * 1.5);
  }

  private double width(String label) {
    return graphics.width(label, TICK, Weight.REGULAR);
  }

  private double width(RichText name) {
    return graphics.width(name, TICK, Weight.REGULAR);
  }
}
