package org.ladera.present.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.landscape.Axis;
import org.ladera.landscape.Field;
import org.ladera.lesson.model.Covered;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.decision.InputPlane;
import org.ladera.present.network.NetworkModel.Column;
import org.ladera.present.network.NetworkModel.Edge;
import org.ladera.present.network.NetworkModel.Legend;
import org.ladera.present.network.NetworkModel.Link;
import org.ladera.present.network.NetworkModel.Target;
import org.ladera.present.network.NetworkModel.Unit;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.PixelPicture;
import org.ladera.present.shared.Subject;
import org.ladera.present.shared.Tip;
import org.ladera.session.FieldRequest;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.session.Status;
import org.ladera.session.reading.Reading;
import org.ladera.session.reading.UnitReading;
import org.ladera.text.Messages;
import org.ladera.text.RichText;

/** Works out a {@link NetworkModel}. */
final class NetworkModelBuilder {
  /** Values along each side of a unit's picture. */
  private static final int CELLS = 28;

  private static final int MOST_UNITS = 12;
  private static final int FIRST_UNITS = 6;
  private static final int LAST_UNITS = 5;

  /** Inputs before and after the picture that stands for all of them. */
  private static final int PIXELS = 3;

  /** The plane that the pictures show. */
  record Plane(Axis x, Axis y) {}

  private final Frame frame;
  private final RunFrame run;
  private final ViewSpec.Network spec;
  private final Highlight highlight;
  private final Messages messages;
  private final NetworkSpec network;
  private final ParameterLayout layout;
  private final MapColumns maps;
  private final Words words;
  private final SampleChoice sample;
  private final UnitValues values;

  /** What is shown where examples are pictures. */
  private final Optional<Subject> subject;

  private final Optional<Plane> plane;
  private final Covered covered;

  NetworkModelBuilder(
      Frame frame, ViewSpec.Network spec, Highlight highlight, Messages messages, Covered covered) {
    this.covered = covered;
    this.frame = frame;
    this.spec = spec;
    this.highlight = highlight;
    this.messages = messages;
    run = frame.run(spec.run());
    network = run.experiment().network();
    layout = new ParameterLayout(network);
    maps = new MapColumns(network);
    words = new Words(messages, network);
    subject = Subject.ofPictures(run, spec.sample(), highlight, messages);
    sample = SampleChoice.of(run, Subject.number(subject, spec.sample()), highlight);
    values = UnitValues.of(run, sample, subject);
    plane = plane(spec, run);
  }

  /** The plane of the decision boundary, with fewer cells. */
  static Optional<Plane> plane(ViewSpec.Network spec, RunFrame run) {
    return InputPlane.of(run, spec.xRange(), spec.yRange(), false)
        .map(p -> new Plane(coarse(p.x()), coarse(p.y())));
  }

  private static Axis coarse(Axis axis) {
    return new Axis(axis.min(), axis.max(), CELLS);
  }

  NetworkModel model() {
    List<Column> columns = new ArrayList<>();
    for (int l = 0; l <= network.layers().size(); l++) {
      columns.add(column(l));
    }
    List<Edge> edges = edges(columns);
    NetworkTips tips = new NetworkTips(run, values, messages, words);
    Optional<Target> lit = lit().filter(target -> tips.tip(target).isPresent());
    double largest = largest(edges);
    String name =
        subject
            .map(Subject::name)
            .orElseGet(() -> words.sample(run.experiment().data(), sample.index()));
    return new NetworkModel(
        messages.text("network.title"),
        subject.isPresent() ? name : messages.text("network.reading", Map.of("sample", name)),
        spoken(name, lit, tips),
        columns,
        edges,
        links(columns),
        Math.max(1, largest),
        legend(Math.max(1, largest)),
        run.update(),
        !(frame.status() instanceof Status.Running),
        lit,
        spec.layer(),
        tips);
  }

