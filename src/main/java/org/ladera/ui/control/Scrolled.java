package org.ladera.ui.control;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/** Brings what lies in a column that is scrolled into sight. */
public final class Scrolled {
  private Scrolled() {}

  /**
   * Scrolls no further than it takes to see {@code node} with {@code margin} above and below it.
   * Nothing when it lies elsewhere, or all of the column is seen.
   */
  public static void reveal(ScrollPane scroll, Node node, double margin) {
    Node content = scroll.getContent();
    boolean inside = false;
    for (Node at = node; at != null; at = at.getParent()) {
      inside |= at == content;
    }
    double seen = scroll.getViewportBounds().getHeight();
    double room = content.getLayoutBounds().getHeight() - seen;
    if (!inside || room <= 0) {
      return;
    }
    Bounds place = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
    double top = scroll.getVvalue() * room;
    double least = place.getMaxY() + margin - seen;
    double most = place.getMinY() - margin;
    scroll.setVvalue(Math.clamp(top, Math.min(least, most), Math.max(least, most)) / room);
  }
}
