package org.ladera.present.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.data.Scaling;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.landscape.SourceUnits;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.data.DataModel.Curve;
import org.ladera.present.data.DataModel.Line;
import org.ladera.present.data.DataModel.Lit;
import org.ladera.present.data.DataModel.Mark;
import org.ladera.present.data.DataModel.Role;
import org.ladera.present.plot.PlotAxis;
import org.ladera.present.plot.Scale;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.present.shared.OtherRuns;
import org.ladera.present.shared.Tip;
import org.ladera.present.shared.Tip.Tone;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.text.Messages;
import org.ladera.text.Numbers;
import org.ladera.text.RichText;

/** Works out a {@link DataModel}. */
final class DataModelBuilder {
  private final Frame frame;
  private final ViewSpec.Data spec;
  private final Highlight highlight;
  private final Messages messages;
  private final Numbers numbers;
  private final Labels labels;
  private final RunFrame run;
  private final Dataset data;
  private final boolean raw;
  private final ExamplePoints points;

  /** One input against the target, or two inputs against each other with classes as marks. */
  private final boolean regression;

  DataModelBuilder(
      Frame frame, ViewSpec.Data spec, Highlight highlight, Messages messages, Labels labels) {
    this.frame = frame;
    this.spec = spec;
    this.highlight = highlight;
    this.messages = messages;
    this.numbers = messages.numbers();
    this.labels = labels;
    run = frame.run(spec.run());
    data = run.experiment().data();
    raw = spec.raw();
    points = ExamplePoints.of(run.experiment(), raw);
    regression = points.regression();
  }

  DataModel model() {
    List<Mark> marks = marks();
    PlotAxis x =
        PlotAxis.of(name(data.inputs().getFirst(), data.inputScaling()), points.across(), numbers);
    PlotAxis y = PlotAxis.of(yName(), up(), numbers);
    Optional<StraightLine> line = line(run, run.parameters());
    List<Line> lines = lines(line);
    Optional<LineHandles> handles =
        spec.drag()
            ? line.flatMap(l -> LineHandles.of(run.experiment(), l, raw, x.scale(), y.scale()))
            : Optional.empty();
    Optional<Lit> lit = lit(marks);
    String title = messages.text(line.isPresent() ? "data.title.line" : "data.title");
    String reading =
        messages.text(
            regression ? "data.count" : "data.count.plane",
            Map.of("count", numbers.whole(data.size())));
    String equation = line.isPresent() ? equation() : "";
    String values = line.isPresent() ? values(raw) : "";
    return new DataModel(
        title,
        reading,
        spoken(title, reading, equation, values, lit),
        List.of(),
        x,
        y,
        marks,
        held(),
        lines,
        curves(),
        regression && spec.residuals(),
        equation,
        values,
        scaled() ? values(!raw) : "",
        handles,
        lit);
  }

  /** Room for the points and for every line that is drawn, from the start of the run to its end. */
  private Scale up() {
    LineReach reach = new LineReach(points);
    for (RunFrame shown : OtherRuns.withOwn(frame, spec.run(), spec.runs())) {
      for (MatrixView place : LineReach.places(shown)) {
        line(shown, place).ifPresent(reach::add);
      }
    }
    return reach.scale();
  }

  static DataModel empty(Messages messages) {
    PlotAxis axis = PlotAxis.of("", Scale.linear(0, 10), messages.numbers());
    String title = messages.text("data.title");
    List<String> words = List.of(messages.text("data.empty"), messages.text("data.empty.next"));
    return new DataModel(
        title,
        "",
        String.join(" ", words),
        words,
        axis,
        axis,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        false,
        "",
        "",
        "",
        Optional.empty(),
        Optional.empty());
  }

  private List<Mark> marks() {
    List<Mark> marks = new ArrayList<>();
    MatrixView outputs = run.now().outputs();
    for (int i = 0; i < data.size(); i++) {
      double foot = regression ? points.target(0, outputs.get(i, 0)) : Double.NaN;
      marks.add(new Mark(points.x(i), points.y(i), foot, regression ? 0 : group(data.y(), i)));
    }
    return marks;
  }

  private List<Mark> held() {
    List<Mark> held = new ArrayList<>();
    for (ExamplePoints of : points.heldPoints()) {
      for (int i = 0; i < of.data().size(); i++) {
        int group = regression ? 0 : group(of.data().y(), i);
        held.add(new Mark(of.x(i), of.y(i), Double.NaN, group));
      }
    }
    return held;
  }

  /** The class of an example: 0 or 1 of a single target, the hottest of several; at most 2. */
  private static int group(MatrixView targets, int sample) {
    if (targets.columns() == 1) {
      return targets.get(sample, 0) > 0.5 ? 1 : 0;
    }
    int best = 0;
    for (int j = 1; j < targets.columns(); j++) {
      if (targets.get(sample, j) > targets.get(sample, best)) {
        best = j;
      }
    }
    return best % 3;
  }

  private String yName() {
    return regression
        ? name(data.targets().getFirst(), data.targetScaling())
        : name(data.inputs().get(1), data.inputScaling());
  }

  private String name(String column, Scaling scaling) {
    String name = labels.column(column);
    return raw || scaling.kind() == Scaling.Kind.NONE
        ? name
        : messages.text("data.scaled", Map.of("name", name));
  }

