package org.ladera.session;

import java.util.List;
import org.ladera.landscape.Field;
import org.ladera.landscape.Plane;
import org.ladera.landscape.ProjectionError;

/**
 * The loss over a plane through all parameters, and how honestly the way of the run is drawn on it.
 * Everything is of one moment.
 *
 * @param firstShare the share of the way's variation along the first direction; 0 when the plane
 *     was not chosen by it
 * @param secondShare the same along the second
 * @param updates the number of updates done at each place of the way, increasing
 * @param way one reading for each of these
 * @param here the place of the present parameters
 * @param others the ways of other branches
 */
public record PlaneSlice(
    Field field,
    Plane plane,
    double firstShare,
    double secondShare,
    List<Long> updates,
    List<ProjectionError.Reading> way,
    ProjectionError.Reading here,
    List<Other> others) {
  /**
   * The way of another branch, seen from straight above. Arrays are not to be modified.
   *
   * @param branch its number
   */
  public record Other(int branch, double[] u, double[] v) {}

  public PlaneSlice {
    updates = List.copyOf(updates);
    way = List.copyOf(way);
    others = List.copyOf(others);
    if (updates.size() != way.size()) {
      throw new IllegalArgumentException("as many updates as readings expected");
    }
  }

  /** The same slice at another moment of the run. */
  public PlaneSlice at(ProjectionError.Reading place) {
    return new PlaneSlice(field, plane, firstShare, secondShare, updates, way, place, others);
  }
}
