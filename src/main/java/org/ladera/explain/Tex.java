package org.ladera.explain;

import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.explain.Quantity.Kind;
import org.ladera.explain.Quantity.Role;

/**
 * Expressions as TeX, with the colour macros of the formula view: every symbol in the colour of its
 * meaning.
 */
public final class Tex implements Writing {
  /** How numbers are written inside a formula. */
  public interface NumberFormat {
    String format(double value);
  }

  private final Notation notation;
  private final NumberFormat numbers;
  private final boolean coloured;
  private final FunctionNames variables;

  private Tex(Notation notation, NumberFormat numbers, boolean coloured, FunctionNames variables) {
    this.notation = notation;
    this.numbers = numbers;
    this.coloured = coloured;
    this.variables = variables;
  }

  public Tex(Notation notation, NumberFormat numbers) {
    this(notation, numbers, true, FunctionNames.NONE);
  }

  @Override
  public Tex of(NetworkSpec network) {
    return new Tex(notation, numbers, coloured, FunctionNames.of(network));
  }

  /** Without the colour macros and with all digits, for a document of LaTeX. */
  public static Tex document(Notation notation) {
    return new Tex(notation, value -> digits(value, notation.comma()), false, FunctionNames.NONE);
  }

  /** A variable of a function: the digits at the end of its name are its index. */
  public static String variable(String name) {
    return FunctionNames.tex(name);
  }

  private static String digits(double value, boolean comma) {
    String text =
        value == Math.rint(value) && Math.abs(value) < 1e15
            ? Long.toString((long) value)
            : Double.toString(value);
    int power = text.indexOf('E');
    String ten = power < 0 ? "" : " \\cdot 10^{" + text.substring(power + 1) + "}";
    String mantissa = power < 0 ? text : text.substring(0, power);
    return (comma ? mantissa.replace(".", "{,}") : mantissa) + ten;
  }

  @Override
  public String name(Quantity q) {
    return variables.tex(q).map(name -> meaning(q.kind(), name)).orElseGet(() -> placed(q));
  }

  private String placed(Quantity q) {
    String symbol = symbol(q);
    String above = q.layer() == 0 && q.kind() != Kind.A ? "" : "^{" + layer(q.layer()) + "}";
    boolean turned = notation.transposed();
    String below =
        switch (q.kind().shape()) {
          case SCALAR -> "";
          case ROW -> "_{" + place(q) + "}";
          case DATA, BATCH, WEIGHTS ->
              "_{" + (turned ? q.column() : q.row()) + "," + (turned ? q.row() : q.column()) + "}";
        };
    String index = q.kind().shape() == Quantity.Shape.SCALAR ? "" : above + below;
    return meaning(q.kind(), gradient(q.kind()) ? derivative(q, index) : symbol + index);
  }

  /** Where biases are θ, that of a unit is its weight from a unit 0 that is always 1. */
  private String place(Quantity q) {
    boolean bias =
        q.kind().isOf(ParameterRef.Kind.BIAS)
            && q.memory().isEmpty()
            && notation.parameters() != Notation.Parameters.W_B;
    return !bias
        ? String.valueOf(q.column())
        : notation.transposed() ? q.column() + ",0" : "0," + q.column();
  }

  /** The whole matrix or vector that a number stands in: its name without row and column. */
  public String matrix(Quantity q) {
    return variables.matrix(q).map(name -> meaning(q.kind(), name)).orElseGet(() -> whole(q));
  }

  private String whole(Quantity q) {
    boolean layered = q.layer() > 0 || q.kind() == Kind.A;
    String index = layered ? "^{" + layer(q.layer()) + "}" : "";
    String name = q.kind() == Kind.X || q.kind() == Kind.Y ? q.kind().name() : symbol(q);
    return meaning(q.kind(), gradient(q.kind()) ? derivative(q, index) : name + index);
  }

  private String layer(int number) {
    return switch (notation.layers()) {
      case PLAIN -> String.valueOf(number);
      case BRACKETS -> "[" + number + "]";
      case PARENTHESES -> "(" + number + ")";
    };
  }

  private static boolean gradient(Kind kind) {
    return kind.role() == Role.GRADIENT && kind.parameter().isPresent();
  }

  private String derivative(Quantity q, String index) {
    return "\\partial J/\\partial " + parameter(q.kind()) + index;
  }

