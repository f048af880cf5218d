package org.ladera.ui.fx;

import javafx.animation.AnimationTimer;

/** The one beat of the window: runs an action once per pulse until it is stopped. */
public final class FrameClock {
  private final AnimationTimer timer;

  public FrameClock(Runnable onPulse) {
    timer =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            onPulse.run();
          }
        };
  }

  public void start() {
    timer.start();
  }

  public void stop() {
    timer.stop();
  }
}
