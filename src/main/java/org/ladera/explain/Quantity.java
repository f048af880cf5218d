package org.ladera.explain;

import static org.ladera.engine.spec.ParameterRef.Kind.BIAS;
import static org.ladera.engine.spec.ParameterRef.Kind.WEIGHT;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ladera.engine.spec.ParameterRef;

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

  /**
   * Written out, for the operands of long sums are kept in sets and what Java makes begins slow.
   */
  @Override
  public int hashCode() {
    int place = (layer * 31 + row) * 1021 + column;
    return (place * 31 + kind.ordinal()) * 31 + Long.hashCode(update) + memory.hashCode();
  }

  /**
   * What one parameter is to an update: its gradient, or itself before or after.
   *
   * @throws java.util.NoSuchElementException where a parameter has no such number
   */
  public static Quantity of(Role role, ParameterRef ref, long update) {
    Kind kind = Kind.of(role, ref.kind()).orElseThrow();
    return new Quantity(kind, update, ref.layer(), ref.row(), ref.column());
  }

  /** The same number of another update. */
  public Quantity at(long other) {
    return new Quantity(kind, other, layer, row, column, memory);
  }

  /** What is asked for; the symbol is the one of texts and commands. */
  public enum Kind {
    X("x", Shape.DATA, Role.DATA),
    Y("y", Shape.DATA, Role.DATA),
    Z("z", Shape.BATCH, Role.NET),
    MEAN("mean", Shape.ROW, Role.NET),
    VARIANCE("var", Shape.ROW, Role.NET),
    NORMALISED("xhat", Shape.BATCH, Role.NET),
    NORM_OUTPUT("bn", Shape.BATCH, Role.NET),
    A("a", Shape.BATCH, Role.DATA),
    MASK("mask", Shape.BATCH, Role.SETTING),
    LOSS("loss", Shape.SCALAR, Role.LOSS),
    PENALTY("penalty", Shape.SCALAR, Role.LOSS),
    TOTAL("J", Shape.SCALAR, Role.LOSS),
    DELTA("delta", Shape.BATCH, Role.DELTA),
    NORM_DELTA("dbn", Shape.BATCH, Role.DELTA),
    GRADIENT_W("dW", Role.GRADIENT, WEIGHT),
    GRADIENT_B("db", Role.GRADIENT, BIAS),
    GRADIENT_GAMMA("dgamma", Role.GRADIENT, ParameterRef.Kind.GAMMA),
    GRADIENT_BETA("dbeta", Role.GRADIENT, ParameterRef.Kind.BETA),
    /** The length of the gradient of all parameters. */
    GRADIENT_NORM("norm", Shape.SCALAR, Role.GRADIENT),
    W("W", Role.PARAMETER, WEIGHT),
    B("b", Role.PARAMETER, BIAS),
    GAMMA("gamma", Role.PARAMETER, ParameterRef.Kind.GAMMA),
    BETA("beta", Role.PARAMETER, ParameterRef.Kind.BETA),
    W_AFTER("W_after", Role.CHANGED, WEIGHT),
    B_AFTER("b_after", Role.CHANGED, BIAS),
    GAMMA_AFTER("gamma_after", Role.CHANGED, ParameterRef.Kind.GAMMA),
    BETA_AFTER("beta_after", Role.CHANGED, ParameterRef.Kind.BETA),
    MEMORY_W("memory_W", Role.MEMORY, WEIGHT),
    MEMORY_B("memory_b", Role.MEMORY, BIAS),
    MEMORY_W_AFTER("memory_W_after", Role.CHANGED_MEMORY, WEIGHT),
    MEMORY_B_AFTER("memory_b_after", Role.CHANGED_MEMORY, BIAS),
    RATE("rate", Shape.SCALAR, Role.SETTING);

    private final String symbol;
    private final Shape shape;
    private final Role role;
    private final Optional<ParameterRef.Kind> parameter;

    Kind(String symbol, Shape shape, Role role) {
      this.symbol = symbol;
      this.shape = shape;
      this.role = role;
      parameter = Optional.empty();
    }

    Kind(String symbol, Role role, ParameterRef.Kind parameter) {
      this.symbol = symbol;
      this.shape = parameter == WEIGHT ? Shape.WEIGHTS : Shape.ROW;
      this.role = role;
      this.parameter = Optional.of(parameter);
    }

    public String symbol() {
      return symbol;
    }

    public Shape shape() {
      return shape;
    }

    public Role role() {
      return role;
    }

    /** The kind of parameters that it is, changes or belongs to. */
    public Optional<ParameterRef.Kind> parameter() {
      return parameter;
    }

    /** Whether it is, changes or belongs to parameters of this kind. */
    public boolean isOf(ParameterRef.Kind kind) {
      return parameter.filter(kind::equals).isPresent();
    }

    /** Whether each example of the batch has a number of this kind. */
    public boolean isPerSample() {
      return shape == Shape.DATA || shape == Shape.BATCH;
    }

    private static Optional<Kind> of(Role role, ParameterRef.Kind of) {
      return Arrays.stream(values()).filter(k -> k.role == role && k.isOf(of)).findFirst();
    }

    private Optional<Kind> of(Role other) {
      return parameter.flatMap(own -> of(other, own));
    }

    /**
     * What an update makes this of: of a parameter or memory after it, the one before.
     *
     * @throws java.util.NoSuchElementException where an update changes no such number
     */
    public Kind before() {
      return of(role == Role.CHANGED_MEMORY ? Role.MEMORY : Role.PARAMETER).orElseThrow();
    }

    /** What an update makes of this; empty for what it only computes. */
    public Optional<Kind> after() {
      return role == Role.PARAMETER
          ? of(Role.CHANGED)
          : role == Role.MEMORY ? of(Role.CHANGED_MEMORY) : Optional.empty();
    }

    /** The same of the parameters, in another role. */
    Kind as(Role other) {
      return of(other).orElseThrow();
    }
  }

  /** What a number is to an update, which is also its colour. */
  public enum Role {
    DATA,
    NET,
    LOSS,
    DELTA,
    GRADIENT,
    /** Before the update. */
    PARAMETER,
    /** After the update. */
    CHANGED,
    /** What the optimizer keeps, before the update. */
    MEMORY,
    CHANGED_MEMORY,
    SETTING
  }

  /** Where a number stands. */
  public enum Shape {
    SCALAR,
    /** (batch × columns) of the data, without a layer. */
    DATA,
    /** (batch × units) of a layer. */
    BATCH,
    /** (1 × units) of a layer. */
    ROW,
    /** (inputs × units) of a layer. */
    WEIGHTS
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
      case DATA -> Optional.empty();
      case ROW ->
          layer && first && !second
              ? Optional.of(new Quantity(kind, update, number(m.group(2)), 1, number(m.group(3))))
              : Optional.empty();
      case BATCH, WEIGHTS ->
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
      case DATA -> symbol + "[" + row + "," + column + "]";
      case ROW -> symbol + "[" + layer + "][" + column + "]";
      case BATCH, WEIGHTS -> symbol + "[" + layer + "][" + row + "," + column + "]";
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
