package org.ladera.store.data;

import java.util.regex.Pattern;

/**
 * The numbers of a table: digits with one decimal sign and perhaps a power of ten. No thousands
 * separators, no NaN, no infinity, none of the forms that only programmers write.
 */
final class Cell {
  private static final Pattern POINT = grammar("\\.");
  private static final Pattern COMMA = grammar(",");

  private Cell() {}

  private static Pattern grammar(String decimal) {
    return Pattern.compile(
        "[+-]?([0-9]{1,30}("
            + decimal
            + "[0-9]{0,30})?|"
            + decimal
            + "[0-9]{1,30})([eE][+-]?[0-9]{1,3})?");
  }

  static boolean isNumber(String cell, char decimal) {
    return (decimal == ',' ? COMMA : POINT).matcher(cell).matches();
  }

  /** Of a text that {@link #isNumber}. */
  static double value(String cell, char decimal) {
    return Double.parseDouble(decimal == ',' ? cell.replace(',', '.') : cell);
  }
}
