package org.ladera.session;

import java.util.Optional;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.data.HeldOut;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.RegularisationSpec;
import org.ladera.engine.spec.ScheduleSpec;

/** In what an experiment departs from another; what is the same in both is empty. */
public record Departure(
    Optional<Dataset> data,
    Optional<NetworkSpec> network,
    Optional<LossSpec> loss,
    Optional<RegularisationSpec> regularisation,
    Optional<OptimizerSpec> optimizer,
    Optional<ScheduleSpec> schedule,
    Optional<BatchSpec> batch,
    Optional<InitSpec> init,
    Optional<Long> seed,
    Optional<HeldOut> heldOut) {
  static Departure of(Experiment from, Experiment to) {
    return new Departure(
        changed(from.data(), to.data()),
        changed(from.network(), to.network()),
        changed(from.loss(), to.loss()),
        changed(from.regularisation(), to.regularisation()),
        changed(from.optimizer(), to.optimizer()),
        changed(from.schedule(), to.schedule()),
        changed(from.batch(), to.batch()),
        changed(from.init(), to.init()),
        changed(from.seed(), to.seed()),
        changed(from.heldOut(), to.heldOut()));
  }

  private static <T> Optional<T> changed(T from, T to) {
    return Optional.of(to).filter(other -> !other.equals(from));
  }

  /**
   * The experiment that departs so.
   *
   * @throws IllegalArgumentException when {@code from} is another one than it was made of, so that
   *     network and data no longer fit
   */
  public Experiment from(Experiment from) {
    return new Experiment(
        data.orElse(from.data()),
        network.orElse(from.network()),
        loss.orElse(from.loss()),
        regularisation.orElse(from.regularisation()),
        optimizer.orElse(from.optimizer()),
        schedule.orElse(from.schedule()),
        batch.orElse(from.batch()),
        init.orElse(from.init()),
        seed.orElse(from.seed()),
        heldOut.orElse(from.heldOut()));
  }
}
