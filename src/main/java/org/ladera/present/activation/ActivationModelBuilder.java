package org.ladera.present.activation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.net.Activation;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.landscape.Spread;
import org.ladera.lesson.model.Range;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.activation.ActivationModel.Dot;
import org.ladera.present.activation.ActivationModel.Greatest;
import org.ladera.present.activation.ActivationModel.Jump;
import org.ladera.present.activation.ActivationModel.Line;
import org.ladera.present.activation.ActivationModel.Now;
import org.ladera.present.activation.ActivationModel.Stretch;
import org.ladera.present.plot.PlotAxis;
import org.ladera.present.plot.Scale;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.present.shared.OtherRuns;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.text.Messages;
import org.ladera.text.Numbers;
import org.ladera.text.RichText;

/** Works out an {@link ActivationModel}. */
final class ActivationModelBuilder {
  private static final int MOST_DOTS = 400;
  private static final double FAR = 8;

  /** Beside 0, where every function that has a corner has it. */
  private static final double BESIDE = 1e-9;

  private static final double JUMP = 1e-6;
  private static final double ALMOST_ONE = 0.9995;

  private final Frame frame;
  private final ViewSpec.Activation spec;
  private final Messages messages;
  private final Numbers numbers;
  private final Labels labels;
  private final UnitPoint own;
  private final List<UnitPoint> others;
  private final double min;
  private final double max;

  ActivationModelBuilder(
      Frame frame,
      ViewSpec.Activation spec,
      Highlight highlight,
      Messages messages,
      Labels labels) {
    this.frame = frame;
    this.spec = spec;
    this.messages = messages;
    this.labels = labels;
    numbers = messages.numbers();
    own = UnitPoint.of(frame.run(spec.run()), spec.at(), highlight);
    others =
        OtherRuns.of(frame, spec.run(), spec.runs()).stream()
            .map(run -> UnitPoint.of(run, spec.at(), highlight))
            .toList();
    min = spec.range().map(Range::low).orElse(-FAR);
    max = spec.range().map(Range::high).orElse(FAR);
  }

  ActivationModel model() {
    List<Line> lines = new ArrayList<>();
    for (UnitPoint other : others) {
      lines.add(line(other, OtherRuns.look(frame, other.run()), false));
    }
    lines.add(line(own, 0, true));
    boolean byInput = spec.input();
    boolean all = spec.all();
    String f = symbol();
    Map<String, String> words =
        Map.of(
            "f", f,
            "z", numbers.shown(own.z()),
            "a", shown(own.a()),
            "slope", numbers.shown(own.slope()));
    return new ActivationModel(
        labels.title(messages.text("activation.title"), spec, messages),
        reading(words),
        spoken(words, byInput),
        PlotAxis.of("$z$", Scale.linear(min, max), numbers),
        PlotAxis.of(messages.text("activation.values", words), heights(lines), numbers),
        PlotAxis.of(messages.text("activation.slopes", words), slopes(lines), numbers),
        lines,
        all ? Optional.empty() : Optional.of(now(words)),
        greatest(lines.getLast()),
        all ? dots() : List.of(),
        !all && own.run() == frame.main() && own.movable(byInput),
        z -> own.move(z, byInput));
  }

  private String symbol() {
    boolean sigmoid = own.function().kind() == ActivationSpec.Kind.SIGMOID;
    return messages.text(
        others.isEmpty() && sigmoid ? "activation.symbol.sigmoid" : "activation.symbol.any");
  }

  private String reading(Map<String, String> words) {
    if (spec.all()) {
      double share = Spread.saturated(own.layer());
      return messages.text(
          "activation.saturated",
          Map.of("share", numbers.fixed(100 * share, 0), "limit", numbers.shown(Spread.FLAT)));
    }
    return messages.text("activation.reading", words);
  }

  private String spoken(Map<String, String> words, boolean byInput) {
    List<String> sentences = new ArrayList<>();
    sentences.add(messages.text("activation.spoken", words));
    for (UnitPoint other : others) {
      sentences.add(
          messages.text(
              "activation.spoken.other",
              Map.of(
                  "name", name(other),
                  "a", numbers.shown(other.a()),
                  "slope", numbers.shown(other.slope()))));
    }
    if (own.movable(byInput)) {
      sentences.add(messages.text("activation.keys"));
    }
    return RichText.parse(String.join(" ", sentences)).plain();
  }

