package org.ladera.landscape;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.net.Objective;

/**
 * How far a path lies from the plane it is drawn on. A point θ is drawn at the foot of its
 * perpendicular, at the height of the surface there; its own loss may be another.
 */
public final class ProjectionError {
  private ProjectionError() {}

  /**
   * One point of a path.
   *
   * @param u where it is drawn along the first direction
   * @param v along the second
   * @param distance Euclidean distance in parameter space between the point and where it is drawn
   * @param loss its own loss with penalty
   * @param drawn the loss where it is drawn
   */
  public record Reading(double u, double v, double distance, double loss, double drawn) {}

  /**
   * @param path one (1 × parameters) each
   */
  public static List<Reading> of(LossFunction subject, Plane plane, List<MatrixView> path) {
    Objective objective = subject.objective();
    int count = plane.origin().size();
    double[] foot = new double[count];
    double[] theta = new double[count];
    double[] away = new double[count];
    List<Reading> readings = new ArrayList<>();
    for (MatrixView point : path) {
      double[] place = coordinates(plane, point);
      plane.at(place[0], place[1], foot);
      point.copyTo(theta, 0);
      point.copyTo(away, 0);
      for (int i = 0; i < count; i++) {
        away[i] -= foot[i];
      }
      readings.add(
          new Reading(
              place[0],
              place[1],
              Objective.norm(away),
              objective.loss(theta),
              objective.loss(foot)));
    }
    return readings;
  }

  /** (u, v) of the point of the plane nearest to {@code theta}, by the two normal equations. */
  public static double[] coordinates(Plane plane, MatrixView theta) {
    return solve(plane, i -> theta.get(i) - plane.origin().get(i));
  }

  /**
   * (u, v) of what a direction among all parameters has along the two of the plane.
   *
   * @param direction (1 × parameters)
   */
  public static double[] components(Plane plane, MatrixView direction) {
    return solve(plane, direction::get);
  }

  private static double[] solve(Plane plane, IntToDoubleFunction wanted) {
    double aa = 0;
    double ab = 0;
    double bb = 0;
    double ar = 0;
    double br = 0;
    for (int i = 0; i < plane.first().size(); i++) {
      double a = plane.first().get(i);
      double b = plane.second().get(i);
      double r = wanted.applyAsDouble(i);
      aa += a * a;
      ab += a * b;
      bb += b * b;
      ar += a * r;
      br += b * r;
    }
    double determinant = aa * bb - ab * ab;
    if (!(determinant > 0)) {
      return new double[] {aa > 0 ? ar / aa : 0, 0};
    }
    return new double[] {(bb * ar - ab * br) / determinant, (aa * br - ab * ar) / determinant};
  }
}
