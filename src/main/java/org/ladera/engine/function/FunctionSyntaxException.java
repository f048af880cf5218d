package org.ladera.engine.function;

/** An expression that cannot be read, with the place and what was expected there. */
public final class FunctionSyntaxException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What would have been right at the place of the fault. */
  public enum Expected {
    /** A number, a variable, a function or an opening bracket. */
    OPERAND,
    /** An operator, a closing bracket or the end. */
    OPERATOR,
    /** A closing bracket for the one opened before. */
    CLOSING_BRACKET,
    /** An opening bracket after the name of a function. */
    ARGUMENT,
    /** The name of a function that exists. */
    FUNCTION,
    /** A finite number. */
    NUMBER,
    /** At most {@link FunctionGraph#MOST_VARIABLES} different variables. */
    FEWER_VARIABLES,
    /** At least one variable. */
    A_VARIABLE,
    /** A shorter expression, or fewer brackets inside each other. */
    SHORTER
  }

  private final int position;
  private final String found;
  private final Expected expected;

  FunctionSyntaxException(int position, String found, Expected expected) {
    super(expected + " expected at " + position + ", found '" + found + "'");
    this.position = position;
    this.found = found;
    this.expected = expected;
  }

  /** The index of the first character that does not fit, counted from 0. */
  public int position() {
    return position;
  }

  /** What stands there; empty at the end. */
  public String found() {
    return found;
  }

  public Expected expected() {
    return expected;
  }
}
