package org.ladera.present.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds places for the labels of one drawing: beside their marks, or further away and joined to
 * them by a leader; never over a line, a mark or another label. What has no such place is left out.
 * A label stays where it was in the drawing before as long as that place is free. Lengths in
 * pixels, y downwards.
 */
public final class LabelPlacer {
  /** An upright rectangle. */
  public record Box(double x, double y, double width, double height) {
    public double right() {
      return x + width;
    }

    public double bottom() {
      return y + height;
    }

    public boolean meets(Box other) {
      return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }

    public boolean contains(Box other) {
      return other.x >= x && other.y >= y && other.right() <= right() && other.bottom() <= bottom();
    }

    private Box wider(double by) {
      return new Box(x - by, y - by, width + 2 * by, height + 2 * by);
    }

    /** Whether a stretch of a line has a point inside (Liang and Barsky 1984). */
    private boolean crosses(double x1, double y1, double x2, double y2) {
      if (Math.max(x1, x2) <= x
          || Math.min(x1, x2) >= right()
          || Math.max(y1, y2) <= y
          || Math.min(y1, y2) >= bottom()) {
        return false;
      }
      double dx = x2 - x1;
      double dy = y2 - y1;
      double from = 0;
      double to = 1;
      if (dx != 0) {
        double a = (x - x1) / dx;
        double b = (right() - x1) / dx;
        from = Math.max(from, Math.min(a, b));
        to = Math.min(to, Math.max(a, b));
      }
      if (dy != 0) {
        double a = (y - y1) / dy;
        double b = (bottom() - y1) / dy;
        from = Math.max(from, Math.min(a, b));
        to = Math.min(to, Math.max(a, b));
      }
      return from < to || (dx == 0 && dy == 0);
    }
  }

  /** A line from a mark to its label. */
  public record Leader(double x1, double y1, double x2, double y2) {}

  /** Where a label goes; the leader is there where it would else not be clear whose it is. */
  public record Placed(Box box, Optional<Leader> leader) {}

  private record Stretch(double x1, double y1, double x2, double y2) {}

  /** Between a label and what it must not cover. */
  private static final double CLEAR = 2;

  /** Between two labels. */
  private static final double APART = 4;

  /** How much further from its mark than the nearest place, ring by ring. */
  private static final double[] RINGS = {0, 8, 18, 32, 50, 72, 100, 136};

  /** From this ring on a leader is drawn. */
  private static final int LED = 2;

  /** Directions around a mark: beside it, above and below, then the corners. */
  private static final double[][] WAYS = {
    {1, 0},
    {-1, 0},
    {0, -1},
    {0, 1},
    {0.7, -0.7},
    {-0.7, -0.7},
    {0.7, 0.7},
    {-0.7, 0.7},
    {0.4, -0.9},
    {-0.4, -0.9},
    {0.4, 0.9},
    {-0.4, 0.9},
    {0.9, -0.4},
    {-0.9, -0.4},
    {0.9, 0.4},
    {-0.9, 0.4}
  };

  private final Box inside;
  private final LabelMemory memory;
  private final List<Stretch> lines = new ArrayList<>();
  private final List<Box> taken = new ArrayList<>();
  private final List<Predicate<Box>> covered = new ArrayList<>();

  /** Labels lie inside {@code inside}; {@code memory} knows where they were. */
  public LabelPlacer(Box inside, LabelMemory memory) {
    this.inside = inside;
    this.memory = memory;
  }

  /** A stretch of a line that stays free; a point where both ends are one. */
  public void keepFree(double x1, double y1, double x2, double y2) {
    if (Double.isFinite(x1 + y1 + x2 + y2)) {
      lines.add(new Stretch(x1, y1, x2, y2));
    }
  }

  /** A place that stays free. */
  public void take(Box box) {
    taken.add(box);
  }

  /** Something else that stays free: told whether a place would cover it. */
  public void avoid(Predicate<Box> covers) {
    covered.add(covers);
  }

