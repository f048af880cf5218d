package org.ladera.store.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.random.SplitMix64;

/**
 * Points by hand: of classes in the plane, or of a function over a line. Never changed itself.
 *
 * @param function whether the second coordinate is what is learned from the first
 * @param classes how many there are, at least two
 */
public record DrawnPoints(boolean function, int classes, List<Point> points) {
  /** Where one is, and its class, from 0. */
  public record Point(double x, double y, int of) {}

  public static final int MOST_CLASSES = 10;
  public static final int MOST_POINTS = 10_000;

  /** Numbers of a table have so many decimals: a hand is not more exact. */
  private static final double DECIMALS = 1000;

  public DrawnPoints {
    points = List.copyOf(points);
  }

  public static DrawnPoints none() {
    return new DrawnPoints(false, 2, List.of());
  }

  /** Examples as points, in the units they had; empty where they are none of these kinds. */
  public static Optional<DrawnPoints> of(Dataset data) {
    boolean line =
        data.x().columns() == 1
            && data.y().columns() == 1
            && Laboratory.Kind.of(data.y()) == Laboratory.Kind.NUMBER;
    boolean plane =
        data.x().columns() == 2 && Laboratory.Kind.of(data.y()) != Laboratory.Kind.NUMBER;
    if (!line && !plane || data.size() > MOST_POINTS || data.y().columns() > MOST_CLASSES) {
      return Optional.empty();
    }
    List<Point> points = new ArrayList<>();
    for (int row = 0; row < data.size(); row++) {
      double x = data.inputScaling().invert(0, data.x().get(row, 0));
      points.add(
          line
              ? new Point(x, data.targetScaling().invert(0, data.y().get(row, 0)), 0)
              : new Point(
                  x, data.inputScaling().invert(1, data.x().get(row, 1)), classOf(data, row)));
    }
    return Optional.of(new DrawnPoints(line, Math.max(2, data.y().columns()), points));
  }

  private static int classOf(Dataset data, int row) {
    int columns = data.y().columns();
    return columns == 1
        ? (int) data.y().get(row, 0)
        : IntStream.range(0, columns).filter(c -> data.y().get(row, c) == 1).findFirst().orElse(0);
  }

  public DrawnPoints with(double x, double y, int of) {
    if (points.size() >= MOST_POINTS) {
      return this;
    }
    List<Point> all = new ArrayList<>(points);
    all.add(new Point(rounded(x), rounded(y), of));
    return new DrawnPoints(function, classes, all);
  }

  /** With some points around a place, as a spray can leaves them. */
  public DrawnPoints sprayed(double x, double y, int of, double width, int count, long seed) {
    SplitMix64 random = new SplitMix64(seed, points.size());
    DrawnPoints all = this;
    for (int i = 0; i < count; i++) {
      all = all.with(x + width * random.nextNormal(), y + width * random.nextNormal(), of);
    }
    return all;
  }

  public DrawnPoints moved(int index, double x, double y) {
    List<Point> all = new ArrayList<>(points);
    all.set(index, new Point(rounded(x), rounded(y), points.get(index).of()));
    return new DrawnPoints(function, classes, all);
  }

  public DrawnPoints without(int index) {
    List<Point> all = new ArrayList<>(points);
    all.remove(index);
    return new DrawnPoints(function, classes, all);
  }

  /** With so many classes; the points of those that are left out go too. */
  public DrawnPoints withClasses(int count) {
    return new DrawnPoints(function, count, points.stream().filter(p -> p.of() < count).toList());
  }

  /** With what is learned being a class, or the height of a point. */
  public DrawnPoints asFunction(boolean is) {
    return new DrawnPoints(is, classes, points);
  }

  private static double rounded(double value) {
    return Math.rint(DECIMALS * value) / DECIMALS;
  }

  /** Whether something can be learned from them. */
  public boolean isReady() {
    return points.size() >= 2;
  }

  /** As examples, unscaled. */
  public Dataset dataset() {
    double[][] x = new double[points.size()][];
    double[][] y = new double[points.size()][];
    for (int i = 0; i < x.length; i++) {
      double[] row =
          row(points.get(i)).stream().mapToDouble(v -> ((Number) v).doubleValue()).toArray();
      x[i] = Arrays.copyOf(row, inputs());
      y[i] = Arrays.copyOfRange(row, inputs(), row.length);
    }
    return Dataset.of(x, y);
  }

  /** The field {@code data} of a document. */
  public Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("inputs", function ? List.of("x") : List.of("x1", "x2"));
    fields.put("targets", targets());
    fields.put("rows", points.stream().map(this::row).toList());
    return fields;
  }

  private List<String> targets() {
    return function
        ? List.of("y")
        : classes == 2
            ? List.of("class")
            : IntStream.rangeClosed(1, classes).mapToObj(c -> "class" + c).toList();
  }

  private List<Object> row(Point p) {
    List<Object> row = new ArrayList<>(List.of(p.x(), p.y()));
    if (!function && classes == 2) {
      row.add((long) p.of());
    } else if (!function) {
      IntStream.range(0, classes).forEach(c -> row.add(c == p.of() ? 1L : 0L));
    }
    return row;
  }

  int inputs() {
    return function ? 1 : 2;
  }

  int outputs() {
    return function || classes == 2 ? 1 : classes;
  }

  Laboratory.Kind kind() {
    return function
        ? Laboratory.Kind.NUMBER
        : classes == 2 ? Laboratory.Kind.TWO_CLASSES : Laboratory.Kind.CLASSES;
  }
}
