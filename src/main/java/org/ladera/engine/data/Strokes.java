package org.ladera.engine.data;

import java.util.ArrayList;
import java.util.List;

/** The strokes of the ten digits in the unit square, y downwards, as chains of points. */
public final class Strokes {
  /** Pieces of a curve between two of its points. */
  private static final int PIECES = 6;

  private Strokes() {}

  /** One chain of points (x, y) for each stroke. */
  public static List<double[][]> of(int digit) {
    return switch (digit) {
      case 0 -> List.<double[][]>of(oval(0.5, 0.5, 0.23, 0.35));
      case 1 -> List.<double[][]>of(line(0.36, 0.3, 0.53, 0.15, 0.53, 0.85));
      case 2 ->
          List.of(
              curve(
                  0.28, 0.33, 0.33, 0.19, 0.5, 0.14, 0.68, 0.22, 0.69, 0.4, 0.5, 0.62, 0.27, 0.85),
              line(0.27, 0.85, 0.74, 0.85));
      case 3 ->
          List.of(
              curve(0.3, 0.22, 0.47, 0.14, 0.66, 0.22, 0.66, 0.4, 0.45, 0.48),
              curve(0.45, 0.48, 0.68, 0.55, 0.71, 0.73, 0.52, 0.86, 0.28, 0.78));
      case 4 -> List.of(line(0.58, 0.14, 0.25, 0.62, 0.76, 0.62), line(0.6, 0.4, 0.6, 0.87));
      case 5 ->
          List.of(
              line(0.7, 0.15, 0.35, 0.15, 0.32, 0.46),
              curve(0.32, 0.46, 0.5, 0.41, 0.69, 0.51, 0.7, 0.7, 0.53, 0.85, 0.28, 0.79));
      case 6 ->
          List.<double[][]>of(
              curve(
                  0.65, 0.15, 0.44, 0.27, 0.31, 0.5, 0.3, 0.7, 0.42, 0.85, 0.6, 0.83, 0.69, 0.68,
                  0.59, 0.53, 0.42, 0.54, 0.3, 0.68));
      case 7 -> List.<double[][]>of(line(0.27, 0.16, 0.73, 0.16, 0.43, 0.86));
      case 8 -> List.of(oval(0.5, 0.31, 0.17, 0.16), oval(0.5, 0.66, 0.21, 0.19));
      case 9 ->
          List.<double[][]>of(
              curve(
                  0.69, 0.34, 0.58, 0.47, 0.4, 0.46, 0.31, 0.32, 0.4, 0.17, 0.58, 0.15, 0.69, 0.3,
                  0.68, 0.58, 0.58, 0.86));
      default -> throw new IllegalArgumentException("digit: expected 0 to 9, found " + digit);
    };
  }

  private static double[][] line(double... xy) {
    double[][] points = new double[xy.length / 2][];
    for (int i = 0; i < points.length; i++) {
      points[i] = new double[] {xy[2 * i], xy[2 * i + 1]};
    }
    return points;
  }

  private static double[][] oval(double x, double y, double wide, double high) {
    double[][] points = new double[25][];
    for (int i = 0; i < points.length; i++) {
      double angle = 2 * Math.PI * i / (points.length - 1);
      points[i] = new double[] {x + wide * StrictMath.sin(angle), y - high * StrictMath.cos(angle)};
    }
    return points;
  }

  /** A Catmull–Rom spline through the points. */
  private static double[][] curve(double... xy) {
    double[][] through = line(xy);
    List<double[]> points = new ArrayList<>();
    for (int i = 0; i + 1 < through.length; i++) {
      double[] before = through[Math.max(0, i - 1)];
      double[] after = through[Math.min(through.length - 1, i + 2)];
      for (int piece = 0; piece < PIECES; piece++) {
        double t = (double) piece / PIECES;
        points.add(
            new double[] {
              between(before[0], through[i][0], through[i + 1][0], after[0], t),
              between(before[1], through[i][1], through[i + 1][1], after[1], t)
            });
      }
    }
    points.add(through[through.length - 1]);
    return points.toArray(double[][]::new);
  }

  private static double between(double p0, double p1, double p2, double p3, double t) {
    return 0.5
        * (2 * p1
            + t
                * ((p2 - p0)
                    + t * ((2 * p0 - 5 * p1 + 4 * p2 - p3) + t * (3 * p1 - p0 - 3 * p2 + p3))));
  }
}
