package org.ladera.explain;

/** Expressions as lines of text, e.g. {@code a[1][1,1] · delta[2][1,1]}. */
public final class PlainText implements Writing {
  private final Notation notation;

  public PlainText(Notation notation) {
    this.notation = notation;
  }

  @Override
  public String name(Quantity q) {
    String text = lettered(renamed(q));
    return notation.layers() == Notation.Layers.BRACKETS || q.layer() == 0
        ? text
        : text.replaceFirst("\\[(\\d+)]", "($1)");
  }

  private String lettered(Quantity q) {
    String name = q.name();
    String weight =
        switch (notation.parameters()) {
          case W_B -> "W";
          case THETA -> "Theta";
          case BETA -> "Beta";
        };
    String bias =
        switch (notation.parameters()) {
          case W_B -> "b";
          case THETA -> "theta0";
          case BETA -> "beta0";
        };
    return switch (q.kind()) {
      case W, W_AFTER -> weight + name.substring(1);
      case B, B_AFTER -> bias + name.substring(1);
      case GRADIENT_W -> "d" + weight + name.substring(2);
      case GRADIENT_B -> "d" + bias + name.substring(2);
      default -> name;
    };
  }

  /** With samples in columns every matrix is written transposed. */
  private Quantity renamed(Quantity q) {
    boolean turned = notation.samples() == Notation.Samples.COLUMNS;
    return turned
        ? new Quantity(q.kind(), q.update(), q.layer(), q.column(), q.row(), q.memory())
        : q;
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
    return symbol.equals("eta") && notation.rate() == Notation.Rate.ALPHA ? "alpha" : symbol;
  }

  @Override
  public String sum(String left, String right) {
    return left + " + " + right;
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
  public String quotient(String above, String below) {
    return above + " / " + below;
  }

  @Override
  public String power(String base, String exponent) {
    return base + "^" + exponent;
  }

  @Override
  public String apply(Expression.Function function, String argument) {
    return switch (function) {
      case ABSOLUTE -> "|" + argument + "|";
      case POSITIVE_PART -> "max(0, " + argument + ")";
      default -> function.symbol() + group(argument);
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
