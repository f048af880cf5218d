package org.ladera.ui.view.check;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineJoin;
import org.ladera.present.check.DerivativeModel;
import org.ladera.present.check.DerivativeModel.Curve;
import org.ladera.present.check.DerivativeModel.Verdict;
import org.ladera.present.plot.Tick;
import org.ladera.text.RichText;
import org.ladera.ui.plot.PlotArea;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.PlotGraphics.Align;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;

/** Draws one derivative: head with its badge, numbers, a sentence, and the curve of errors. */
final class DerivativePainter {
  private static final double TEXT = 12;
  private static final double TICK = 11;

  /** The curve says nothing in less than this. */
  private static final double LOWEST_CURVE = 60;

  /** A curve taller than this leaves its room to the number that is held in reserve. */
  private static final double TALL = 150;

  private final PlotGraphics graphics;
  private final Rectangle2D box;
  private final DerivativeModel model;
  private final Tokens tokens;

  DerivativePainter(PlotGraphics graphics, Rectangle2D box, DerivativeModel model) {
    this.graphics = graphics;
    this.box = box;
    this.model = model;
    tokens = graphics.tokens();
  }

  /**
   * Draws everything.
   *
   * @param read the point of the curve under the pointer; −1 for none
   * @return where the curve lies, if there was room for one
   */
  Optional<PlotArea> draw(int read) {
    double y = head(box.getMinY());
    if (!model.waiting().isEmpty()) {
      words(model.waiting(), box.getMinX(), y + pitch(), tokens.muted());
      return Optional.empty();
    }
    double room = box.getMaxY() - y - noteHeight() - 3 * pitch();
    for (DerivativeModel.Line line : model.lines()) {
      if (!line.reserve() || room > graphics.stroke(TALL)) {
        y = number(line, y);
      }
    }
    y = note(y);
    double left = box.getMaxY() - y;
    if (model.curve().isEmpty() || left < Math.max(LOWEST_CURVE, 4.5 * graphics.size(TICK))) {
      return Optional.empty();
    }
    Curve curve = model.curve().get();
    PlotArea area = area(curve, y);
    axes(curve, area);
    line(curve, area, read);
    return Optional.of(area);
  }

  private double pitch() {
    return Math.round(graphics.size(TEXT) * 1.75);
  }

  private double head(double top) {
    double height = Math.round(graphics.size(TEXT) * 2);
    double base = top + height / 2 + graphics.drop(TEXT);
    double right = badge(top + height / 2);
    RichText title = RichText.parse(model.title() + " ");
    graphics.text(title, box.getMinX(), base, TEXT, Weight.SEMI_BOLD, tokens.text(), Align.LEFT);
    double x = box.getMinX() + graphics.width(title, TEXT, Weight.SEMI_BOLD);
    RichText symbol =
        graphics.fitting(RichText.parse(model.symbol()), right - 8 - x, TEXT + 1, Weight.REGULAR);
    graphics.plain(symbol, x, base, TEXT + 1, Weight.REGULAR, tokens.gradient().ink(), Align.LEFT);
    return top + height;
  }

  /** The verdict at the right edge; returns where it begins. */
  private double badge(double middle) {
    Verdict verdict = model.verdict();
    if (verdict.text().isEmpty()) {
      return box.getMaxX();
    }
    boolean none = verdict.kind() == Verdict.Kind.NONE;
    Tokens.Pair pair = verdict.kind() == Verdict.Kind.PASS ? tokens.success() : tokens.danger();
    Color ink = none ? tokens.muted() : pair.mark();
    Color ground = none ? tokens.inset() : pair.ink();
    double size = graphics.size(TICK);
    double sign = none ? 0 : size + 4;
    double width = graphics.tabularWidth(verdict.text(), TICK, Weight.MEDIUM) + sign + 20;
    double height = Math.round(size * 1.8);
    double left = box.getMaxX() - width;
    GraphicsContext g = graphics.context();
    g.setFill(ground);
    g.fillRoundRect(left, middle - height / 2, width, height, height, height);
    if (!none) {
      sign(verdict.kind() == Verdict.Kind.PASS, left + 9 + size / 2, middle, size * 0.32, ink);
    }
    graphics.tabular(
        verdict.text(),
        left + 10 + sign,
        middle + graphics.drop(TICK),
        TICK,
        Weight.MEDIUM,
        ink,
        Align.LEFT);
    return left;
  }

