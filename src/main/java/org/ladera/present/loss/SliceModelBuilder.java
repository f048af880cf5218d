package org.ladera.present.loss;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.landscape.Axis;
import org.ladera.landscape.Field;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.loss.SliceModel.Curve;
import org.ladera.present.loss.SliceModel.Mark;
import org.ladera.present.loss.SliceModel.Now;
import org.ladera.present.loss.SliceModel.Secant;
import org.ladera.present.plot.PlotAxis;
import org.ladera.present.plot.Scale;
import org.ladera.present.relief.Terrain;
import org.ladera.present.shared.Labels;
import org.ladera.present.shared.ParameterSymbols;
import org.ladera.session.FieldRequest;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.text.Messages;
import org.ladera.text.Numbers;
import org.ladera.text.RichText;

/** Works out a {@link SliceModel}. */
final class SliceModelBuilder {
  private static final int FEWEST = 201;
  private static final int MOST = 401;

  /** Digits of the losses at the marks: as a hand calculation gives them. */
  private static final int DIGITS = 5;

  private final Frame frame;
  private final Messages messages;
  private final Numbers numbers;
  private final ViewSpec.Slice spec;
  private final RunFrame run;
  private final FieldRequest.LossSlice request;
  private final String title;
  private final String symbol;
  private final int index;

  SliceModelBuilder(Frame frame, ViewSpec.Slice spec, Messages messages, Labels labels) {
    this.frame = frame;
    this.messages = messages;
    this.spec = spec;
    numbers = messages.numbers();
    run = frame.run(spec.run());
    title =
        labels.title(
            messages.text(
                run.experiment().network().function().isPresent()
                    ? "slice.title.function"
                    : "slice.title"),
            spec,
            messages);
    request = request(spec, run, false);
    symbol = ParameterSymbols.of(request.u(), run.experiment().network(), messages.letters());
    index = new ParameterLayout(run.experiment().network()).indexOf(request.u());
  }

  static FieldRequest.LossSlice request(ViewSpec.Slice spec, RunFrame run, boolean atStart) {
    ParameterLayout layout = new ParameterLayout(run.experiment().network());
    Axis axis =
        spec.range()
            .map(range -> through(range.low(), range.high(), spec.marks()))
            .orElseGet(() -> ParameterPlane.around(run, layout.indexOf(spec.u()), FEWEST));
    return new FieldRequest.LossSlice(run.id(), spec.u(), axis, atStart);
  }

  /** An axis on whose points the marks lie, where there is one, so that nothing is interpolated. */
  private static Axis through(double min, double max, List<Double> marks) {
    for (int count = FEWEST; count <= MOST; count++) {
      double step = (max - min) / (count - 1);
      boolean all = true;
      for (double mark : marks) {
        double at = (mark - min) / step;
        all &= Math.abs(at - Math.rint(at)) < 1e-9;
      }
      if (all) {
        return new Axis(min, max, count);
      }
    }
    return new Axis(min, max, FEWEST);
  }

  SliceModel model() {
    @Nullable Field field = frame.fields().get(request);
    Optional<Field> start = Optional.ofNullable(frame.fields().get(request(spec, run, true)));
    Axis axis = request.axis();
    double u = run.parameters().get(index);
    double loss = run.now().totalLoss();
    double slope = run.now().gradient().get(index);
    Map<String, String> values =
        Map.of(
            "u", symbol,
            "uValue", numbers.shown(u),
            "value", numbers.shown(loss),
            "slope", numbers.shown(slope));
    List<Mark> marks = field == null ? List.of() : marks(field);
    Optional<Secant> secant = secant(marks, u, loss);
    return new SliceModel(
        title,
        messages.text("slice.reading", values),
        RichText.parse(messages.text("slice.spoken", values)).plain()
            + secant.map(s -> " " + s.label() + ". ").orElse(" ")
            + messages.text("slice.keys"),
        messages.text("surface.waiting"),
        request.u(),
        PlotAxis.of(symbol, Scale.linear(axis.min(), axis.max()), numbers),
        PlotAxis.of(messages.text("slice.loss", values), height(field, start), numbers),
        Optional.ofNullable(field).map(SliceModelBuilder::curve),
        start.filter(f -> field != null && differs(f, field)).map(SliceModelBuilder::curve),
        marks,
        secant,
        new Now(u, loss, slope, messages.text("slice.tangent", values)));
  }

  private Optional<Secant> secant(List<Mark> marks, double u, double loss) {
    if (!spec.secant() || marks.isEmpty() || marks.getFirst().u() == u) {
      return Optional.empty();
    }
    Mark from = marks.getFirst();
    double slope = (loss - from.loss()) / (u - from.u());
    Map<String, String> words = Map.of("slope", numbers.shown(slope));
    return Optional.of(
        new Secant(from.u(), from.loss(), slope, messages.text("slice.secant", words)));
  }

  private static boolean differs(Field one, Field other) {
    return !one.values().equals(other.values());
  }

  /** Of the curve at the start, which is the highest in most runs, and of the present one. */
  private static Scale height(@Nullable Field now, Optional<Field> start) {
    double low = 0;
    double high = 0;
    for (Field field : Stream.concat(Optional.ofNullable(now).stream(), start.stream()).toList()) {
      Terrain terrain = Terrain.of(field, false);
      double room = (terrain.high() - terrain.low()) * 0.06;
      low = terrain.low() >= 0 ? low : Math.min(low, -round(-(terrain.low() - room)));
      high = Math.max(high, round(terrain.high() + room));
    }
    return now == null ? Scale.linear(0, 1) : Scale.linear(low, high);
  }

  /** Up to a number of few digits: the curve moves with the other parameters, its axis rarely. */
  private static double round(double value) {
    if (!(value > 0) || !Double.isFinite(value)) {
      return value;
    }
    double ten = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(value)));
    for (double step : new double[] {1.5, 2, 3, 4, 6, 8}) {
      if (value <= step * ten) {
        return step * ten;
      }
    }
    return 10 * ten;
  }

  private static Curve curve(Field field) {
    double[] us = new double[field.x().count()];
    double[] losses = new double[us.length];
    for (int i = 0; i < us.length; i++) {
      us[i] = field.x().at(i);
      losses[i] = field.get(i, 0);
    }
    return new Curve(us, losses);
  }

  private List<Mark> marks(Field field) {
    Terrain terrain = Terrain.of(field, false);
    double middle = (field.y().min() + field.y().max()) / 2;
    return spec.marks().stream()
        .filter(u -> terrain.holds(u, middle))
        .map(
            u -> {
              double loss = terrain.loss(u, middle);
              // The interpolation leaves a few roundings where the loss is exactly 0.
              double clean = Math.abs(loss) < terrain.high() * 1e-13 ? 0 : loss;
              return new Mark(u, clean, numbers.shown(clean, DIGITS));
            })
        .toList();
  }
}
