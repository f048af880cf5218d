package org.ladera.explain;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One number of one update. Layers, rows, columns, samples and units count from 1; layer 0 is the
 * input. For a matrix over the batch the row is the sample and the column the unit; for weights the
 * row is the unit before and the column the unit.
 *
 * @param update the update it belongs to, counted from 0
 * @param memory the letter of the optimizer's memory (v, m, G …) for the memory kinds, else empty
 */
public record Quantity(Kind kind, long update, int layer, int row, int column, String memory) {
  public Quantity(Kind kind, long update, int layer, int row, int column) {
    this(kind, update, layer, row, column, "");
  }

  /** The same number of another update. */
  public Quantity at(long other) {
    return new Quantity(kind, other, layer, row, column, memory);
  }

  /** What is asked for; the symbol is the one of texts and commands. */
  public enum Kind {
    X("x", Shape.MATRIX),
    Y("y", Shape.MATRIX),
    Z("z", Shape.LAYER_MATRIX),
    MEAN("mean", Shape.LAYER_ROW),
    VARIANCE("var", Shape.LAYER_ROW),
    NORMALISED("xhat", Shape.LAYER_MATRIX),
    NORM_OUTPUT("bn", Shape.LAYER_MATRIX),
    A("a", Shape.LAYER_MATRIX),
    MASK("mask", Shape.LAYER_MATRIX),
    LOSS("loss", Shape.SCALAR),
    PENALTY("penalty", Shape.SCALAR),
    TOTAL("J", Shape.SCALAR),
    DELTA("delta", Shape.LAYER_MATRIX),
    NORM_DELTA("dbn", Shape.LAYER_MATRIX),
    GRADIENT_W("dW", Shape.LAYER_MATRIX),
    GRADIENT_B("db", Shape.LAYER_ROW),
    GRADIENT_GAMMA("dgamma", Shape.LAYER_ROW),
    GRADIENT_BETA("dbeta", Shape.LAYER_ROW),
    /** The length of the gradient of all parameters. */
    GRADIENT_NORM("norm", Shape.SCALAR),
    W("W", Shape.LAYER_MATRIX),
    B("b", Shape.LAYER_ROW),
    GAMMA("gamma", Shape.LAYER_ROW),
    BETA("beta", Shape.LAYER_ROW),
    W_AFTER("W_after", Shape.LAYER_MATRIX),
    B_AFTER("b_after", Shape.LAYER_ROW),
    GAMMA_AFTER("gamma_after", Shape.LAYER_ROW),
    BETA_AFTER("beta_after", Shape.LAYER_ROW),
    MEMORY_W("memory_W", Shape.LAYER_MATRIX),
    MEMORY_B("memory_b", Shape.LAYER_ROW),
    MEMORY_W_AFTER("memory_W_after", Shape.LAYER_MATRIX),
    MEMORY_B_AFTER("memory_b_after", Shape.LAYER_ROW),
    RATE("rate", Shape.SCALAR);

    /** What an update leaves changed. */
    private static final Set<Kind> CHANGED =
        EnumSet.of(W_AFTER, B_AFTER, GAMMA_AFTER, BETA_AFTER, MEMORY_W_AFTER, MEMORY_B_AFTER);

    private final String symbol;
    private final Shape shape;

    Kind(String symbol, Shape shape) {
      this.symbol = symbol;
      this.shape = shape;
    }

    public String symbol() {
      return symbol;
    }

    Shape shape() {
      return shape;
    }

    /**
     * What an update makes this of: of a parameter or memory after it, the one before.
     *
     * @throws IllegalStateException where an update changes no such number
     */
    public Kind before() {
      return switch (this) {
        case W_AFTER -> W;
        case B_AFTER -> B;
        case GAMMA_AFTER -> GAMMA;
        case BETA_AFTER -> BETA;
        case MEMORY_W_AFTER -> MEMORY_W;
        case MEMORY_B_AFTER -> MEMORY_B;
        case X,
            Y,
            Z,
            MEAN,
            VARIANCE,
            NORMALISED,
            NORM_OUTPUT,
            A,
            MASK,
            LOSS,
            PENALTY,
            TOTAL,
            DELTA,
            NORM_DELTA,
            GRADIENT_W,
            GRADIENT_B,
            GRADIENT_GAMMA,
            GRADIENT_BETA,
            GRADIENT_NORM,
            W,
            B,
            GAMMA,
            BETA,
            MEMORY_W,
            MEMORY_B,
            RATE ->
            throw new IllegalStateException(name());
      };
    }

