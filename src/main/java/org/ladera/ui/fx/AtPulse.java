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
  private final Node node;
  private final Runnable drawing;
  private final Runnable pulse = this::draw;

  /** Whose pulse is waited for; null while nothing is due. */
  private @Nullable Scene waiting;

  /**
   * @param node in whose scene it is seen; out of a scene it is drawn at once
   */
  public AtPulse(Node node, Runnable drawing) {
    this.node = node;
    this.drawing = drawing;
  }

  /** Draws before the next layout. */
  public void ask() {
    Scene scene = node.getScene();
    if (scene == null) {
      drawing.run();
    } else if (waiting == null) {
      waiting = scene;
      scene.addPreLayoutPulseListener(pulse);
      Platform.requestNextPulse();
    }
  }

  /** It has been drawn: nothing is due. */
  public void done() {
    if (waiting != null) {
      waiting.removePreLayoutPulseListener(pulse);
      waiting = null;
    }
  }

  private void draw() {
    done();
    drawing.run();
  }
}
