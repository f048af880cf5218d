package org.ladera.lesson.grading;

import java.util.List;
import java.util.stream.IntStream;
import org.ladera.lesson.model.Check;
import org.ladera.lesson.model.Verdict;

/**
 * Compares a sketch with the curve of the run by its shape and at its marks, all in heights of the
 * plot on which it was drawn: where it begins and ends, which way it goes, how often it turns, and
 * to which side it bends.
 */
final class SketchGrading {
  private static final int COLUMNS = 101;

  /** Changes of height below this are the hand, not the shape. */
  private static final double VISIBLE = 0.12;

  /** More turns than these are not counted by anybody. */
  private static final int MANY = 3;

  /** A curve whose middle lies so far from its chord bends, as a share of its whole height. */
  private static final double BENT = 0.15;

  private static final double STRAIGHT = 0.08;

  private final Check.Sketch sketch;
  private final double[] drawn;
  private final double[] came;

  /**
   * @param curve of the run
   * @param heights of the sketch, evenly spread from the first epoch to the last
   */
  SketchGrading(Check.Sketch sketch, RunCurve curve, double[] heights) {
    this.sketch = sketch;
    drawn = spread(heights);
    double[] all = new double[curve.values().length];
    for (int i = 0; i < all.length; i++) {
      all[i] = sketch.heights().of(curve.values()[i]);
    }
    came = new double[COLUMNS];
    for (int i = 0; i < COLUMNS; i++) {
      came[i] = at(curve.epochs(), all, epoch(i));
    }
  }

  Verdict verdict() {
    for (Misjudgement way :
        List.of(
            Misjudgement.OTHER_WAY,
            Misjudgement.MISSED_TURN,
            Misjudgement.EXTRA_TURN,
            Misjudgement.TOO_STRAIGHT,
            Misjudgement.OTHER_BEND,
            Misjudgement.OTHER_START,
            Misjudgement.OTHER_END,
            Misjudgement.OFF_THE_MARK)) {
      if (is(way)) {
        return new Verdict.Wrong(way.id());
      }
    }
    double off =
        IntStream.range(0, COLUMNS)
            .mapToDouble(i -> Math.abs(drawn[i] - came[i]))
            .average()
            .orElse(0);
    return off <= sketch.tolerance() ? new Verdict.Right() : new Verdict.Wrong("");
  }

  private boolean is(Misjudgement way) {
    int last = COLUMNS - 1;
    return switch (way) {
      case OTHER_WAY -> climb(came) * climb(drawn) < 0;
      case MISSED_TURN -> turns(drawn) < turns(came);
      case EXTRA_TURN -> turns(drawn) > turns(came);
      case TOO_STRAIGHT ->
          Math.abs(bend(came)) > BENT && climb(drawn) != 0 && Math.abs(bend(drawn)) < STRAIGHT;
      case OTHER_BEND -> Math.abs(bend(came)) > BENT && bend(came) * bend(drawn) < 0;
      case OTHER_START -> Math.abs(came[0] - drawn[0]) > sketch.tolerance();
      case OTHER_END -> Math.abs(came[last] - drawn[last]) > sketch.tolerance();
      case OFF_THE_MARK ->
          sketch.marks().stream()
              .mapToInt(mark -> (int) Math.round((double) mark * last / sketch.epochs()))
              .anyMatch(i -> Math.abs(came[i] - drawn[i]) > sketch.tolerance());
      case REVERSED, NEIGHBOURS, ONLY_FIRST, UPDATES, TOO_FEW, TOO_MANY, NEVER -> false;
    };
  }

  /** How far it goes up from its beginning to its end; 0 where that cannot be seen. */
  private static double climb(double[] heights) {
    double climb = heights[COLUMNS - 1] - heights[0];
    return Math.abs(climb) < VISIBLE ? 0 : climb;
  }

  /** How often it turns round, each time for a change that can be seen. */
  private static int turns(double[] heights) {
    double low = heights[0];
    double high = heights[0];
    int way = 0;
    int turns = 0;
    for (double height : heights) {
      low = Math.min(low, height);
      high = Math.max(high, height);
      boolean up = way <= 0 && height - low > VISIBLE;
      boolean down = way >= 0 && high - height > VISIBLE;
      if (up || down) {
        turns += way == 0 ? 0 : 1;
        way = up ? 1 : -1;
        low = height;
        high = height;
      }
    }
    return Math.min(turns, MANY);
  }

  /**
   * How far its mean lies above the chord, as a share of its climb; 0 where it turns or is level.
   */
  private static double bend(double[] heights) {
    double climb = Math.abs(climb(heights));
    if (climb == 0 || turns(heights) > 0) {
      return 0;
    }
    double mean = IntStream.range(0, COLUMNS).mapToDouble(i -> heights[i]).average().orElse(0);
    return (mean - (heights[0] + heights[COLUMNS - 1]) / 2) / climb;
  }

  private double epoch(int column) {
    return (double) sketch.epochs() * column / (COLUMNS - 1);
  }

  private static double[] spread(double[] heights) {
    double[] x = new double[heights.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = (double) i / (heights.length - 1);
    }
    return IntStream.range(0, COLUMNS)
        .mapToDouble(i -> at(x, heights, (double) i / (COLUMNS - 1)))
        .toArray();
  }

  /** Between points in straight lines; a run that stopped is as high as it can be from there on. */
  private static double at(double[] x, double[] y, double where) {
    int i = 0;
    while (i < x.length - 1 && x[i + 1] < where) {
      i++;
    }
    if (i == x.length - 1) {
      return where <= x[i] + 1e-9 ? y[i] : 1;
    }
    double share = x[i + 1] == x[i] ? 0 : (where - x[i]) / (x[i + 1] - x[i]);
    return y[i] + share * (y[i + 1] - y[i]);
  }
}
