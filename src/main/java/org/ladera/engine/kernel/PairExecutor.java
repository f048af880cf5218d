package org.ladera.engine.kernel;

/**
 * Who does work that comes in two halves. The halves write different numbers and read none of each
 * other's, so it makes no difference to the results whether they run at the same time.
 */
@FunctionalInterface
public interface PairExecutor {
  /** The calling thread alone. */
  PairExecutor ALONE =
      (first, second) -> {
        first.run();
        second.run();
      };

  /** Runs both; returns when both are done. Called by one thread at a time. */
  void both(Runnable first, Runnable second);
}
