package org.ladera.text;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ladera.text.NumberSyntaxException.Expected;

/**
 * Works out an expression of constants by this grammar, and nothing else; spaces do not count
 * except between thousands:
 *
 * <pre>
 * sum      = product (("+" | "−") product)*
 * product  = signed (("·" | "×" | "*" | "x" | "/" | "÷" | ":") signed)*
 * signed   = ("−" | "+") signed | power
 * power    = operand "%"? ("^" signed | superscript digits)? | operand ("√" | "π") …
 * operand  = number vulgar? | vulgar | "√" power | "e" | "π" | "pi" | function power | "(" sum ")"
 * function = "ln" | "log10" | "lg" | "exp" | "sqrt" | "tanh"
 * vulgar   = "½" | "⅓" | …
 * </pre>
 */
final class ConstantParser {
  static final int MOST_CHARACTERS = 120;
  private static final int MOST_DEPTH = 30;
  private static final int MOST_EXPONENT = 400;
  private static final String SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private final String text;

  /** Whether 1.015 is a thousand and fifteen. */
  private final boolean grouped;

  private boolean ambiguous;
  private int at;
  private int depth;

  /**
   * A value on the way.
   *
   * @param decimal with the digits typed, null where there are none to count
   * @param tens whether it is a power of ten, which only moves the digits of another number
   */
  private record Term(double value, @Nullable BigDecimal decimal, boolean tens) {
    static Term of(double value) {
      return new Term(value, null, false);
    }

    static Term of(BigDecimal decimal) {
      return new Term(decimal.doubleValue(), decimal, false);
    }
  }

  ConstantParser(String typed, boolean grouped) {
    text = typed.strip();
    this.grouped = grouped;
  }

  /** Whether a number in it has another meaning when its sign is one of thousands. */
  boolean ambiguous() {
    return ambiguous;
  }

  WrittenNumber read() throws NumberSyntaxException {
    if (text.length() > MOST_CHARACTERS) {
      throw new NumberSyntaxException(Expected.SHORTER, "");
    }
    Term all = sum();
    if (at < text.length()) {
      throw fault(text.charAt(at) == ')' ? Expected.OPENING : Expected.OPERATOR);
    }
    return new WrittenNumber(
        finite(all).value(), all.tens() ? Optional.empty() : Optional.ofNullable(all.decimal()));
  }

  private Term sum() throws NumberSyntaxException {
    deeper();
    Term left = product();
    while (true) {
      if (take("+")) {
        left = Term.of(left.value() + product().value());
      } else if (take("-−–")) {
        left = Term.of(left.value() - product().value());
      } else {
        depth--;
        return left;
      }
    }
  }

  private Term product() throws NumberSyntaxException {
    Term left = signed();
    while (true) {
      if (take("·×*x⋅")) {
        Term right = signed();
        BigDecimal moved =
            left.decimal() != null && right.tens() && right.decimal() != null
                ? left.decimal().scaleByPowerOfTen(-right.decimal().scale())
                : null;
        left = moved == null ? Term.of(left.value() * right.value()) : Term.of(moved);
      } else if (take("/÷:⁄")) {
        left = finite(Term.of(left.value() / signed().value()));
      } else {
        return left;
      }
    }
  }

  private Term signed() throws NumberSyntaxException {
    if (take("-−–")) {
      deeper();
      Term operand = signed();
      depth--;
      return operand.decimal() == null
          ? Term.of(-operand.value())
          : new Term(-operand.value(), operand.decimal().negate(), operand.tens());
    }
    if (take("+")) {
      deeper();
      Term operand = signed();
      depth--;
      return operand;
    }
    return power();
  }

  private Term power() throws NumberSyntaxException {
    Term base = operand();
    if (take("%")) {
      base =
          base.decimal() == null
              ? Term.of(base.value() / 100)
              : Term.of(base.decimal().movePointLeft(2));
    }
    if (take("^")) {
      return raised(base, signed().value());
    }
    int superscript = superscript();
    if (superscript > 0) {
      return raised(base, Integer.parseInt(plain(at - superscript, at)));
    }
    // Nothing else is multiplied without a sign.
    if (next('√') || next('π')) {
      return Term.of(base.value() * power().value());
    }
    return base;
  }

  private static Term raised(Term base, double exponent) throws NumberSyntaxException {
    boolean whole = exponent == Math.rint(exponent) && Math.abs(exponent) <= MOST_EXPONENT;
    if (whole && base.decimal() != null && base.decimal().compareTo(BigDecimal.TEN) == 0) {
      BigDecimal tens = BigDecimal.ONE.scaleByPowerOfTen((int) exponent);
      return finite(new Term(tens.doubleValue(), tens, true));
    }
    return finite(Term.of(StrictMath.pow(base.value(), exponent)));
  }

