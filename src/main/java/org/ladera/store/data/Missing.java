package org.ladera.store.data;

import java.util.Locale;
import java.util.Set;

/** What people and programs write where a value is not known. */
final class Missing {
  private static final Set<String> WORDS =
      Set.of(
          "",
          "?",
          "na",
          "n/a",
          "#n/a",
          "#n/d",
          "nan",
          "null",
          "none",
          "nil",
          "-",
          "--",
          "—",
          "–",
          ".",
          "..",
          "s/d",
          "n/d",
          "nd",
          "missing",
          "#value!",
          "#¡valor!",
          "#div/0!",
          "#¡div/0!");

  private static final int LONGEST = 8;

  private Missing() {}

  static boolean is(String cell) {
    return cell.isEmpty()
        || cell.length() <= LONGEST && WORDS.contains(cell.toLowerCase(Locale.ROOT));
  }
}