  private void sign(boolean passes, double x, double y, double r, Color ink) {
    if (passes) {
      graphics.line(x - r, y, x - r * 0.3, y + r * 0.75, ink, 1.5);
      graphics.line(x - r * 0.3, y + r * 0.75, x + r * 1.1, y - r * 0.8, ink, 1.5);
    } else {
      graphics.line(x - r * 0.8, y - r * 0.8, x + r * 0.8, y + r * 0.8, ink, 1.5);
      graphics.line(x - r * 0.8, y + r * 0.8, x + r * 0.8, y - r * 0.8, ink, 1.5);
    }
  }

  private double number(DerivativeModel.Line line, double y) {
    double base = y + pitch() / 2 + graphics.drop(TEXT);
    double width = graphics.tabularWidth(line.value(), TEXT, Weight.REGULAR);
    RichText label =
        graphics.fitting(
            RichText.parse(line.label()), box.getWidth() - width - 8, TEXT, Weight.REGULAR);
    graphics.text(label, box.getMinX(), base, TEXT, Weight.REGULAR, tokens.muted(), Align.LEFT);
    graphics.tabular(
        line.value(), box.getMaxX(), base, TEXT, Weight.REGULAR, tokens.text(), Align.RIGHT);
    return y + pitch();
  }

  private double noteHeight() {
    return model.note().isEmpty()
        ? 0
        : wrapped(model.note()).size() * Math.round(graphics.size(TEXT) * 1.4) + 8;
  }

  private double note(double y) {
    double at = y + 4;
    boolean fails = model.verdict().kind() == Verdict.Kind.FAIL;
    if (model.note().isEmpty()) {
      return at;
    }
    double line = Math.round(graphics.size(TEXT) * 1.4);
    for (String words : wrapped(model.note())) {
      words(
          words,
          box.getMinX(),
          at + line / 2 + graphics.drop(TEXT),
          fails ? tokens.danger().mark() : tokens.muted());
      at += line;
    }
    return at + 4;
  }

  private void words(String words, double x, double base, Color ink) {
    graphics.plain(RichText.parse(words), x, base, TEXT, Weight.REGULAR, ink, Align.LEFT);
  }

  private List<String> wrapped(String text) {
    return RichLines.wrapped(graphics, text, box.getWidth(), TEXT);
  }

  private PlotArea area(Curve curve, double top) {
    double widest = 0;
    for (Tick tick : curve.y().ticks()) {
      widest = Math.max(widest, graphics.width(tick.label(), TICK, Weight.REGULAR));
    }
    double left = Math.round(box.getMinX() + widest + 8);
    double last = graphics.width(curve.x().ticks().getLast().label(), TICK, Weight.REGULAR) / 2;
    double right = Math.floor(box.getMaxX() - last);
    double above = Math.round(top + graphics.size(TICK) * 0.7);
    double below = Math.floor(box.getMaxY() - graphics.size(TICK) * 1.7);
    return new PlotArea(
        left, above, right - left, below - above, curve.x().scale(), curve.y().scale());
  }