  private Term operand() throws NumberSyntaxException {
    skip();
    if (at == text.length()) {
      throw new NumberSyntaxException(Expected.MORE, "");
    }
    char c = text.charAt(at);
    if (take("(")) {
      Term inside = sum();
      if (!take(")")) {
        throw at == text.length()
            ? new NumberSyntaxException(Expected.CLOSING, "")
            : fault(Expected.OPERATOR);
      }
      return inside;
    }
    if (digit(c) || c == '.' || c == ',') {
      return number();
    }
    if (VulgarFraction.is(c)) {
      at++;
      return Term.of(VulgarFraction.value(c));
    }
    if (take("√")) {
      return root(argument());
    }
    if (take("π")) {
      return Term.of(Math.PI);
    }
    String word = word();
    if (word.isEmpty()) {
      throw fault(Expected.OPERAND);
    }
    at += word.length();
    return switch (word) {
      case "e" -> Term.of(Math.E);
      case "pi" -> Term.of(Math.PI);
      case "ln" -> finite(Term.of(StrictMath.log(argument())));
      case "log10", "lg" -> finite(Term.of(StrictMath.log10(argument())));
      case "exp" -> finite(Term.of(StrictMath.exp(argument())));
      case "tanh" -> Term.of(StrictMath.tanh(argument()));
      case "sqrt" -> root(argument());
      case "log" -> throw new NumberSyntaxException(Expected.LOGARITHM, word);
      default -> throw new NumberSyntaxException(Expected.WORD, word);
    };
  }

  private double argument() throws NumberSyntaxException {
    deeper();
    double value = power().value();
    depth--;
    return value;
  }

  private static Term root(double of) throws NumberSyntaxException {
    return finite(Term.of(StrictMath.sqrt(of)));
  }

  private Term number() throws NumberSyntaxException {
    int start = at;
    while (at < text.length() && (numeral(text.charAt(at)) || between(at))) {
      at++;
    }
    String written = text.substring(start, at).replaceAll("[^\\d.,]", "");
    DecimalSigns signs = new DecimalSigns(written);
    ambiguous |= signs.ambiguous();
    BigDecimal value =
        signs.value(grouped).orElseThrow(() -> new NumberSyntaxException(Expected.DIGITS, written));
    int exponent = exponent();
    if (exponent > 0) {
      String power = text.substring(at + 1, at + exponent).replace('−', '-').replace("+", "");
      at += exponent;
      value = value.scaleByPowerOfTen(Integer.parseInt(power));
    }
    if (at < text.length() && VulgarFraction.is(text.charAt(at))) {
      return Term.of(value.doubleValue() + VulgarFraction.value(text.charAt(at++)));
    }
    return finite(Term.of(value));
  }

  /** A space between thousands. */
  private boolean between(int place) {
    return " \u00a0\u202f\u2009".indexOf(text.charAt(place)) >= 0
        && place + 3 < text.length()
        && digit(text.charAt(place + 1))
        && digit(text.charAt(place + 2))
        && digit(text.charAt(place + 3))
        && (place + 4 == text.length() || !digit(text.charAt(place + 4)));
  }

  /** The length of an exponent such as e-05 at this place, or 0. */
  private int exponent() {
    if (at >= text.length() || "eE".indexOf(text.charAt(at)) < 0) {
      return 0;
    }
    int digits = at + 1;
    if (digits < text.length() && "+-−".indexOf(text.charAt(digits)) >= 0) {
      digits++;
    }
    int end = digits;
    while (end < text.length() && digit(text.charAt(end))) {
      end++;
    }
    return end == digits || end - digits > 3 ? 0 : end - at;
  }

  /** Passes over superscript digits with their sign; how long they are. */
  private int superscript() throws NumberSyntaxException {
    int start = at;
    if (at < text.length() && "⁻⁺".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    int digits = at;
    while (at < text.length() && SUPERSCRIPT.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    if (at == digits && digits > start || at - digits > 4) {
      throw new NumberSyntaxException(Expected.DIGITS, text.substring(start, at));
    }
    return at - start;
  }

  private String plain(int from, int to) {
    StringBuilder digits = new StringBuilder();
    for (char c : text.substring(from, to).toCharArray()) {
      switch (c) {
        case '⁻' -> digits.append('-');
        case '⁺' -> digits.append('+');
        default -> digits.append(SUPERSCRIPT.indexOf(c));
      }
    }
    return digits.toString();
  }

  private static Term finite(Term term) throws NumberSyntaxException {
    if (!Double.isFinite(term.value())) {
      throw new NumberSyntaxException(Expected.VALUE, "");
    }
    return term;
  }

  private void deeper() throws NumberSyntaxException {
    if (++depth > MOST_DEPTH) {
      throw new NumberSyntaxException(Expected.SHORTER, "");
    }
  }

  private boolean take(String signs) {
    skip();
    if (at < text.length() && signs.indexOf(text.charAt(at)) >= 0) {
      at++;
      return true;
    }
    return false;
  }

  private boolean next(char sign) {
    return at < text.length() && text.charAt(at) == sign;
  }

  private void skip() {
    while (at < text.length()
        && (Character.isWhitespace(text.charAt(at)) || Character.isSpaceChar(text.charAt(at)))) {
      at++;
    }
  }

  private String word() {
    int end = at;
    while (end < text.length()
        && (Character.isLetter(text.charAt(end)) || end > at && digit(text.charAt(end)))) {
      end++;
    }
    return text.substring(at, end);
  }

  private static boolean numeral(char c) {
    return digit(c) || c == '.' || c == ',';
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  private NumberSyntaxException fault(Expected expected) {
    String word = word();
    return new NumberSyntaxException(
        expected, word.isEmpty() ? text.substring(at, text.offsetByCodePoints(at, 1)) : word);
  }
}
