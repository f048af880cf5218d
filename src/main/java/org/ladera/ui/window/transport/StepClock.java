package org.ladera.ui.window.transport;

import java.util.Map;
import org.ladera.session.Granularity;
import org.ladera.text.Messages;

/** Takes steps inside an update by itself, slowly enough for a class. */
public final class StepClock {
  private static final double SLOWEST = 3;
  private static final double FASTEST = 0.5;

  private boolean playing;
  private double seconds = 1.5;

  /** When the next step is due; 0 when the clock has just been started. */
  private long due;

  public void toggle() {
    playing = !playing;
    due = 0;
  }

  public void stop() {
    playing = false;
  }

  /**
   * @param share of the speed slider, 0 to 1
   */
  public void speed(double share) {
    seconds = Math.round((SLOWEST + (FASTEST - SLOWEST) * share) * 10) / 10.0;
  }

  /** How long a step lasts. */
  public double seconds() {
    return seconds;
  }

  static double share(double seconds) {
    return (seconds - SLOWEST) / (FASTEST - SLOWEST);
  }

  /** Whether a step is to be taken at this moment of the machine's clock. */
  public boolean ticks(long nanos) {
    if (!playing) {
      return false;
    }
    boolean now = due != 0 && nanos >= due;
    if (due == 0 || now) {
      due = nanos + (long) (seconds * 1e9);
    }
    return now;
  }

  /** How the transport shows steps of this size. */
  public StepPace pace(Granularity size, Messages messages) {
    String key =
        switch (size) {
          case TERM -> "step.pace.term";
          case ELEMENT -> "step.pace.element";
          case OPERATION -> "step.pace.operation";
          case PHASE, UPDATE, EPOCH -> "step.pace.phase";
        };
    String words = messages.text(key, Map.of("seconds", messages.numbers().shown(seconds, 2)));
    return new StepPace(size, playing, seconds, words);
  }
}
