package org.ladera.text;

/** The fractions that are one sign. */
final class VulgarFraction {
  private static final String SIGNS = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞";
  private static final int[] UPPER = {1, 1, 2, 1, 3, 1, 2, 3, 4, 1, 5, 1, 3, 5, 7};
  private static final int[] LOWER = {2, 3, 3, 4, 4, 5, 5, 5, 5, 6, 6, 8, 8, 8, 8};

  private VulgarFraction() {}

  static boolean is(char sign) {
    return SIGNS.indexOf(sign) >= 0;
  }

  static double value(char sign) {
    int at = SIGNS.indexOf(sign);
    return (double) UPPER[at] / LOWER[at];
  }
}
