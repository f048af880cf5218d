package org.ladera.store.document;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ladera.engine.function.FunctionGraph;
import org.ladera.engine.function.FunctionSyntaxException;
import org.ladera.engine.function.GraphPass;
import org.ladera.engine.random.SplitMix64;
import org.ladera.lesson.model.Fault;

/**
 * Examples of a function that a formula says, for a network to learn: evenly spaced over a range,
 * or over a square of two inputs, with normal noise.
 *
 * @param expression of one or two variables
 * @param count examples; of two inputs as many as the next square of a whole number
 * @param noise standard deviation of what is added to each value
 */
public record FormulaTable(
    String expression, double from, double to, int count, double noise, long seed) {
  /** A network of this program has at most two inputs in the pictures over its plane. */
  private static final int MOST_INPUTS = 2;

  private static final int AROUND = 20;

  /** The laboratory that learns it, or why there is none. */
  public sealed interface Made {
    record Learnt(LabDocument document) implements Made {}

    record Unreadable(Fault fault) implements Made {}
  }

  /** Works it out. */
  public Made make() {
    FunctionGraph graph;
    try {
      graph = FunctionGraph.parse(expression);
    } catch (FunctionSyntaxException e) {
      String found = expression.substring(0, Math.min(e.position(), expression.length()));
      return unreadable(
          "function." + e.expected().name().toLowerCase(Locale.ROOT).replace('_', '-'),
          Map.of(
              "position", String.valueOf(e.position() + 1),
              "marked", found.substring(Math.max(0, found.length() - AROUND)) + "\u25b8",
              "found", e.found()));
    }
    List<String> variables = graph.variables();
    if (variables.size() > MOST_INPUTS) {
      return unreadable("formula.variables", Map.of("found", String.join(", ", variables)));
    }
    GraphPass pass = new GraphPass(graph);
    SplitMix64 random = new SplitMix64(seed);
    int side = variables.size() == 1 ? count : (int) Math.ceil(Math.sqrt(count));
    int rows = variables.size() == 1 ? count : side * side;
    StringBuilder text = new StringBuilder(String.join(",", variables) + ",f\n");
    double[] at = new double[variables.size()];
    for (int i = 0; i < rows; i++) {
      at[0] = place(i % side, side);
      if (at.length > 1) {
        at[1] = place(i / side, side);
      }
      double value = pass.forward(at) + noise * random.nextNormal();
      if (!Double.isFinite(value)) {
        return unreadable("formula.infinite", Map.of("x", String.valueOf(at[0])));
      }
      for (double x : at) {
        text.append(x).append(',');
      }
      text.append(value).append('\n');
    }
    return new Made.Learnt(NewLab.table(text.toString(), variables, "f", expression));
  }

  private double place(int index, int side) {
    return side == 1 ? from : from + (to - from) * index / (side - 1);
  }

  private Made unreadable(String key, Map<String, String> values) {
    return new Made.Unreadable(new Fault(expression, 0, 0, "", key, values));
  }
}
