package org.ladera.engine.kernel;

/**
 * Who does work that comes in two halves. The halves write different numbers and read none of each
 * other's, so it makes no difference to the results whether they run at the same time.
 */
@FunctionalInterface
public interface PairExecutor {
  /** So many products take some milliseconds; who does more breathes in between. */
  long BREATH = 20_000_000;

  /** The calling thread alone. */
  PairExecutor ALONE =
      (first, second) -> {
        first.run();
        second.run();
      };

  /** Runs both; returns when both are done. Called by one thread at a time. */
  void both(Runnable first, Runnable second);

  /** Whether nobody helps, so that halves are not worth the while. */
  default boolean isAlone() {
    return this == ALONE;
  }

  /**
   * Called every few milliseconds by the thread that computes. What it throws leaves the work where
   * it stands: the trainer is then as it was before the update, which can be done later.
   */
  default void breathe() {}
}
