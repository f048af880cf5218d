package org.ladera.lesson.markup;

import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.explain.Conversion;
import org.ladera.explain.Notation;
import org.ladera.text.Numbers;

/**
 * Writes a formula of a lesson as the reader's course does. Lessons are written with η, w, b, W,
 * samples in rows and bare layer numbers; what follows a notation is
 *
 * <ul>
 *   <li>{@code \eta};
 *   <li>the letters w, b and W, with their indices;
 *   <li>a raised number of w, b, W, a, z or δ inside a colour macro, which is its layer (a power
 *       stands outside: {@code \delt{r}^2});
 *   <li>in {@code \data{…}\,\weight{W…}} the order of the two, and the order of two indices with a
 *       comma between them;
 *   <li>the decimal sign of numbers;
 *   <li>{@code \\lossfactor} and {@code \\slopefactor}, what stands before the sum of J and of ∂J;
 *       {@code \\rate{0.01}} and {@code \\cost{1.5}}, numbers of the text that are a rate or a J.
 * </ul>
 *
 * Everything else stays as it was written.
 */
public final class TexNotation {
  private static final Set<String> COLOURS = Set.of("data", "net", "weight", "delt", "grad");

  /** Words whose argument is not mathematics. */
  private static final Set<String> VERBATIM =
      Set.of(
          "text",
          "textbf",
          "textit",
          "textrm",
          "mbox",
          "num",
          "exact",
          "begin",
          "end",
          "operatorname");

  private static final String GROUP = "\\{(?:[^{}]|\\{[^{}]*})*}";
  private static final Pattern SIGNAL_AND_WEIGHT =
      Pattern.compile(
          "(\\\\data" + GROUP + ")(\\\\,|\\s+)?(\\\\weight\\{W" + GROUP.substring(2) + ")");
  private static final Pattern LAYER = Pattern.compile("\\d{1,2}|[lL]|[lL][+-]1");
  private static final Pattern PLACE = Pattern.compile("([^,]+),([^,]+)");
  private static final Pattern DECIMAL = Pattern.compile("(?<=\\d)(\\.|\\{,})(?=\\d)");

  private final Notation notation;
  private final char decimal;
  private final Conversion conversion;

  /**
   * @param decimal the sign before the decimals in the words of the text
   * @param conversion of the run that the text is about
   */
  public TexNotation(Notation notation, char decimal, Conversion conversion) {
    this.notation = notation;
    this.decimal = decimal;
    this.conversion = conversion;
  }

  /** The formula in the notation; live numbers in it stay as they are. */
  public String of(String tex) {
    String ordered =
        notation.transposed() ? SIGNAL_AND_WEIGHT.matcher(tex).replaceAll("$3$2$1") : tex;
    return new Rewriter(ordered).all();
  }

  /** Numbers in the words between the formulas of a text. */
  public String words(String text) {
    char sign = notation.comma() ? ',' : '.';
    return sign == decimal
        ? text
        : text.replaceAll(
            "(?<=\\d)" + Pattern.quote(String.valueOf(decimal)) + "(?=\\d)", String.valueOf(sign));
  }

  private final class Rewriter {
    private final String tex;
    private final StringBuilder out = new StringBuilder();
    private int at;

    Rewriter(String tex) {
      this.tex = tex;
    }

    String all() {
      sequence(false);
      return out.toString();
    }

    /** Up to the brace that closes this group, or to the end. */
    private void sequence(boolean coloured) {
      while (at < tex.length()) {
        char c = tex.charAt(at);
        if (c == '}') {
          return;
        }
        if (c == '{') {
          group(coloured);
        } else if (c == '\\') {
          command(coloured);
        } else if (c == 'w' || c == 'b' || c == 'W') {
          at++;
          symbol(String.valueOf(c), coloured);
        } else if (coloured && (c == 'a' || c == 'z')) {
          at++;
          symbol(String.valueOf(c), true);
        } else if (Character.isDigit(c)) {
          number();
        } else {
          out.append(c);
          at++;
        }
      }
    }

    private void group(boolean coloured) {
      out.append(tex.charAt(at++));
      sequence(coloured);
      if (at < tex.length()) {
        out.append(tex.charAt(at++));
      }
    }

    private void command(boolean coloured) {
      int start = at++;
      while (at < tex.length() && Character.isLetter(tex.charAt(at))) {
        at++;
      }
      String word = tex.substring(start + 1, at);
      if (word.isEmpty()) {
        // An escaped sign, such as \, or \{.
        at = Math.min(at + 1, tex.length());
        out.append(tex, start, at);
      } else if (word.equals("eta")) {
        out.append(notation.rate() == Notation.Rate.ALPHA ? "\\alpha" : "\\eta");
      } else if (word.equals("lossfactor") || word.equals("slopefactor")) {
        out.append(factor(word.equals("slopefactor")));
      } else if (word.equals("rate") || word.equals("cost")) {
        double scale = word.equals("rate") ? conversion.rateScale() : conversion.lossOfAll();
        out.append(converted(argument(), scale));
      } else if (word.equals("delta") && coloured) {
        symbol("\\delta", true);
      } else if (VERBATIM.contains(word)) {
        int close = tex.indexOf('}', at);
        at = close < 0 ? tex.length() : close + 1;
        out.append(tex, start, at);
      } else {
        out.append('\\').append(word);
        if (COLOURS.contains(word) && at < tex.length() && tex.charAt(at) == '{') {
          group(true);
        }
      }
    }

