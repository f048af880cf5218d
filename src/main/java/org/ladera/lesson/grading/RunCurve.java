package org.ladera.lesson.grading;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.train.Trainer;
import org.ladera.lesson.model.Threshold;
import org.ladera.session.reading.LossReading;
import org.ladera.session.reading.Reading;
import org.ladera.session.reading.RunReading;

/**
 * A number of one run over its epochs, from the engine's own run. Arrays must not be modified.
 *
 * @param reading whose values they are
 * @param epochs x of each point, increasing from 0
 * @param values the number there; what the run does not have is NaN
 * @param whole whether the run came to the last epoch asked for
 */
public record RunCurve(RunReading reading, double[] epochs, double[] values, boolean whole) {
  /**
   * Every epoch of a run.
   *
   * @param reading one that a pass over all examples gives
   * @param last so many epochs; fewer where the run leaves the numbers before
   */
  static RunCurve ofEpochs(RunReading reading, Experiment experiment, int last) {
    Trainer trainer = new Trainer(experiment);
    int updates = experiment.batch().updatesPerEpoch(experiment.data().size());
    double[] epochs = new double[last + 1];
    double[] values = new double[last + 1];
    int done = 0;
    boolean going = true;
    while (going) {
      epochs[done] = done;
      values[done] = value(reading.reading(), experiment, trainer);
      going = done < last;
      for (int i = 0; i < updates && going; i++) {
        going = trainer.step();
      }
      done += going ? 1 : 0;
    }
    return new RunCurve(
        reading, Arrays.copyOf(epochs, done + 1), Arrays.copyOf(values, done + 1), done == last);
  }

  private static double value(Reading reading, Experiment experiment, Trainer trainer) {
    // Far cheaper than a whole evaluation, and the same number.
    return reading.equals(LossReading.NOW)
        ? trainer.loss()
        : present(reading.value(experiment, trainer.evaluate()));
  }

  static double present(OptionalDouble value) {
    return value.orElse(Double.NaN);
  }

  /** The last value, or NaN where the run did not get there. */
  public double end() {
    return whole ? values[values.length - 1] : Double.NaN;
  }

  /** The value at the last point that is not after {@code epoch}. */
  public double at(double epoch) {
    int i = Arrays.binarySearch(epochs, epoch);
    return values[i >= 0 ? i : Math.max(0, -i - 2)];
  }

  /**
   * The first epoch from which the goal is met to the end; empty where the end does not meet it.
   */
  public OptionalLong meets(Threshold goal) {
    if (!whole) {
      return OptionalLong.empty();
    }
    int from = values.length;
    while (from > 0 && goal.isMetBy(values[from - 1])) {
      from--;
    }
    return from == values.length ? OptionalLong.empty() : OptionalLong.of((long) epochs[from]);
  }
}
