package org.ladera.ui.formula;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a long formula may be broken: before relations, sums and differences of its top level. */
final class Breaks {
  /** The library's word for a place at which a line may end. */
  private static final String MARK = "\\-";

  private static final Pattern RELATION =
      Pattern.compile(
          "=|\\\\(?:approx|equiv|le|leq|ge|geq|to|rightarrow|Rightarrow|Leftrightarrow)(?![A-Za-z])");
  private static final Pattern TOKEN = Pattern.compile("\\\\(?:[A-Za-z]+|.)|.", Pattern.DOTALL);

  private Breaks() {}

  /** {@code tex} with its places to break marked. */
  static String mark(String tex) {
    StringBuilder marked = new StringBuilder();
    int inside = 0;
    boolean operand = false;
    Matcher token = TOKEN.matcher(tex);
    while (token.find()) {
      String t = token.group();
      inside += depth(t);
      boolean relation = RELATION.matcher(t).matches();
      boolean sum = t.equals("+") || t.equals("-");
      if (inside == 0 && operand && (relation || sum)) {
        marked.append(MARK);
      }
      marked.append(t);
      operand = t.isBlank() ? operand : !(relation || sum || t.equals("\\cdot"));
    }
    return marked.toString();
  }

  private static int depth(String token) {
    return switch (token) {
      case "{", "(", "[", "\\left", "\\begin" -> 1;
      case "}", ")", "]", "\\right", "\\end" -> -1;
      default -> 0;
    };
  }
}
