package org.ladera.text;

import java.util.Map;

/** What was typed is no number; says what was expected instead. */
public final class NumberSyntaxException extends Exception {
  private static final long serialVersionUID = 1;

  /** What was expected, each with the key of its sentence. */
  public enum Expected {
    SHORTER("number.fault.shorter"),
    OPERAND("number.fault.operand"),
    /** An operand where the text ends. */
    MORE("number.fault.more"),
    OPERATOR("number.fault.operator"),
    CLOSING("number.fault.closing"),
    /** An opening bracket before. */
    OPENING("number.fault.opening"),
    /** A decimal sign once, thousands in threes. */
    DIGITS("number.fault.digits"),
    /** A word that is known. */
    WORD("number.fault.word"),
    /** Which logarithm is meant. */
    LOGARITHM("number.fault.logarithm"),
    /** An expression that has a finite value. */
    VALUE("number.fault.value");

    private final String key;

    Expected(String key) {
      this.key = key;
    }
  }

  private final Expected expected;
  private final String found;

  NumberSyntaxException(Expected expected, String found) {
    super(expected + " " + found);
    this.expected = expected;
    this.found = found;
  }

  public Expected expected() {
    return expected;
  }

  /** One sentence for the person who typed it. */
  public String sentence(Messages messages) {
    return messages.text(
        expected.key, Map.of("found", found, "limit", ConstantParser.MOST_CHARACTERS));
  }
}
