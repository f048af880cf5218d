package org.ladera.timeline;

/**
 * Where the parameters went: θ after chosen updates, thinned evenly to a bounded number of points.
 * The first 64 updates, the start and the newest are always there. Arrays are shared between copies
 * and must not be modified.
 *
 * @param updates the number of updates done at each point, increasing
 * @param parameters θ at each point, in the order of ParameterLayout
 * @param losses the loss over the whole data set at each point; NaN where it was not computed
 * @param count points in use
 */
public record Trajectory(long[] updates, double[][] parameters, double[] losses, int count) {
  public long update(int point) {
    return updates[point];
  }

  public double get(int point, int parameter) {
    return parameters[point][parameter];
  }

  public double loss(int point) {
    return losses[point];
  }
}
