package org.ladera.timeline;

/**
 * Where the parameters went: θ after chosen updates, thinned evenly to a bounded number of points.
 * The first 64 updates, the start and the newest are always there while they fit.
 *
 * @param updates the number of updates done at each point, increasing
 * @param parameters (count × width), row-major: θ in the order of ParameterLayout; not to be
 *     modified
 * @param losses the loss over the whole data set at each point; NaN where it was not computed
 */
public record Trajectory(
    long[] updates, double[] parameters, int width, double[] losses, int count) {
  public double get(int point, int parameter) {
    return parameters[point * width + parameter];
  }
}
