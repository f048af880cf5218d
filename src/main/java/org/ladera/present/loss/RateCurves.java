package org.ladera.present.loss;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ladera.engine.spec.Edit;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.ScheduleSpec;
import org.ladera.engine.train.Schedule;
import org.ladera.present.plot.PlotAxis;
import org.ladera.present.plot.Scale;
import org.ladera.present.shared.OtherRuns;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.text.Messages;
import org.ladera.timeline.Recipe;

/** The rates of runs over their epochs, as their schedules have them. */
final class RateCurves {
  /** More points than a line needs. */
  private static final int MOST = 400;

  private static final double ROOM = 1.15;

  private RateCurves() {}

  /**
   * Empty where no run has a schedule.
   *
   * @param runs the view's own first
   */
  static Optional<CurveModel.Rates> of(Frame frame, List<RunFrame> runs, Messages messages) {
    if (runs.stream().allMatch(r -> r.experiment().schedule() instanceof ScheduleSpec.Constant)) {
      return Optional.empty();
    }
    List<CurveModel.Rate> lines = new ArrayList<>();
    double most = 0;
    for (int i = 0; i < runs.size(); i++) {
      CurveModel.Rate line =
          line(runs.get(i), i == 0 ? -1 : OtherRuns.look(frame, runs.get(i)), frame.epochs());
      for (double rate : line.rates()) {
        most = Math.max(most, rate);
      }
      lines.add(line);
    }
    return Optional.of(
        new CurveModel.Rates(
            PlotAxis.of(
                messages.text("curve.rate"),
                Scale.linear(0, most > 0 ? ROOM * most : 1),
                messages.numbers()),
            List.copyOf(lines),
            runs.getFirst().next().rate()));
  }

  private static CurveModel.Rate line(RunFrame run, int look, long epochs) {
    Experiment e = run.experiment();
    long from = since(run);
    int points = (int) Math.max(1, Math.min(MOST, epochs - from));
    double[] at = new double[points + 1];
    double[] rates = new double[points + 1];
    for (int i = 0; i <= points; i++) {
      at[i] = from + (double) i * Math.max(1, epochs - from) / points;
      rates[i] = e.optimizer().rate() * Schedule.factor(e.schedule(), Math.round(at[i]));
    }
    return new CurveModel.Rate(look, at, rates);
  }

  /** The epoch since which the base rate is what it is. */
  private static long since(RunFrame run) {
    return run.branches().stream()
            .filter(RunFrame.BranchFrame::active)
            .flatMap(branch -> branch.recipe().edits().stream())
            .filter(s -> s.edit() instanceof Edit.SetRate || s.edit() instanceof Edit.SetOptimizer)
            .mapToLong(Recipe.Stamped::update)
            .max()
            .orElse(0)
        / run.updatesPerEpoch();
  }
}
