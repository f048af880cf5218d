package org.ladera.session.field;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.trace.Evaluation;
import org.ladera.session.Plan;
import org.ladera.timeline.Footprint;
import org.ladera.timeline.Growth;
import org.ladera.timeline.History;
import org.ladera.timeline.Norms;
import org.ladera.timeline.Recipe;
import org.ladera.timeline.Timeline;
import org.ladera.timeline.Trajectory;

/** Runs ahead of the runs on stage, each once. Used by one thread at a time. */
final class PlanWork {
  /** A longer run, in multiplications, is not computed ahead: its views grow with it. */
  private static final double MOST = 6e8;

  /** What one update costs beside its multiplications, in multiplications. */
  private static final double EACH = 1500;

  /** A run pauses when its loss has grown for so many epochs. */
  private static final int GROWING_EPOCHS = 12;

  private record Known(FieldWork.Ahead of, Plan plan) {}

  private final Map<String, Known> known = new HashMap<>();

  /** Empty where it would take too long, or was cancelled. */
  Optional<Plan> of(String run, FieldWork.Ahead ahead, BooleanSupplier cancelled) {
    Known last = known.get(run);
    boolean same =
        last != null
            && last.of().recipe().equals(ahead.recipe())
            && last.of().patience().equals(ahead.patience());
    if (!same) {
      known.remove(run);
      if (cost(ahead) <= MOST && !cancelled.getAsBoolean()) {
        plan(ahead, cancelled).ifPresent(p -> known.put(run, new Known(ahead, p)));
      }
    }
    return Optional.ofNullable(known.get(run)).map(Known::plan);
  }

  private static double cost(FieldWork.Ahead ahead) {
    Experiment e = ahead.recipe().experiment();
    double updates = (double) ahead.epochs() * e.batch().updatesPerEpoch(e.data().size());
    double each = Footprint.ofTraining(e).multiplications();
    return updates * EACH + ahead.epochs() * each;
  }

  private static Optional<Plan> plan(FieldWork.Ahead ahead, BooleanSupplier cancelled) {
    Timeline timeline = new Timeline(ahead.recipe().experiment());
    for (Recipe.Stamped stamped : ahead.recipe().edits()) {
      if (!timeline.seek(stamped.update(), cancelled)) {
        return Optional.empty();
      }
      timeline.edit(stamped.edit());
    }
    if (!run(timeline, ahead, cancelled)) {
      return Optional.empty();
    }
    Evaluation end = timeline.evaluate();
    Growth growth = timeline.growth();
    boolean grows = timeline.updatesPerEpoch() == 1 && growth.epochs() >= GROWING_EPOCHS;
    boolean diverges = grows || timeline.divergence().isPresent();
    long last = grows ? growth.fromEpoch() + GROWING_EPOCHS : Long.MAX_VALUE;
    return Optional.of(
        new Plan(
            ahead.recipe(),
            upTo(last, timeline.history(end)),
            upTo(last, timeline.trajectory(end.totalLoss(), timeline::parameters)),
            upTo(last, timeline.norms()),
            diverges));
  }

  /**
   * To the planned end, or to where patience with the validation examples is at its end.
   *
   * @return false when it was cancelled
   */
  private static boolean run(Timeline timeline, FieldWork.Ahead ahead, BooleanSupplier cancelled) {
    int updates = timeline.updatesPerEpoch();
    if (ahead.patience().isEmpty()) {
      return timeline.seek(ahead.epochs() * updates, cancelled);
    }
    long patience = ahead.patience().getAsLong();
    for (long epoch = timeline.update() / updates + 1; epoch <= ahead.epochs(); epoch++) {
      if (timeline.validation().hasStalled(patience) || timeline.divergence().isPresent()) {
        break;
      }
      if (!timeline.seek(epoch * updates, cancelled)) {
        return false;
      }
    }
    return true;
  }

  private static History upTo(long epoch, History all) {
    int count = all.count();
    while (count > 1 && all.epoch(count - 1) > epoch) {
      count--;
    }
    return new History(all.epochs(), all.losses(), count);
  }

  /** Of a run with one update in each epoch, where it is cut. */
  private static Trajectory upTo(long update, Trajectory all) {
    int count = all.count();
    while (count > 1 && all.update(count - 1) > update) {
      count--;
    }
    return new Trajectory(all.updates(), all.parameters(), all.losses(), count);
  }

  private static Norms upTo(long update, Norms all) {
    int count = all.count();
    while (count > 1 && all.update(count - 1) > update) {
      count--;
    }
    return new Norms(all.updates(), all.values(), count);
  }
}
