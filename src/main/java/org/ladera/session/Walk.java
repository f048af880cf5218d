package org.ladera.session;

import java.util.ArrayList;
import java.util.List;
import org.ladera.engine.trace.MatrixView;
import org.ladera.timeline.Trajectory;

/**
 * Where a run has been, in few places.
 *
 * @param updates the number of updates done at each place, increasing
 * @param places the parameters there, (1 × count) each
 * @param others where other branches of the run have been
 */
record Walk(List<Long> updates, List<MatrixView> places, List<Other> others) {
  static final Walk NONE = new Walk(List.of(), List.of(), List.of());

  /** Where another branch has been. */
  record Other(int branch, List<MatrixView> places) {}

  /** Each of these costs two evaluations of the loss. */
  private static final int MOST = 256;

  /** The same networks as that of the run, for only their places lie in its planes. */
  static Walk of(Trajectory path, List<RunFrame.Ghost> ghosts) {
    Walk own = of(path);
    int count = path.count() == 0 ? 0 : path.parameters()[0].length;
    List<Other> others =
        ghosts.stream()
            .filter(g -> g.path().count() > 0 && g.path().parameters()[0].length == count)
            .map(g -> new Other(g.branch(), of(g.path()).places()))
            .toList();
    return new Walk(own.updates(), own.places(), others);
  }

  /** The first and the last place are kept; places that are not finite are left out. */
  private static Walk of(Trajectory path) {
    List<Long> updates = new ArrayList<>();
    List<MatrixView> places = new ArrayList<>();
    int points = Math.min(path.count(), MOST);
    for (int i = 0; i < points; i++) {
      int at = points == 1 ? 0 : (int) ((long) i * (path.count() - 1) / (points - 1));
      double[] place = path.parameters()[at];
      if (isFinite(place)) {
        updates.add(path.update(at));
        places.add(MatrixView.of(1, place.length, place));
      }
    }
    return new Walk(List.copyOf(updates), List.copyOf(places), List.of());
  }

  private static boolean isFinite(double[] values) {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        return false;
      }
    }
    return true;
  }
}
