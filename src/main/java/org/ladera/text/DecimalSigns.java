package org.ladera.text;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Digits with points and commas among them. Where both occur, the last one is the decimal sign; a
 * sign that occurs more than once stands between thousands; one alone is the decimal sign, unless
 * asked otherwise.
 *
 * @param written digits, points and commas
 */
record DecimalSigns(String written) {
  private static final Pattern GROUPS = Pattern.compile("[1-9]\\d{0,2}([.,]\\d{3})+");
  private static final Pattern PLAIN = Pattern.compile("\\d+\\.?\\d*|\\.\\d+");

  /** Whether its one sign may stand between thousands as well. */
  boolean ambiguous() {
    return count('.') + count(',') == 1 && GROUPS.matcher(written).matches();
  }

  /** The number; empty where the signs make none. */
  Optional<BigDecimal> value(boolean grouped) {
    int last = Math.max(written.lastIndexOf('.'), written.lastIndexOf(','));
    boolean mixed = count('.') > 0 && count(',') > 0;
    boolean thousands = !mixed && count('.') + count(',') > 1 || grouped && ambiguous();
    int end = thousands || last < 0 ? written.length() : last;
    String whole = written.substring(0, end);
    boolean groups = whole.contains(".") || whole.contains(",");
    if (groups
        && !(GROUPS.matcher(whole).matches() && !(whole.contains(".") && whole.contains(",")))) {
      return Optional.empty();
    }
    String plain = whole.replaceAll("[.,]", "") + written.substring(end).replace(',', '.');
    return PLAIN.matcher(plain).matches()
        ? Optional.of(new BigDecimal(plain.endsWith(".") ? plain + "0" : plain))
        : Optional.empty();
  }

  private long count(char sign) {
    return written.chars().filter(c -> c == sign).count();
  }
}
