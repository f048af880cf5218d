package org.ladera.store.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ladera.engine.spec.Catalogue;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.lesson.model.PlaneChoice;
import org.ladera.lesson.model.Range;
import org.ladera.lesson.model.SpreadView;
import org.ladera.lesson.model.UnitChoice;
import org.ladera.lesson.model.Word;
import org.ladera.session.Scene;
import org.ladera.session.reading.LayerReading;
import org.ladera.session.reading.Reading;
import org.ladera.session.reading.RunReading;
import org.ladera.session.sweep.Varied;

/** The options of one view, each form once. What has no default is empty when it is left out. */
final class OptionReader {
  private static final Map<String, PlaneChoice.Kind> PLANES =
      Stream.of(PlaneChoice.Kind.values())
          .collect(Collectors.toUnmodifiableMap(PlaneChoice.Kind::word, kind -> kind));

  private static final int MOST = 1_000_000_000;
  private static final int MOST_DECIMALS = 17;

  private final FieldReader view;
  private final Scene scene;

  OptionReader(FieldReader view, Scene scene) {
    this.view = view;
    this.scene = scene;
  }

  /** The run that the view shows. */
  String run() {
    return view.has("run") ? runId(view.value("run"), "run") : Scene.MAIN;
  }

  /** Further runs. */
  List<String> runs() {
    return view.itemsIfAny("runs").stream().map(item -> runId(item, "runs")).toList();
  }

  /** One run, or none. */
  Optional<String> runIfAny(String name) {
    return view.has(name) ? Optional.of(runId(view.value(name), name)) : Optional.empty();
  }

  /** The id of something else in the step; empty when it is left out. */
  String name(String field) {
    return view.has(field) ? view.id(field) : "";
  }

  double positive(String name) {
    return view.number(name, Bounds.POSITIVE);
  }

  OptionalDouble positiveIfAny(String name) {
    return view.has(name) ? OptionalDouble.of(positive(name)) : OptionalDouble.empty();
  }

  private String runId(Node node, String name) {
    List<String> known = scene.runs().stream().map(Scene.Run::id).toList();
    return view.word(node, view.at(name), known);
  }

  boolean flag(String name, boolean otherwise) {
    return view.flag(name, otherwise);
  }

  List<Double> numbers(String name) {
    return view.has(name) ? view.numbers(name, Bounds.ANY) : List.of();
  }

  /** Whole numbers from {@code min}. */
  List<Integer> wholes(String name, int min) {
    List<Integer> wholes = new ArrayList<>();
    for (Node item : view.itemsIfAny(name)) {
      wholes.add((int) view.whole(item, view.at(name), min, MOST));
    }
    return wholes;
  }

  /** One whole number from {@code min}, alone or as a list of one. */
  OptionalInt whole(String name, int min) {
    if (!view.has(name)) {
      return OptionalInt.empty();
    }
    if (view.value(name) instanceof Node.Items && view.items(name).size() != 1) {
      throw view.refuse(name, "field.one");
    }
    Node one = view.value(name) instanceof Node.Items list ? list.items().getFirst() : null;
    return OptionalInt.of(
        (int) view.whole(one == null ? view.value(name) : one, view.at(name), min, MOST));
  }

  /** Two whole numbers from 1, or none. */
  List<Integer> pair(String name) {
    List<Integer> pair = wholes(name, 1);
    if (view.has(name) && pair.size() != 2) {
      throw view.refuse(name, "field.pair");
    }
    return pair;
  }

  /** One of these words. */
  <W extends Word> W word(String name, W[] words, W otherwise) {
    return view.has(name)
        ? view.part(name, Stream.of(words).collect(Collectors.toMap(Word::word, w -> w)))
        : otherwise;
  }

  /** Numbers of layers by their names, or none. */
  List<LayerReading.Of> columns(String name) {
    Map<String, LayerReading.Of> words =
        Catalogue.byName(
            SpreadView.Layers.all().toArray(LayerReading.Of[]::new), LayerReading.Of::word);
    return view.itemsIfAny(name).stream()
        .map(
            item ->
                Objects.requireNonNull(words.get(view.word(item, view.at(name), words.keySet()))))
        .toList();
  }

  /** Some of these words. */
  <W extends Word> List<W> words(String name, W[] words) {
    List<String> known = Stream.of(words).map(Word::word).toList();
    return view.itemsIfAny(name).stream()
        .map(item -> words[known.indexOf(view.word(item, view.at(name), known))])
        .toList();
  }

