package org.ladera.explain;

import org.ladera.engine.spec.NetworkSpec;

/** Expressions as lines of text, e.g. {@code a[1][1,1] · delta[2][1,1]}. */
public final class PlainText implements Writing {
  private final Notation notation;
  private final Names names;
  private final FunctionNames variables;

  public PlainText(Notation notation) {
    this(notation, FunctionNames.NONE);
  }

  private PlainText(Notation notation, FunctionNames variables) {
    this.notation = notation;
    this.variables = variables;
    names = new Names(notation);
  }

  @Override
  public Writing of(NetworkSpec network) {
    return new PlainText(notation, FunctionNames.of(network));
  }

  @Override
  public String name(Quantity q) {
    return variables.plain(q).orElseGet(() -> placed(q));
  }

  private String placed(Quantity q) {
    String symbol = names.symbol(q);
    int first = notation.transposed() ? q.column() : q.row();
    int second = notation.transposed() ? q.row() : q.column();
    return switch (q.kind().shape()) {
      case SCALAR -> symbol;
      case DATA -> symbol + "[" + first + "," + second + "]";
      case ROW -> symbol + layer(q.layer()) + "[" + q.column() + "]";
      case BATCH, WEIGHTS -> symbol + layer(q.layer()) + "[" + first + "," + second + "]";
    };
  }

  private String layer(int number) {
    return notation.layers() == Notation.Layers.PARENTHESES
        ? "(" + number + ")"
        : "[" + number + "]";
  }

  @Override
  public String number(double value) {
    String text =
        value == Math.rint(value) && Math.abs(value) < 1e15
            ? Long.toString((long) value)
            : Double.toString(value);
    return notation.comma() ? text.replace('.', ',') : text;
  }

  @Override
  public String constant(String symbol) {
    return names.constant(symbol);
  }

  @Override
  public String difference(String left, String right) {
    return left.isEmpty() ? "-" + right : left + " - " + right;
  }

  @Override
  public String product(String left, String right) {
    return left + " · " + right;
  }

  @Override
  public String power(String base, String exponent) {
    return base + "^" + exponent;
  }

  @Override
  public String apply(Expression.Function function, String argument) {
    return switch (function) {
      case ABSOLUTE -> "|" + argument + "|";
      // Two decimal commas with a comma between them would be unreadable.
      case POSITIVE_PART -> "max(0" + (notation.comma() ? "; " : ", ") + argument + ")";
      case EXP, LN, LN_ONE_PLUS, ROOT, SIGN, SIN, COS, SIGMOID, TANH, IS_POSITIVE, STEP ->
          function.symbol() + group(argument);
    };
  }
}
