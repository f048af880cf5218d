package org.ladera.store.lesson;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterRef;

/** The field {@code start} of a scene: the parameters at update 0, given or by a rule. */
final class StartReader {
  private static final Set<String> WORDS =
      Set.of("zeros", "glorot-uniform", "glorot-normal", "he-uniform", "he-normal");
  private static final Set<String> RULES = Set.of("constant", "uniform", "normal", "numpy");

  private StartReader() {}

  /** Every word that a start can be. */
  static Set<String> words() {
    return Stream.concat(WORDS.stream(), RULES.stream()).collect(Collectors.toSet());
  }

  static InitSpec read(FieldReader scene, NetworkSpec network) {
    if (!(scene.value("start") instanceof Node.Fields given)) {
      return switch (scene.word("start", WORDS)) {
        case "glorot-uniform" -> new InitSpec.GlorotUniform(1);
        case "glorot-normal" -> new InitSpec.GlorotNormal(1);
        case "he-uniform" -> new InitSpec.HeUniform();
        case "he-normal" -> new InitSpec.HeNormal();
        default -> new InitSpec.Zeros();
      };
    }
    if (given.entries().size() == 1 && RULES.contains(given.entries().keySet().iterator().next())) {
      return rule(scene.fields("start", RULES));
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

  private static InitSpec rule(FieldReader start) {
    if (start.has("constant")) {
      return new InitSpec.Constant(start.number("constant", Bounds.ANY));
    }
    if (start.has("numpy")) {
      FieldReader numpy = start.fields("numpy", Set.of("seed", "scale", "shift"));
      return new InitSpec.NumpyRandom(
          numpy.whole("seed", 0, 4_294_967_295L),
          numpy.number("scale", Bounds.ANY, 1),
          numpy.number("shift", Bounds.ANY, 0));
    }
    if (start.has("uniform")) {
      List<Double> range = pair(start, "uniform");
      if (!(range.get(0) < range.get(1))) {
        throw start.refuse("uniform", "field.range");
      }
      return new InitSpec.Uniform(range.get(0), range.get(1));
    }
    List<Double> normal = pair(start, "normal");
    if (!(normal.get(1) > 0)) {
      throw start.refuse("normal", "field.positive");
    }
    return new InitSpec.Normal(normal.get(0), normal.get(1));
  }

  private static List<Double> pair(FieldReader fields, String name) {
    List<Double> numbers = fields.numbers(name, Bounds.ANY);
    if (numbers.size() != 2) {
      throw fields.refuse(name, "field.pair");
    }
    return numbers;
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
      ref = ParameterRef.parse(text);
    } catch (IllegalArgumentException malformed) {
      throw source.refuse(place, field, "parameter.form", "found", text);
    }
    if (!new ParameterLayout(network).has(ref)) {
      throw source.refuse(
          place, field, "parameter.missing", "found", text, "shape", network.shape());
    }
    return ref;
  }
}
