package org.ladera.engine.train;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.kernel.PairExecutor;
import org.ladera.engine.net.Objective;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.RegularisationSpec;

/**
 * The losses over whole sets of examples that a trainer is asked for; they are kept as long as what
 * they were made of stays.
 */
final class Objectives {
  private final Experiment experiment;
  private final double[] running;
  private final PairExecutor pair;
  private @Nullable Objective present;
  private @Nullable Objective validation;

  /**
   * @param running the figures of batch normalisation as they change; copied for each loss
   * @param pair who does the work of those that are kept; others may be asked by any thread
   */
  Objectives(Experiment experiment, double[] running, PairExecutor pair) {
    this.pair = pair;
    this.experiment = experiment;
    this.running = running;
  }

  /** A new one over the examples that are trained on, with the penalty. */
  Objective make() {
    return new Objective(experiment, running);
  }

  /** The same, kept. */
  Objective present() {
    if (present == null || running.length > 0) {
      present = new Objective(experiment, running, pair);
    }
    return present;
  }

  /** Over the validation examples; empty where none are held out. */
  Optional<Objective> validation() {
    if (validation == null || running.length > 0) {
      validation = experiment.heldOut().validation().map(held -> of(held, pair)).orElse(null);
    }
    return Optional.ofNullable(validation);
  }

  /** Over other examples, without the penalty. */
  Objective of(Dataset held) {
    return of(held, PairExecutor.ALONE);
  }

  private Objective of(Dataset held, PairExecutor by) {
    return new Objective(
        experiment.withData(held).withRegularisation(RegularisationSpec.NONE), running, by);
  }
}
