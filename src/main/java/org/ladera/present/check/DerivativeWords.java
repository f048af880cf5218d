package org.ladera.present.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.landscape.gradient.Comparison;
import org.ladera.landscape.gradient.Inspection;
import org.ladera.present.check.DerivativeModel.Curve;
import org.ladera.present.check.DerivativeModel.Line;
import org.ladera.present.check.DerivativeModel.Verdict;
import org.ladera.present.plot.PlotAxis;
import org.ladera.present.plot.Scale;
import org.ladera.present.plot.Tick;
import org.ladera.present.shared.ParameterSymbols;
import org.ladera.session.RunFrame;
import org.ladera.text.Messages;
import org.ladera.text.Numbers;
import org.ladera.text.RichText;

/** Writes what was found of one derivative. */
final class DerivativeWords {
  private static final int DIGITS = 9;
  private static final int DECIMALS = 10;
  private static final int DIGITS_OF_POWERS = 7;

  /** Errors below this have no more meaning than 0 and are drawn here. */
  private static final double SMALLEST = 1e-17;

  private static final int DECADES_OF_STEPS = 12;

  private final RunFrame run;
  private final Optional<LossSpec> claimed;
  private final Messages messages;
  private final Numbers numbers;
  private final String title;
  private final String symbol;

  DerivativeWords(
      RunFrame run, Optional<LossSpec> claimed, ParameterRef parameter, Messages messages) {
    this.run = run;
    this.claimed = claimed;
    this.messages = messages;
    numbers = messages.numbers();
    title = messages.text("check.title");
    symbol = ParameterSymbols.derivative(parameter, run.experiment().network(), messages.letters());
  }

  DerivativeModel model(Optional<Inspection> found) {
    return found.map(this::model).orElseGet(this::waiting);
  }

  private DerivativeModel waiting() {
    String words = messages.text("check.waiting");
    return new DerivativeModel(
        title,
        symbol,
        new Verdict(Verdict.Kind.NONE, ""),
        List.of(),
        "",
        Optional.empty(),
        words,
        RichText.parse(title + " " + symbol + ". " + words).plain());
  }

  private DerivativeModel model(Inspection inspection) {
    Verdict verdict =
        inspection.isOnKink() && inspection.comparison().passes()
            ? new Verdict(Verdict.Kind.NONE, messages.text("check.verdict.kink"))
            : verdict(inspection.comparison(), messages);
    List<Line> lines = lines(inspection);
    ParameterRef of = inspection.comparison().parameter();
    LayerSpec layer = run.experiment().network().layers().get(of.layer() - 1);
    String note =
        of.kind() == ParameterRef.Kind.BIAS && layer.batchNorm()
            ? messages.text("check.note.zero.normalised", Map.of("layer", of.layer()))
            : CheckNote.of(inspection, run.experiment().loss(), claimed, messages);
    Optional<Curve> curve = curve(inspection);
    return new DerivativeModel(
        title, symbol, verdict, lines, note, curve, "", spoken(verdict, lines, note, curve));
  }

  static Verdict verdict(Comparison comparison, Messages messages) {
    if (!comparison.isNumber()) {
      return new Verdict(Verdict.Kind.NONE, messages.text("check.verdict.nan"));
    }
    if (comparison.isNothing()) {
      return new Verdict(Verdict.Kind.NONE, messages.text("check.verdict.zero"));
    }
    if (comparison.isKink()) {
      return new Verdict(Verdict.Kind.NONE, messages.text("check.verdict.kink"));
    }
    if (comparison.isRounding()) {
      return new Verdict(Verdict.Kind.NONE, messages.text("check.verdict.rounding"));
    }
    String ratio = CheckBadge.ratio(comparison.ratio(), messages.numbers());
    return new Verdict(
        comparison.passes() ? Verdict.Kind.PASS : Verdict.Kind.FAIL,
        messages.text("check.verdict.ratio", Map.of("ratio", ratio)));
  }

