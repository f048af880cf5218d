package org.ladera.timeline;

import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.train.Optimizer;

/**
 * What a run will need, estimated from its sizes before anything is built.
 *
 * @param bytes memory, in bytes
 * @param multiplications of one epoch: forward, backward and for the gradient
 */
public record Footprint(long bytes, long multiplications) {
  private static final long NUMBER = Double.BYTES;

  /** θ, the gradient, and both once more for a preview of the next update. */
  private static final int TRAINING_COPIES = 4;

  /** What a frame shows of an update: before, after, gradient, regularised, step, and its sum. */
  private static final int TRACE_COPIES = 6;

  /** The frame that is shown and the one that is being made. */
  private static final int FRAMES = 2;

  /** z, a, δ and what the activation remembers, of each example. */
  private static final int PER_UNIT = 4;

  /** A whole data set is looked at in parts of so many examples. */
  private static final long EVALUATED = 1024;

  /** The rest of the program and room to breathe: so much of the heap a run may take. */
  private static final double SHARE = 0.75;

  /** A person does not wait longer for one epoch; about ten minutes of one core. */
  private static final long MOST_MULTIPLICATIONS = 1_000_000_000_000L;

  /** A trainer alone, as {@code ladera digits} uses it. */
  public static Footprint ofTraining(Experiment e) {
    long parameters = parameters(e.network());
    long units = units(e.network());
    long rows = e.data().size();
    long batch = e.batch().size() == 0 ? rows : Math.min(rows, e.batch().size());
    long numbers =
        parameters * (TRAINING_COPIES + 2 * memories(e))
            + PER_UNIT * units * (2 * batch + Math.min(rows, EVALUATED))
            + rows * e.network().outputs();
    return new Footprint(NUMBER * numbers + e.data().x().bytes(), 3 * products(e.network()) * rows);
  }

  /** A run that can be looked at at any moment, with its key frames, its path and its frames. */
  public static Footprint ofRun(Experiment e) {
    Footprint training = ofTraining(e);
    long parameters = parameters(e.network());
    long state = NUMBER * parameters * (1 + memories(e));
    long shown =
        NUMBER * (TRACE_COPIES * parameters + PER_UNIT * units(e.network()) * e.data().size());
    return new Footprint(
        training.bytes
            + KeyFrames.most(state) * state
            + Recorder.mostOnPath(parameters) * NUMBER * parameters
            + FRAMES * shown,
        training.multiplications);
  }

  private static long parameters(NetworkSpec network) {
    return new ParameterLayout(network).count();
  }

  /** Of one sample on the way forward, a bias counted as one. */
  private static long products(NetworkSpec network) {
    long count = 0;
    for (int l = 0; l < network.layers().size(); l++) {
      LayerSpec layer = network.layers().get(l);
      count += layer.kind().products(network.inputsOf(l)) + layer.units();
    }
    return count;
  }

  private static long units(NetworkSpec network) {
    return network.layers().stream().mapToLong(LayerSpec::units).sum();
  }

  private static int memories(Experiment e) {
    return new Optimizer(e.optimizer(), 0).names().size();
  }

  /** Two runs at once. */
  public Footprint and(Footprint other) {
    return new Footprint(bytes + other.bytes, multiplications + other.multiplications);
  }

  /**
   * Whether a machine holds it.
   *
   * @param heap the most that its Java machine may take, in bytes
   */
  public boolean fits(long heap) {
    return bytes <= SHARE * heap;
  }

  /** Whether an epoch ends while a person waits. */
  public boolean isQuick() {
    return multiplications <= MOST_MULTIPLICATIONS;
  }
}
