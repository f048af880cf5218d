package org.ladera.lesson.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ladera.text.Numbers;

/**
 * A formula with live numbers in it: {@code \num{reading}} is shown with four significant digits,
 * {@code \num[6]{reading}} with six, {@code \exact{reading}} with all that the number has.
 */
public final class TexTemplate {
  /** What stands in the place of a number that is not known yet. */
  private static final String UNKNOWN = "{\\cdot\\cdot\\cdot}";

  private static final Pattern SLOT =
      Pattern.compile(
          "\\\\(num|exact)(?:\\[(\\d{1,2})])?\\{([\\p{Alnum}][\\p{Alnum}:'\\[\\],/._-]{0,60})}");

  private static final Pattern SIGN_BEFORE =
      Pattern.compile(
          "(?:[+-]|\\\\(?:cdot|times)(?![A-Za-z]))(?:\\s|\\\\[,;:!]|\\\\(?:loss|data|net|weight|delt|grad)\\{|\\{)*$");
  private static final Pattern POWER_AFTER = Pattern.compile("}*\\^");

  /**
   * A live number in a formula.
   *
   * @param digits significant digits; 0 for all
   * @param end offset after it
   */
  record Slot(String reading, int digits, int start, int end) {}

  private final String tex;
  private final List<Slot> slots;

  private TexTemplate(String tex, List<Slot> slots) {
    this.tex = tex;
    this.slots = List.copyOf(slots);
  }

  public static TexTemplate of(String tex) {
    List<Slot> slots = new ArrayList<>();
    Matcher matcher = SLOT.matcher(tex);
    while (matcher.find()) {
      slot(matcher).ifPresent(slots::add);
    }
    return new TexTemplate(tex, slots);
  }

  /** The names of the numbers in it, in their order. */
  public List<String> readings() {
    return slots.stream().map(Slot::reading).toList();
  }

  /** The formula with its numbers, written as {@code numbers} does. */
  public String fill(Function<String, OptionalDouble> values, Numbers numbers) {
    if (slots.isEmpty()) {
      return tex;
    }
    StringBuilder filled = new StringBuilder();
    int from = 0;
    for (Slot slot : slots) {
      filled.append(tex, from, slot.start);
      OptionalDouble value = values.apply(slot.reading);
      if (value.isEmpty()) {
        filled.append(UNKNOWN);
      } else {
        String number = written(value.getAsDouble(), slot, numbers);
        boolean bracketed = number.startsWith("{-") && touchesSign(slot);
        filled.append(bracketed ? "(" + number + ")" : number);
      }
      from = slot.end;
    }
    return filled.append(tex, from, tex.length()).toString();
  }

  /** Whether a minus here would meet a sign or a power, as in {@code 3 · −2}. */
  private boolean touchesSign(Slot slot) {
    return SIGN_BEFORE.matcher(tex.substring(0, slot.start)).find()
        || POWER_AFTER.matcher(tex.substring(slot.end)).lookingAt();
  }

  /** A number as it stands on screen, in TeX and in braces, so that a minus is a sign. */
  public static String tex(String shown) {
    StringBuilder tex = new StringBuilder("{");
    int exponent = -1;
    for (int i = 0; i < shown.length(); i++) {
      char c = shown.charAt(i);
      int digit = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079".indexOf(c);
      if ((digit >= 0 || c == '\u207b') && exponent < 0) {
        exponent = tex.append("^{").length();
      }
      if (digit >= 0) {
        tex.append(digit);
        continue;
      }
      switch (c) {
        case '\u207b', '\u2212' -> tex.append('-');
        case ',' -> tex.append("{,}");
        case '\u202f' -> tex.append("\\,");
        case '\u00b7' -> tex.append("\\cdot ");
        case '\u221e' -> tex.append("\\infty ");
        case 'N' -> {
          return "\\text{NaN}";
        }
        default -> tex.append(c);
      }
    }
    return tex.append(exponent < 0 ? "}" : "}}").toString();
  }

  static Optional<Slot> slotAt(String tex, int offset) {
    Matcher matcher = SLOT.matcher(tex).region(offset, tex.length());
    return matcher.lookingAt() ? slot(matcher) : Optional.empty();
  }

  private static Optional<Slot> slot(Matcher m) {
    boolean exact = m.group(1).equals("exact");
    int digits = m.group(2) == null ? 4 : Integer.parseInt(m.group(2));
    if (digits < 1 || digits > 17 || (exact && m.group(2) != null)) {
      return Optional.empty();
    }
    return Optional.of(new Slot(m.group(3), exact ? 0 : digits, m.start(), m.end()));
  }

  private static String written(double value, Slot slot, Numbers numbers) {
    return tex(slot.digits == 0 ? numbers.exact(value) : numbers.shown(value, slot.digits));
  }
}
