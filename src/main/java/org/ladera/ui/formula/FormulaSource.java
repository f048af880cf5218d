package org.ladera.ui.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What becomes of a lesson's TeX before the library reads it. */
final class FormulaSource {
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
  private static final Set<String> WIDE_SPACES = Set.of("\\quad", "\\qquad");
  private static final Set<String> LIFTED = Set.of("\\left", "\\right");
  private static final Pattern TOKEN = Pattern.compile("\\\\(?:[A-Za-z]+|.)|.", Pattern.DOTALL);

  private FormulaSource() {}

  /** A stretch of a formula before which it may be broken; {@code wide} after a wide space. */
  record Piece(String tex, boolean wide) {}

  /**
   * A formula in pieces, between which a long one may be broken: at the wide spaces between two
   * statements, and before relations, sums and differences of its top level. Meanings become the
   * colours that stand for them, and a comma between two things gets the thin space of every
   * textbook, which the library forgets.
   */
  static List<Piece> pieces(String tex) {
    return pieces(tex, false);
  }

  /**
   * As above; {@code further} breaks inside parentheses too, which then are no higher than a line.
   * For what is still too wide.
   */
  static List<Piece> pieces(String tex, boolean further) {
    // One side of a pair alone has no parenthesis that could be lower.
    boolean deep = further && !tex.contains("\\left.") && !tex.contains("\\right.");
    List<Piece> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    int braces = 0;
    int inside = 0;
    boolean operand = false;
    boolean wide = false;
    boolean lifted = false;
    Matcher token = TOKEN.matcher(tex);
    while (token.find()) {
      String t = token.group();
      if (deep && LIFTED.contains(t)) {
        lifted = true;
        continue;
      }
      braces += t.equals("{") ? 1 : t.equals("}") ? -1 : 0;
      boolean round = deep && (t.equals("(") || t.equals(")"));
      inside += round ? 0 : depth(t);
      boolean relation = RELATIONS.contains(t);
      boolean sum = t.equals("+") || t.equals("-");
      boolean product = deep && t.equals("\\odot");
      boolean space = inside == 0 && WIDE_SPACES.contains(t);
      if (inside == 0 && operand && (relation || sum || product || space)) {
        pieces.add(new Piece(piece.toString(), wide));
        piece.setLength(0);
        wide = space;
      }
      if (!space) {
        piece.append(lifted && round ? "\\big" : "").append(written(t, braces));
        lifted = false;
      }
      if (deep && t.equals(";") && braces == 0) {
        pieces.add(new Piece(piece.toString(), wide));
        piece.setLength(0);
        wide = false;
      }
      operand =
          t.isBlank()
              ? operand
              : !(t.equals("(") || relation || sum || space || t.equals("\\cdot"));
    }
    pieces.add(new Piece(piece.toString(), wide));
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
