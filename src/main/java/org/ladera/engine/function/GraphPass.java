package org.ladera.engine.function;

import java.util.Arrays;
import java.util.List;

/**
 * Works out a {@link FunctionGraph} at one point: values forwards, derivatives of the function by
 * every node backwards (reverse mode), derivatives of every node in one direction forwards (forward
 * mode), and the Hessian times a vector by both together (Pearlmutter 1994; Griewank and Walther
 * 2008, chapters 3 and 5). Exact but for rounding. Nothing is allocated after the constructor. Not
 * thread-safe.
 */
public final class GraphPass {
  private final FunctionGraph graph;
  private final List<GraphNode> nodes;
  private final boolean[] varies;
  private final double[] value;
  private final double[] adjoint;
  private final double[] tangent;
  private final double[] adjointTangent;

  public GraphPass(FunctionGraph graph) {
    this.graph = graph;
    nodes = graph.nodes();
    value = new double[nodes.size()];
    adjoint = new double[nodes.size()];
    tangent = new double[nodes.size()];
    adjointTangent = new double[nodes.size()];
    varies = new boolean[nodes.size()];
    for (int i = 0; i < varies.length; i++) {
      varies[i] =
          switch (nodes.get(i)) {
            case GraphNode.Variable variable -> true;
            case GraphNode.Constant constant -> false;
            case GraphNode.Apply(var function, int x) -> varies[x];
            case GraphNode.Negation(int x) -> varies[x];
            case GraphNode.Sum(int l, int r) -> varies[l] || varies[r];
            case GraphNode.Difference(int l, int r) -> varies[l] || varies[r];
            case GraphNode.Product(int l, int r) -> varies[l] || varies[r];
            case GraphNode.Quotient(int l, int r) -> varies[l] || varies[r];
            case GraphNode.WholePower(int base, int exponent) -> varies[base];
            case GraphNode.Power(int base, int exponent) -> varies[base] || varies[exponent];
          };
    }
  }

  public FunctionGraph graph() {
    return graph;
  }

  /**
   * The function at a point; every node's value is kept for the other passes.
   *
   * @param at one number for each variable
   */
  public double forward(double[] at) {
    for (int i = 0; i < value.length; i++) {
      value[i] =
          switch (nodes.get(i)) {
            case GraphNode.Variable(int index) -> at[index];
            case GraphNode.Constant(double constant) -> constant;
            case GraphNode.Apply(var function, int x) -> function.value(value[x]);
            case GraphNode.Negation(int x) -> -value[x];
            case GraphNode.Sum(int l, int r) -> value[l] + value[r];
            case GraphNode.Difference(int l, int r) -> value[l] - value[r];
            case GraphNode.Product(int l, int r) -> value[l] * value[r];
            case GraphNode.Quotient(int l, int r) -> value[l] / value[r];
            case GraphNode.WholePower(int base, int exponent) -> power(value[base], exponent);
            case GraphNode.Power(int base, int exponent) ->
                StrictMath.pow(value[base], value[exponent]);
          };
    }
    return value[value.length - 1];
  }

  /**
   * The gradient at the point of the last {@link #forward}, in one sweep for all variables.
   *
   * @param out one number for each variable; overwritten
   */
  public void reverse(double[] out) {
    Arrays.fill(adjoint, 0);
    adjoint[adjoint.length - 1] = 1;
    Arrays.fill(out, 0, graph.variables().size(), 0);
    for (int i = nodes.size() - 1; i >= 0; i--) {
      double a = adjoint[i];
      if (nodes.get(i) instanceof GraphNode.Variable(int index)) {
        out[index] = a;
      } else {
        int left = left(i);
        int right = right(i);
        if (left >= 0 && varies[left]) {
          adjoint[left] += a * leftSlope(i);
        }
        if (right >= 0 && varies[right]) {
          adjoint[right] += a * rightSlope(i);
        }
      }
    }
  }

