package org.ladera.engine.train;

import java.util.Optional;
import org.ladera.engine.spec.Edit;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.trace.Divergence;
import org.ladera.engine.trace.Evaluation;
import org.ladera.engine.trace.StepTrace;

/** Trains one network in place, one update at a time. Not thread-safe; no clock, no I/O. */
public final class Trainer {
  private final Experiment experiment;

  /** Draws the start weights; update 0 is about to begin. */
  public Trainer(Experiment experiment) {
    this.experiment = experiment;
  }

  /** The experiment with every edit applied so far. */
  public Experiment experiment() {
    return experiment;
  }

  public ParameterLayout layout() {
    return new ParameterLayout(experiment.network());
  }

  /**
   * One update: forward, loss, backward, new parameters. Allocates nothing after warm-up.
   *
   * @return false when the run has diverged; then nothing was changed
   */
  public boolean step() {
    throw new UnsupportedOperationException();
  }

  /** Updates done so far. */
  public long update() {
    throw new UnsupportedOperationException();
  }

  /** The epoch of the next update, counted from 0. */
  public long epoch() {
    throw new UnsupportedOperationException();
  }

  /** The loss on the batch of the last step, before its update, without penalty; NaN before it. */
  public double batchLoss() {
    throw new UnsupportedOperationException();
  }

  /** Samples in the batch of the last step; 0 before it. */
  public int batchSize() {
    throw new UnsupportedOperationException();
  }

  /** Why the run stopped, if it did. */
  public Optional<Divergence> divergence() {
    throw new UnsupportedOperationException();
  }

  /** Copies all parameters into {@code out} (length layout().count()). Modified. */
  public void copyParameters(double[] out) {
    throw new UnsupportedOperationException();
  }

  /** Changes the run between two updates. The optimizer's memory stays where shapes allow. */
  public void apply(Edit edit) {
    throw new UnsupportedOperationException();
  }

  /** Everything that determines what follows: parameters, optimizer memory, shuffle state. */
  public TrainerState capture() {
    throw new UnsupportedOperationException();
  }

  /** Back to a captured state of this trainer or of one with an equal network. */
  public void restore(TrainerState state) {
    throw new UnsupportedOperationException();
  }

  /**
   * The update that {@link #step()} would do next, in full; the trainer is left as it was. In a
   * diverged run: the update that failed, with its non-finite numbers.
   */
  public StepTrace preview() {
    throw new UnsupportedOperationException();
  }

  /**
   * The whole data set at the present parameters, in inference mode. Leaves the trainer as it was.
   */
  public Evaluation evaluate() {
    throw new UnsupportedOperationException();
  }
}
