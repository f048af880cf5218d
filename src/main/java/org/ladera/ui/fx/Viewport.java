package org.ladera.ui.fx;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/** What of a page that scrolls is seen. */
public final class Viewport {
  private Viewport() {}

  /**
   * Draws the part that is seen without a picture of all of it. JavaFX keeps such a picture, which
   * makes scrolling cheaper, and draws the whole of it anew for one number that changes.
   */
  public static void withoutPicture(ScrollPane pane) {
    pane.skinProperty()
        .addListener(
            (property, was, is) -> {
              Node viewport = pane.lookup(".viewport");
              if (viewport != null) {
                viewport.setCache(false);
              }
            });
  }
}