  private void axes(Curve curve, PlotArea area) {
    for (Tick tick : curve.x().ticks()) {
      double x = PlotGraphics.crisp(area.px(tick.value()));
      graphics.line(x, area.top(), x, area.bottom(), tokens.grid(), 1);
      graphics.text(
          tick.label(),
          area.px(tick.value()),
          area.bottom() + graphics.size(TICK) * 1.45,
          TICK,
          Weight.REGULAR,
          tokens.muted(),
          Align.CENTRE);
    }
    List<Tick> ticks = curve.y().ticks().reversed();
    double pitch =
        ticks.size() < 2 ? 0 : area.py(ticks.get(1).value()) - area.py(ticks.get(0).value());
    int every = pitch <= 0 ? 1 : (int) Math.ceil(graphics.size(TICK) * 1.3 / pitch);
    for (int i = 0; i < ticks.size(); i++) {
      double y = PlotGraphics.crisp(area.py(ticks.get(i).value()));
      graphics.line(area.left(), y, area.right(), y, tokens.grid(), 1);
      if (i % every == 0) {
        graphics.text(
            ticks.get(i).label(),
            area.left() - 8,
            y + graphics.drop(TICK),
            TICK,
            Weight.REGULAR,
            tokens.muted(),
            Align.RIGHT);
      }
    }
    double base = PlotGraphics.crisp(area.bottom());
    graphics.line(area.left(), base, area.right(), base, tokens.controlBorder(), 1);
  }

  private void line(Curve curve, PlotArea area, int read) {
    marks(curve, area);
    int n = curve.steps().length;
    double[] xs = new double[n];
    double[] ys = new double[n];
    for (int i = 0; i < n; i++) {
      xs[i] = area.px(curve.steps()[i]);
      ys[i] = Math.clamp(area.py(curve.errors()[i]), area.top(), area.bottom());
    }
    GraphicsContext g = graphics.context();
    g.setStroke(tokens.gradient().ink());
    g.setLineWidth(graphics.stroke(1.5));
    g.setLineJoin(StrokeLineJoin.ROUND);
    g.strokePolyline(xs, ys, n);
    caption(curve, area);
    double r = graphics.stroke(4);
    graphics.disc(
        xs[curve.best()], ys[curve.best()], r, tokens.gradient().ink(), tokens.canvas(), 1.5);
    if (read >= 0 && read < n) {
      graphics.ring(xs[read], ys[read], graphics.stroke(6), tokens.accent(), 2);
    }
  }

  /** Where a kink begins to spoil the differences, and how far backpropagation is off. */
  private void marks(Curve curve, PlotArea area) {
    if (curve.kink().isPresent()) {
      double step = Math.max(curve.kink().getAsDouble(), area.x().min());
      double x = PlotGraphics.crisp(area.px(step));
      graphics.line(
          x, area.top(), x, area.bottom(), tokens.warning().mark(), 1, PlotGraphics.REFERENCE);
    }
    if (curve.level().isPresent()) {
      double y = PlotGraphics.crisp(area.py(curve.level().getAsDouble()));
      graphics.line(
          area.left(), y, area.right(), y, tokens.danger().mark(), 1, PlotGraphics.REFERENCE);
      if (!isLow(area)) {
        graphics.onGround(
            RichText.parse(curve.levelText()),
            area.left() + area.width() / 2,
            y + graphics.size(TICK) * 1.25,
            TICK,
            Weight.REGULAR,
            tokens.danger().mark(),
            Align.CENTRE);
      }
    }
  }

  private void caption(Curve curve, PlotArea area) {
    double size = graphics.size(TICK);
    if (area.height() < 3 * size) {
      return;
    }
    boolean low = isLow(area);
    // In a low plot only the opening of the V is free; where backpropagation is off, its line has
    // the upper corner.
    double base =
        low || curve.level().isEmpty() ? area.top() + size * 0.9 : area.bottom() - size * 0.6;
    graphics.onGround(
        RichText.parse(curve.caption()),
        low ? area.left() + area.width() / 2 : area.left() + 6,
        low && curve.level().isPresent() ? base + size * 0.5 : base,
        TICK,
        Weight.REGULAR,
        tokens.muted(),
        low ? Align.CENTRE : Align.LEFT);
  }

  private boolean isLow(PlotArea area) {
    return area.height() < 6 * graphics.size(TICK);
  }
}
