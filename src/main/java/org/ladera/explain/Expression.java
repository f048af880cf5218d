package org.ladera.explain;

import java.util.List;

/** The arithmetic behind a number, as a tree whose leaves are numbers that can be read. */
public sealed interface Expression {
  /** What it comes to, worked out from its leaves in the order written. */
  double value();

  /** A literal number of the formula, such as 2 or 1. */
  record Literal(double value) implements Expression {}

  /** A constant of the experiment, by its symbol: η, β, the factor of the loss. */
  record Constant(String symbol, double value) implements Expression {}

  /** A number of the run; it can be opened unless it is data or a start weight. */
  record Operand(Quantity quantity, double value) implements Expression {}

  record Sum(List<Expression> terms) implements Expression {
    public Sum {
      terms = List.copyOf(terms);
    }

    @Override
    public double value() {
      double sum = 0;
      for (Expression term : terms) {
        sum += term.value();
      }
      return sum;
    }
  }

  record Difference(Expression left, Expression right) implements Expression {
    @Override
    public double value() {
      return left.value() - right.value();
    }
  }

  record Product(List<Expression> factors) implements Expression {
    public Product {
      factors = List.copyOf(factors);
    }

    @Override
    public double value() {
      double product = 1;
      for (Expression factor : factors) {
        product *= factor.value();
      }
      return product;
    }
  }

  record Quotient(Expression above, Expression below) implements Expression {
    @Override
    public double value() {
      return above.value() / below.value();
    }
  }

  record Power(Expression base, double exponent) implements Expression {
    @Override
    public double value() {
      return StrictMath.pow(base.value(), exponent);
    }
  }

  record Apply(Function function, Expression argument) implements Expression {
    @Override
    public double value() {
      return function.of(argument.value());
    }
  }

  /** Functions of one number. */
  enum Function {
    EXP("exp"),
    LN("ln"),
    LN_ONE_PLUS("ln1p"),
    ROOT("sqrt"),
    ABSOLUTE("abs"),
    SIGN("sign"),
    SIN("sin"),
    COS("cos"),
    SIGMOID("sigmoid"),
    TANH("tanh"),
    POSITIVE_PART("max0"),
    IS_POSITIVE("positive"),
    STEP("step");

    private final String symbol;

    Function(String symbol) {
      this.symbol = symbol;
    }

    public String symbol() {
      return symbol;
    }

    double of(double v) {
      return switch (this) {
        case EXP -> StrictMath.exp(v);
        case LN -> StrictMath.log(v);
        case LN_ONE_PLUS -> StrictMath.log1p(v);
        case ROOT -> StrictMath.sqrt(v);
        case ABSOLUTE -> Math.abs(v);
        case SIGN -> Math.signum(v);
        case SIN -> StrictMath.sin(v);
        case COS -> StrictMath.cos(v);
        case SIGMOID -> 1 / (1 + StrictMath.exp(-v));
        case TANH -> StrictMath.tanh(v);
        case POSITIVE_PART -> Math.max(0, v);
        case IS_POSITIVE -> v > 0 ? 1 : 0;
        case STEP -> v >= 0 ? 1 : 0;
      };
    }
  }

  static Expression number(double value) {
    return new Literal(value);
  }

  static Expression product(Expression... factors) {
    return new Product(List.of(factors));
  }

  static Expression sum(Expression... terms) {
    return new Sum(List.of(terms));
  }

  static Expression minus(Expression left, Expression right) {
    return new Difference(left, right);
  }

  static Expression over(Expression above, Expression below) {
    return new Quotient(above, below);
  }

  static Expression apply(Function function, Expression argument) {
    return new Apply(function, argument);
  }

  static Expression squared(Expression base) {
    return new Power(base, 2);
  }
}