  /**
   * The derivative in one direction at the point of the last {@link #forward}: ∇f · v.
   *
   * @param direction v, one number for each variable
   */
  public double tangent(double[] direction) {
    for (int i = 0; i < tangent.length; i++) {
      if (nodes.get(i) instanceof GraphNode.Variable(int index)) {
        tangent[i] = direction[index];
      } else {
        int left = left(i);
        int right = right(i);
        double t = left >= 0 && varies[left] ? tangent[left] * leftSlope(i) : 0;
        tangent[i] = right >= 0 && varies[right] ? t + tangent[right] * rightSlope(i) : t;
      }
    }
    return tangent[tangent.length - 1];
  }

  /**
   * The Hessian times a vector at the point of the last {@link #forward}. Overwrites tangents and
   * adjoints.
   *
   * @param direction one number for each variable
   * @param out the product; overwritten
   */
  public void hessianTimes(double[] direction, double[] out) {
    tangent(direction);
    Arrays.fill(adjoint, 0);
    Arrays.fill(adjointTangent, 0);
    adjoint[adjoint.length - 1] = 1;
    Arrays.fill(out, 0, graph.variables().size(), 0);
    for (int i = nodes.size() - 1; i >= 0; i--) {
      if (nodes.get(i) instanceof GraphNode.Variable(int index)) {
        out[index] = adjointTangent[i];
        continue;
      }
      int left = left(i);
      int right = right(i);
      boolean l = left >= 0 && varies[left];
      boolean r = right >= 0 && varies[right];
      double tl = l ? tangent[left] : 0;
      double tr = r ? tangent[right] : 0;
      double mixed = l && r ? mixed(i) : 0;
      if (l) {
        double slope = leftSlope(i);
        adjoint[left] += adjoint[i] * slope;
        adjointTangent[left] +=
            adjointTangent[i] * slope + adjoint[i] * (leftCurvature(i) * tl + mixed * tr);
      }
      if (r) {
        double slope = rightSlope(i);
        adjoint[right] += adjoint[i] * slope;
        adjointTangent[right] +=
            adjointTangent[i] * slope + adjoint[i] * (rightCurvature(i) * tr + mixed * tl);
      }
    }
  }

  /** The value of a node after {@link #forward}. */
  public double value(int node) {
    return value[node];
  }

  /** ∂f/∂node after {@link #reverse}. */
  public double adjoint(int node) {
    return adjoint[node];
  }

  /** The derivative of a node in the direction of the last {@link #tangent}. */
  public double tangent(int node) {
    return tangent[node];
  }

  /** The first operand of a node; −1 where it has none. */
  public int left(int node) {
    return switch (nodes.get(node)) {
      case GraphNode.Variable variable -> -1;
      case GraphNode.Constant constant -> -1;
      case GraphNode.Apply(var function, int x) -> x;
      case GraphNode.Negation(int x) -> x;
      case GraphNode.Sum(int l, int r) -> l;
      case GraphNode.Difference(int l, int r) -> l;
      case GraphNode.Product(int l, int r) -> l;
      case GraphNode.Quotient(int l, int r) -> l;
      case GraphNode.WholePower(int base, int exponent) -> base;
      case GraphNode.Power(int base, int exponent) -> base;
    };
  }

  /** The second operand of a node; −1 where it has none. */
  public int right(int node) {
    return switch (nodes.get(node)) {
      case GraphNode.Variable variable -> -1;
      case GraphNode.Constant constant -> -1;
      case GraphNode.Apply apply -> -1;
      case GraphNode.Negation negation -> -1;
      case GraphNode.Sum(int l, int r) -> r;
      case GraphNode.Difference(int l, int r) -> r;
      case GraphNode.Product(int l, int r) -> r;
      case GraphNode.Quotient(int l, int r) -> r;
      case GraphNode.WholePower power -> -1;
      case GraphNode.Power(int base, int exponent) -> exponent;
    };
  }

