package org.ladera.store.lesson;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.ladera.engine.function.FunctionGraph;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.Catalogue;
import org.ladera.engine.spec.Hyperparameter;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterNames;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.store.python.UnreadableArrays;
import org.ladera.store.weights.TrainedWeights;

/** The field {@code start} of a scene: the parameters at update 0, given or by a rule. */
final class StartReader {
  /** Those whose name says everything, and those that need numbers. */
  private static final Map<String, InitSpec.Rule> WORDS = those(InitSpec.Rule::isWord);

  private static final Map<String, InitSpec.Rule> RULES = those(r -> !r.constants().isEmpty());

  private StartReader() {}

  private static Map<String, InitSpec.Rule> those(Predicate<InitSpec.Rule> wanted) {
    return Catalogue.byName(
        Catalogue.STARTS.values().stream().filter(wanted).toArray(InitSpec.Rule[]::new),
        InitSpec.Rule::id);
  }

  /**
   * @param folder where a file of weights may lie
   */
  static InitSpec read(FieldReader scene, NetworkSpec network, LessonFolder folder) {
    Node node = scene.value("start");
    if (node instanceof Node.Fields given && given.entries().containsKey("file")) {
      return file(scene, node, network, folder);
    }
    if (node instanceof Node.Items list) {
      return byLayer(scene, list, network);
    }
    if (node instanceof Node.Fields made && made.entries().containsKey("approximate")) {
      return approximation(scene, network);
    }
    if (!(node instanceof Node.Fields given) || isRule(given)) {
      return rule(scene, node, scene.at("start"));
    }
    double[] values = new double[new ParameterLayout(network).count()];
    int found = parameters(scene, "start", network, values);
    if (found != values.length) {
      throw scene.refuse(
          "start",
          "start.incomplete",
          "expected",
          String.valueOf(values.length),
          "found",
          String.valueOf(found));
    }
    return new InitSpec.Given(MatrixView.of(1, values.length, values));
  }

  /** A function that the start weights are built to give. */
  private static InitSpec approximation(FieldReader scene, NetworkSpec network) {
    FieldReader start = scene.fields("start", Set.of("approximate", "plateaus", "over"));
    if (!InitSpec.Approximation.fits(network)) {
      throw start.refuse("approximate", "start.approximate");
    }
    FunctionGraph function = FunctionReader.expression(start, "approximate");
    if (function.variables().size() != 1) {
      throw start.refuse("approximate", "start.variable");
    }
    int units = network.layers().getFirst().units();
    List<Double> over = start.has("over") ? start.numbers("over", Bounds.ANY) : List.of(-1.0, 1.0);
    if (over.size() != 2 || !(over.get(0) < over.get(1))) {
      throw start.refuse("over", "field.range");
    }
    return new InitSpec.Approximation(
        function, (int) start.whole("plateaus", 1, units, 0), over.get(0), over.get(1));
  }

  /** Weights that were trained elsewhere. */
  private static InitSpec file(
      FieldReader scene, Node node, NetworkSpec network, LessonFolder folder) {
    FieldReader start = scene.fields(node, scene.at("start"), Set.of("file"));
    String name = start.text("file");
    try {
      TrainedWeights weights = TrainedWeights.read(folder.named(name, start, "file"));
      double[] values = weights.parameters(network);
      return new InitSpec.Given(MatrixView.of(1, values.length, values));
    } catch (UnreadableArrays e) {
      String[] values =
          e.values().entrySet().stream()
              .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
              .toArray(String[]::new);
      throw start.refuse("file", "arrays." + e.key(), values);
    } catch (IOException e) {
      throw start.refuse("file", "path.missing", "found", name);
    }
  }

  private static boolean isRule(Node.Fields given) {
    return given.entries().size() == 1
        && RULES.containsKey(given.entries().keySet().iterator().next());
  }