    /** A number with its decimals. */
    private void number() {
      int start = at;
      Matcher sign = DECIMAL.matcher(tex);
      while (at < tex.length()) {
        if (Character.isDigit(tex.charAt(at))) {
          at++;
        } else if (sign.find(at) && sign.start() == at) {
          at = sign.end();
        } else {
          break;
        }
      }
      out.append(
          DECIMAL.matcher(tex.substring(start, at)).replaceAll(notation.comma() ? "{,}" : "."));
    }

    /** A letter with its prime, its raised layer and its indices, in whatever order they stand. */
    private void symbol(String letter, boolean coloured) {
      int start = at;
      String primes = "";
      String above = null;
      String below = null;
      boolean more = true;
      while (more && at < tex.length()) {
        char c = tex.charAt(at);
        if (c == '\'') {
          primes += "'";
          at++;
        } else if (c == '^' && above == null) {
          at++;
          above = argument();
        } else if (c == '_' && below == null) {
          at++;
          below = argument();
        } else {
          more = false;
        }
      }
      if (letter.equals("a") || letter.equals("z") || letter.startsWith("\\")) {
        if (above == null && (below == null || !notation.transposed())) {
          out.append(letter).append(tex, start, at);
          return;
        }
      }
      boolean place = below != null && PLACE.matcher(below).matches();
      if (place && notation.transposed()) {
        below = PLACE.matcher(below).replaceAll("$2,$1");
      }
      String written = letter(letter, below);
      out.append(written).append(primes);
      if (above != null) {
        boolean layer = coloured && LAYER.matcher(above).matches();
        out.append("^{").append(layer ? bracketed(above) : above).append('}');
      }
      String index = index(letter, below);
      if (index != null) {
        out.append("_{").append(index).append('}');
      }
    }

    private String argument() {
      if (at >= tex.length()) {
        return "";
      }
      int start = at;
      if (tex.charAt(at) == '{') {
        int depth = 0;
        do {
          depth += tex.charAt(at) == '{' ? 1 : tex.charAt(at) == '}' ? -1 : 0;
          at++;
        } while (depth > 0 && at < tex.length());
        return tex.substring(start + 1, Math.max(start + 1, at - 1));
      }
      at++;
      if (tex.charAt(start) == '\\') {
        while (at < tex.length() && Character.isLetter(tex.charAt(at))) {
          at++;
        }
      }
      return tex.substring(start, at);
    }
  }

  /** A model of one weight and one bias: then its weight is number 1. */
  private boolean isLine() {
    NetworkSpec network = conversion.experiment().network();
    return network.layers().size() == 1 && network.inputs() == 1 && network.outputs() == 1;
  }

  /** What stands before the sum of J, or before that of its derivative. */
  private String factor(boolean slope) {
    LossSpec loss = conversion.experiment().loss();
    boolean two = slope && loss.kind() == LossSpec.Kind.SQUARED;
    String m = notation.factor() == Notation.LossFactor.MEAN_N ? "n" : "m";
    return switch (loss.factor().rule()) {
      case ONE -> two ? "2" : "";
      case HALF -> two ? "" : "\\tfrac{1}{2}";
      case PER_SAMPLE -> "\\frac{" + (two ? 2 : 1) + "}{" + m + "}";
      case HALF_PER_SAMPLE -> two ? "\\frac{1}{" + m + "}" : "\\frac{1}{2" + m + "}";
      case PER_ELEMENT -> "\\frac{" + (two ? 2 : 1) + "}{" + m + "k}";
      case FIXED ->
          TexTemplate.tex(
              new Numbers(notation.comma() ? ',' : '.')
                  .shown((two ? 2 : 1) * loss.factor().fixed()));
    };
  }

  /** A number of the text, as the reader's convention has it; as written where it is the same. */
  private String converted(String written, double scale) {
    Numbers numbers = new Numbers(notation.comma() ? ',' : '.');
    OptionalDouble value = numbers.parse(written.replace("{,}", ","));
    if (value.isEmpty() || scale == 1) {
      return of(written);
    }
    return TexTemplate.tex(numbers.shown(scale * value.getAsDouble()));
  }

  private String bracketed(String layer) {
    return switch (notation.layers()) {
      case PLAIN -> layer;
      case BRACKETS -> "[" + layer + "]";
      case PARENTHESES -> "(" + layer + ")";
    };
  }

  private String letter(String letter, @Nullable String below) {
    boolean parameter = letter.equals("w") || letter.equals("b") || letter.equals("W");
    if (!parameter) {
      return letter;
    }
    boolean matrix = letter.equals("W");
    return switch (notation.parameters()) {
      case W_B -> letter;
      case THETA -> matrix ? "\\Theta" : "\\theta";
      case BETA -> matrix && below == null ? "\\mathrm{B}" : "\\beta";
    };
  }

  private @Nullable String index(String letter, @Nullable String below) {
    if (notation.parameters() == Notation.Parameters.W_B) {
      return below;
    }
    return switch (letter) {
      case "b" -> below == null ? "0" : notation.transposed() ? below + ",0" : "0," + below;
      case "w" -> below == null && isLine() ? "1" : below;
      default -> below;
    };
  }
}