  private Optional<StraightLine> line(RunFrame of, MatrixView parameters) {
    return regression
        ? StraightLine.of(of.experiment().network(), parameters)
            .map(l -> raw ? l.raw(of.experiment().data()) : l)
        : Optional.empty();
  }

  private List<Line> lines(Optional<StraightLine> present) {
    List<Line> lines = new ArrayList<>();
    present.ifPresent(l -> lines.add(new Line(Role.PRESENT, 0, l, "")));
    if (run.update() > 0) {
      line(run, run.start().parameters())
          .ifPresent(l -> lines.add(new Line(Role.START, 0, l, messages.text("data.start"))));
    }
    for (RunFrame other : OtherRuns.of(frame, spec.run(), spec.runs())) {
      int look = OtherRuns.look(frame, other);
      line(other, other.parameters())
          .ifPresent(
              l -> lines.add(new Line(Role.OTHER, look, l, labels.run(other.id(), rate(other)))));
    }
    return lines;
  }

  /** Of this run now and at its start, and of the other runs that are asked for. */
  private List<Curve> curves() {
    ModelCurves curves = new ModelCurves(frame, spec);
    List<Curve> all = new ArrayList<>(curves.of(run, false, Role.PRESENT, 0, ""));
    all.addAll(curves.of(run, true, Role.START, 0, messages.text("data.start")));
    for (RunFrame other : OtherRuns.of(frame, spec.run(), spec.runs())) {
      String label = labels.run(other.id(), rate(other));
      all.addAll(curves.of(other, false, Role.OTHER, OtherRuns.look(frame, other), label));
    }
    return all;
  }

  private String rate(RunFrame of) {
    return messages.text("number.rate", Map.of("value", numbers.shown(of.next().rate())));
  }

  private boolean hasBias() {
    return run.experiment().network().layers().getFirst().bias();
  }

  private boolean single() {
    return run.experiment().network().layers().size() == 1;
  }

  private String equation() {
    return messages.text(
        single() ? hasBias() ? "data.equation" : "data.equation.origin" : "data.equation.deep");
  }

  /** Whether the model has other numbers in the units of the file. */
  private boolean scaled() {
    return regression
        && run.experiment().network().inputs() == 1
        && SourceUnits.differ(run.experiment());
  }

  /**
   * Its parameters, with the units they are in where there are two.
   *
   * @param file in the units of the file
   */
  private String values(boolean file) {
    if (!single()) {
      return "";
    }
    MatrixView parameters =
        file
            ? SourceUnits.of(run.experiment(), run.parameters()).orElse(run.parameters())
            : run.parameters();
    String w = numbers.shown(parameter(ParameterRef.weight(1, 1, 1), parameters));
    if (!hasBias()) {
      return messages.text("data.values.origin", Map.of("w", w));
    }
    String b = numbers.shown(parameter(ParameterRef.bias(1, 1), parameters));
    String key = !scaled() ? "data.values" : file ? "data.values.file" : "data.values.network";
    return messages.text(key, Map.of("b", b, "w", w));
  }

  private double parameter(ParameterRef parameter, MatrixView parameters) {
    return parameters.get(new ParameterLayout(run.experiment().network()).indexOf(parameter));
  }

  private Optional<Lit> lit(List<Mark> marks) {
    int sample = highlight.sample();
    if (sample < 0 || sample >= marks.size()) {
      return Optional.empty();
    }
    Mark mark = marks.get(sample);
    List<Tip.Line> lines = new ArrayList<>();
    lines.add(
        new Tip.Line(
            messages.text(
                "data.tip.point",
                Map.of(
                    "index", numbers.whole(sample + 1),
                    "x", quantity(mark.x(), data.inputs().getFirst()),
                    "y",
                        quantity(
                            mark.y(),
                            regression ? data.targets().getFirst() : data.inputs().get(1)))),
            Tone.TITLE));
    String tag = "";
    if (regression) {
      double residual = run.now().outputs().get(sample, 0) - data.y().get(sample, 0);
      tag =
          messages.text(
              "data.tag",
              Map.of("index", numbers.whole(sample + 1), "value", numbers.shown(residual)));
      lines.add(new Tip.Line(residualWords(residual), Tone.DELTA));
    }
    return Optional.of(new Lit(sample, tag, new Tip(lines)));
  }

  private String quantity(double value, String column) {
    String number = numbers.shown(value);
    return raw
        ? messages.text("data.quantity", Map.of("value", number, "unit", labels.unit(column)))
        : number;
  }

  private String residualWords(double residual) {
    double sum = run.now().lossSum();
    if (run.experiment().loss().kind() == LossSpec.Kind.SQUARED && sum > 0 && sum < 1e300) {
      double share = 100 * residual * residual / sum;
      return messages.text(
          "data.tip.share",
          Map.of("value", numbers.shown(residual), "share", numbers.shown(share, 2)));
    }
    return messages.text("data.tip.residual", Map.of("value", numbers.shown(residual)));
  }

  private String spoken(
      String title, String reading, String equation, String values, Optional<Lit> lit) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        messages.text(
            "data.spoken",
            Map.of(
                "title",
                title,
                "count",
                reading,
                "loss",
                numbers.shown(run.now().totalLoss()),
                "epoch",
                numbers.whole(run.epoch()))));
    if (!equation.isEmpty()) {
      sentences.add(equation + ", " + values + ".");
    }
    lit.ifPresent(l -> l.tip().lines().forEach(line -> sentences.add(line.text() + ".")));
    return RichText.parse(String.join(" ", sentences)).plain();
  }
}