  /** Of all that the run will do, where that is known: widths are compared over time then. */
  private double largest(List<Edge> edges) {
    double[] largest = {0};
    DoubleConsumer hold =
        value -> {
          double size = Math.abs(value);
          largest[0] = Double.isFinite(size) ? Math.max(largest[0], size) : largest[0];
        };
    edges.forEach(edge -> hold.accept(edge.value()));
    run.plan()
        .filter(plan -> !plan.diverges())
        .ifPresent(
            plan -> {
              double[][] places = plan.path().parameters();
              Arrays.stream(places[0]).forEach(hold);
              Arrays.stream(places[plan.path().count() - 1]).forEach(hold);
            });
    return largest[0];
  }

  private Column column(int layer) {
    int[] numbers = maps.numbers(layer);
    int count = numbers.length;
    boolean all = count <= MOST_UNITS;
    Optional<PixelPicture> picture =
        layer == 0 && !all ? subject.flatMap(s -> s.picture(run)) : Optional.empty();
    int first = picture.isPresent() ? PIXELS : FIRST_UNITS;
    int last = picture.isPresent() ? PIXELS : LAST_UNITS;
    List<Unit> units = new ArrayList<>();
    for (int u = 1; u <= count; u++) {
      if (all || u <= first || u > count - last) {
        units.add(unit(layer, numbers[u - 1]));
      }
    }
    int hidden = count - units.size();
    return new Column(
        layer,
        words.caption(layer),
        words.layer(layer),
        messages.numbers().whole(layer),
        units,
        all ? count : first,
        all ? "" : messages.text("network.more", Map.of("count", messages.numbers().whole(hidden))),
        picture);
  }

  private Unit unit(int layer, int number) {
    int unit = maps.strongest(layer, number, values);
    Optional<PixelMap> picture = maps.picture(layer, number, values);
    double value = values.a(layer, unit);
    Optional<Field> map = map(layer, unit);
    double[] ends = ends(layer, unit, value, map);
    boolean output = words.isOutput(layer);
    double delta = layer == 0 ? Double.NaN : values.delta(layer, unit);
    boolean known = layer > 0 && values.hasDeltas();
    Reading reading = new UnitReading(UnitReading.What.A, layer, sample.index() + 1, unit);
    String text =
        covered.hides(run.id(), reading)
            ? Covered.SIGN
            : layer == 0 ? messages.numbers().shown(value) : words.plain(value);
    double share = (2 * value - ends[0] - ends[1]) / (ends[1] - ends[0]);
    boolean decides = output && network.outputs() == 1 && activation(layer) == SIGMOID;
    return new Unit(
        number,
        value,
        Double.isFinite(share) ? Math.clamp(share, -1, 1) : 0,
        Double.isFinite(delta) ? delta : 0,
        picture.isPresent() ? words.map(layer, number) : equation(words.symbol(layer, unit), text),
        output && known
            ? equation("$\u03b4" + words.index(layer, unit) + "$", words.signed(delta))
            : "",
        bias(layer, number),
        map,
        ends[0],
        ends[1],
        decides ? (value >= 0.5 ? 1 : 0) : -1,
        values.isOff(layer, unit),
        picture,
        Twins.isOne(run, layer, unit));
  }

  private double value(ParameterRef parameter) {
    return run.parameters().get(layout.indexOf(parameter));
  }

  private static final ActivationSpec.Kind SIGMOID = ActivationSpec.Kind.SIGMOID;

  private ActivationSpec.Kind activation(int layer) {
    return network.layers().get(layer - 1).activation().kind();
  }

  private String equation(String symbol, String value) {
    return messages.text("network.equation", Map.of("symbol", symbol, "value", value));
  }

  private Optional<Edge> bias(int layer, int unit) {
    return layer > 0 && network.layers().get(layer - 1).bias()
        ? Optional.of(edge(maps.bias(layer, unit)))
        : Optional.empty();
  }

  private Edge edge(ParameterRef parameter) {
    double value = value(parameter);
    return new Edge(parameter, value, words.weight(value));
  }

