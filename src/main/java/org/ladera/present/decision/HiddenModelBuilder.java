package org.ladera.present.decision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ladera.engine.data.Accuracy;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.landscape.Axis;
import org.ladera.landscape.ForwardPass;
import org.ladera.landscape.LossFunction;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.decision.HiddenModel.Stage;
import org.ladera.present.plot.PlotAxis;
import org.ladera.present.plot.Scale;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.present.shared.Tip;
import org.ladera.present.shared.Tip.Tone;
import org.ladera.session.Frame;
import org.ladera.session.Plan;
import org.ladera.session.RunFrame;
import org.ladera.text.Messages;
import org.ladera.text.Numbers;
import org.ladera.text.RichText;
import org.ladera.timeline.Trajectory;

/** Works out a {@link HiddenModel}. */
final class HiddenModelBuilder {
  private static final int FEW = 8;

  /** The grid of the pictures behind a layer: one unit over a plane is smooth. */
  private static final int COUNT = 97;

  /** Shares this near to equal are equal in the two digits that would be shown. */
  private static final double EQUAL = 0.005;

  private static final int MOST_TERMS = 3;

  /** Probabilities nearer than this look the same. */
  private static final double VISIBLE = 0.01;

  /** So many moments of the run ahead say how far its places reach. */
  private static final int MOMENTS = 9;

  private final Frame frame;
  private final ViewSpec.HiddenSpace spec;
  private final Highlight highlight;
  private final Messages messages;
  private final Numbers numbers;
  private final Labels labels;
  private final RunFrame run;
  private final Dataset data;
  private final NetworkSpec network;

  HiddenModelBuilder(
      Frame frame,
      ViewSpec.HiddenSpace spec,
      Highlight highlight,
      Messages messages,
      Labels labels) {
    this.frame = frame;
    this.spec = spec;
    this.highlight = highlight;
    this.messages = messages;
    this.labels = labels;
    numbers = messages.numbers();
    run = frame.run(spec.run());
    data = run.experiment().data();
    network = run.experiment().network();
  }

  HiddenModel model() {
    Optional<InputPlane> plane = InputPlane.around(run);
    if (plane.isEmpty() || network.layers().size() < 2) {
      return new HiddenModel(
          messages.text("hidden.title"),
          List.of(messages.text("hidden.empty"), messages.text("hidden.empty.next")),
          List.of(),
          0,
          List.of(),
          List.of(),
          -1);
    }
    MatrixView square = square();
    ForwardPass forward = new ForwardPass(LossFunction.of(run.experiment()), run.parameters());
    List<MatrixView> grids = forward.activations(square);
    List<MatrixView> points = forward.activations(data.x());
    List<Stage> stages = new ArrayList<>();
    stages.add(inputs(plane.get(), square));
    for (int layer = 1; layer < network.layers().size(); layer++) {
      stages.add(stage(layer, grids.get(layer - 1), points.get(layer - 1)));
    }
    return new HiddenModel(
        messages.text("hidden.title"),
        List.of(),
        stages,
        Math.max(0, Math.min(spec.layer(), stages.size() - 1)),
        IntStream.range(0, data.size()).mapToObj(i -> Accuracy.classOf(data.y(), i)).toList(),
        data.size() > FEW
            ? List.of()
            : IntStream.range(0, data.size())
                .mapToObj(i -> Classes.place(data, i, messages))
                .toList(),
        highlight.sample() < data.size() ? highlight.sample() : -1);
  }

  /** The lines of the square that the examples span: upright ones first. */
  private MatrixView square() {
    MatrixView corners = InputPlane.corners(data);
    int lines = HiddenModel.LINES;
    int along = HiddenModel.ALONG;
    double[] places = new double[4 * lines * along];
    int at = 0;
    for (int direction = 0; direction < 2; direction++) {
      for (int line = 0; line < lines; line++) {
        for (int i = 0; i < along; i++) {
          double across = (double) line / (lines - 1);
          double on = (double) i / (along - 1);
          double u = direction == 0 ? across : on;
          double v = direction == 0 ? on : across;
          places[at++] = corners.get(0, 0) + u * (corners.get(1, 0) - corners.get(0, 0));
          places[at++] = corners.get(0, 1) + v * (corners.get(1, 1) - corners.get(0, 1));
        }
      }
    }
    return MatrixView.of(2 * lines * along, 2, places);
  }

