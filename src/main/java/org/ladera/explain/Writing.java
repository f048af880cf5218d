package org.ladera.explain;

import org.ladera.engine.spec.NetworkSpec;

/** A way to write an expression: as text, as TeX or as a line of NumPy. */
public interface Writing {
  /** The name of a number of the run. */
  String name(Quantity quantity);

  /** The same for a network; a function has names of its own for its parameters. */
  default Writing of(NetworkSpec network) {
    return this;
  }

  /** A number with all digits. */
  String number(double value);

  String constant(String symbol);

  default String sum(String left, String right) {
    return left + " + " + right;
  }

  String difference(String left, String right);

  String product(String left, String right);

  default String quotient(String above, String below) {
    return above + " / " + below;
  }

  String power(String base, String exponent);

  String apply(Expression.Function function, String argument);

  default String group(String inside) {
    return "(" + inside + ")";
  }

  /** Whether a quotient needs no brackets around its parts. */
  default boolean stacksFractions() {
    return false;
  }

  /** How much of an expression is written as names, and how much as numbers. */
  enum With {
    NAMES,
    NUMBERS
  }

  /** Writes {@code expression} in this way. */
  default String write(Expression expression, With with) {
    return new Writer(this, with).write(expression);
  }
}