  private List<Line> lines(Inspection inspection) {
    double size = Math.abs(inspection.comparison().dual());
    String step = power(inspection.step());
    return List.of(
        line("check.backprop", Map.of(), inspection.comparison().backprop(), size, false),
        line("check.central", Map.of("step", step), inspection.central(), size, false),
        line("check.richardson", Map.of(), inspection.richardson(), size, false),
        line("check.dual", Map.of(), inspection.comparison().dual(), size, true));
  }

  private Line line(String key, Map<String, ?> values, double value, double size, boolean reserve) {
    return new Line(
        messages.text(key, values), digits(value, size, numbers), numbers.exact(value), reserve);
  }

  /** All of a column with the same decimals, so that the first digit that differs stands out. */
  private static String digits(double value, double size, Numbers numbers) {
    boolean plain = size >= 1e-3 && size < 1e6;
    if (!plain || !Double.isFinite(value)) {
      return numbers.shown(value, DIGITS_OF_POWERS);
    }
    int whole = (int) Math.floor(StrictMath.log10(size)) + 1;
    return numbers.fixed(value, Math.clamp(DIGITS - whole, 0, DECIMALS));
  }

  private String power(double value) {
    int exponent = (int) Math.round(StrictMath.log10(value));
    return StrictMath.pow(10, exponent) == value
        ? numbers.powerOfTen(exponent)
        : numbers.shown(value, 2);
  }

  private Optional<Curve> curve(Inspection inspection) {
    List<Inspection.ErrorAt> points = new ArrayList<>();
    inspection.errors().stream()
        .filter(e -> Double.isFinite(e.relativeError()))
        .forEach(points::add);
    if (points.size() < 2) {
      return Optional.empty();
    }
    double[] steps = points.stream().mapToDouble(Inspection.ErrorAt::step).toArray();
    double[] errors =
        points.stream().mapToDouble(e -> Math.max(SMALLEST, e.relativeError())).toArray();
    int best = 0;
    double largest = 1;
    for (int i = 0; i < errors.length; i++) {
      best = errors[i] < errors[best] ? i : best;
      largest = Math.max(largest, errors[i]);
    }
    Comparison comparison = inspection.comparison();
    double level = Math.abs(comparison.backprop() / comparison.dual() - 1);
    boolean off = !comparison.passes() && Double.isFinite(level);
    int low = (int) Math.floor(StrictMath.log10(errors[best]));
    int high = (int) Math.ceil(StrictMath.log10(off ? Math.max(largest, level) : largest));
    return Optional.of(
        new Curve(
            messages.text("check.curve"),
            axis(messages.text("check.step"), -DECADES_OF_STEPS, 0, 3),
            axis(messages.text("check.error"), Math.min(low, high - 4), high, 4),
            steps,
            errors,
            best,
            inspection.kink(),
            off ? OptionalDouble.of(level) : OptionalDouble.empty(),
            messages.text("check.level")));
  }

  /** Whole decades from one power of ten to another, every so many marked. */
  private PlotAxis axis(String name, int low, int high, int every) {
    List<Tick> ticks = new ArrayList<>();
    for (int e = Math.ceilDiv(low, every) * every; e <= high; e += every) {
      ticks.add(new Tick(StrictMath.pow(10, e), numbers.powerOfTen(e)));
    }
    Scale scale = Scale.log(StrictMath.pow(10, low), StrictMath.pow(10, high));
    return new PlotAxis(name, scale, ticks);
  }

  private String spoken(Verdict verdict, List<Line> lines, String note, Optional<Curve> curve) {
    List<String> sentences = new ArrayList<>();
    sentences.add(title + " " + symbol + ": " + verdict.text());
    lines.forEach(line -> sentences.add(line.label() + ": " + line.value()));
    curve.ifPresent(c -> sentences.add(best(c, c.best())));
    if (!note.isEmpty()) {
      sentences.add(note);
    }
    return RichText.parse(String.join(". ", sentences)).plain();
  }

  private String best(Curve curve, int index) {
    return messages.text(
        "check.curve.spoken",
        Map.of(
            "step", numbers.shown(curve.steps()[index], 2),
            "error", numbers.shown(curve.errors()[index], 2)));
  }
}
