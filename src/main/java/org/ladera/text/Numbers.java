package org.ladera.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * Numbers as people read and type them. On screen: a few significant digits, the minus sign U+2212,
 * the decimal sign of the language, a narrow space between thousands from five digits on. Typed: a
 * decimal comma and a decimal point are both understood.
 */
public final class Numbers {
  private static final char MINUS = '\u2212';
  private static final char THIN = '\u202f';
  private static final Pattern TYPED =
      Pattern.compile("[+\u2212-]?(\\d+([.,]\\d*)?|[.,]\\d+)([eE][+\u2212-]?\\d{1,3})?");

  private static final int MOST_DECIMALS = 6;

  private final char decimal;

  public Numbers(char decimal) {
    this.decimal = decimal;
  }

  public char decimal() {
    return decimal;
  }

  /** Four significant digits, for reading. */
  public String shown(double value) {
    return shown(value, 4);
  }

  /** {@code digits} significant digits; powers of ten below 0.001 and from a million on. */
  public String shown(double value, int digits) {
    if (!Double.isFinite(value)) {
      return nonFinite(value);
    }
    if (value == 0) {
      return "0";
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_UP));
    double size = rounded.abs().doubleValue();
    if (size < 1e-3 || size >= 1e6) {
      return scientific(rounded);
    }
    return localised(strip(rounded).toPlainString());
  }

  /** A fixed number of decimals, rounded half up. */
  public String fixed(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return nonFinite(value);
    }
    return localised(
        new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString());
  }

  /**
   * How many decimals numbers that stand together need, so that the greatest has two digits that
   * count.
   *
   * @param greatest the size of the greatest
   * @param least fewer are not used
   */
  public static int decimals(double greatest, int least) {
    boolean small = greatest > 0 && greatest < 1;
    int needed = small ? 1 - (int) StrictMath.floor(StrictMath.log10(greatest)) : 0;
    return Math.clamp(needed, least, Math.max(least, MOST_DECIMALS));
  }

  /** A fixed number of decimals, the rest cut off, as some sources print their tables. */
  public String truncated(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return nonFinite(value);
    }
    // The shortest decimal of the double, not its binary expansion: 0.028 must not become 0.027.
    return localised(
        new BigDecimal(Double.toString(value))
            .setScale(decimals, RoundingMode.DOWN)
            .toPlainString());
  }

  /** All digits that the double has. */
  public String exact(double value) {
    if (!Double.isFinite(value)) {
      return nonFinite(value);
    }
    BigDecimal all = new BigDecimal(Double.toString(value));
    double size = Math.abs(value);
    if (size != 0 && (size < 1e-3 || size >= 1e15)) {
      return scientific(all);
    }
    return localised(strip(all).toPlainString());
  }

  /** A whole number. */
  public String whole(long value) {
    return localised(Long.toString(value));
  }

  /** A power of ten, as on a logarithmic axis. */
  public String powerOfTen(int exponent) {
    return "10" + superscript(exponent);
  }

  /** What a person typed, if it is a number. Comma and point both mean the decimal sign. */
  public OptionalDouble parse(String typed) {
    return decimal(typed).stream()
        .mapToDouble(BigDecimal::doubleValue)
        .filter(Double::isFinite)
        .findFirst();
  }

  /** The same with all the digits that were typed, so that 0.50 has one more than 0.5. */
  public Optional<BigDecimal> decimal(String typed) {
    String text = typed.strip().replace("\u00a0", "").replace("\u202f", "");
    return TYPED.matcher(text).matches()
        ? Optional.of(new BigDecimal(text.replace(',', '.').replace(MINUS, '-')))
        : Optional.empty();
  }

  private static String nonFinite(double value) {
    return Double.isNaN(value) ? "NaN" : value > 0 ? "\u221e" : MINUS + "\u221e";
  }

  private static BigDecimal strip(BigDecimal value) {
    return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
  }

  private String scientific(BigDecimal value) {
    BigDecimal stripped = strip(value);
    int exponent = stripped.precision() - stripped.scale() - 1;
    String mantissa = localised(stripped.movePointLeft(exponent).toPlainString());
    return mantissa + "\u00b710" + superscript(exponent);
  }

  private static String superscript(int exponent) {
    StringBuilder text = new StringBuilder();
    for (char c : Integer.toString(exponent).toCharArray()) {
      text.append(
          c == '-'
              ? '\u207b'
              : "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079".charAt(c - '0'));
    }
    return text.toString();
  }

  private String localised(String plain) {
    boolean negative = plain.startsWith("-");
    String digits = negative ? plain.substring(1) : plain;
    int point = digits.indexOf('.');
    String whole = point < 0 ? digits : digits.substring(0, point);
    String rest = point < 0 ? "" : decimal + digits.substring(point + 1);
    StringBuilder grouped = new StringBuilder(whole);
    if (whole.length() > 4) {
      for (int i = whole.length() - 3; i > 0; i -= 3) {
        grouped.insert(i, THIN);
      }
    }
    boolean zero = plain.chars().allMatch(c -> c == '-' || c == '0' || c == '.');
    return (negative && !zero ? String.valueOf(MINUS) : "") + grouped + rest;
  }
}
