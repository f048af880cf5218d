package org.ladera.ui.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.scene.layout.Region;
import org.ladera.ui.plot.Drawing;
import org.ladera.ui.plot.Written;

/** Checks that words on a canvas can be read. */
final class DrawnWords {
  /** How far the boxes of two texts may reach into each other before their letters touch. */
  private static final double TOUCH = 1.5;

  private DrawnWords() {}

  /** Words of a drawing that are cut off at an edge, or written over another. */
  static <T extends Region & Drawing> List<String> faults(T card) {
    List<Written> words = new ArrayList<>();
    card.watch(
        written -> {
          if (!written.isMark()) {
            words.add(written);
          }
        });
    card.repaint();
    card.watch(null);
    List<String> faults = new ArrayList<>();
    String where = card.getAccessibleText().split("[.:\n]")[0];
    for (int i = 0; i < words.size(); i++) {
      Bounds at = words.get(i).place();
      if (at.getMinX() < -0.5
          || at.getMinY() < -0.5
          || at.getMaxX() > card.getWidth() + 0.5
          || (at.getMaxY() > card.getHeight() + 0.5 && card.getOnScroll() == null)) {
        faults.add(where + ": cut off: " + words.get(i).text() + " " + shown(at));
      }
      for (int j = 0; j < i && !words.get(i).tag(); j++) {
        Bounds other = words.get(j).place();
        double across =
            Math.min(at.getMaxX(), other.getMaxX()) - Math.max(at.getMinX(), other.getMinX());
        double down =
            Math.min(at.getMaxY(), other.getMaxY()) - Math.max(at.getMinY(), other.getMinY());
        if (across > TOUCH && down > TOUCH && !isRim(words.get(i), words.get(j))) {
          faults.add(
              where + ": " + words.get(j).text() + " | " + words.get(i).text() + " " + shown(at));
        }
      }
    }
    return faults;
  }

  /** A word is drawn several times for the rim that keeps it readable on a picture. */
  private static boolean isRim(Written one, Written other) {
    return one.text().equals(other.text())
        && Math.abs(one.place().getMinX() - other.place().getMinX()) < 5
        && Math.abs(one.place().getMinY() - other.place().getMinY()) < 5;
  }

  private static String shown(Bounds at) {
    return String.format(
        Locale.ROOT,
        "%.0f,%.0f %.0fx%.0f",
        at.getMinX(),
        at.getMinY(),
        at.getWidth(),
        at.getHeight());
  }
}
