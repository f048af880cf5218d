package org.ladera.engine.train;

import org.ladera.engine.kernel.PairExecutor;
import org.ladera.engine.net.Loss;
import org.ladera.engine.net.Network;
import org.ladera.engine.net.Penalty;
import org.ladera.engine.random.SplitMix64;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.NetworkSpec;

/** One step of a local search: a place near by, drawn anew for each update from the seed. */
final class Neighbour {
  /** The purpose of this stream of random numbers; dropout and shuffles have others. */
  private static final long STREAM = 4;

  private final Network network;
  private final LossSpec loss;
  private final Penalty penalty;
  private final Batch batch;
  private final SplitMix64 random;
  private final long seed;
  private double[] kept = {};

  Neighbour(
      NetworkSpec spec, LossSpec loss, Penalty penalty, Batch batch, long seed, PairExecutor pair) {
    network = new Network(spec, batch.plan().largestBatch(), pair);
    this.loss = loss;
    this.penalty = penalty;
    this.batch = batch;
    this.seed = seed;
    random = new SplitMix64(seed);
  }

  /** Takes the same examples and the same masks as the update. */
  void select(long update, long epoch, int batchOfEpoch) {
    batch.select(network, update, epoch, batchOfEpoch);
    random.start(seed);
    random.fork(STREAM);
    random.fork(update);
  }

  /**
   * Moves to a neighbour where the loss of the batch is less there.
   *
   * @param theta the parameters, modified
   * @param here the loss with its penalty at {@code theta}
   * @param distance standard deviation of each coordinate
   */
  void tryOne(double[] theta, double[] running, double here, double distance) {
    if (kept.length != theta.length) {
      kept = new double[theta.length];
    }
    System.arraycopy(theta, 0, kept, 0, theta.length);
    for (int i = 0; i < theta.length; i++) {
      theta[i] += distance * random.nextNormal();
    }
    int rows = batch.rows();
    network.forward(theta, running, batch.x(), rows, true);
    double factor = loss.factor().value(rows, network.spec().outputs());
    double there = Loss.value(loss, factor, network.lossSum(loss, batch.y(), rows));
    if (!(there + penalty.value(theta) < here)) {
      System.arraycopy(kept, 0, theta, 0, theta.length);
    }
  }
}
