package org.ladera.ui.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/** Finds places for labels where they cover least. */
public final class Room {
  /** The distance between the points that stand for a line, in pixels. */
  private static final double ALONG = 8;

  private final Rectangle2D inside;
  private final List<Point2D> points = new ArrayList<>();
  private final List<Rectangle2D> taken = new ArrayList<>();

  /** Labels must lie inside {@code inside} where that is possible. */
  public Room(Rectangle2D inside) {
    this.inside = inside;
  }

  /** A mark that should stay free. */
  public void keepFree(double x, double y) {
    points.add(new Point2D(x, y));
  }

  /** A line that should stay free. */
  public void keepFree(double x1, double y1, double x2, double y2) {
    int count = (int) Math.min(1000, Math.ceil(Math.hypot(x2 - x1, y2 - y1) / ALONG));
    for (int i = 0; i <= count; i++) {
      double t = count == 0 ? 0 : (double) i / count;
      points.add(new Point2D(x1 + t * (x2 - x1), y1 + t * (y2 - y1)));
    }
  }

  /** Whether a label would not be cut off. */
  public boolean holds(Rectangle2D label) {
    return inside.contains(label);
  }

  /** A label that is already there. */
  public void take(Rectangle2D label) {
    taken.add(label);
  }

  /** The first of {@code candidates} that covers least; it is taken. */
  public Rectangle2D best(List<Rectangle2D> candidates) {
    Rectangle2D best = least(candidates);
    take(best);
    return best;
  }

  /** As {@link #best}, or nothing where every candidate would cover something. */
  public Optional<Rectangle2D> free(List<Rectangle2D> candidates) {
    Rectangle2D best = least(candidates);
    if (cost(best) > 0) {
      return Optional.empty();
    }
    take(best);
    return Optional.of(best);
  }

  /** As {@link #best}, or nothing where every candidate would cover another label. */
  public Optional<Rectangle2D> apart(List<Rectangle2D> candidates) {
    Rectangle2D best = least(candidates);
    if (taken.stream().anyMatch(best::intersects)) {
      return Optional.empty();
    }
    take(best);
    return Optional.of(best);
  }

  private Rectangle2D least(List<Rectangle2D> candidates) {
    Rectangle2D best = candidates.getFirst();
    double least = Double.POSITIVE_INFINITY;
    for (Rectangle2D candidate : candidates) {
      double cost = cost(candidate);
      if (cost < least) {
        least = cost;
        best = candidate;
      }
    }
    return best;
  }

  private double cost(Rectangle2D label) {
    double cost = inside.contains(label) ? 0 : 1000;
    Rectangle2D wide =
        new Rectangle2D(
            label.getMinX() - 6,
            label.getMinY() - 6,
            label.getWidth() + 12,
            label.getHeight() + 12);
    for (Point2D point : points) {
      cost += wide.contains(point) ? 1 : 0;
    }
    for (Rectangle2D other : taken) {
      cost += wide.intersects(other) ? 100 : 0;
    }
    return cost;
  }
}