  /** The letter of the parameters that a kind is, changes or belongs to. */
  private String parameter(Kind kind) {
    String weight =
        switch (notation.parameters()) {
          case W_B -> "W";
          case THETA -> "\\Theta";
          case BETA -> "\\beta";
        };
    return switch (kind.parameter().orElseThrow()) {
      case WEIGHT -> weight;
      case BIAS -> notation.parameters() == Notation.Parameters.W_B ? "b" : weight;
      case GAMMA -> "\\gamma";
      case BETA -> "\\beta";
    };
  }

  private String symbol(Quantity q) {
    return switch (q.kind()) {
      case X -> "x";
      case Y -> "y";
      case Z -> "z";
      case MEAN -> "\\mu";
      case VARIANCE -> "s^2";
      case NORMALISED -> "\\hat{z}";
      case NORM_OUTPUT -> "u";
      case A -> "a";
      case MASK -> "d";
      case GRADIENT_NORM -> "\\|\\nabla J\\|";
      case LOSS -> "J_{\\text{data}}";
      case PENALTY -> "\\Omega";
      case TOTAL -> "J";
      case DELTA -> "\\delta";
      case NORM_DELTA -> "\\delta^{u}";
      case GRADIENT_W, GRADIENT_B, GRADIENT_GAMMA, GRADIENT_BETA -> "\\nabla";
      case W, B, GAMMA, BETA -> parameter(q.kind());
      case W_AFTER, B_AFTER, GAMMA_AFTER, BETA_AFTER -> "{" + parameter(q.kind()) + "'}";
      case MEMORY_W, MEMORY_B -> q.memory();
      case MEMORY_W_AFTER, MEMORY_B_AFTER -> "{" + q.memory() + "'}";
      case RATE -> constant("eta");
    };
  }

  private String meaning(Kind kind, String text) {
    if (!coloured) {
      return text;
    }
    return switch (kind.role()) {
      case DATA -> "\\data{" + text + "}";
      case NET -> "\\net{" + text + "}";
      case LOSS -> "\\loss{" + text + "}";
      case DELTA -> "\\delt{" + text + "}";
      case GRADIENT -> "\\grad{" + text + "}";
      case PARAMETER, CHANGED -> "\\weight{" + text + "}";
      case MEMORY, CHANGED_MEMORY, SETTING -> text;
    };
  }

  @Override
  public String number(double value) {
    return numbers.format(value);
  }

  @Override
  public String constant(String symbol) {
    return switch (symbol) {
      case "eta" -> notation.rate() == Notation.Rate.ALPHA ? "\\alpha" : "\\eta";
      case "alpha" -> notation.rate() == Notation.Rate.ALPHA ? "s" : "\\alpha";
      case "samples" -> notation.factor() == Notation.LossFactor.MEAN_N ? "n" : "m";
      case "outputs" -> "k";
      case "factor" -> "c";
      case "beta1" -> "\\beta_1";
      case "beta2" -> "\\beta_2";
      case "l1" -> "\\lambda_1";
      case "l2" -> "\\lambda_2";
      case "max" -> "z_{\\max}";
      case "p" -> "p";
      default -> "\\" + symbol;
    };
  }

  @Override
  public String difference(String left, String right) {
    return left + " - " + right;
  }

  @Override
  public String product(String left, String right) {
    return left + " \\cdot " + right;
  }

  @Override
  public String quotient(String above, String below) {
    return "\\frac{" + above + "}{" + below + "}";
  }

  @Override
  public String power(String base, String exponent) {
    // A derivative ends with an index, to which the exponent would seem to belong.
    return (base.contains("\\partial") ? group(base) : base) + "^{" + exponent + "}";
  }

  @Override
  public String apply(Expression.Function function, String argument) {
    return switch (function) {
      case EXP -> "e^{" + argument + "}";
      case LN -> "\\ln" + group(argument);
      case LN_ONE_PLUS -> "\\ln" + group("1 + " + argument);
      case ROOT -> "\\sqrt{" + argument + "}";
      case ABSOLUTE -> "\\left|" + argument + "\\right|";
      case SIGN -> "\\operatorname{sgn}" + group(argument);
      case SIGMOID -> "\\sigma" + group(argument);
      case SIN, COS, TANH -> "\\" + function.symbol() + group(argument);
      case POSITIVE_PART -> "\\max" + group((notation.comma() ? "0; " : "0, ") + argument);
      case IS_POSITIVE -> "[" + argument + " > 0]";
      case STEP -> "[" + argument + " \\geq 0]";
    };
  }

  @Override
  public String group(String inside) {
    return "\\left(" + inside + "\\right)";
  }

  @Override
  public boolean stacksFractions() {
    return true;
  }
}
