package org.ladera.present.loss;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.ladera.present.loss.CurveModel.Role;
import org.ladera.present.loss.CurveModel.Series;
import org.ladera.present.plot.Scale;
import org.ladera.session.Plan;
import org.ladera.session.RunFrame;
import org.ladera.session.Status;

/**
 * What the axes of a loss curve must hold: the whole of each run as far as its future is known, so
 * that they stand still while it goes on. Runs that diverge stretch the loss axis only when every
 * run does: 10²⁶³ beside a descent would press the descent flat.
 */
final class CurveRange {
  /** How far above the settled runs a diverging run may stretch the axis. */
  private static final double HEADROOM = 10;

  /** So far below its goal an axis goes. */
  private static final double BEYOND = 1e-3;

  private double low = Double.POSITIVE_INFINITY;
  private double lowPositive = Double.POSITIVE_INFINITY;
  private double high = Double.NEGATIVE_INFINITY;
  private final double lastEpoch;

  /** Losses that the axis should hold, from one index on. */
  private record Held(double[] losses, int from, int to, boolean diverged) {}

  /**
   * @param runs the view's own first
   * @param planned epochs of the scene
   * @param least the least possible loss, where it is known
   */
  CurveRange(List<RunFrame> runs, List<Series> series, double planned, OptionalDouble least) {
    List<Held> all = new ArrayList<>();
    double reached = 0;
    for (RunFrame run : runs) {
      if (run.updatesPerEpoch() > 1) {
        all.add(new Held(new double[] {run.start().loss()}, 0, 1, diverges(run)));
      }
      reached = Math.max(reached, hold(run, all));
    }
    for (Series s : series) {
      if (s.role() == Role.PREVIOUS || s.role() == Role.COMPARED) {
        all.add(new Held(s.losses(), 0, s.count(), s.diverged()));
        reached = Math.max(reached, s.epochs()[s.count() - 1]);
      }
    }
    boolean stopped = runs.stream().allMatch(CurveRange::diverges);
    lastEpoch = Math.max(1, stopped ? reached : Math.max(reached, planned));
    boolean settled = all.stream().anyMatch(h -> !h.diverged());
    for (Held h : all) {
      for (int i = h.from(); i < h.to() && !(settled && h.diverged()); i++) {
        hold(h.losses()[i]);
      }
    }
    if (settled && all.stream().anyMatch(Held::diverged)) {
      high *= HEADROOM;
    }
    if (!settled || high < 0) {
      hold(runs.getFirst().now().totalLoss());
    }
    least.ifPresent(this::hold);
  }

  /** Whether a run grows without limit, or is known to do so. */
  static boolean diverges(RunFrame run) {
    return run.plan().map(Plan::diverges).orElse(run.status() instanceof Status.Diverged);
  }

  /** The last epoch that is known of a run. */
  private static double hold(RunFrame run, List<Held> all) {
    double known = -1;
    if (run.plan().isPresent()) {
      Plan plan = run.plan().get();
      int count = plan.history().count();
      all.add(new Held(plan.history().losses(), 0, count, plan.diverges()));
      known = count == 0 ? -1 : plan.history().epoch(count - 1);
    }
    int from = 0;
    while (from < run.history().count() && run.history().epoch(from) <= known) {
      from++;
    }
    if (known < run.reachedEpoch()) {
      int count = run.history().count();
      all.add(new Held(run.history().losses(), from, count, diverges(run)));
    }
    return Math.max(known, run.reachedEpoch());
  }

  private void hold(double value) {
    if (Double.isFinite(value)) {
      low = Math.min(low, value);
      high = Math.max(high, value);
      if (value > 0) {
        lowPositive = Math.min(lowPositive, value);
      }
    }
  }

  /** What lies far below a goal is of no matter: the way to it has the room. */
  void aim(double goal) {
    hold(goal);
    lowPositive = Math.max(lowPositive, goal * BEYOND);
  }

  Scale epochs() {
    return Scale.linear(0, lastEpoch);
  }

  Scale log() {
    if (!(high > 0)) {
      return Scale.log(0.1, 10);
    }
    double decades = StrictMath.log10(high) - StrictMath.log10(lowPositive);
    double room = Math.max(1, decades);
    double bottom = Math.max(lowPositive / StrictMath.pow(10, 0.12 * room), Double.MIN_NORMAL);
    double top = Math.min(high * StrictMath.pow(10, 0.06 * room), Double.MAX_VALUE / 4);
    return Scale.log(Math.min(bottom, top), top);
  }

  Scale linear() {
    if (!(high >= low)) {
      return Scale.linear(0, 1);
    }
    double room = (high - Math.min(0, low)) * 0.08;
    return Scale.linear(Math.min(0, low - (low < 0 ? room : 0)), high + room);
  }
}
