package org.ladera.ui.fx;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/**
 * Drawing that is put off until the next pulse and then done once, however often it was asked for:
 * what comes from another thread may come several times between two pulses, and beside a newer
 * model that is drawn anyway. FX thread only.
 */
public final class AtPulse {
  /** Pulses that a drawing waits for one that comes anyway. */
  private static final int PATIENCE = 3;

  /** What is drawn as often as this, in nanoseconds, is drawn anyway. */
  private static final long OFTEN = 500_000_000;

  private final Node node;
  private final Runnable drawing;
  private final Runnable pulse = this::draw;

  /** Whose pulse is waited for; null while nothing is due. */
  private @Nullable Scene waiting;

  private int patience;
  private long drawn;
  private boolean often;

  /**
   * @param node in whose scene it is seen; out of a scene it is drawn at once
   */
  public AtPulse(Node node, Runnable drawing) {
    this.node = node;
    this.drawing = drawing;
  }

  /** Draws before the next layout. */
  public void ask() {
    ask(0);
  }

  /**
   * Draws before the next layout, but where it is drawn again and again, as a view of a run that is
   * running, waits a few pulses for that.
   */
  public void askInTurn() {
    ask(often && System.nanoTime() - drawn < OFTEN ? PATIENCE : 0);
  }

  private void ask(int pulses) {
    Scene scene = node.getScene();
    if (scene == null) {
      drawing.run();
      return;
    }
    patience = waiting == null ? pulses : Math.min(patience, pulses);
    if (waiting == null) {
      waiting = scene;
      scene.addPreLayoutPulseListener(pulse);
      Platform.requestNextPulse();
    }
  }

  /** It has been drawn: nothing is due. */
  public void done() {
    long now = System.nanoTime();
    often = now - drawn < OFTEN;
    drawn = now;
    if (waiting != null) {
      waiting.removePreLayoutPulseListener(pulse);
      waiting = null;
    }
  }

  private void draw() {
    if (patience > 0) {
      patience--;
      Platform.requestNextPulse();
      return;
    }
    done();
    drawing.run();
  }
}