  private String name(UnitPoint of) {
    String function = messages.text("name.activation." + of.function().kind().id());
    return labels.run(of.run().id(), function);
  }

  private Now now(Map<String, String> words) {
    return new Now(
        own.z(), own.a(), own.slope(), shown(own.a()), messages.text("activation.tangent", words));
  }

  /** Near 1 more digits, so that what is not yet 1 is not written as 1. */
  private String shown(double a) {
    boolean almost = Math.abs(a) < 1 && Math.abs(a) >= ALMOST_ONE;
    return numbers.shown(a, almost ? 6 : 4);
  }

  private Line line(UnitPoint of, int index, boolean isOwn) {
    Optional<Jump> jump = jump(of.function());
    boolean broken = jump.isPresent();
    List<FunctionCurve> pieces =
        broken
            ? List.of(
                new FunctionCurve(of.function(), min, -BESIDE),
                new FunctionCurve(of.function(), BESIDE, max))
            : List.of(new FunctionCurve(of.function(), min, max));
    String name = others.isEmpty() ? "" : name(of);
    return new Line(
        index,
        isOwn,
        name,
        jump.map(
                j ->
                    messages.text(
                        "activation.jump", Map.of("name", name, "value", numbers.shown(j.taken()))))
            .orElse(name),
        pieces.stream().map(FunctionCurve::values).toList(),
        pieces.stream().map(FunctionCurve::slopes).toList(),
        jump,
        new Dot(of.z(), of.a(), of.slope()));
  }

  private Optional<Jump> jump(ActivationSpec f) {
    double before = Activation.derivative(f, -BESIDE);
    double after = Activation.derivative(f, BESIDE);
    boolean shown = min < 0 && max > 0 && Math.abs(after - before) > JUMP;
    return shown
        ? Optional.of(new Jump(0, Activation.derivative(f, 0), before, after))
        : Optional.empty();
  }

  private Scale heights(List<Line> lines) {
    return spec.height()
        .map(height -> Scale.linear(height.low(), height.high()))
        .orElseGet(
            () -> withRoom(lines.stream().flatMap(line -> line.values().stream()).toList(), 0.08));
  }

  /** With several lines there has to be room for a name above the highest. */
  private static Scale slopes(List<Line> lines) {
    return withRoom(
        lines.stream().flatMap(line -> line.slopes().stream()).toList(),
        lines.size() > 1 ? 0.18 : 0.08);
  }

  private static Scale withRoom(List<Stretch> stretches, double share) {
    double low = 0;
    double high = 0;
    for (Stretch stretch : stretches) {
      for (double height : stretch.heights()) {
        low = Math.min(low, height);
        high = Math.max(high, height);
      }
    }
    double room = (high - low) * share;
    return Scale.linear(low < 0 ? low - room : 0, high + room);
  }

  /** Only for a function that is alone and whose slope has a summit. */
  private Optional<Greatest> greatest(Line line) {
    if (!others.isEmpty() || line.jump().isPresent()) {
      return Optional.empty();
    }
    double[] heights = line.slopes().getFirst().heights();
    int best = 0;
    for (int i = 1; i < heights.length; i++) {
      best = heights[i] > heights[best] ? i : best;
    }
    boolean summit =
        best > 0
            && best < heights.length - 1
            && heights[best - 1] < heights[best]
            && heights[best + 1] < heights[best];
    return summit
        ? Optional.of(
            new Greatest(
                heights[best],
                messages.text(
                    "activation.greatest", Map.of("value", numbers.shown(heights[best])))))
        : Optional.empty();
  }

  private List<Dot> dots() {
    RunFrame run = own.run();
    List<Dot> dots = new ArrayList<>();
    MatrixView z = run.next().layers().get(own.layer().index() - 1).z();
    int every = Math.max(1, (z.size() + MOST_DOTS - 1) / MOST_DOTS);
    for (int i = 0; i < z.size(); i += every) {
      double at = z.get(i);
      dots.add(
          new Dot(
              at, Activation.value(own.function(), at), Activation.derivative(own.function(), at)));
    }
    return dots;
  }
}
