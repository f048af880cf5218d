package org.ladera.ui.lesson;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/** Which part of a column that is scrolled is seen, and how to see another. */
final class ReadingPlace {
  /** So much of a part has to be seen to know that it is there. */
  private static final double SEEN = 24;

  private final ScrollPane scroll;

  /** How far the text of each step was scrolled. */
  private final Map<String, Double> left = new HashMap<>();

  private String open = "";

  ReadingPlace(ScrollPane scroll) {
    this.scroll = scroll;
  }

  /** Takes another column; each is seen where it was left, at first from its beginning. */
  void show(String step, Region column) {
    left.put(open, scroll.getVvalue());
    open = step;
    scroll.setContent(column);
    scroll.setVvalue(left.getOrDefault(step, 0.0));
  }

  private double room() {
    return scroll.getViewportBounds().getHeight();
  }

  private double hidden() {
    return Math.max(0, ((Region) scroll.getContent()).getHeight() - room());
  }

  private double top(Node part) {
    double y = 0;
    for (Node at = part; at != scroll.getContent() && at != null; at = at.getParent()) {
      y += at.getLayoutY();
    }
    return y;
  }

  void goTo(Region part) {
    scroll.setVvalue(hidden() <= 0 ? 0 : Math.min(1, top(part) / hidden()));
  }

  /** What grows below comes into sight, as far as its beginning stays there. */
  void showEnd(Region part, double height) {
    double top = top(part);
    if (hidden() > 0 && top + height > scroll.getVvalue() * hidden() + room()) {
      scroll.setVvalue(Math.min(1, Math.min(top, top + height - room()) / hidden()));
    }
  }

  /** Whether nothing of a part is seen because it lies further down. */
  boolean isBelow(Region part) {
    return room() > 0 && top(part) > scroll.getVvalue() * hidden() + room() - SEEN;
  }
}
