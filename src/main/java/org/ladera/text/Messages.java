package org.ladera.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The program's visible texts in one language: keys with named placeholders such as {@code {file}}.
 * The texts stand in {@code assets/text/<part>.<language>.properties}.
 */
public final class Messages {
  /** One pair of files per part of the program. */
  public static final List<String> PARTS =
      List.of(
          "shell",
          "lab",
          "time",
          "notation",
          "views",
          "images",
          "check",
          "step",
          "lesson",
          "parts",
          "errors",
          "cli");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z]\\w*)}");

  private final Language language;
  private final Numbers numbers;
  private final Letters letters;
  private final Map<String, String> texts;

  private Messages(Language language, Numbers numbers, Letters letters, Map<String, String> texts) {
    this.language = language;
    this.numbers = numbers;
    this.letters = letters;
    this.texts = Map.copyOf(texts);
  }

  /** Reads all parts of one language from the class path. */
  public static Messages load(Language language) {
    Map<String, String> texts = new HashMap<>();
    for (String part : PARTS) {
      String file = "/text/" + part + "." + language.tag() + ".properties";
      try (InputStream in = Messages.class.getResourceAsStream(file)) {
        if (in == null) {
          throw new IllegalStateException("missing text file " + file);
        }
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
          properties.load(reader);
        }
        properties.forEach((key, value) -> texts.put(key.toString(), value.toString()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new Messages(language, new Numbers(language.decimal()), Letters.OWN, texts);
  }

  /** The same texts with another decimal sign in their numbers, and other letters. */
  public Messages written(char decimal, Letters inFormulas) {
    return new Messages(language, new Numbers(decimal), inFormulas, texts);
  }

  public Language language() {
    return language;
  }

  /** How numbers are written. */
  public Numbers numbers() {
    return numbers;
  }

  /** The letters of formulas in labels. */
  public Letters letters() {
    return letters;
  }

  public Set<String> keys() {
    return texts.keySet();
  }

  /**
   * The text of {@code key}.
   *
   * @throws IllegalArgumentException when there is no such key
   */
  public String text(String key) {
    String text = texts.get(key);
    if (text == null) {
      throw new IllegalArgumentException("no text for key " + key);
    }
    return letters.equals(Letters.OWN) ? text : letters.in(text);
  }

  /** The text of {@code key} with each {@code {name}} replaced by its value. */
  public String text(String key, Map<String, ?> values) {
    return PLACEHOLDER
        .matcher(text(key))
        .replaceAll(
            match -> {
              Object value = values.get(match.group(1));
              if (value == null) {
                throw new IllegalArgumentException(
                    "no value for {" + match.group(1) + "} of key " + key);
              }
              return Matcher.quoteReplacement(value.toString());
            });
  }
}
