package org.ladera.lesson.markup;

import java.util.Optional;

/**
 * Reads a formula and finds the first thing in it that a lesson may not write, so that a slip is
 * reported at its place instead of being drawn in some way, and nothing dangerous reaches the
 * typesetter.
 */
public final class TexCheck {
  static final int LONGEST = 2000;
  static final int DEEPEST = 20;

  private final String tex;
  private int at;
  private int depth;
  private int tables;

  private TexCheck(String tex) {
    this.tex = tex;
  }

  /**
   * The first fault of {@code tex}.
   *
   * @param place where the formula begins in its file
   */
  public static Optional<TextFault> of(String tex, TextPosition place) {
    if (tex.isBlank()) {
      return Optional.of(new TextFault(place, TextFault.Kind.EMPTY_FORMULA, ""));
    }
    if (tex.length() > LONGEST) {
      return Optional.of(
          new TextFault(place, TextFault.Kind.TOO_LONG, String.valueOf(tex.length())));
    }
    try {
      new TexCheck(tex).sequence(End.FORMULA, 0);
      return Optional.empty();
    } catch (Found found) {
      return Optional.of(new TextFault(place.after(tex, found.at), found.kind, found.detail));
    }
  }

  /** What ends a sequence of signs. */
  private enum End {
    FORMULA,
    BRACE,
    RIGHT,
    ENVIRONMENT
  }

  private static final class Found extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int at;
    private final TextFault.Kind kind;
    private final String detail;

