package org.ladera.ui.plot;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import org.ladera.lesson.model.ViewMark;

/** Where in a drawing the things are that a text can be about. */
public final class PlotMarks {
  private final Map<ViewMark, Rectangle2D> places = new EnumMap<>(ViewMark.class);

  /** Here is one; what is called alike is one mark. */
  public void put(ViewMark mark, Rectangle2D place) {
    places.merge(mark, place, PlotMarks::around);
  }

  /** The same, around a point. */
  public void put(ViewMark mark, double x, double y, double r) {
    put(mark, new Rectangle2D(x - r, y - r, 2 * r, 2 * r));
  }

  /** Where it is; empty where it was not drawn. */
  public Optional<Rectangle2D> of(ViewMark mark) {
    return Optional.ofNullable(places.get(mark));
  }

  private static Rectangle2D around(Rectangle2D a, Rectangle2D b) {
    double left = Math.min(a.getMinX(), b.getMinX());
    double top = Math.min(a.getMinY(), b.getMinY());
    return new Rectangle2D(
        left,
        top,
        Math.max(a.getMaxX(), b.getMaxX()) - left,
        Math.max(a.getMaxY(), b.getMaxY()) - top);
  }
}
