package org.ladera.timeline;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.train.Trainer;

/**
 * Runs on until a condition holds after an update, looking after each one, in stretches as long as
 * the caller likes.
 */
public final class Search {
  /** About so many multiplications are done between two looks at the clock. */
  private static final long BREATH = 20_000;

  private static final int MOST_BETWEEN_LOOKS = 64;

  private final Timeline timeline;
  private final Trainer trainer;
  private final Condition condition;
  private final double[] before;
  private final double[] after;
  private Optional<Finding> finding = Optional.empty();

  /** Where it begins; −1 before that is known. An interruption leaves the run before it. */
  private long from = -1;

  private boolean begun;

  /** Looks for the next moment of {@code timeline} at which {@code condition} holds. */
  public Search(Timeline timeline, Condition condition) {
    this.timeline = timeline;
    this.condition = condition;
    trainer = timeline.trainer();
    before = timeline.parameters();
    after = timeline.parameters();
  }

  /** What was found; empty when the condition has not held yet. */
  public Optional<Finding> finding() {
    return finding;
  }

  /**
   * Goes on until the condition holds, the run diverges, {@code last} updates are done, or {@code
   * tired} says so.
   *
   * @return whether there is nothing more to do before {@code last}
   */
  public boolean go(long last, BooleanSupplier tired) {
    if (!begun) {
      begin();
    }
    int every = updatesBetweenLooks(timeline);
    int until = every;
    boolean done = true;
    while (finding.isEmpty() && timeline.update() < last && timeline.forward()) {
      finding = look();
      if (--until == 0) {
        until = every;
        if (finding.isEmpty() && timeline.update() < last && tired.getAsBoolean()) {
          done = false;
          break;
        }
      }
    }
    timeline.applyEditsAt(timeline.update());
    return done;
  }

  /** Whether the first epoch from here has risen can be said only by who knows the one before. */
  private void begin() {
    from = from < 0 ? timeline.update() : from;
    if (condition instanceof Condition.LossRises && Double.isNaN(timeline.here().loss())) {
      timeline.seek(from - 2L * timeline.updatesPerEpoch());
      timeline.seek(from);
    }
    begun = true;
  }

  /** How many updates take so little time together that nobody would notice a pause after them. */
  static int updatesBetweenLooks(Timeline timeline) {
    Experiment e = timeline.experiment();
    long batch = e.batch().size() == 0 ? e.data().size() : e.batch().size();
    return Math.clamp(BREATH / (batch * timeline.layout().count()), 1, MOST_BETWEEN_LOOKS);
  }

  private Optional<Finding> look() {
    return switch (condition) {
      case Condition.LossRises _ -> {
        EpochMeter epochs = timeline.here();
        yield epochs.hasJustRisen()
            ? Optional.of(new Finding.Loss(epochs.before(), epochs.loss()))
            : Optional.empty();
      }
      case Condition.GradientBelow below -> {
        double norm = trainer.gradientNorm();
        yield norm < below.limit() ? Optional.of(new Finding.Gradient(norm)) : Optional.empty();
      }
      case Condition.UnitDies _ -> trainer.deadUnit().map(Finding.Dead::new);
      case Condition.WeightChangesSign _ -> sign();
      case Condition.ValidationStalls stalls ->
          timeline.update() == timeline.reached()
                  && timeline.validation().hasStalled(stalls.patience())
              ? Optional.of(Finding.Stalled.in(timeline))
              : Optional.empty();
      case Condition.AtUpdate at ->
          timeline.update() >= at.update()
              ? Optional.of(new Finding.Update(timeline.update()))
              : Optional.empty();
    };
  }

  private Optional<Finding> sign() {
    System.arraycopy(after, 0, before, 0, after.length);
    trainer.copyParameters(after);
    for (int i = 0; i < after.length; i++) {
      if (before[i] * after[i] < 0) {
        return Optional.of(new Finding.Sign(timeline.layout().refAt(i), before[i], after[i]));
      }
    }
    return Optional.empty();
  }
}
