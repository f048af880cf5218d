package org.ladera.session.field;

import java.util.ArrayList;
import java.util.List;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.session.RunFrame;
import org.ladera.timeline.Trajectory;

/**
 * Where a run has been, in few places.
 *
 * @param updates the number of updates done at each place, increasing
 * @param places the parameters there, (1 × count) each
 * @param others where other branches of the run have been
 */
public record PathSample(List<Long> updates, List<MatrixView> places, List<Other> others) {
  public static final PathSample NONE = new PathSample(List.of(), List.of(), List.of());

  /** Where another branch has been. */
  record Other(int branch, List<MatrixView> places) {}

  /** Each of these costs two evaluations of the loss. */
  private static final int MOST = 256;

  /**
   * The same networks as that of the run, for only their places lie in its planes.
   *
   * @param known the places of the sample before, takes those of this one
   */
  public static PathSample of(Trajectory path, List<RunFrame.Ghost> ghosts, KnownPlaces known) {
    known.begin();
    PathSample own = of(path, known);
    int count = path.count() == 0 ? 0 : path.parameters()[0].length;
    List<Other> others =
        ghosts.stream()
            .filter(g -> g.path().count() > 0 && g.path().parameters()[0].length == count)
            .map(g -> new Other(g.branch(), of(g.path(), known).places()))
            .toList();
    return new PathSample(own.updates(), own.places(), others);
  }

  /** The first and the last place are kept; places that are not finite are left out. */
  private static PathSample of(Trajectory path, KnownPlaces known) {
    List<Long> updates = new ArrayList<>();
    List<MatrixView> places = new ArrayList<>();
    int points = Math.min(path.count(), MOST);
    for (int i = 0; i < points; i++) {
      int at = points == 1 ? 0 : (int) ((long) i * (path.count() - 1) / (points - 1));
      known
          .of(path.parameters()[at])
          .ifPresent(
              place -> {
                updates.add(path.update(at));
                places.add(place);
              });
    }
    return new PathSample(List.copyOf(updates), List.copyOf(places), List.of());
  }
}
