package org.ladera.ui.plot;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.geometry.Rectangle2D;
import javafx.scene.paint.Color;
import org.ladera.present.plot.LabelPlacer;
import org.ladera.present.plot.LabelPlacer.Box;
import org.ladera.present.plot.LabelPlacer.Leader;
import org.ladera.present.plot.LabelPlacer.Placed;

/** The {@link LabelPlacer} of one drawing, in the terms of JavaFX. */
public final class Room {
  /** Labels keep so far from a small mark, in pixels. */
  private static final double MARK = 4;

  private final LabelPlacer placer;
  private final PlotGraphics graphics;

  /** Labels lie inside {@code inside}. */
  public Room(PlotGraphics graphics, Rectangle2D inside) {
    this.graphics = graphics;
    placer = new LabelPlacer(box(inside), graphics.memory());
  }

  private static Box box(Rectangle2D r) {
    return new Box(r.getMinX(), r.getMinY(), r.getWidth(), r.getHeight());
  }

  private static Rectangle2D rectangle(Box b) {
    return new Rectangle2D(b.x(), b.y(), b.width(), b.height());
  }

  /** A mark that stays free. */
  public void keepFree(double x, double y) {
    keepFree(x - MARK, y, x + MARK, y);
    keepFree(x, y - MARK, x, y + MARK);
  }

  /** A line that stays free. */
  public void keepFree(double x1, double y1, double x2, double y2) {
    placer.keepFree(x1, y1, x2, y2);
  }

  /** Something else that stays free. */
  public void avoid(Predicate<Rectangle2D> covers) {
    placer.avoid(b -> covers.test(rectangle(b)));
  }

  /** Whether a label would not be cut off. */
  public boolean holds(Rectangle2D label) {
    return placer.holds(box(label));
  }

  /** A label or mark that is already there. */
  public void take(Rectangle2D label) {
    if (label.getWidth() > 0 && label.getHeight() > 0) {
      placer.take(box(label));
    }
  }

  /** The first free one of these places, or that of the drawing before; it is taken. */
  public Optional<Rectangle2D> free(String key, List<Rectangle2D> places) {
    return placer.among(key, places.stream().map(Room::box).toList()).map(Room::rectangle);
  }

  /** The first of these places on a line that covers no mark or label; it is taken. */
  public Optional<Rectangle2D> onLine(List<Rectangle2D> places) {
    return placer.onLine(places.stream().map(Room::box).toList()).map(Room::rectangle);
  }

  /**
   * A place beside a mark, or further away with a leader, which is drawn; it is taken.
   *
   * @param key the same for the same label in every drawing
   * @param reach how far from the middle of the mark its label begins
   */
  public Optional<Rectangle2D> beside(
      String key,
      double x,
      double y,
      double reach,
      double w,
      double h,
      boolean leftFirst,
      Color leader) {
    Optional<Placed> placed = placer.beside(key, x, y, reach, w, h, leftFirst);
    placed.flatMap(Placed::leader).ifPresent(l -> draw(l, leader));
    return placed.map(p -> rectangle(p.box()));
  }

  private void draw(Leader l, Color color) {
    graphics.line(l.x1(), l.y1(), l.x2(), l.y2(), color, 1);
  }
}
