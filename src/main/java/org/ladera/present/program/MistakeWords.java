package org.ladera.present.program;

import java.util.Set;

/**
 * Which text explains a mistake of a program: those of answers, but for some that only it makes.
 */
public final class MistakeWords {
  private static final Set<String> OWN =
      Set.of("derivative-of-a", "uphill", "first-sample", "last-sample", "one-by-one");

  private MistakeWords() {}

  public static String key(String mistake) {
    return (OWN.contains(mistake) ? "compare.mistake." : "mistake.") + mistake;
  }
}