    Found(int at, TextFault.Kind kind, String detail) {
      super(null, null, false, false);
      this.at = at;
      this.kind = kind;
      this.detail = detail;
    }
  }

  /** Reads up to and including {@code end}, which was opened at {@code opened}. */
  private void sequence(End end, int opened) {
    if (++depth > DEEPEST) {
      throw new Found(opened, TextFault.Kind.TOO_DEEP, String.valueOf(DEEPEST));
    }
    while (at < tex.length()) {
      if (one(end)) {
        depth--;
        return;
      }
    }
    switch (end) {
      case FORMULA -> depth--;
      case BRACE -> throw new Found(opened, TextFault.Kind.BRACE_NOT_CLOSED, "{");
      case RIGHT -> throw new Found(opened, TextFault.Kind.DELIMITER_NOT_CLOSED, "\\left");
      case ENVIRONMENT -> throw new Found(opened, TextFault.Kind.ENVIRONMENT_NOT_CLOSED, "\\begin");
    }
  }

  /** Reads one element; true when it was the end of the sequence. */
  private boolean one(End end) {
    int start = at;
    char c = tex.charAt(at++);
    switch (c) {
      case '{' -> sequence(End.BRACE, start);
      case '}' -> {
        if (end != End.BRACE) {
          throw new Found(start, TextFault.Kind.BRACE_NOT_OPENED, "}");
        }
        return true;
      }
      case '^', '_' -> argument(start, String.valueOf(c));
      case '&' -> onlyInTable(start, "&");
      case '\\' -> {
        return command(end, start);
      }
      default -> {
        if ("$%#\"`@".indexOf(c) >= 0 || (c < ' ' && c != '\n') || c > '~') {
          throw new Found(start, TextFault.Kind.STRAY_CHARACTER, String.valueOf(c));
        }
      }
    }
    return false;
  }

  private boolean command(End end, int start) {
    String word = word(start);
    if (word.equals("\\")) {
      onlyInTable(start, "\\\\");
    } else if (word.equals("begin")) {
      environment(start);
    } else if (word.equals("end")) {
      if (end != End.ENVIRONMENT) {
        throw new Found(start, TextFault.Kind.ENVIRONMENT_NOT_CLOSED, "\\end");
      }
      return true;
    } else if (word.equals("left")) {
      delimiter(start, "\\left");
      sequence(End.RIGHT, start);
    } else if (word.equals("right")) {
      if (end != End.RIGHT) {
        throw new Found(start, TextFault.Kind.DELIMITER_NOT_OPENED, "\\right");
      }
      delimiter(start, "\\right");
      return true;
    } else {
      plain(word, start);
    }
    return false;
  }

  private void plain(String word, int start) {
    if (TexWords.SIZES.contains(word)) {
      delimiter(start, "\\" + word);
    } else if (TexWords.TEXT.contains(word)) {
      words(raw(start, word), at);
    } else if (TexWords.LIVE.contains(word)) {
      live(start, word);
    } else if (TexWords.ARGUMENTS.containsKey(word)) {
      if (word.equals("sqrt") && at < tex.length() && tex.charAt(at) == '[') {
        int close = tex.indexOf(']', at);
        if (close < 0 || !tex.substring(at + 1, close).matches("[a-z0-9]{1,3}")) {
          throw new Found(start, TextFault.Kind.MISSING_ARGUMENT, "\\sqrt[…]");
        }
        at = close + 1;
      }
      for (int i = 0; i < TexWords.ARGUMENTS.get(word); i++) {
        argument(start, "\\" + word);
      }
    } else if (!TexWords.known(word)
        && !(word.length() == 1 && TexWords.ESCAPES.contains(word) && !word.isEmpty())) {
      throw new Found(start, TextFault.Kind.UNKNOWN_COMMAND, "\\" + word);
    }
  }

  /** The name of the command whose backslash stood at {@code start}. */
  private String word(int start) {
    int from = at;
    while (at < tex.length() && isLetter(tex.charAt(at))) {
      at++;
    }
    if (at == from && at < tex.length()) {
      at++;
    }
    if (at == from) {
      throw new Found(start, TextFault.Kind.UNKNOWN_COMMAND, "\\");
    }
    return tex.substring(from, at);
  }

  private void environment(int start) {
    String name = raw(start, "begin");
    if (!TexWords.ENVIRONMENTS.contains(name)) {
      throw new Found(start, TextFault.Kind.UNKNOWN_ENVIRONMENT, name);
    }
    if (name.equals("array") && !raw(start, "begin{array}").matches("[lcr|]{1,20}")) {
      throw new Found(start, TextFault.Kind.MISSING_ARGUMENT, "\\begin{array}{…}");
    }
    tables++;
    sequence(End.ENVIRONMENT, start);
    tables--;
    int close = at;
    if (!raw(close, "end").equals(name)) {
      throw new Found(start, TextFault.Kind.ENVIRONMENT_NOT_CLOSED, "\\begin{" + name + "}");
    }
  }

  /** One argument: a group, a sign, or a command that takes none itself. */
  private void argument(int start, String of) {
    spaces();
    if (at >= tex.length() || "}&^_".indexOf(tex.charAt(at)) >= 0) {
      throw new Found(start, TextFault.Kind.MISSING_ARGUMENT, of);
    }
    if (tex.charAt(at) == '\\') {
      int from = at++;
      String word = word(from);
      if (!TexWords.SIGNS.containsKey(word)) {
        throw new Found(start, TextFault.Kind.MISSING_ARGUMENT, of);
      }
    } else {
      one(End.FORMULA);
    }
  }

  private void delimiter(int start, String of) {
    spaces();
    if (at < tex.length() && "()[]|./".indexOf(tex.charAt(at)) >= 0) {
      at++;
      return;
    }
    if (at < tex.length() && tex.charAt(at) == '\\') {
      int from = at++;
      String word = word(from);
      if (TexWords.DELIMITERS.contains(word) || word.matches("[{}|]")) {
        return;
      }
    }
    throw new Found(start, TextFault.Kind.MISSING_DELIMITER, of);
  }

  /** An argument in braces that is not mathematics. */
  private String raw(int start, String of) {
    int close = tex.indexOf('}', at);
    if (at >= tex.length() || tex.charAt(at) != '{' || close < 0) {
      throw new Found(start, TextFault.Kind.MISSING_ARGUMENT, "\\" + of);
    }
    String inside = tex.substring(at + 1, close);
    at = close + 1;
    return inside;
  }

  private static void words(String text, int end) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // The typesetter's Latin fonts end here; further scripts need fonts that are not shipped.
      boolean latin = c >= ' ' && c <= '\u017f' && c != '\u007f';
      if (!latin || "\\{$%#&_^~\"`".indexOf(c) >= 0) {
        throw new Found(end - 1 - text.length() + i, TextFault.Kind.NOT_IN_TEXT, String.valueOf(c));
      }
    }
  }

  private void live(int start, String word) {
    Optional<TexTemplate.Slot> slot = TexTemplate.slotAt(tex, start);
    if (slot.isEmpty()) {
      throw new Found(start, TextFault.Kind.BAD_READING, "\\" + word);
    }
    at = slot.get().end();
  }

  private void onlyInTable(int start, String sign) {
    if (tables == 0) {
      throw new Found(start, TextFault.Kind.OUTSIDE_TABLE, sign);
    }
  }

  private void spaces() {
    while (at < tex.length() && (tex.charAt(at) == ' ' || tex.charAt(at) == '\n')) {
      at++;
    }
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