  /** A list of rules, one for each layer, the last one also for those after it. */
  private static InitSpec byLayer(FieldReader scene, Node.Items list, NetworkSpec network) {
    int layers = network.layers().size();
    if (list.items().isEmpty() || list.items().size() > layers) {
      throw scene.refuse(
          "start",
          "start.layers",
          "most",
          String.valueOf(layers),
          "found",
          String.valueOf(list.items().size()));
    }
    List<InitSpec> rules = new ArrayList<>();
    for (Node item : list.items()) {
      rules.add(rule(scene, item, scene.at("start") + "[" + rules.size() + "]"));
    }
    return new InitSpec.ByLayer(rules);
  }

  /** A rule by its name, or by its name with its constants. */
  private static InitSpec rule(FieldReader scene, Node node, String field) {
    if (!(node instanceof Node.Fields)) {
      return Objects.requireNonNull(WORDS.get(scene.word(node, field, WORDS.keySet()))).usual();
    }
    FieldReader start = scene.fields(node, field, RULES.keySet());
    List<String> names = List.copyOf(start.node().entries().keySet());
    if (names.size() != 1) {
      throw scene.refuse("start", "field.one");
    }
    InitSpec.Rule rule = Objects.requireNonNull(RULES.get(names.getFirst()));
    return rule.with(constants(start, rule));
  }

  private static double[] constants(FieldReader start, InitSpec.Rule rule) {
    List<Hyperparameter> constants = rule.constants();
    return switch (rule.form()) {
      case FIELDS ->
          start
              .fields(rule.id(), constants.stream().map(Hyperparameter::name).toList())
              .constants(constants);
      case LIST ->
          constants.size() == 1
              ? new double[] {start.number(rule.id(), Bounds.of(constants.getFirst()))}
              : list(start, rule);
      case RANGE -> {
        double[] ends = list(start, rule);
        if (!(ends[0] < ends[1])) {
          throw start.refuse(rule.id(), "field.range");
        }
        yield ends;
      }
    };
  }

  private static double[] list(FieldReader start, InitSpec.Rule rule) {
    List<Double> numbers = start.numbers(rule.id(), Bounds.ANY);
    if (numbers.size() != rule.constants().size()) {
      throw start.refuse(rule.id(), "field.pair");
    }
    for (int i = 0; i < numbers.size(); i++) {
      Bounds bounds = Bounds.of(rule.constants().get(i));
      if (!bounds.contain(numbers.get(i))) {
        throw bounds.refuse(start.source(), start.place(rule.id()), start.at(rule.id()));
      }
    }
    return numbers.stream().mapToDouble(n -> n).toArray();
  }

  /**
   * Reads a mapping of parameter names to numbers into {@code values} (one per parameter of the
   * network, modified).
   *
   * @return how many were there
   */
  static int parameters(FieldReader fields, String name, NetworkSpec network, double[] values) {
    ParameterLayout layout = new ParameterLayout(network);
    Map<String, Node.Entry> entries = fields.entries(name);
    entries.forEach(
        (text, entry) -> {
          String field = fields.at(name) + "." + text;
          ParameterRef ref = parameter(fields.source(), entry.place(), field, text, network);
          values[layout.indexOf(ref)] = fields.number(entry.value(), field, Bounds.ANY);
        });
    return entries.size();
  }

  /** A parameter such as {@code W[1][1,1]} that this network has. */
  static ParameterRef parameter(
      LessonSource source, SourcePosition place, String field, String text, NetworkSpec network) {
    ParameterRef ref;
    try {
      ref = ParameterNames.of(network).parse(text);
    } catch (IllegalArgumentException malformed) {
      throw network.function().isPresent()
          ? noVariable(source, place, field, text, network)
          : source.refuse(place, field, "parameter.form", "found", text);
    }
    if (!new ParameterLayout(network).has(ref)) {
      if (network.function().isPresent()) {
        throw noVariable(source, place, field, text, network);
      }
      throw source.refuse(
          place, field, "parameter.missing", "found", text, "shape", network.shape());
    }
    return ref;
  }

  private static Refused noVariable(
      LessonSource source, SourcePosition place, String field, String text, NetworkSpec network) {
    return source.refuse(
        place,
        field,
        "parameter.variable",
        "found",
        text,
        "known",
        String.join(", ", ParameterNames.of(network).variables()));
  }
}
