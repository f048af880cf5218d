package org.ladera;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What is tried in the daily build and what only in the long one ({@code mvn verify -P rigs}):
 * where every case of a product of cases would take minutes, they take turns.
 */
public final class Rigs {
  private Rigs() {}

  /** All cases in the long build; else {@code count} of them, others at each {@code turn}. */
  public static <T> List<T> sample(List<T> cases, int count, int turn) {
    if (Boolean.getBoolean("ladera.rigs")) {
      return cases;
    }
    return IntStream.range(0, count)
        .mapToObj(i -> cases.get((turn * count + i) % cases.size()))
        .toList();
  }
}
