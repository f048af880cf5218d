package org.ladera.present.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ladera.engine.data.Accuracy;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.landscape.DecisionGrid;
import org.ladera.landscape.Field;
import org.ladera.landscape.ForwardPass;
import org.ladera.landscape.LossFunction;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.decision.BoundaryModel.Lit;
import org.ladera.present.decision.BoundaryModel.Mark;
import org.ladera.present.plot.PlotAxis;
import org.ladera.present.plot.Scale;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.present.shared.Tip;
import org.ladera.present.shared.Tip.Tone;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.text.Messages;
import org.ladera.text.Numbers;
import org.ladera.text.RichText;

/** Works out a {@link BoundaryModel}. */
final class BoundaryModelBuilder {
  /** Of more examples the outputs are read by pointing at them. */
  private static final int FEW = 8;

  /** Outputs that differ by less than this over the whole plane draw no boundary. */
  private static final double FLAT = 1e-3;

  private final Frame frame;
  private final ViewSpec.Boundary spec;
  private final Highlight highlight;
  private final Messages messages;
  private final Numbers numbers;
  private final Labels labels;
  private final RunFrame run;
  private final Dataset data;
  private final MatrixView outputs;
  private final boolean editable;

  BoundaryModelBuilder(
      Frame frame, ViewSpec.Boundary spec, Highlight highlight, Messages messages, Labels labels) {
    this.frame = frame;
    this.spec = spec;
    this.highlight = highlight;
    this.messages = messages;
    this.labels = labels;
    numbers = messages.numbers();
    run = frame.run(spec.run());
    data = run.experiment().data();
    outputs = run.now().outputs();
    editable = spec.edit();
  }

  BoundaryModel model() {
    return InputPlane.of(run, spec).map(this::model).orElseGet(this::noPlane);
  }

  private BoundaryModel model(InputPlane plane) {
    List<String> classes = Classes.names(data, messages, labels);
    Optional<BackgroundField> background = plane.background(frame, spec.run());
    boolean flat =
        background.isPresent() && background.get().fields().stream().allMatch(this::isFlat);
    List<Mark> marks = marks(flat);
    Optional<Lit> lit = lit(marks, classes);
    String title = labels.title(title(classes), spec, messages);
    String reading = flat ? everywhere(background.get()) : reading(marks);
    ForwardPass forward = new ForwardPass(LossFunction.of(run.experiment()), run.parameters());
    return new BoundaryModel(
        title,
        reading,
        spoken(title, reading, marks, classes, lit),
        List.of(),
        axis(0, plane.x().min(), plane.x().max()),
        axis(1, plane.y().min(), plane.y().max()),
        background,
        marks,
        classes,
        lit,
        Optional.of(
            new Probe(
                forward,
                DecisionGrid.InputPlane.first(data),
                classes,
                editable,
                messages,
                Tip.explain(run, messages))),
        editable ? Optional.of(data) : Optional.empty());
  }

  private BoundaryModel noPlane() {
    PlotAxis axis = PlotAxis.of("", Scale.linear(0, 1), numbers);
    List<String> words =
        List.of(messages.text("boundary.empty"), messages.text("boundary.empty.next"));
    return new BoundaryModel(
        messages.text("boundary.title"),
        "",
        String.join(" ", words),
        words,
        axis,
        axis,
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private PlotAxis axis(int column, double min, double max) {
    return PlotAxis.of(
        Classes.axis(data, column, messages, labels), Scale.linear(min, max), numbers);
  }

  private String title(List<String> classes) {
    return data.y().columns() == 1
        ? messages.text("boundary.title")
        : messages.text("boundary.title.regions", Map.of("count", numbers.whole(classes.size())));
  }

  private boolean isFlat(Field field) {
    return field.max() - field.min() < FLAT;
  }

  private String everywhere(BackgroundField background) {
    return background.fields().size() == 1
        ? messages.text(
            "boundary.flat",
            Map.of("value", numbers.fixed(background.fields().getFirst().min(), 3)))
        : messages.text("boundary.flat.classes");
  }

  /**
   * @param flat the network answers the same for all: which class that is, rounding decides
   */
  private List<Mark> marks(boolean flat) {
    boolean few = data.size() <= FEW;
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < data.size(); i++) {
      int group = Accuracy.classOf(data.y(), i);
      int said = Accuracy.classOf(outputs, i);
      marks.add(
          new Mark(
              data.x().get(i, 0),
              data.x().get(i, 1),
              group,
              !flat && group != said,
              few ? numbers.fixed(outputs.get(i, outputs.columns() == 1 ? 0 : said), 3) : ""));
    }
    return marks;
  }

  private String reading(List<Mark> marks) {
    if (Double.isNaN(run.now().accuracy())) {
      return "";
    }
    long right = marks.stream().filter(m -> !m.wrong()).count();
    return messages.text(
        "boundary.right",
        Map.of("right", numbers.whole(right), "count", numbers.whole(marks.size())));
  }

  private Optional<Lit> lit(List<Mark> marks, List<String> classes) {
    int sample = highlight.sample();
    if (sample < 0 || sample >= marks.size()) {
      return Optional.empty();
    }
    Mark mark = marks.get(sample);
    double[] said = new double[outputs.columns()];
    for (int j = 0; j < said.length; j++) {
      said[j] = outputs.get(sample, j);
    }
    List<Tip.Line> lines = new ArrayList<>(Probe.lines(said, classes, messages));
    lines.add(
        new Tip.Line(
            messages.text(
                mark.wrong() ? "boundary.tip.point.wrong" : "boundary.tip.point",
                Map.of(
                    "index", numbers.whole(sample + 1),
                    "place", Classes.place(data, sample, messages),
                    "class", classes.get(mark.group()))),
            mark.wrong() ? Tone.DELTA : Tone.TEXT));
    if (editable) {
      lines.add(new Tip.Line(messages.text("boundary.tip.move"), Tone.KEYS));
    }
    lines.addAll(Tip.explain(run, messages));
    return Optional.of(new Lit(sample, new Tip(lines)));
  }

  private String spoken(
      String title, String reading, List<Mark> marks, List<String> classes, Optional<Lit> lit) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        messages.text(
            "boundary.spoken",
            Map.of(
                "title",
                title,
                "epoch",
                numbers.whole(run.epoch()),
                "loss",
                numbers.shown(run.now().totalLoss()),
                "right",
                reading)));
    if (lit.isPresent()) {
      lit.get().tip().lines().forEach(line -> sentences.add(line.text() + "."));
    } else if (marks.size() <= FEW) {
      for (int i = 0; i < marks.size(); i++) {
        sentences.add(
            messages.text(
                "boundary.spoken.point",
                Map.of(
                    "place", Classes.place(data, i, messages),
                    "class", classes.get(marks.get(i).group()),
                    "value", marks.get(i).value())));
      }
    }
    sentences.add(messages.text(editable ? "boundary.keys.edit" : "boundary.keys"));
    return RichText.parse(String.join(" ", sentences)).plain();
  }
}
