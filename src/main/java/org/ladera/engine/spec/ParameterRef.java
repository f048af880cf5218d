package org.ladera.engine.spec;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One scalar parameter of a network. Layers, rows and columns count from 1, as in the formulas.
 *
 * @param kind weight, bias, or scale and shift of batch normalisation
 * @param layer 1 = the first layer after the inputs
 * @param row input of the layer for a weight; 1 otherwise
 * @param column unit of the layer
 */
public record ParameterRef(Kind kind, int layer, int row, int column) {
  public enum Kind {
    WEIGHT("W"),
    BIAS("b"),
    GAMMA("gamma"),
    BETA("beta");

    private final String symbol;

    Kind(String symbol) {
      this.symbol = symbol;
    }

    public String symbol() {
      return symbol;
    }
  }

  private static final Pattern FORM =
      Pattern.compile("(W|b|gamma|beta)\\[(\\d{1,3})]\\[(\\d{1,6})(?:,(\\d{1,6}))?]");

  public static ParameterRef weight(int layer, int row, int column) {
    return new ParameterRef(Kind.WEIGHT, layer, row, column);
  }

  public static ParameterRef bias(int layer, int unit) {
    return new ParameterRef(Kind.BIAS, layer, 1, unit);
  }

  /**
   * Reads {@code W[2][1,3]} or {@code b[2][3]}.
   *
   * @throws IllegalArgumentException when the text has another form
   */
  public static ParameterRef parse(String text) {
    Matcher m = FORM.matcher(text.replace(" ", ""));
    if (!m.matches() || m.group(1).equals("W") != (m.group(4) != null)) {
      throw new IllegalArgumentException(
          "expected W[layer][row,column] or b[layer][unit]: " + text);
    }
    int layer = Integer.parseInt(m.group(2));
    int first = Integer.parseInt(m.group(3));
    return switch (m.group(1)) {
      case "W" -> weight(layer, first, Integer.parseInt(m.group(4)));
      case "b" -> bias(layer, first);
      case "gamma" -> new ParameterRef(Kind.GAMMA, layer, 1, first);
      default -> new ParameterRef(Kind.BETA, layer, 1, first);
    };
  }

  @Override
  public String toString() {
    String inside = kind == Kind.WEIGHT ? row + "," + column : String.valueOf(column);
    return kind.symbol() + "[" + layer + "][" + inside + "]";
  }
}