  private Stage inputs(InputPlane plane, MatrixView square) {
    PlotAxis x = axis(Classes.axis(data, 0, messages, labels), plane.x());
    PlotAxis y = axis(Classes.axis(data, 1, messages, labels), plane.y());
    String name = messages.text("hidden.stage.input");
    return new Stage(
        name,
        messages.text("hidden.choice.input"),
        spoken(name, x, y, data.x()),
        x,
        y,
        square,
        data.x(),
        plane.background(frame, spec.run()),
        tips(x, y, data.x()));
  }

  private Stage stage(int layer, MatrixView gridValues, MatrixView pointValues) {
    LayerPlane plane =
        LayerPlane.of(network, run.parameters(), end(), layer, spec.units(), gridValues);
    MatrixView grid = plane.places(gridValues);
    MatrixView points = plane.places(pointValues);
    ActivationSpec.Kind kind =
        plane.scores()
            ? ActivationSpec.Kind.IDENTITY
            : network.layers().get(layer - 1).activation().kind();
    List<MatrixView> shown = kind.isBounded() ? List.of() : ahead(layer, points, grid);
    Axis ax = range(kind, shown, 0);
    Axis ay = range(kind, shown, 1);
    PlotAxis x = axis(axisName(plane, plane.across(), layer), ax);
    PlotAxis y = axis(axisName(plane, plane.up(), layer), ay);
    boolean only = network.layers().size() == 2;
    String choice = messages.text("hidden.stage.layer", Map.of("layer", numbers.whole(layer)));
    String name = off(only ? messages.text("hidden.stage.folded") : choice, plane);
    return new Stage(
        name,
        choice,
        spoken(name, x, y, points),
        x,
        y,
        grid,
        points,
        plane.background(network.layers().get(layer), ax, ay),
        tips(x, y, points));
  }

  /** Where the run will end, by which the plane is chosen once for all of it; now if not known. */
  private MatrixView end() {
    return run.plan()
        .map(Plan::path)
        .filter(path -> path.count() > 0 && isFinite(path.parameters()[path.count() - 1]))
        .map(path -> path.parameters()[path.count() - 1])
        .map(theta -> MatrixView.of(1, theta.length, theta))
        .orElse(run.parameters());
  }

  private static boolean isFinite(double[] values) {
    return Arrays.stream(values).allMatch(Double::isFinite);
  }

  /** How far the background is from the truth, where that could be seen. */
  private String off(String name, LayerPlane plane) {
    // The slope of the sigmoid is a quarter at most.
    return plane.off() / 4 < VISIBLE
        ? name
        : messages.text("hidden.off", Map.of("name", name, "value", numbers.shown(plane.off(), 2)));
  }

  /** What a range must hold: the examples all along the run, and the square at its end. */
  private List<MatrixView> ahead(int layer, MatrixView points, MatrixView grid) {
    List<MatrixView> all = new ArrayList<>(List.of(points));
    if (run.plan().isEmpty()) {
      all.add(grid);
    } else {
      Trajectory path = run.plan().get().path();
      for (int i = 0; i < MOMENTS; i++) {
        int at = (int) ((long) i * (path.count() - 1) / (MOMENTS - 1));
        double[] values = path.parameters()[at];
        if (isFinite(values)) {
          MatrixView theta = MatrixView.of(1, values.length, values);
          MatrixView a =
              new ForwardPass(LossFunction.of(run.experiment()), theta)
                  .activations(i + 1 < MOMENTS ? data.x() : square())
                  .get(layer - 1);
          all.add(LayerPlane.of(network, theta, end(), layer, spec.units(), a).places(a));
        }
      }
    }
    return all;
  }

  private PlotAxis axis(String name, Axis range) {
    return PlotAxis.of(name, Scale.linear(range.min(), range.max()), numbers);
  }

