package org.ladera.ui.fx;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/**
 * Pages that scroll, drawn without a picture of all that is seen. JavaFX keeps such a picture,
 * which makes scrolling cheaper, draws the whole of it anew for one number that changes, and does
 * not give it back when the page goes: half a megabyte stays for each until memory is short.
 */
public final class Viewport {
  private Viewport() {}

  /** A page that scrolls, with nothing on it yet. */
  public static ScrollPane scrolling() {
    ScrollPane pane = new ScrollPane();
    withoutPicture(pane);
    return pane;
  }

  /** A page that scrolls. */
  public static ScrollPane scrolling(Node content) {
    ScrollPane pane = scrolling();
    pane.setContent(content);
    return pane;
  }

  /** A column that scrolls up and down, as wide as what is seen of it; nothing is in it yet. */
  public static ScrollPane column() {
    ScrollPane pane = scrolling();
    pane.setFitToWidth(true);
    pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    return pane;
  }

  /** A column that scrolls up and down, as wide as what is seen of it. */
  public static ScrollPane column(Node content) {
    ScrollPane pane = column();
    pane.setContent(content);
    return pane;
  }

  /** For a page that was made elsewhere; before it is shown. */
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
