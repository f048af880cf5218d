package org.ladera.lesson.markup;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A formula in plain signs, for screen readers, tooltips and terminals: {@code \eta} becomes η. */
public final class PlainTex {
  private static final Pattern FRACTION =
      Pattern.compile("\\\\[dt]?frac\\s*\\{([^{}]*)}\\s*\\{([^{}]*)}");
  private static final Pattern WORD = Pattern.compile("\\\\([A-Za-z]+|.)\\s?");

  private PlainTex() {}

  /** {@code tex}, its numbers already filled in. */
  public static String of(String tex) {
    String text = FRACTION.matcher(tex.replace("{,}", ",")).replaceAll("$1/$2");
    Matcher word = WORD.matcher(text);
    String signs =
        word.replaceAll(
            match -> {
              String name = match.group(1);
              String sign = TexWords.SIGNS.getOrDefault(name, "");
              return Matcher.quoteReplacement(isSpace(name) ? " " : sign);
            });
    return signs
        .replaceAll("[{}]", "")
        .replace('&', ' ')
        .replace('-', '\u2212')
        .replaceAll("\\s+", " ")
        .strip();
  }

  private static boolean isSpace(String name) {
    return name.equals("quad") || name.equals("qquad") || name.length() == 1;
  }
}
