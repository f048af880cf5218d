package org.ladera.present.relief;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ladera.landscape.Field;

/**
 * Level lines of a field (Lorensen and Cline 1987 in two dimensions). A square with a saddle is cut
 * as the mean of its corners says.
 */
public final class MarchingSquares {
  /**
   * One line in the units of the field's axes.
   *
   * @param closed whether the last point joins the first
   */
  public record Line(double[] x, double[] y, boolean closed) {}

  private final Field field;
  private final double level;

  /** Where the level crosses an edge of the grid, by the number of the edge. */
  private final Map<Integer, double[]> points = new HashMap<>();

  private final Map<Integer, List<Integer>> joined = new HashMap<>();

  private MarchingSquares(Field field, double level) {
    this.field = field;
    this.level = level;
  }

  /** All lines on which {@code field} has the value {@code level}. */
  public static List<Line> lines(Field field, double level) {
    MarchingSquares squares = new MarchingSquares(field, level);
    for (int j = 0; j < field.y().count() - 1; j++) {
      for (int i = 0; i < field.x().count() - 1; i++) {
        squares.square(i, j);
      }
    }
    return squares.chains();
  }

  private void square(int i, int j) {
    double a = field.get(i, j);
    double b = field.get(i + 1, j);
    double c = field.get(i + 1, j + 1);
    double d = field.get(i, j + 1);
    if (!Double.isFinite(a + b + c + d)) {
      return;
    }
    int bits =
        (a > level ? 1 : 0) | (b > level ? 2 : 0) | (c > level ? 4 : 0) | (d > level ? 8 : 0);
    int low = edge(i, j, false);
    int right = edge(i + 1, j, true);
    int high = edge(i, j + 1, false);
    int left = edge(i, j, true);
    boolean middle = (a + b + c + d) / 4 > level;
    switch (bits) {
      case 1, 14 -> join(left, low);
      case 2, 13 -> join(low, right);
      case 4, 11 -> join(right, high);
      case 8, 7 -> join(high, left);
      case 3, 12 -> join(left, right);
      case 6, 9 -> join(low, high);
      case 5 -> saddle(middle, left, low, right, high);
      case 10 -> saddle(!middle, left, low, right, high);
      default -> {}
    }
  }

  private void saddle(boolean joinedCorners, int left, int low, int right, int high) {
    if (joinedCorners) {
      join(left, high);
      join(low, right);
    } else {
      join(left, low);
      join(right, high);
    }
  }

  /** The number of the edge that leaves the point (i, j) to the right, or upwards. */
  private int edge(int i, int j, boolean up) {
    return 2 * (j * field.x().count() + i) + (up ? 1 : 0);
  }

  private void join(int a, int b) {
    locate(a);
    locate(b);
    joined.computeIfAbsent(a, k -> new ArrayList<>(2)).add(b);
    joined.computeIfAbsent(b, k -> new ArrayList<>(2)).add(a);
  }

  private void locate(int edge) {
    points.computeIfAbsent(
        edge,
        e -> {
          int i = e / 2 % field.x().count();
          int j = e / 2 / field.x().count();
          boolean up = e % 2 == 1;
          double from = field.get(i, j);
          double to = up ? field.get(i, j + 1) : field.get(i + 1, j);
          double t = (level - from) / (to - from);
          double x = field.x().at(i);
          double y = field.y().at(j);
          return up
              ? new double[] {x, y + t * (field.y().at(j + 1) - y)}
              : new double[] {x + t * (field.x().at(i + 1) - x), y};
        });
  }

  private List<Line> chains() {
    List<Line> lines = new ArrayList<>();
    // Open lines first, from their ends; what is left is closed.
    for (Integer edge : points.keySet().stream().sorted().toList()) {
      if (joined(edge).size() == 1) {
        lines.add(chain(edge, false));
      }
    }
    for (Integer edge : points.keySet().stream().sorted().toList()) {
      if (!joined(edge).isEmpty()) {
        lines.add(chain(edge, true));
      }
    }
    lines.removeIf(line -> line.x().length < 2);
    return lines;
  }

  private List<Integer> joined(int edge) {
    return Objects.requireNonNull(joined.get(edge));
  }

  private double[] point(int edge) {
    return Objects.requireNonNull(points.get(edge));
  }

  private Line chain(int from, boolean closed) {
    Deque<Integer> way = new ArrayDeque<>();
    int at = from;
    way.add(at);
    while (!joined(at).isEmpty()) {
      int next = joined(at).removeFirst();
      joined(next).remove((Object) at);
      at = next;
      way.add(at);
    }
    double[] x = way.stream().mapToDouble(e -> point(e)[0]).toArray();
    double[] y = way.stream().mapToDouble(e -> point(e)[1]).toArray();
    return new Line(x, y, closed);
  }
}
