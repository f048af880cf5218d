package org.ladera.ui.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What becomes of a lesson's TeX before the library reads it. */
final class Source {
  private static final Set<String> RELATIONS =
      Set.of(
          "=",
          "\\approx",
          "\\equiv",
          "\\le",
          "\\leq",
          "\\ge",
          "\\geq",
          "\\to",
          "\\rightarrow",
          "\\Rightarrow",
          "\\Leftrightarrow");
  private static final Pattern TOKEN = Pattern.compile("\\\\(?:[A-Za-z]+|.)|.", Pattern.DOTALL);

  private Source() {}

  /**
   * A formula in pieces, between which a long one may be broken: before relations, sums and
   * differences of its top level. Meanings become the colours that stand for them, and a comma
   * between two things gets the thin space of every textbook, which the library forgets.
   */
  static List<String> pieces(String tex) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    int braces = 0;
    int inside = 0;
    boolean operand = false;
    Matcher token = TOKEN.matcher(tex);
    while (token.find()) {
      String t = token.group();
      braces += t.equals("{") ? 1 : t.equals("}") ? -1 : 0;
      inside += depth(t);
      boolean relation = RELATIONS.contains(t);
      boolean sum = t.equals("+") || t.equals("-");
      if (inside == 0 && operand && (relation || sum)) {
        pieces.add(piece.toString());
        piece.setLength(0);
      }
      piece.append(written(t, braces));
      operand = t.isBlank() ? operand : !(relation || sum || t.equals("\\cdot"));
    }
    pieces.add(piece.toString());
    return pieces;
  }

  private static String written(String token, int braces) {
    if (token.equals(",") && braces == 0) {
      return ",\\,";
    }
    for (Ink ink : Ink.values()) {
      if (!ink.macro().isEmpty() && token.equals("\\" + ink.macro())) {
        return "\\textcolor{" + ink.marker() + "}";
      }
    }
    return token;
  }

  private static int depth(String token) {
    return switch (token) {
      case "{", "(", "[", "\\left", "\\begin" -> 1;
      case "}", ")", "]", "\\right", "\\end" -> -1;
      default -> 0;
    };
  }
}
