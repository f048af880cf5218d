package org.ladera.text;

/**
 * The letters of formulas in the program's own labels. Marks are those of {@link RichText}.
 *
 * @param rate the learning rate
 * @param weight a weight of a single unit
 * @param matrix a weight among those of a layer
 * @param bias a bias; where it is the same letter as the weight, its place has a 0 in front
 * @param open before the number of a layer
 * @param close after it
 * @param turned whether the place of a weight is written unit first
 */
public record Letters(
    String rate,
    String weight,
    String matrix,
    String bias,
    String open,
    String close,
    boolean turned) {
  /** η, w, W and b, the number of a layer in brackets, inputs before units. */
  public static final Letters OWN = new Letters("\u03b7", "w", "W", "b", "[", "]", false);

  /** A text that is written in {@link #OWN}, in these letters. */
  String in(String text) {
    return text.replace(OWN.rate, rate)
        .replace(OWN.onlyWeight(), onlyWeight())
        .replace(OWN.onlyBias(), onlyBias());
  }

  /** {@code w}, or {@code θ₁} where all parameters have one letter. */
  public String onlyWeight() {
    return shared() ? symbol(weight + "_1") : symbol(weight);
  }

  /** The weight of input {@code i} of a single unit. */
  public String weight(int i) {
    return symbol(weight + "_(" + i + ")");
  }

  /** The weight from {@code input} to {@code unit} of a layer. */
  public String weight(int layer, int input, int unit) {
    return symbol(matrix + layer(layer) + "_(" + place(input, unit) + ")");
  }

  /** {@code b}, or {@code θ₀}. */
  public String onlyBias() {
    return shared() ? symbol(weight + "_0") : symbol(bias);
  }

  /** A variable of a function; the digits at its end are its index. */
  public String variable(String name) {
    int digits = name.length();
    while (digits > 1 && Character.isDigit(name.charAt(digits - 1))) {
      digits--;
    }
    String index = name.substring(digits);
    return symbol(index.isEmpty() ? name : name.substring(0, digits) + "_(" + index + ")");
  }

  public String bias(int layer, int unit) {
    return shared()
        ? symbol(matrix + layer(layer) + "_(" + place(0, unit) + ")")
        : symbol(bias + layer(layer) + "_(" + unit + ")");
  }

  /** An element of a matrix over the examples. */
  public String entry(String letter, int example, int column) {
    return symbol(letter + "_(" + place(example, column) + ")");
  }

  /** An element of a matrix of a layer over the examples. */
  public String entry(String letter, int layer, int example, int unit) {
    return symbol(letter + layer(layer) + "_(" + place(example, unit) + ")");
  }

  /** The raised number of a layer. */
  public String layer(int layer) {
    return "^(" + (open.isEmpty() ? "" + layer : open + layer + close) + ")";
  }

  private String place(int input, int unit) {
    return turned ? unit + "," + input : input + "," + unit;
  }

  private boolean shared() {
    return bias.equals(weight);
  }

  private static String symbol(String inside) {
    return "$" + inside + "$";
  }
}
