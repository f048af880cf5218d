package org.ladera.store.lesson;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ladera.engine.function.FunctionGraph;
import org.ladera.engine.function.FunctionSyntaxException;
import org.ladera.engine.function.NamedFunction;
import org.ladera.session.reading.RunReading;

/**
 * The field {@code function} of a scene: an expression of the lesson's own, or a function by its
 * name, and where the descent begins.
 */
final class FunctionReader {
  private static final Map<String, NamedFunction> NAMES =
      Stream.of(NamedFunction.values())
          .collect(Collectors.toMap(NamedFunction::word, Function.identity()));

  private static final int AROUND = 20;

  private final FieldReader fields;
  private final Optional<NamedFunction> named;

  FunctionReader(FieldReader scene) {
    fields = scene.fields("function", Set.of("expression", "name", "at"));
    if (fields.has("expression") == fields.has("name")) {
      throw scene.refuse("function", "function.which");
    }
    named = fields.has("name") ? Optional.of(fields.part("name", NAMES)) : Optional.empty();
  }

  FunctionGraph graph() {
    if (named.isPresent()) {
      return named.get().graph();
    }
    FunctionGraph graph = expression(fields, "expression");
    for (String variable : graph.variables()) {
      if (RunReading.parse(variable).isPresent()) {
        throw fields.refuse("expression", "function.taken", "found", variable);
      }
    }
    return graph;
  }

  /** The expression in a field. */
  static FunctionGraph expression(FieldReader fields, String field) {
    try {
      return FunctionGraph.parse(fields.text(field));
    } catch (FunctionSyntaxException fault) {
      throw fields.refuse(
          field,
          "function." + fault.expected().name().toLowerCase(Locale.ROOT).replace('_', '-'),
          "position",
          String.valueOf(fault.position() + 1),
          "marked",
          marked(fields.text(field), fault.position()),
          "found",
          fault.found());
    }
  }

  /** What is read up to the fault, and a little of what comes after the mark. */
  private static String marked(String expression, int position) {
    int at = Math.min(position, expression.length());
    String before =
        at > AROUND ? "…" + expression.substring(at - AROUND, at) : expression.substring(0, at);
    String after =
        expression.length() > at + AROUND
            ? expression.substring(at, at + AROUND) + "…"
            : expression.substring(at);
    return before + "▸" + after;
  }

  /** The start: one number for each variable, in the order of the graph. */
  double[] start(FunctionGraph graph) {
    List<String> variables = graph.variables();
    double[] start = new double[variables.size()];
    if (!fields.has("at")) {
      if (named.isEmpty()) {
        throw fields.refuse("expression", "function.start", "found", variables.getFirst());
      }
      start[0] = named.get().startX();
      start[1] = named.get().startY();
      return start;
    }
    FieldReader at = fields.fields("at", variables);
    for (int i = 0; i < start.length; i++) {
      if (!at.has(variables.get(i))) {
        throw fields.refuse("at", "function.start", "found", variables.get(i));
      }
      start[i] = at.number(variables.get(i), Bounds.of(-1e6, 1e6));
    }
    return start;
  }
}
