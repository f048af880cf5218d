package org.ladera.ui.window;

import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/**
 * A sheet that says that another laboratory is being prepared, when that takes long enough to be
 * noticed. FX thread only.
 */
final class LabWaiting {
  /** Shorter than this it would only flash. */
  private static final Duration NOTICED = Duration.millis(500);

  private final MainController controller;
  private final Supplier<Region> sheet = this::sheet;
  private final PauseTransition pause = new PauseTransition(NOTICED);

  LabWaiting(MainController controller) {
    this.controller = controller;
    pause.setOnFinished(e -> show());
  }

  void begin() {
    pause.playFromStart();
  }

  void end() {
    pause.stop();
    controller.window().overlays().close(sheet);
  }

  /** What the person has opened in the meantime is not covered. */
  private void show() {
    if (!controller.window().overlays().isCovered()) {
      controller.window().overlays().show(sheet);
    }
  }

  private Region sheet() {
    Label words = new Label(controller.appearance().messages().text("lab.preparing"));
    words.getStyleClass().addAll("sheet-text", "size-14");
    VBox content = new VBox(words);
    content.getStyleClass().add("sheet");
    content.setId("lab-preparing");
    content.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    return content;
  }
}
