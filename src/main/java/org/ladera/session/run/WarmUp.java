package org.ladera.session.run;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.train.Trainer;
import org.ladera.timeline.Footprint;

/**
 * Trains a throw-away copy of the first large network of a process on a few of its examples while
 * the person still reads, so that the products are compiled when its own training begins: until
 * then they take many times as long. What it learns is forgotten.
 */
final class WarmUp {
  /** A smaller update is compiled before anybody notices. */
  private static final double LARGE = 1_000_000;

  /** By then the optimising compiler has seen every loop of an update. */
  private static final int UPDATES = 1_000;

  private static final long MOST_NANOS = 1_000_000_000L;

  /**
   * After each update it leaves the processors to others for so many times as long: beside the
   * compiler and this a key that a person presses would have none.
   */
  private static final long LEISURE = 2;

  /** For so long it leaves the processors to what a person has just asked for. */
  private static final long REST_NANOS = 700_000_000L;

  /** Batches of the copy; the last one of a data set may be smaller. */
  private static final int BATCHES = 2;

  /** What is compiled is the same for a few examples, and takes a fraction of the time. */
  private static final int BATCH = 16;

  private static final AtomicBoolean DONE = new AtomicBoolean();

  private final AtomicBoolean done;
  private volatile boolean over;
  private volatile long resting = System.nanoTime();

  WarmUp() {
    this(DONE);
  }

  /**
   * @param done becomes true with the first large network
   */
  WarmUp(AtomicBoolean done) {
    this.done = done;
  }

  /**
   * Begins, once in a process, if one update of {@code experiment} is much work.
   *
   * @return whether it has begun
   */
  boolean begin(Experiment experiment) {
    double each =
        (double) Footprint.ofTraining(experiment).multiplications()
            / experiment.batch().updatesPerEpoch(experiment.data().size());
    if (each < LARGE || !done.compareAndSet(false, true)) {
      return false;
    }
    // A small network that was trained before has compiled little of what this one needs.
    over = false;
    Thread thread = new Thread(() -> train(experiment), "ladera-warm-up");
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
    thread.start();
    return true;
  }

  /** A person has asked for something, which is not to wait for a processor. */
  void giveWay() {
    resting = System.nanoTime() + REST_NANOS;
  }

  /** From now on the training itself does it. */
  void end() {
    over = true;
  }

  private void train(Experiment experiment) {
    Dataset data = experiment.data();
    int batch = Math.min(BATCH, experiment.batch().sizeFor(data.size()));
    int some = Math.min(data.size(), BATCHES * batch + 1);
    Dataset few = data.rows(IntStream.range(0, some).toArray());
    Trainer trainer = new Trainer(experiment.withBatch(BatchSpec.mini(batch)).withData(few));
    long worked = 0;
    long each = 0;
    for (int i = 0; i < UPDATES && worked < MOST_NANOS; i++) {
      rest(LEISURE * each);
      long began = System.nanoTime();
      if (over || !trainer.step()) {
        return;
      }
      each = System.nanoTime() - began;
      worked += each;
    }
  }

  /**
   * @param nanos at least so long, and until a person has waited for nothing for a while
   */
  private void rest(long nanos) {
    long until = System.nanoTime() + nanos;
    long now = System.nanoTime();
    while (!over && (now - until < 0 || now - resting < 0)) {
      LockSupport.parkNanos(Math.max(until - now, resting - now));
      now = System.nanoTime();
    }
  }
}
