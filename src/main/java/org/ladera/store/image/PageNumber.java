package org.ladera.store.image;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers of a page as text: a thousandth of a point is below what any printer shows. */
final class PageNumber {
  private static final int DIGITS = 3;

  private PageNumber() {}

  static String text(double value) {
    if (!Double.isFinite(value)) {
      return "0";
    }
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
