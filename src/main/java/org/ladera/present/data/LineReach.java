package org.ladera.present.data;

import java.util.ArrayList;
import java.util.List;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.present.plot.Scale;
import org.ladera.session.RunFrame;
import org.ladera.timeline.Trajectory;

/**
 * How high an axis must reach for points and lines. Lines widen it by whole shares of the points'
 * range, so that it changes rarely, and not without end: a line that runs away leaves the picture.
 */
final class LineReach {
  private static final double SHARE = 0.25;

  /** In those shares. */
  private static final double MOST = 8;

  private static final int PLACES = 32;

  private final Scale points;
  private final double left;
  private final double right;
  private double min;
  private double max;

  LineReach(ExamplePoints examples) {
    points = examples.up();
    left = examples.across().min();
    right = examples.across().max();
    min = points.min();
    max = points.max();
  }

  void add(StraightLine line) {
    for (double end : new double[] {line.at(left), line.at(right)}) {
      if (Double.isFinite(end)) {
        min = Math.min(min, end);
        max = Math.max(max, end);
      }
    }
  }

  Scale scale() {
    double step = SHARE * (points.max() - points.min());
    double below = Math.min(MOST, Math.ceil((points.min() - min) / step));
    double above = Math.min(MOST, Math.ceil((max - points.max()) / step));
    return Scale.linear(points.min() - below * step, points.max() + above * step);
  }

  /** Where a run begins and is, and where it goes unless it runs away. */
  static List<MatrixView> places(RunFrame run) {
    List<MatrixView> places = new ArrayList<>(List.of(run.start().parameters(), run.parameters()));
    run.plan().filter(plan -> !plan.diverges()).ifPresent(plan -> add(plan.path(), places));
    return places;
  }

  private static void add(Trajectory path, List<MatrixView> places) {
    int count = Math.min(PLACES, path.count());
    for (int i = 0; i < count; i++) {
      int at = count == 1 ? 0 : (int) ((long) i * (path.count() - 1) / (count - 1));
      double[] place = path.parameters()[at];
      places.add(MatrixView.of(1, place.length, place));
    }
  }
}
