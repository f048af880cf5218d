package org.ladera.text;

import java.util.Locale;

/** A language of the program. */
public enum Language {
  ES("es"),
  EN("en");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** The tag in file names: {@code es.md}. */
  public String tag() {
    return tag;
  }

  /** The decimal sign that most people of the language write. */
  public char decimal() {
    return this == ES ? ',' : '.';
  }

  public Locale locale() {
    return Locale.forLanguageTag(tag);
  }

  /** Spanish for a Spanish-speaking system, else English. */
  public static Language ofSystem() {
    return Locale.getDefault().getLanguage().equals("es") ? ES : EN;
  }
}
