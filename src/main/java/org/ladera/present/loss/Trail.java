package org.ladera.present.loss;

import java.util.Optional;

/**
 * The way of a run over a plane of its parameters. Arrays are not to be modified.
 *
 * @param label empty for the run of the view itself
 * @param look index of the look of another run
 * @param loss the true loss at each point; NaN where it is not known
 * @param distance of each point from the plane it is drawn in; 0 where it lies in it or nothing is
 *     said of that
 * @param updates after how many updates the run was at each point
 * @param reached points up to the present one; those after it were reached before a rewind
 * @param runner whose present point and next step it leads to; empty for branches
 */
public record Trail(
    Role role,
    String label,
    int look,
    double[] u,
    double[] v,
    double[] loss,
    double[] distance,
    long[] updates,
    int reached,
    Optional<Runner> runner) {
  /**
   * A run where it stands on the way.
   *
   * @param stepU the next step, along the first parameter
   * @param stepV the same along the second
   * @param parts of that step, where the rule has a memory of directions
   */
  public record Runner(
      String run, double u, double v, double stepU, double stepV, Optional<StepParts> parts) {}

  /** Whose way it is. */
  public enum Role {
    OWN,
    OTHER,
    /** A branch that was put beside the run. */
    COMPARED,
    GHOST
  }

  public int count() {
    return u.length;
  }

  /**
   * The point up to the present one that lies nearest to a place.
   *
   * @param reachU how far away along the first direction is too far
   * @param reachV the same along the second
   * @return its index; −1 when none is near
   */
  public int nearest(double atU, double atV, double reachU, double reachV) {
    int nearest = -1;
    double least = 1;
    for (int i = 0; i < reached; i++) {
      double away = Math.hypot((u[i] - atU) / reachU, (v[i] - atV) / reachV);
      if (away < least) {
        least = away;
        nearest = i;
      }
    }
    return nearest;
  }
}