  /**
   * A little beyond the ends of a bounded activation; of another what the layer has of the plane,
   * to round numbers, so that the axes stand still.
   */
  private static Axis range(ActivationSpec.Kind kind, List<MatrixView> shown, int column) {
    if (kind.isBounded()) {
      double beyond = 0.06 * (kind.high() - kind.low());
      return new Axis(kind.low() - beyond, kind.high() + beyond, COUNT);
    }
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (MatrixView places : shown) {
      for (int i = 0; i < places.rows(); i++) {
        double value = places.get(i, column);
        if (Double.isFinite(value)) {
          min = Math.min(min, value);
          max = Math.max(max, value);
        }
      }
    }
    if (!(min <= max)) {
      return new Axis(-1, 1, COUNT);
    }
    double step = 0.2;
    while ((max - min) / step > 6) {
      step *= 2;
    }
    return new Axis(
        Math.floor((min - 0.02) / step) * step, Math.ceil((max + 0.02) / step) * step, COUNT);
  }

  private String axisName(LayerPlane plane, double[] shares, int layer) {
    if (plane.scores()) {
      return messages.text(shares == plane.across() ? "hidden.axis.two" : "hidden.axis.third");
    }

    List<Integer> units =
        IntStream.range(0, shares.length).filter(j -> shares[j] != 0).boxed().toList();
    if (units.isEmpty()) {
      return messages.text("hidden.axis.none");
    }
    if (units.size() == 1) {
      String name = symbol(units.getFirst());
      return network.layers().size() == 2
          ? messages.text("hidden.axis.unit", Map.of("name", name))
          : messages.text("hidden.axis.layer", Map.of("name", name, "layer", numbers.whole(layer)));
    }
    List<String> names = units.stream().map(HiddenModelBuilder::symbol).toList();
    double equal = 1.0 / units.size();
    if (units.stream().allMatch(j -> Math.abs(shares[j] - equal) < EQUAL)) {
      return messages.text(
          "hidden.axis.mean",
          Map.of("sum", String.join(" + ", names), "count", numbers.whole(units.size())));
    }
    if (units.size() > MOST_TERMS) {
      return messages.text("hidden.axis.many", Map.of("names", String.join(", ", names)));
    }
    return String.join(
        " + ",
        units.stream()
            .map(
                j ->
                    messages.text(
                        "hidden.axis.term",
                        Map.of("share", numbers.fixed(shares[j], 2), "name", symbol(j))))
            .toList());
  }

  private static String symbol(int unit) {
    return "$a_(" + (unit + 1) + ")$";
  }

  private List<Tip> tips(PlotAxis x, PlotAxis y, MatrixView points) {
    List<String> classes = Classes.names(data, messages, labels);
    List<Tip> tips = new ArrayList<>();
    for (int i = 0; i < points.rows(); i++) {
      String title =
          messages.text(
              "boundary.tip.point",
              Map.of(
                  "index", numbers.whole(i + 1),
                  "place", Classes.place(data, i, messages),
                  "class", classes.get(Accuracy.classOf(data.y(), i))));
      tips.add(
          new Tip(
              List.of(
                  new Tip.Line(title, Tone.TITLE),
                  new Tip.Line(x.name() + ": " + numbers.shown(points.get(i, 0)), Tone.TEXT),
                  new Tip.Line(y.name() + ": " + numbers.shown(points.get(i, 1)), Tone.TEXT))));
    }
    return tips;
  }

  private String spoken(String stage, PlotAxis x, PlotAxis y, MatrixView points) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        messages.text(
            "hidden.spoken",
            Map.of(
                "title", messages.text("hidden.title"),
                "stage", stage,
                "epoch", numbers.whole(run.epoch()),
                "x", x.name(),
                "y", y.name())));
    List<String> classes = Classes.names(data, messages, labels);
    for (int i = 0; i < data.size(); i++) {
      if (data.size() <= FEW || i == highlight.sample()) {
        sentences.add(
            messages.text(
                "hidden.spoken.point",
                Map.of(
                    "place", Classes.place(data, i, messages),
                    "class", classes.get(Accuracy.classOf(data.y(), i)),
                    "x", numbers.shown(points.get(i, 0), 3),
                    "y", numbers.shown(points.get(i, 1), 3))));
      }
    }
    sentences.add(messages.text("hidden.keys"));
    return RichText.parse(String.join(" ", sentences)).plain();
  }
}