    /** What an update makes of this; empty for what it only computes. */
    public Optional<Kind> after() {
      for (Kind kind : CHANGED) {
        if (kind.before() == this) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }

    /**
     * The gradient by which an update changes a parameter or memory after it.
     *
     * @throws IllegalStateException where an update changes no such number
     */
    Kind gradient() {
      return switch (this) {
        case W_AFTER, MEMORY_W_AFTER -> GRADIENT_W;
        case B_AFTER, MEMORY_B_AFTER -> GRADIENT_B;
        case GAMMA_AFTER -> GRADIENT_GAMMA;
        case BETA_AFTER -> GRADIENT_BETA;
        case X,
            Y,
            Z,
            MEAN,
            VARIANCE,
            NORMALISED,
            NORM_OUTPUT,
            A,
            MASK,
            LOSS,
            PENALTY,
            TOTAL,
            DELTA,
            NORM_DELTA,
            GRADIENT_W,
            GRADIENT_B,
            GRADIENT_GAMMA,
            GRADIENT_BETA,
            GRADIENT_NORM,
            W,
            B,
            GAMMA,
            BETA,
            MEMORY_W,
            MEMORY_B,
            RATE ->
            throw new IllegalStateException(name());
      };
    }
  }

  enum Shape {
    SCALAR,
    MATRIX,
    LAYER_ROW,
    LAYER_MATRIX
  }

  private static final Pattern FORM =
      Pattern.compile("([A-Za-z_]+)(?:\\[(\\d{1,9})])?(?:\\[(\\d{1,9})(?:,(\\d{1,9}))?])?");

  /**
   * Reads {@code loss}, {@code x[1,2]}, {@code z[1][2,3]}, {@code b_after[2][1]}.
   *
   * @return empty when the text has no such form
   */
  public static Optional<Quantity> parse(String text, long update) {
    String bare = text.replace(" ", "");
    Matcher matrix = Pattern.compile("([xy])\\[(\\d{1,9}),(\\d{1,9})]").matcher(bare);
    if (matrix.matches()) {
      Kind kind = matrix.group(1).equals("x") ? Kind.X : Kind.Y;
      return Optional.of(
          new Quantity(kind, update, 0, number(matrix.group(2)), number(matrix.group(3))));
    }
    Matcher m = FORM.matcher(bare);
    if (!m.matches()) {
      return Optional.empty();
    }
    for (Kind kind : Kind.values()) {
      if (kind.symbol().equals(m.group(1))) {
        return of(kind, update, m);
      }
    }
    return Optional.empty();
  }

  private static Optional<Quantity> of(Kind kind, long update, Matcher m) {
    boolean layer = m.group(2) != null;
    boolean first = m.group(3) != null;
    boolean second = m.group(4) != null;
    return switch (kind.shape()) {
      case SCALAR -> layer ? Optional.empty() : Optional.of(new Quantity(kind, update, 0, 0, 0));
      case MATRIX -> Optional.empty();
      case LAYER_ROW ->
          layer && first && !second
              ? Optional.of(new Quantity(kind, update, number(m.group(2)), 1, number(m.group(3))))
              : Optional.empty();
      case LAYER_MATRIX ->
          layer && second
              ? Optional.of(
                  new Quantity(
                      kind, update, number(m.group(2)), number(m.group(3)), number(m.group(4))))
              : Optional.empty();
    };
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  /** The name as it is typed. */
  public String name() {
    String symbol = memory.isEmpty() ? kind.symbol() : kind.symbol().replace("memory", memory);
    return switch (kind.shape()) {
      case SCALAR -> symbol;
      case MATRIX -> symbol + "[" + row + "," + column + "]";
      case LAYER_ROW -> symbol + "[" + layer + "][" + column + "]";
      case LAYER_MATRIX -> symbol + "[" + layer + "][" + row + "," + column + "]";
    };
  }

  Quantity with(Kind other) {
    return new Quantity(other, update, layer, row, column);
  }

  Quantity withMemory(Kind other, String letter) {
    return new Quantity(other, update, layer, row, column, letter);
  }

  Quantity at(Kind other, int otherLayer, int otherRow, int otherColumn) {
    return new Quantity(other, update, otherLayer, otherRow, otherColumn);
  }
}
