package org.ladera.cli;

import java.util.List;
import org.ladera.explain.Notation;
import org.ladera.explain.NumPy;
import org.ladera.explain.PlainText;
import org.ladera.explain.Tex;
import org.ladera.explain.Writing;
import org.ladera.text.Messages;

/** The names by which {@code --notation} chooses how formulas are written. */
final class NotationNames {
  private static final List<String> NAMES =
      List.of(
          "eta",
          "alpha",
          "Wb",
          "theta",
          "beta",
          "rows",
          "columns",
          "brackets",
          "parentheses",
          "point",
          "comma",
          "text",
          "latex",
          "numpy");

  private NotationNames() {}

  /**
   * @param comma what the language would have
   */
  static Writing read(List<String> names, boolean comma, Messages messages) {
    Notation notation = Notation.ENGINE.withComma(comma);
    String kind = "text";
    for (String name : names) {
      switch (name.strip()) {
        case "eta" -> notation = notation.withRate(Notation.Rate.ETA);
        case "alpha" -> notation = notation.withRate(Notation.Rate.ALPHA);
        case "Wb" -> notation = notation.withParameters(Notation.Parameters.W_B);
        case "theta" -> notation = notation.withParameters(Notation.Parameters.THETA);
        case "beta" -> notation = notation.withParameters(Notation.Parameters.BETA);
        case "rows" -> notation = notation.withSamples(Notation.Samples.ROWS);
        case "columns" -> notation = notation.withSamples(Notation.Samples.COLUMNS);
        case "brackets" -> notation = notation.withLayers(Notation.Layers.BRACKETS);
        case "parentheses" -> notation = notation.withLayers(Notation.Layers.PARENTHESES);
        case "point" -> notation = notation.withComma(false);
        case "comma" -> notation = notation.withComma(true);
        case "text", "latex", "numpy" -> kind = name.strip();
        default -> throw Refusal.unknown(messages, "notation", name.strip(), NAMES);
      }
    }
    boolean decimalComma = notation.comma();
    return switch (kind) {
      case "latex" ->
          new Tex(notation, v -> Double.toString(v).replace(".", decimalComma ? "{,}" : "."));
      case "numpy" -> new NumPy(notation);
      default -> new PlainText(notation);
    };
  }
}
