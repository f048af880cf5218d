package org.ladera.engine.train;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ladera.engine.random.SplitMix64;
import org.ladera.engine.spec.BatchSpec;

/**
 * Which examples an update visits. The order of an epoch follows from the seed and the epoch alone,
 * so that any update can be repeated without those before it.
 */
final class BatchPlan {
  private static final long STREAM = 2;

  private final BatchSpec spec;
  private final int examples;
  private final long seed;
  private final int @Nullable [][] given;
  private final int[] order;
  private final SplitMix64 random = new SplitMix64(0);
  private long orderedEpoch = -1;

  /**
   * @throws IllegalArgumentException when a given order does not visit every example exactly once
   *     (with a batch size of 0, when it names no example or one that does not exist)
   */
  BatchPlan(BatchSpec spec, int examples, long seed) {
    this.spec = spec;
    this.examples = examples;
    this.seed = seed;
    given = spec.order() instanceof BatchSpec.Order.Given g ? given(g.epochs()) : null;
    order = new int[examples];
    for (int i = 0; i < examples; i++) {
      order[i] = i;
    }
  }

  private int[][] given(List<List<Integer>> epochs) {
    int[][] rows = new int[epochs.size()][];
    for (int e = 0; e < rows.length; e++) {
      rows[e] = epochs.get(e).stream().mapToInt(Integer::intValue).toArray();
      boolean[] seen = new boolean[examples];
      boolean fits = spec.size() == 0 ? rows[e].length > 0 : rows[e].length == examples;
      for (int row : rows[e]) {
        fits &= row >= 0 && row < examples && !(spec.size() > 0 && seen[row]);
        if (fits) {
          seen[row] = true;
        }
      }
      if (!fits) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "order of epoch %d: expected each of 0 to %d once, found %s",
                e + 1,
                examples - 1,
                epochs.get(e)));
      }
    }
    if (rows.length == 0) {
      throw new IllegalArgumentException("given orders: expected at least one");
    }
    return rows;
  }

  int updatesPerEpoch() {
    return spec.updatesPerEpoch(examples);
  }

  /** The most examples an update will visit. */
  int largestBatch() {
    int largest = spec.sizeFor(examples);
    if (given != null && spec.size() == 0) {
      for (int[] rows : given) {
        largest = Math.max(largest, rows.length);
      }
    }
    return largest;
  }

  /** Whether every update visits all examples as they stand. */
  boolean takesAllAsTheyStand() {
    return spec.order() instanceof BatchSpec.Order.Fixed && spec.sizeFor(examples) == examples;
  }

  /** The order of an epoch: an array of the plan, valid until the next call, not to be modified. */
  int[] order(long epoch) {
    if (given != null) {
      return given[(int) Math.min(epoch, given.length - 1)];
    }
    if (spec.order() instanceof BatchSpec.Order.Shuffled && epoch != orderedEpoch) {
      for (int i = 0; i < examples; i++) {
        order[i] = i;
      }
      random.start(seed);
      random.fork(STREAM);
      random.fork(epoch);
      random.shuffle(order);
      orderedEpoch = epoch;
    }
    return order;
  }

  /** Where in the order of its epoch a batch begins. */
  int from(int batch) {
    return batch * spec.sizeFor(examples);
  }

  /** How many examples that batch has. */
  int size(int batch, int[] epochOrder) {
    return spec.size() == 0
        ? epochOrder.length
        : Math.min(spec.sizeFor(examples), examples - from(batch));
  }
}
