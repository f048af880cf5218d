package org.ladera.store.data;

import java.util.regex.Pattern;

/**
 * Numbers as people and spreadsheets write them: with thousands, a unit of money or percent, powers
 * of ten, any minus sign, or brackets for what is owed.
 */
final class NumberText {
  private static final int MOST_DIGITS = 15;
  private static final int LONGEST = 60;
  private static final double[] TENS = tens();
  private static final String SPACES = " \u00a0\u202f\u2009";
  private static final Pattern MONEY =
      Pattern.compile("[€$£¥₡₲₱]|(?:USD|EUR|MXN|COP|ARS|GBP|US\\$)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern POINT = grammar("\\.");
  private static final Pattern COMMA = grammar(",");
  private static final Pattern GROUPED_POINT = grouped("\\.", ",'\u2019" + SPACES);
  private static final Pattern GROUPED_COMMA = grouped(",", ".'\u2019" + SPACES);

  private final char decimal;

  /**
   * @param decimal point or comma
   */
  NumberText(char decimal) {
    this.decimal = decimal;
  }

  private static double[] tens() {
    double[] tens = new double[MOST_DIGITS + 1];
    tens[0] = 1;
    for (int i = 1; i < tens.length; i++) {
      tens[i] = 10 * tens[i - 1];
    }
    return tens;
  }

  private static Pattern grammar(String decimal) {
    return Pattern.compile(
        "[+-]?(?:[0-9]+(?:" + decimal + "[0-9]*)?|" + decimal + "[0-9]+)(?:[eE][+-]?[0-9]{1,3})?");
  }

  private static Pattern grouped(String decimal, String signs) {
    return Pattern.compile(
        "[+-]?[1-9][0-9]{0,2}([" + signs + "])[0-9]{3}(?:\\1[0-9]{3})*(?:" + decimal + "[0-9]*)?");
  }

  /** The number; NaN where the cell is none. */
  double value(String cell) {
    int at = !cell.isEmpty() && cell.charAt(0) == '-' ? 1 : 0;
    long digits = 0;
    int count = 0;
    int decimals = -1;
    for (int i = at; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c >= '0' && c <= '9') {
        digits = 10 * digits + (c - '0');
        count++;
        decimals += decimals < 0 ? 0 : 1;
      } else if (c == decimal && decimals < 0) {
        decimals = 0;
      } else {
        return slow(cell);
      }
    }
    if (count == 0 || count > MOST_DIGITS) {
      return slow(cell);
    }
    // Both are exact, so the quotient is the double nearest to what is written.
    double value = decimals > 0 ? digits / TENS[decimals] : digits;
    return at == 1 ? -value : value;
  }

  private double slow(String cell) {
    if (cell.length() > LONGEST) {
      return Double.NaN;
    }
    String plain = cell.strip().replace('\u2212', '-').replace('\u2013', '-');
    boolean owed = plain.startsWith("(") && plain.endsWith(")");
    if (owed) {
      plain = plain.substring(1, plain.length() - 1);
    }
    plain = MONEY.matcher(plain).replaceFirst("");
    if (plain.endsWith("%")) {
      plain = plain.substring(0, plain.length() - 1);
    }
    plain = plain.strip();
    // The sign may stand before the unit of money: -$5.
    plain = plain.startsWith("- ") ? "-" + plain.substring(2).strip() : plain;
    boolean comma = decimal == ',';
    if ((comma ? GROUPED_COMMA : GROUPED_POINT).matcher(plain).matches()) {
      plain = plain.replaceAll(comma ? "[.'\u2019" + SPACES + "]" : "[,'\u2019" + SPACES + "]", "");
    } else if (!(comma ? COMMA : POINT).matcher(plain).matches()) {
      return Double.NaN;
    }
    double value = Double.parseDouble(comma ? plain.replace(',', '.') : plain);
    return owed ? -value : value;
  }

  /** What stands beside the digits of a number: a percent sign or a unit of money; else empty. */
  static String unit(String cell) {
    String plain = cell.strip();
    if (plain.endsWith("%")) {
      return "%";
    }
    var money = MONEY.matcher(plain);
    return money.find() ? money.group() : "";
  }
}
