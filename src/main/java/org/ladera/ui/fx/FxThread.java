package org.ladera.ui.fx;

import javafx.application.Platform;

/** The one way back to the FX thread for work that was done elsewhere. */
public final class FxThread {
  private FxThread() {}

  /** Runs {@code action} on the FX thread: at once when already there, else at its next turn. */
  public static void run(Runnable action) {
    if (Platform.isFxApplicationThread()) {
      action.run();
    } else {
      Platform.runLater(action);
    }
  }
}
