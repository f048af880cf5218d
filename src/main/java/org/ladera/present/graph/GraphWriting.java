package org.ladera.present.graph;

import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import org.ladera.engine.function.ElementaryFunction;
import org.ladera.engine.function.FunctionGraph;
import org.ladera.engine.function.GraphNode;
import org.ladera.text.Numbers;

/** How the operations of a graph are written in labels; symbols stand between dollar signs. */
final class GraphWriting {
  private static final int DIGITS = 3;
  private static final String MINUS = "\u2212";

  private final FunctionGraph graph;
  private final IntPredicate constant;
  private final IntToDoubleFunction value;
  private final Numbers numbers;

  /**
   * @param constant whether no variable is below a node: it is written as its number
   * @param value of every node
   */
  GraphWriting(
      FunctionGraph graph, IntPredicate constant, IntToDoubleFunction value, Numbers numbers) {
    this.graph = graph;
    this.constant = constant;
    this.value = value;
    this.numbers = numbers;
  }

  /** What a node does, as short as it stands in a circle; a number that it works with is in it. */
  String operator(int node) {
    return switch (graph.nodes().get(node)) {
      case GraphNode.Variable variable -> "";
      case GraphNode.Constant constant -> "";
      case GraphNode.Apply(var function, int x) -> name(function);
      case GraphNode.Negation negation -> MINUS;
      case GraphNode.Sum(int l, int r) -> between(l, "+", r);
      case GraphNode.Difference(int l, int r) -> between(l, MINUS, r);
      case GraphNode.Product(int l, int r) -> between(l, "\u00d7", r);
      case GraphNode.Quotient(int l, int r) -> between(l, "/", r);
      case GraphNode.WholePower(int x, int n) -> "( )" + raised(String.valueOf(n));
      case GraphNode.Power(int x, int n) ->
          constant.test(n)
              ? "( )" + raised(number(n))
              : constant.test(x) ? number(x) + raised("( )") : "( )" + raised("( )");
    };
  }

  private String between(int left, String sign, int right) {
    String before = constant.test(left) ? number(left) + " " : "";
    String after = constant.test(right) ? " " + bracketed(number(right)) : "";
    return before + sign + after;
  }

  /**
   * The formula of a node.
   *
   * @param operand how its operands are written
   */
  String formula(int node, IntFunction<String> operand) {
    IntFunction<String> plain = i -> constant.test(i) ? number(i) : operand.apply(i);
    IntFunction<String> safe = i -> bracketed(plain.apply(i));
    return switch (graph.nodes().get(node)) {
      case GraphNode.Variable variable -> operand.apply(node);
      case GraphNode.Constant constant -> number(node);
      case GraphNode.Apply(var function, int x) -> name(function) + "(" + plain.apply(x) + ")";
      case GraphNode.Negation(int x) -> MINUS + safe.apply(x);
      case GraphNode.Sum(int l, int r) -> plain.apply(l) + " + " + safe.apply(r);
      case GraphNode.Difference(int l, int r) -> plain.apply(l) + " " + MINUS + " " + safe.apply(r);
      case GraphNode.Product(int l, int r) -> safe.apply(l) + " \u00b7 " + safe.apply(r);
      case GraphNode.Quotient(int l, int r) -> safe.apply(l) + " / " + safe.apply(r);
      case GraphNode.WholePower(int x, int n) -> safe.apply(x) + raised(String.valueOf(n));
      case GraphNode.Power(int x, int n) ->
          constant.test(n)
              ? safe.apply(x) + raised(number(n))
              : safe.apply(x) + " ^ " + safe.apply(n);
    };
  }

  private String number(int node) {
    return numbers.shown(value.applyAsDouble(node), DIGITS);
  }

  /** A number after an operator: a minus stands in brackets. */
  static String bracketed(String text) {
    return text.startsWith(MINUS) ? "(" + text + ")" : text;
  }

  private static String raised(String text) {
    return "$^(" + text + ")$";
  }

  private static String name(ElementaryFunction function) {
    return switch (function) {
      case EXP -> "exp";
      case LN -> "ln";
      case SIN -> "sin";
      case COS -> "cos";
      case SQRT -> "\u221a";
      case SIGMOID -> "$\u03c3$";
      case TANH -> "tanh";
      case RELU -> "ReLU";
    };
  }
}