  /** One or two settings of the run, each with its values. */
  List<Varied> varied(String name) {
    Map<String, Node.Entry> settings = view.entries(name);
    if (settings.isEmpty() || settings.size() > 2) {
      throw view.refuse(name, "field.two-settings");
    }
    FieldReader inside = view.fields(name, settings.keySet());
    return settings.keySet().stream()
        .map(
            setting ->
                SettingReader.varied(
                    inside, setting, setting, inside.items(setting), setting, experiment(run())))
        .toList();
  }

  UnitChoice unit() {
    return new UnitChoice(
        whole("layer", 1).orElse(UnitChoice.FIRST.layer()),
        whole("unit", 1).orElse(UnitChoice.FIRST.unit()),
        whole("sample", 1));
  }

  Optional<Range> range(String name) {
    return view.has(name) ? required(name) : Optional.empty();
  }

  /** A range of numbers above 0. */
  Optional<Range> rates(String name) {
    Optional<Range> range = range(name);
    if (range.isPresent() && !(range.get().low() > 0)) {
      throw view.refuse(name, "field.range.positive");
    }
    return range;
  }

  /** A range that the lesson has to give. */
  Optional<Range> required(String name) {
    List<Double> ends = view.numbers(name, Bounds.ANY);
    if (ends.size() != 2 || !(ends.get(0) < ends.get(1))) {
      throw view.refuse(name, "field.range");
    }
    return Optional.of(new Range(ends.get(0), ends.get(1)));
  }

  ParameterRef parameter(String name) {
    return parameter(name, view.text(name));
  }

  Optional<ParameterRef> parameterIfAny(String name) {
    return view.has(name) ? Optional.of(parameter(name)) : Optional.empty();
  }

  List<ParameterRef> parameters(String name) {
    return view.texts(name).stream().map(text -> parameter(name, text)).toList();
  }

  /** Some parameters; none when the option is left out. */
  List<ParameterRef> parametersIfAny(String name) {
    return view.has(name) ? parameters(name) : List.of();
  }

  private ParameterRef parameter(String name, String text) {
    return StartReader.parameter(
        view.source(), view.place(name), view.at(name), text, network(run()));
  }

  private NetworkSpec network(String run) {
    return experiment(run).network();
  }

  private Experiment experiment(String run) {
    return scene.runs().stream()
        .filter(r -> r.id().equals(run))
        .findFirst()
        .orElseThrow()
        .experiment();
  }

  PlaneChoice plane() {
    PlaneChoice.Kind kind =
        view.has("plane") ? view.part("plane", PLANES) : PlaneChoice.Kind.WEIGHTS;
    return switch (kind) {
      case WEIGHTS ->
          new PlaneChoice.Weights(
              parameter("u"), parameter("v"), required("uRange"), required("vRange"));
      case RANDOM -> new PlaneChoice.Random(view.whole("seed", 0, MOST, 1));
      case PATH -> new PlaneChoice.Path();
    };
  }

  OptionalInt decimal(String name) {
    return view.has(name)
        ? OptionalInt.of((int) view.whole(name, 0, MOST_DECIMALS))
        : OptionalInt.empty();
  }

  /** A whole number, or a list by row, whose items may be lists by parameter. */
  List<List<Integer>> decimals(String name) {
    if (!view.has(name)) {
      return List.of();
    }
    return several(name, view.value(name)).stream()
        .map(row -> several(name, row).stream().map(one -> decimal(name, one)).toList())
        .toList();
  }

  private List<Node> several(String name, Node node) {
    if (!(node instanceof Node.Items list)) {
      return List.of(node);
    }
    if (list.items().isEmpty()) {
      throw view.refuse(name, "field.list-empty");
    }
    return list.items();
  }

  private int decimal(String name, Node node) {
    return (int) view.whole(node, view.at(name), 0, MOST_DECIMALS);
  }

  /** Readings without a run: each row has its own. */
  List<Reading> readings() {
    String name = "readings";
    for (String reading : view.texts(name)) {
      Optional<String> fault =
          reading.contains("/")
              ? Optional.of("reading.in-table")
              : ReadingNames.fault(scene, reading);
      if (fault.isPresent()) {
        throw view.refuse(name, fault.get(), "found", reading);
      }
    }
    return view.texts(name).stream()
        .flatMap(reading -> RunReading.parse(reading, scene).stream())
        .map(RunReading::reading)
        .toList();
  }
}
