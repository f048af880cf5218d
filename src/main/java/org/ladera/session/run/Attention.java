package org.ladera.session.run;

import java.util.function.BooleanSupplier;
import org.ladera.engine.kernel.PairExecutor;

/**
 * The engine thread, which listens while it works: an update of a large network takes seconds, and
 * is left where it stands when something cannot wait for its end.
 */
final class Attention implements PairExecutor {
  /** The work was left; it can be done again. */
  static final class Interruption extends RuntimeException {
    private static final long serialVersionUID = 1;

    Interruption() {
      super("something cannot wait", null, false, false);
    }
  }

  private final BooleanSupplier urgent;
  private boolean listening;

  /**
   * @param urgent whether something cannot wait
   */
  Attention(BooleanSupplier urgent) {
    this.urgent = urgent;
  }

  @Override
  public void both(Runnable first, Runnable second) {
    ALONE.both(first, second);
  }

  @Override
  public boolean isAlone() {
    return true;
  }

  @Override
  public void breathe() {
    if (listening && urgent.getAsBoolean()) {
      throw new Interruption();
    }
  }

  /**
   * Does {@code work}, which may be interrupted and done once more.
   *
   * @return whether it was done to its end
   */
  boolean listen(Runnable work) {
    listening = true;
    try {
      work.run();
      return true;
    } catch (Interruption e) {
      return false;
    } finally {
      listening = false;
    }
  }
}
