package org.ladera.engine.function;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A function of one to eight variables as the graph of its operations, in the order in which they
 * are worked out: every node comes after its operands, the last one is the value. A {@link
 * GraphPass} computes with it.
 */
public final class FunctionGraph {
  /** More variables than this are no lesson but a network. */
  public static final int MOST_VARIABLES = 8;

  /** Whole exponents up to this are multiplied out. */
  public static final int MOST_POWER = 16;

  /**
   * Where a node stands in the text.
   *
   * @param from index of its first character
   * @param to index after its last one
   */
  public record Span(int from, int to) {}

  private final String text;
  private final List<String> variables;
  private final List<GraphNode> nodes;
  private final List<Span> spans;

  FunctionGraph(String text, List<String> variables, List<GraphNode> nodes, List<Span> spans) {
    this.text = text;
    this.variables = List.copyOf(variables);
    this.nodes = List.copyOf(nodes);
    this.spans = List.copyOf(spans);
  }

  /**
   * The graph of an expression such as {@code x^2*y + y} or {@code ln(1 + exp(-x))}: sums,
   * products, quotients and powers of numbers, variables and {@link ElementaryFunction}s.
   *
   * @throws FunctionSyntaxException with the place of the fault
   */
  public static FunctionGraph parse(String text) throws FunctionSyntaxException {
    return new FunctionParser(text).read();
  }

  /**
   * The same function with every distinct operation once: what the expression repeats is worked out
   * one time and used several times. Its values have the same bits; its derivatives, whose terms
   * are added up in another order, may differ by rounding.
   */
  public FunctionGraph shared() {
    Map<GraphNode, Integer> known = new HashMap<>();
    List<GraphNode> once = new ArrayList<>();
    List<Span> places = new ArrayList<>();
    int[] place = new int[nodes.size()];
    for (int i = 0; i < place.length; i++) {
      GraphNode node = nodes.get(i).on(operand -> place[operand]);
      Integer before = known.putIfAbsent(node, once.size());
      place[i] = before == null ? once.size() : before;
      if (before == null) {
        once.add(node);
        places.add(spans.get(i));
      }
    }
    return new FunctionGraph(text, variables, once, places);
  }

  /** The expression as it was written. */
  public String text() {
    return text;
  }

  /** The names of the variables, in the order in which the expression names them. */
  public List<String> variables() {
    return variables;
  }

  /** The operations; operands before what uses them, the value of the function last. */
  public List<GraphNode> nodes() {
    return nodes;
  }

  /**
   * Whether it is a polynomial of the second degree at most as it is written, so that it bends
   * alike everywhere.
   */
  public boolean isQuadratic() {
    double[] degree = new double[nodes.size()];
    for (int i = 0; i < degree.length; i++) {
      degree[i] =
          switch (nodes.get(i)) {
            case GraphNode.Variable variable -> 1;
            case GraphNode.Constant constant -> 0;
            case GraphNode.Apply(var f, int x) -> orInfinite(degree[x]);
            case GraphNode.Negation(int x) -> degree[x];
            case GraphNode.Sum(int l, int r) -> Math.max(degree[l], degree[r]);
            case GraphNode.Difference(int l, int r) -> Math.max(degree[l], degree[r]);
            case GraphNode.Product(int l, int r) -> degree[l] + degree[r];
            case GraphNode.Quotient(int l, int r) -> degree[l] + orInfinite(degree[r]);
            case GraphNode.WholePower(int x, int n) -> n == 0 ? 0 : n * degree[x];
            case GraphNode.Power(int x, int n) -> orInfinite(degree[x] + degree[n]);
          };
    }
    return degree[degree.length - 1] <= 2;
  }

  /** Of a number nothing but a number comes. */
  private static double orInfinite(double degree) {
    return degree == 0 ? 0 : Double.POSITIVE_INFINITY;
  }

  /** Where a node stands in {@link #text()}; of a variable, where it is named first. */
  public Span span(int node) {
    return spans.get(node);
  }

  /** Equal when the expression is written alike; then every number of it is. */
  @Override
  public boolean equals(Object other) {
    return other instanceof FunctionGraph graph && graph.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
