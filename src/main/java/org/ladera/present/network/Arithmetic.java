package org.ladera.present.network;

import org.ladera.explain.Expression;
import org.ladera.explain.Quantity;
import org.ladera.explain.Writing;
import org.ladera.text.Numbers;

/** Expressions with short numbers in the writing of a language, and what they come to. */
public record Arithmetic(Numbers numbers) implements Writing {
  private static final int DIGITS = 3;

  /** What an expression comes to. */
  public static double value(Expression e) {
    return switch (e) {
      case Expression.Literal literal -> literal.value();
      case Expression.Constant constant -> constant.value();
      case Expression.Operand operand -> operand.value();
      case Expression.Sum sum -> sum.terms().stream().mapToDouble(Arithmetic::value).sum();
      case Expression.Difference d -> value(d.left()) - value(d.right());
      case Expression.Product p ->
          p.factors().stream().mapToDouble(Arithmetic::value).reduce(1, (a, b) -> a * b);
      case Expression.Quotient q -> value(q.above()) / value(q.below());
      case Expression.Power p -> StrictMath.pow(value(p.base()), p.exponent());
      case Expression.Apply a -> applied(a.function(), value(a.argument()));
    };
  }

  private static double applied(Expression.Function function, double v) {
    return switch (function) {
      case EXP -> StrictMath.exp(v);
      case LN -> StrictMath.log(v);
      case LN_ONE_PLUS -> StrictMath.log1p(v);
      case ROOT -> StrictMath.sqrt(v);
      case ABSOLUTE -> Math.abs(v);
      case SIGN -> Math.signum(v);
      case SIGMOID -> 1 / (1 + StrictMath.exp(-v));
      case TANH -> StrictMath.tanh(v);
      case POSITIVE_PART -> Math.max(0, v);
      case IS_POSITIVE -> v > 0 ? 1 : 0;
      case STEP -> v >= 0 ? 1 : 0;
    };
  }

  public String text(Expression e) {
    return write(e, With.NUMBERS);
  }

  @Override
  public String name(Quantity q) {
    return q.name();
  }

  @Override
  public String number(double value) {
    return numbers.shown(value, DIGITS);
  }

  @Override
  public String constant(String symbol) {
    return symbol;
  }

  @Override
  public String sum(String left, String right) {
    return left + " + " + right;
  }

  @Override
  public String difference(String left, String right) {
    return left.isEmpty() ? "\u2212" + right : left + " \u2212 " + right;
  }

  @Override
  public String product(String left, String right) {
    return left + " \u00b7 " + right;
  }

  @Override
  public String quotient(String above, String below) {
    return above + " / " + below;
  }

  @Override
  public String power(String base, String exponent) {
    return base + "^(" + exponent + ")";
  }

  @Override
  public String apply(Expression.Function function, String argument) {
    return switch (function) {
      case ABSOLUTE -> "|" + argument + "|";
      case POSITIVE_PART -> "max(0, " + argument + ")";
      case IS_POSITIVE -> "[" + argument + " > 0]";
      case STEP -> "[" + argument + " \u2265 0]";
      case EXP, LN, LN_ONE_PLUS, ROOT, SIGN, SIGMOID, TANH -> function.symbol() + group(argument);
    };
  }

  @Override
  public String group(String inside) {
    return "(" + inside + ")";
  }

  @Override
  public boolean stacksFractions() {
    return false;
  }
}
