package org.ladera.ui.offscreen;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;

/**
 * Uses the program for a moment, so that the start cache knows the classes of an update that is
 * opened too, and not only those of the first content. FX thread only.
 */
public final class Rehearsal extends AnimationTimer {
  /** Pulses between two keys, for what is worked out elsewhere. */
  private static final int PULSES = 12;

  private final Deque<KeyCode> keys =
      new ArrayDeque<>(
          List.of(
              KeyCode.SPACE,
              KeyCode.SPACE,
              KeyCode.E,
              KeyCode.RIGHT,
              KeyCode.RIGHT,
              KeyCode.RIGHT,
              KeyCode.END,
              KeyCode.LEFT,
              KeyCode.RIGHT,
              KeyCode.RIGHT,
              KeyCode.ESCAPE));
  private final Runnable end;
  private int pulse;

  /**
   * @param end runs when it is over
   */
  public Rehearsal(Runnable end) {
    this.end = end;
  }

  @Override
  public void handle(long now) {
    if (++pulse % PULSES != 0) {
      return;
    }
    if (keys.isEmpty() || Window.getWindows().isEmpty()) {
      stop();
      end.run();
      return;
    }
    Scene scene = Window.getWindows().getFirst().getScene();
    Event.fireEvent(
        scene.getRoot(),
        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", keys.remove(), false, false, false, false));
  }
}