  /** ∂node/∂(its first operand) at the point of the last {@link #forward}. */
  public double leftSlope(int node) {
    return switch (nodes.get(node)) {
      case GraphNode.Variable variable -> throw leaf(node);
      case GraphNode.Constant constant -> throw leaf(node);
      case GraphNode.Apply(var function, int x) -> function.slope(value[x], value[node]);
      case GraphNode.Negation negation -> -1;
      case GraphNode.Sum sum -> 1;
      case GraphNode.Difference difference -> 1;
      case GraphNode.Product(int l, int r) -> value[r];
      case GraphNode.Quotient(int l, int r) -> 1 / value[r];
      case GraphNode.WholePower(int base, int exponent) ->
          exponent == 0 ? 0 : exponent * power(value[base], exponent - 1);
      case GraphNode.Power(int base, int exponent) ->
          value[exponent] * StrictMath.pow(value[base], value[exponent] - 1);
    };
  }

  /** ∂node/∂(its second operand) at the point of the last {@link #forward}. */
  public double rightSlope(int node) {
    return switch (nodes.get(node)) {
      case GraphNode.Variable _,
          GraphNode.Constant _,
          GraphNode.Apply _,
          GraphNode.Negation _,
          GraphNode.WholePower _ ->
          throw leaf(node);
      case GraphNode.Sum sum -> 1;
      case GraphNode.Difference difference -> -1;
      case GraphNode.Product(int l, int r) -> value[l];
      case GraphNode.Quotient(int l, int r) -> -value[node] / value[r];
      case GraphNode.Power(int base, int exponent) -> value[node] * StrictMath.log(value[base]);
    };
  }

  private double leftCurvature(int node) {
    return switch (nodes.get(node)) {
      case GraphNode.Variable _,
          GraphNode.Constant _,
          GraphNode.Negation _,
          GraphNode.Sum _,
          GraphNode.Difference _,
          GraphNode.Product _,
          GraphNode.Quotient _ ->
          0;
      case GraphNode.Apply(var function, int x) -> function.curvature(value[x], value[node]);
      case GraphNode.WholePower(int base, int exponent) ->
          exponent < 2 ? 0 : exponent * (exponent - 1) * power(value[base], exponent - 2);
      case GraphNode.Power(int base, int exponent) ->
          value[exponent]
              * (value[exponent] - 1)
              * StrictMath.pow(value[base], value[exponent] - 2);
    };
  }

  private double rightCurvature(int node) {
    return switch (nodes.get(node)) {
      case GraphNode.Variable _,
          GraphNode.Constant _,
          GraphNode.Apply _,
          GraphNode.Negation _,
          GraphNode.Sum _,
          GraphNode.Difference _,
          GraphNode.Product _,
          GraphNode.WholePower _ ->
          0;
      case GraphNode.Quotient(int l, int r) -> 2 * value[node] / (value[r] * value[r]);
      case GraphNode.Power(int base, int exponent) -> {
        double ln = StrictMath.log(value[base]);
        yield value[node] * ln * ln;
      }
    };
  }

  private double mixed(int node) {
    return switch (nodes.get(node)) {
      case GraphNode.Variable _,
          GraphNode.Constant _,
          GraphNode.Apply _,
          GraphNode.Negation _,
          GraphNode.Sum _,
          GraphNode.Difference _,
          GraphNode.WholePower _ ->
          0;
      case GraphNode.Product product -> 1;
      case GraphNode.Quotient(int l, int r) -> -1 / (value[r] * value[r]);
      case GraphNode.Power(int base, int exponent) ->
          StrictMath.pow(value[base], value[exponent] - 1)
              * (1 + value[exponent] * StrictMath.log(value[base]));
    };
  }

  /** Equal factors multiplied from the left. */
  private static double power(double base, int exponent) {
    double product = exponent == 0 ? 1 : base;
    for (int i = 1; i < exponent; i++) {
      product *= base;
    }
    return product;
  }

  private IllegalArgumentException leaf(int node) {
    return new IllegalArgumentException("no such operand: " + nodes.get(node));
  }
}
