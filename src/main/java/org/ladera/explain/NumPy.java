package org.ladera.explain;

import org.ladera.engine.spec.NetworkSpec;

/**
 * Expressions as a line of NumPy: arrays a[l], z[l], W[l] … as lists by layer, indices from 0, and
 * samples in rows or columns as the notation has it.
 */
public final class NumPy implements Writing {
  private final Notation notation;
  private final Names names;
  private final FunctionNames variables;

  public NumPy(Notation notation) {
    this(notation, FunctionNames.NONE);
  }

  private NumPy(Notation notation, FunctionNames variables) {
    this.notation = notation;
    this.variables = variables;
    names = new Names(notation);
  }

  @Override
  public Writing of(NetworkSpec network) {
    return new NumPy(notation, FunctionNames.of(network));
  }

  @Override
  public String name(Quantity q) {
    return variables.plain(q).orElseGet(() -> placed(q));
  }

  private String placed(Quantity q) {
    String symbol = names.symbol(q);
    boolean turned = notation.transposed();
    int first = (turned ? q.column() : q.row()) - 1;
    int second = (turned ? q.row() : q.column()) - 1;
    return switch (q.kind().shape()) {
      case SCALAR -> symbol;
      case DATA -> symbol + "[" + first + ", " + second + "]";
      case BATCH, ROW, WEIGHTS -> symbol + "[" + q.layer() + "][" + first + ", " + second + "]";
    };
  }

  @Override
  public String number(double value) {
    return Double.isNaN(value)
        ? "np.nan"
        : Double.isInfinite(value) ? (value > 0 ? "np.inf" : "-np.inf") : Double.toString(value);
  }

  @Override
  public String constant(String symbol) {
    return switch (symbol) {
      // A keyword of Python.
      case "lambda" -> "lambda_";
      case "max" -> "z_max";
      default -> names.constant(symbol);
    };
  }

  @Override
  public String difference(String left, String right) {
    return left.isEmpty() ? "-" + right : left + " - " + right;
  }

  @Override
  public String product(String left, String right) {
    return left + " * " + right;
  }

  @Override
  public String power(String base, String exponent) {
    return base + "**" + exponent;
  }

  @Override
  public String apply(Expression.Function function, String argument) {
    return switch (function) {
      case EXP -> "np.exp(" + argument + ")";
      case LN -> "np.log(" + argument + ")";
      case LN_ONE_PLUS -> "np.log1p(" + argument + ")";
      case ROOT -> "np.sqrt(" + argument + ")";
      case ABSOLUTE -> "np.abs(" + argument + ")";
      case SIGN -> "np.sign(" + argument + ")";
      case SIN -> "np.sin(" + argument + ")";
      case COS -> "np.cos(" + argument + ")";
      case SIGMOID -> "(1 / (1 + np.exp(-(" + argument + "))))";
      case TANH -> "np.tanh(" + argument + ")";
      case POSITIVE_PART -> "np.maximum(0, " + argument + ")";
      case IS_POSITIVE -> "((" + argument + " > 0) * 1.0)";
      case STEP -> "((" + argument + " >= 0) * 1.0)";
    };
  }
}
