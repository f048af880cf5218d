package org.ladera.timeline;

import java.util.List;
import java.util.function.Supplier;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.train.Trainer;

/**
 * What is kept of a run as far as it has been: the losses of its epochs with the least of them and
 * the present row of growing ones, where its parameters were, how large its gradients were.
 */
final class Recording {
  private static final int HISTORY_POINTS = 4096;
  private static final int NORM_POINTS = 1024;

  /** Above this many multiplications per evaluation the loss of a path point is left out. */
  private static final long CHEAP_EVALUATION = 200_000;

  private final int width;
  private final Recorder losses;
  private final Recorder path;
  private final Recorder norms;
  private final Validation validation;
  private final EpochMeter newest = new EpochMeter();
  private Growth growth = Growth.NONE;
  private double best = Double.POSITIVE_INFINITY;
  private long bestEpoch;

  /**
   * @param width the number of parameters
   */
  Recording(int width) {
    this.width = width;
    losses = new Recorder(HISTORY_POINTS);
    norms = new Recorder(NORM_POINTS);
    validation = new Validation();
    path = Recorder.ofPath(width);
  }

  /** A copy of what {@code other} kept before that epoch and update. */
  Recording(Recording other, long epoch, long update) {
    width = other.width;
    losses = other.losses.before(epoch);
    path = other.path.before(update);
    norms = other.norms.before(update);
    validation = other.validation.upTo(epoch);
    findBest();
  }

  private void findBest() {
    best = Double.POSITIVE_INFINITY;
    bestEpoch = 0;
    double[] values = losses.values();
    long[] epochs = losses.keys();
    for (int i = 0; i < losses.count(); i++) {
      if (values[i] < best) {
        best = values[i];
        bestEpoch = epochs[i];
      }
    }
  }

  /** Forgets everything from that epoch and update on. */
  void cutFrom(long epoch, long update) {
    losses.cutFrom(epoch);
    path.cutFrom(update);
    norms.cutFrom(update);
    validation.cutAfter(epoch);
    growth = Growth.NONE;
    newest.clear();
    findBest();
  }

  /** Where the parameters are, before an update. */
  void place(Trainer trainer) {
    if (trainer.update() == 0) {
      validation.look(trainer);
    }
    if (path.wants(trainer.update())) {
      double[] parameters = new double[width];
      trainer.copyParameters(parameters);
      Experiment e = trainer.experiment();
      boolean cheap = (long) e.data().size() * width <= CHEAP_EVALUATION;
      path.add(trainer.update(), cheap ? trainer.loss() : Double.NaN, parameters);
    }
  }

  /** Norms of the update just done, counted from 0. */
  void norms(long update, Trainer trainer) {
    if (norms.wants(update)) {
      double[] values = new double[2 * trainer.experiment().network().layers().size()];
      trainer.copyNorms(values);
      norms.add(update, Double.NaN, values);
    }
  }

  /** The update just done belonged to {@code epoch}; its loss counts once that is closed. */
  void loss(long epoch, Trainer trainer) {
    if (trainer.epoch() > epoch) {
      validation.look(trainer);
    }
    if (!newest.add(trainer, epoch)) {
      return;
    }
    double loss = newest.loss();
    if (losses.wants(epoch)) {
      losses.add(epoch, loss, null);
    }
    if (loss < best) {
      best = loss;
      bestEpoch = epoch;
    }
    growth = growth.then(epoch, loss);
  }

  /** What the validation examples showed after each epoch. */
  Validation validation() {
    return validation;
  }

  Growth growth() {
    return growth;
  }

  /** The least loss of an epoch; infinite before the first one is done. */
  double best() {
    return best;
  }

  /** Adds where J and the validation loss were least. */
  void mark(List<Moment> moments, int updatesPerEpoch) {
    if (bestEpoch > 0) {
      moments.add(new Moment(Moment.Kind.BEST, bestEpoch * updatesPerEpoch));
    }
    if (validation.leastEpoch() > 0) {
      moments.add(new Moment(Moment.Kind.VALIDATION, validation.leastEpoch() * updatesPerEpoch));
    }
  }

  /** The memory that the path takes. */
  long bytes() {
    return path.bytes(8L * width);
  }

  /**
   * The loss of each epoch.
   *
   * @param isNewest whether {@code loss} at {@code epoch} closes the curve, if it is newer
   */
  History history(boolean isNewest, long epoch, double loss) {
    long[] keys = losses.keys();
    double[] values = losses.values();
    int count = losses.count();
    if (isNewest && (count == 0 || keys[count - 1] < epoch)) {
      keys[count] = epoch;
      values[count] = loss;
      count++;
    }
    double[] epochs = new double[keys.length];
    for (int i = 0; i < count; i++) {
      epochs[i] = keys[i];
    }
    return new History(epochs, values, count);
  }

  /**
   * The places.
   *
   * @param isNewest whether those of {@code parameters} after {@code update} close the path, if
   *     they are newer
   */
  Trajectory trajectory(boolean isNewest, long update, double loss, Supplier<double[]> parameters) {
    long[] updates = path.keys();
    double[] values = path.values();
    double[][] places = path.extras();
    int count = path.count();
    if (isNewest && (count == 0 || updates[count - 1] < update)) {
      updates[count] = update;
      values[count] = loss;
      places[count] = parameters.get();
      count++;
    }
    return new Trajectory(updates, places, values, count);
  }

  Norms norms() {
    return new Norms(norms.keys(), norms.extras(), norms.count());
  }
}
