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

  /** Those that a double holds exactly and a number on screen may need. */
  private static final double[] POWERS = {
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  /** Below, a product with one of them is off by less than {@link #NEAR}. */
  private static final double SURE = 1e9;

  private static final double NEAR = 1e-6;

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
    BigDecimal rounded = significant(value, digits);
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
    return localised(rounded(value, decimals).toPlainString());
  }

  private static BigDecimal significant(double value, int digits) {
    int exponent = (int) StrictMath.floor(StrictMath.log10(Math.abs(value)));
    int decimals = digits - 1 - exponent;
    return decimals < 0 || decimals >= POWERS.length
        ? new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_UP))
        : rounded(value, decimals);
  }

  /**
   * Rounded half up. A double has up to a thousand binary digits behind the point, which are only
   * looked at where a number lies so near the middle of two that they decide: a picture shows
   * hundreds of numbers at once.
   */
  private static BigDecimal rounded(double value, int decimals) {
    if (decimals >= 0 && decimals < POWERS.length) {
      double scaled = Math.abs(value) * POWERS[decimals];
      if (scaled < SURE) {
        long below = (long) scaled;
        double rest = scaled - below;
        if (Math.abs(rest - 0.5) > NEAR) {
          long size = rest > 0.5 ? below + 1 : below;
          return BigDecimal.valueOf(value < 0 ? -size : size, decimals);
        }
      }
    }
    return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP);
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
    int begin = plain.startsWith("-") ? 1 : 0;
    int point = plain.indexOf('.');
    int end = point < 0 ? plain.length() : point;
    StringBuilder text = new StringBuilder(plain.length() + 4);
    if (begin > 0 && !isZero(plain)) {
      text.append(MINUS);
    }
    boolean grouped = end - begin > 4;
    for (int i = begin; i < end; i++) {
      if (grouped && i > begin && (end - i) % 3 == 0) {
        text.append(THIN);
      }
      text.append(plain.charAt(i));
    }
    if (point >= 0) {
      text.append(decimal).append(plain, point + 1, plain.length());
    }
    return text.toString();
  }

  private static boolean isZero(String plain) {
    for (int i = 0; i < plain.length(); i++) {
      if (plain.charAt(i) >= '1' && plain.charAt(i) <= '9') {
        return false;
      }
    }
    return true;
  }
}