  private Optional<Field> map(int layer, int unit) {
    if (plane.isEmpty()) {
      return Optional.empty();
    }
    Axis x = plane.get().x();
    Axis y = plane.get().y();
    if (layer > 0) {
      return Optional.ofNullable(
          frame.fields().get(new FieldRequest.UnitMap(spec.run(), layer, unit, x, y)));
    }
    double[] inputs = new double[CELLS * CELLS];
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = unit == 1 ? x.at(i % CELLS) : y.at(i / CELLS);
    }
    return Optional.of(new Field(x, y, MatrixView.of(CELLS, CELLS, inputs)));
  }

  /** The activations at the two ends of the colours; where there are no bounds, as far as seen. */
  private double[] ends(int layer, int unit, double value, Optional<Field> map) {
    if (layer == 0) {
      if (plane.isPresent()) {
        Axis axis = unit == 1 ? plane.get().x() : plane.get().y();
        return new double[] {axis.min(), axis.max()};
      }
      return symmetric(value);
    }
    ActivationSpec.Kind kind = activation(layer);
    return kind.isBounded()
        ? new double[] {kind.low(), kind.high()}
        : symmetric(map.map(f -> Math.max(Math.abs(f.min()), Math.abs(f.max()))).orElse(value));
  }

  private static double[] symmetric(double value) {
    double size = Double.isFinite(value) && value != 0 ? Math.abs(value) : 1;
    return new double[] {-size, size};
  }

  private List<Edge> edges(List<Column> columns) {
    List<Edge> edges = new ArrayList<>();
    for (int l = 1; l < columns.size(); l++) {
      if (!maps.hasEdges(l)) {
        continue;
      }
      for (Unit from : columns.get(l - 1).units()) {
        for (Unit to : columns.get(l).units()) {
          edges.add(edge(ParameterRef.weight(l, from.number(), to.number())));
        }
      }
    }
    return edges;
  }

  private List<Link> links(List<Column> columns) {
    List<Link> links = new ArrayList<>();
    for (int l = 1; l < columns.size(); l++) {
      if (!maps.hasEdges(l)) {
        links.addAll(maps.links(columns, l, run.parameters()));
      }
    }
    return links;
  }

  /** The greatest power of two that is drawn, and a quarter of it, with both signs. */
  private List<Legend> legend(double largest) {
    double top = StrictMath.scalb(1.0, StrictMath.getExponent(largest));
    List<Legend> legend = new ArrayList<>();
    for (double value : new double[] {-top, -top / 4, top / 4, top}) {
      legend.add(new Legend(value, words.withSign(value, messages.numbers().shown(value))));
    }
    return legend;
  }

  private Optional<Target> lit() {
    return highlight
        .parameter()
        .filter(layout::has)
        .<Target>map(Target.Parameter::new)
        .or(
            () ->
                highlight.unit() > 0 && highlight.layer() <= network.layers().size()
                    ? Optional.of(
                        new Target.Unit(
                            highlight.layer(), maps.number(highlight.layer(), highlight.unit())))
                    : Optional.empty());
  }

  private String spoken(String name, Optional<Target> lit, NetworkTips tips) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        messages.text(
            "network.spoken",
            Map.of(
                "shape",
                network.shape(),
                "epoch",
                messages.numbers().whole(run.epoch()),
                "sample",
                name)));
    int last = network.layers().size();
    for (int u = 1; u <= Math.min(MOST_UNITS, network.outputs()); u++) {
      String delta =
          values.hasDeltas()
              ? ", " + equation("$\u03b4$", words.signed(values.delta(last, u)))
              : "";
      sentences.add(equation(words.symbol(last, u), words.plain(values.a(last, u))) + delta + ".");
    }
    lit.flatMap(tips::tip)
        .ifPresent(
            tip -> tip.lines().stream().map(Tip.Line::text).forEach(t -> sentences.add(t + ".")));
    sentences.add(messages.text("network.keys"));
    return RichText.parse(String.join(" ", sentences)).plain();
  }
}
