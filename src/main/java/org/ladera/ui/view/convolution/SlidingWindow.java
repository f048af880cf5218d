package org.ladera.ui.view.convolution;

import java.util.function.IntConsumer;
import org.ladera.ui.fx.FrameClock;

/** Lets a window run over all its places, in about the same time for small and large pictures. */
final class SlidingWindow {
  private static final double WHOLE_RUN = 6e9;
  private static final double FASTEST = 4e7;
  private static final double SLOWEST = 4e8;

  private final IntConsumer steps;
  private final FrameClock clock = new FrameClock(this::pulse);
  private boolean playing;
  private double pause;
  private long last;

  /** {@code steps} gets by how many places the window has moved since the last time. */
  SlidingWindow(IntConsumer steps) {
    this.steps = steps;
  }

  boolean isPlaying() {
    return playing;
  }

  void start(int places) {
    pause = Math.clamp(WHOLE_RUN / places, FASTEST, SLOWEST);
    last = System.nanoTime();
    playing = true;
    clock.start();
  }

  void stop() {
    if (playing) {
      playing = false;
      clock.stop();
    }
  }

  private void pulse() {
    long now = System.nanoTime();
    int moved = (int) ((now - last) / pause);
    if (moved > 0) {
      last = now;
      steps.accept(moved);
    }
  }
}
