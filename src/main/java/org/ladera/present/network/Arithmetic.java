package org.ladera.present.network;

import org.ladera.explain.Expression;
import org.ladera.explain.Quantity;
import org.ladera.explain.Writing;
import org.ladera.text.Numbers;

/** Expressions with short numbers in the writing of a language. */
public record Arithmetic(Numbers numbers) implements Writing {
  private static final int DIGITS = 3;

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
  public String difference(String left, String right) {
    return left.isEmpty() ? "\u2212" + right : left + " \u2212 " + right;
  }

  @Override
  public String product(String left, String right) {
    return left + " \u00b7 " + right;
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
      case EXP, LN, LN_ONE_PLUS, ROOT, SIGN, SIN, COS, SIGMOID, TANH ->
          function.symbol() + group(argument);
    };
  }
}
