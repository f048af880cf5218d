package org.ladera.ui.window.stage;

import java.util.List;
import org.ladera.session.Status;

/**
 * Who is drawn in a pulse while a run is running: as many views as there is time for, and in the
 * next pulse those first that had to wait. Each shows the newest frame when its turn comes, so that
 * views lie at most a few pulses apart; once the run stands still all show the same.
 */
final class Turns {
  /** Of a pulse that may take eight milliseconds with layout and what JavaFX does. */
  private static final long SHARE_NANOS = 3_500_000;

  private int first;

  /**
   * Draws views that have changed: while a run is running one, and others only as far as they do
   * not take too long.
   *
   * @param beside nanoseconds that what is shown beside them takes in this pulse
   */
  void draw(List<LiveSlot> slots, LiveSlot.Moment now, long beside) {
    boolean all = !(now.frame().status() instanceof Status.Running);
    long began = System.nanoTime() - beside;
    boolean drew = false;
    int count = slots.size();
    for (int i = 0; i < count; i++) {
      int index = Math.floorMod(first + i, count);
      LiveSlot slot = slots.get(index);
      if (!slot.isDue(now)) {
        continue;
      }
      if (drew && !all && System.nanoTime() - began + slot.nanos() > SHARE_NANOS) {
        first = index;
        return;
      }
      slot.show(now);
      drew = true;
    }
  }
}
