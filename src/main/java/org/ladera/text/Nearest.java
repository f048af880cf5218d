package org.ladera.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The valid name that a mistyped one was probably meant to be. */
public final class Nearest {
  private static final int LONGEST = 64;

  private Nearest() {}

  /** The nearest of {@code valid}, if one is near enough to be worth suggesting. */
  public static Optional<String> to(String typed, Collection<String> valid) {
    if (typed.length() > LONGEST) {
      return Optional.empty();
    }
    String wanted = typed.toLowerCase(Locale.ROOT);
    int worst = Math.max(1, typed.length() / 3);
    return valid.stream()
        .filter(v -> distance(wanted, v.toLowerCase(Locale.ROOT)) <= worst)
        .min(
            Comparator.comparingInt((String v) -> distance(wanted, v.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** Letters to insert, leave out or exchange to come from {@code a} to {@code b}; Levenshtein. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int exchange = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(exchange, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