  /** Whether a label there would not be cut off. */
  public boolean holds(Box box) {
    return inside.contains(box);
  }

  /** Whether a label there covers nothing and is not cut off. */
  public boolean isFree(Box box) {
    return isApart(box) && isClear(box);
  }

  private boolean isApart(Box box) {
    return inside.contains(box) && taken.stream().noneMatch(box.wider(APART)::meets);
  }

  private boolean isClear(Box box) {
    Box wide = box.wider(CLEAR);
    for (Stretch s : lines) {
      if (wide.crosses(s.x1, s.y1, s.x2, s.y2)) {
        return false;
      }
    }
    return covered.stream().noneMatch(c -> c.test(box));
  }

  /** The first free one of these places, or the one of the drawing before; it is taken. */
  public Optional<Box> among(String key, List<Box> places) {
    int before = memory.of(key);
    if (before >= 0 && before < places.size() && isFree(places.get(before))) {
      take(places.get(before));
      return Optional.of(places.get(before));
    }
    for (int i = 0; i < places.size(); i++) {
      if (isFree(places.get(i))) {
        memory.keep(key, i);
        take(places.get(i));
        return Optional.of(places.get(i));
      }
    }
    return Optional.empty();
  }

  /**
   * As {@link #among} for a label that belongs onto a line: it may cover lines, but nothing else.
   */
  public Optional<Box> onLine(List<Box> places) {
    Optional<Box> place = places.stream().filter(this::isFree).findFirst();
    place = place.or(() -> places.stream().filter(this::isApart).findFirst());
    place.ifPresent(this::take);
    return place;
  }

  /**
   * A place for a label of this size at a mark; it is taken.
   *
   * @param key the same for the same label in every drawing
   * @param reach how far from the middle of the mark its label begins
   * @param leftFirst whether the left side is better than the right one
   */
  public Optional<Placed> beside(
      String key, double x, double y, double reach, double w, double h, boolean leftFirst) {
    int before = memory.of(key);
    if (before >= 0) {
      Optional<Placed> again = tried(x, y, reach, w, h, leftFirst, before);
      if (again.isPresent()) {
        take(again.get().box());
        return again;
      }
    }
    for (int slot = 0; slot < RINGS.length * WAYS.length; slot++) {
      Optional<Placed> place = tried(x, y, reach, w, h, leftFirst, slot);
      if (place.isPresent()) {
        memory.keep(key, slot);
        take(place.get().box());
        return place;
      }
    }
    return Optional.empty();
  }

  private Optional<Placed> tried(
      double x, double y, double reach, double w, double h, boolean leftFirst, int slot) {
    int ring = slot / WAYS.length;
    double[] way = WAYS[slot % WAYS.length];
    double dx = (leftFirst ? -1 : 1) * way[0];
    double dy = way[1];
    double far = reach + RINGS[ring];
    double cx = x + dx * far + Math.signum(dx) * Math.min(1, Math.abs(dx) * 1.5) * w / 2;
    double cy = y + dy * far + Math.signum(dy) * Math.min(1, Math.abs(dy) * 1.5) * h / 2;
    Box box = new Box(cx - w / 2, cy - h / 2, w, h);
    if (!isFree(box)) {
      return Optional.empty();
    }
    if (ring < LED) {
      return Optional.of(new Placed(box, Optional.empty()));
    }
    double tx = Math.clamp(x, box.x(), box.right());
    double ty = Math.clamp(y, box.y(), box.bottom());
    double length = Math.hypot(tx - x, ty - y);
    double begin = Math.min(1, reach * 0.7 / length);
    Leader leader = new Leader(x + begin * (tx - x), y + begin * (ty - y), tx, ty);
    boolean crossed =
        taken.stream().anyMatch(other -> other.crosses(leader.x1, leader.y1, leader.x2, leader.y2));
    return crossed ? Optional.empty() : Optional.of(new Placed(box, Optional.of(leader)));
  }
}
