package org.ladera.session;

import java.util.List;
import java.util.function.LongSupplier;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.data.Generator;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.Factor;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.RegularisationSpec;
import org.ladera.engine.spec.ScheduleSpec;
import org.ladera.engine.train.Trainer;
import org.ladera.timeline.Footprint;

/**
 * How long an epoch takes on this machine, estimated before anything is built: the multiplications
 * of an epoch at the pace of a network of middle size.
 *
 * @param perSecond multiplications
 */
public record EpochTime(double perSecond) {
  private static final int UNITS = 64;
  private static final int EXAMPLES = 256;
  private static final long NANOS = 60_000_000;

  /** An update of the smallest network takes so many seconds all the same. */
  private static final double UPDATE = 3e-6;

  /** Trains for a moment, the second half of which counts. */
  public static EpochTime measured(LongSupplier nanoTime) {
    Dataset data = Generator.DIGITS_8.make(EXAMPLES, 0, 1);
    LayerSpec hidden = LayerSpec.dense(UNITS, ActivationSpec.TANH);
    Experiment e =
        new Experiment(
            data,
            new NetworkSpec(
                data.x().columns(),
                List.of(
                    hidden, hidden, LayerSpec.dense(data.y().columns(), ActivationSpec.IDENTITY))),
            new LossSpec(LossSpec.Kind.SQUARED, Factor.HALF_PER_SAMPLE),
            RegularisationSpec.NONE,
            OptimizerSpec.Rule.GRADIENT_DESCENT.usual(0.01),
            new ScheduleSpec.Constant(),
            BatchSpec.FULL,
            new InitSpec.GlorotUniform(1),
            1);
    Trainer trainer = new Trainer(e);
    long began = nanoTime.getAsLong();
    long half = began;
    int counted = 0;
    while (nanoTime.getAsLong() - began < NANOS || counted == 0) {
      trainer.step();
      counted++;
      if (half == began && nanoTime.getAsLong() - began >= NANOS / 2) {
        half = nanoTime.getAsLong();
        counted = 0;
      }
    }
    double seconds = Math.max(1, nanoTime.getAsLong() - half) / 1e9;
    return new EpochTime(counted * Footprint.ofTraining(e).multiplications() / seconds);
  }

  public double seconds(Experiment e) {
    return Footprint.ofTraining(e).multiplications() / perSecond
        + UPDATE * e.batch().updatesPerEpoch(e.data().size());
  }
}
