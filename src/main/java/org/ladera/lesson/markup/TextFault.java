package org.ladera.lesson.markup;

import java.util.Locale;
import java.util.Map;

/**
 * Something wrong in a lesson's text.
 *
 * @param place where it begins
 * @param detail the piece of text that is meant
 */
public record TextFault(TextPosition place, Kind kind, String detail) {
  public enum Kind {
    UNCLOSED_FORMULA,
    EMPTY_FORMULA,
    NO_SPOKEN_TEXT,
    TOO_LONG,
    TOO_DEEP,
    UNKNOWN_COMMAND,
    UNKNOWN_ENVIRONMENT,
    ENVIRONMENT_NOT_CLOSED,
    BRACE_NOT_CLOSED,
    BRACE_NOT_OPENED,
    DELIMITER_NOT_CLOSED,
    DELIMITER_NOT_OPENED,
    MISSING_DELIMITER,
    MISSING_ARGUMENT,
    NOT_IN_TEXT,
    OUTSIDE_TABLE,
    STRAY_CHARACTER,
    BAD_READING
  }

  /** The sentence that explains it is the text {@code fault.<key>}. */
  public String key() {
    return "markup." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The values of the sentence's placeholders. */
  public Map<String, String> values() {
    return Map.of("detail", detail, "example", "\\num{J}");
  }
}
