package org.ladera.ui.fx;

import java.util.function.Consumer;

/**
 * What a panel does once per pulse. When it throws twice running it would throw for ever, and take
 * along whatever comes after it: then the panel is closed, and the person is told.
 */
public final class PulseGuard {
  private static final System.Logger LOG = System.getLogger(PulseGuard.class.getName());

  private final Runnable close;
  private final Consumer<RuntimeException> tell;
  private boolean failed;

  /**
   * @param close takes the panel away
   * @param tell gets the exception, which is in the log by then
   */
  public PulseGuard(Runnable close, Consumer<RuntimeException> tell) {
    this.close = close;
    this.tell = tell;
  }

  /** Runs the panel's part of this pulse. */
  public void run(Runnable part) {
    try {
      part.run();
      failed = false;
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "in a pulse", e);
      boolean again = failed;
      failed = !again;
      if (again) {
        close.run();
        tell.accept(e);
      }
    }
  }
}
