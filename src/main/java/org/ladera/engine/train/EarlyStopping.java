package org.ladera.engine.train;

import org.jspecify.annotations.Nullable;

/**
 * Watches the loss on examples the training does not see, and keeps the state where it was lowest
 * (Prechelt 1998). Training should stop when it has not fallen for {@code patience} looks in a row;
 * the best weights come back by {@link Trainer#restore}.
 */
public final class EarlyStopping {
  private final int patience;
  private final double margin;
  private double lowest = Double.POSITIVE_INFINITY;
  private @Nullable TrainerState best;
  private int looksSince;

  /**
   * @param patience looks without a new lowest loss that are still borne, at least 1
   * @param margin how much lower a loss must be to count as lower, 0 or more
   */
  public EarlyStopping(int patience, double margin) {
    if (patience < 1 || !(margin >= 0)) {
      throw new IllegalArgumentException(
          "early stopping: expected patience >= 1 and margin >= 0, found "
              + patience
              + " and "
              + margin);
    }
    this.patience = patience;
    this.margin = margin;
  }

  /**
   * One look, usually at the end of an epoch.
   *
   * @param loss on the validation examples at the trainer's present parameters
   * @return whether to stop now
   */
  public boolean look(double loss, Trainer trainer) {
    if (best == null || loss < lowest - margin) {
      lowest = loss;
      best = trainer.capture();
      looksSince = 0;
    } else {
      looksSince++;
    }
    return looksSince >= patience;
  }

  /** The lowest loss seen. */
  public double lowest() {
    return lowest;
  }

  /**
   * The state at the lowest loss.
   *
   * @throws IllegalStateException before the first look
   */
  public TrainerState best() {
    if (best == null) {
      throw new IllegalStateException("no look has been taken");
    }
    return best;
  }
}
