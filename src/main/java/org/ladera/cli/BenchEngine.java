package org.ladera.cli;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.function.LongSupplier;
import org.ladera.engine.data.Dataset;
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
import org.ladera.session.run.ThreadPairExecutor;

/**
 * Speed of training, side by side with a hand-written loop in the same process: rounds of the one
 * and the other in turn, medians of both, by the processor time of the thread: on a shared machine
 * the clock says more about the others. Double precision, no recording.
 */
public final class BenchEngine {
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final PrintStream out;
  private final double seconds;
  private final int rounds;

  /**
   * @param seconds of one round of one side
   */
  public BenchEngine(PrintStream out, double seconds, int rounds) {
    this.out = out;
    this.seconds = seconds;
    this.rounds = rounds;
  }

  /** Prints the table. */
  public static void main(String[] args) {
    double seconds = args.length > 0 ? Double.parseDouble(args[0]) : 0.3;
    String only = args.length > 1 ? args[1] : "";
    new BenchEngine(System.out, seconds, 5).run(only);
  }

  /** Runs every work whose name contains {@code only}. */
  public void run(String only) {
    out.printf(Locale.ROOT, "%-44s %14s %14s %7s%n", "work", "engine", "flat loop", "ratio");
    OptimizerSpec sgd = new OptimizerSpec.Sgd(0.01);
    OptimizerSpec adam = new OptimizerSpec.Adam(1e-3);
    measure(only, "XOR 2-4-1, full batch, epochs/s", sizes(2, 4, 1), 4, 4, sgd, 1);
    recording(only);
    measure(only, "moons 2-10-1, batch 32, SGD, epochs/s", sizes(2, 10, 1), 250, 32, sgd, 1);
    measure(only, "moons 2-10-1, batch 32, Adam, epochs/s", sizes(2, 10, 1), 250, 32, adam, 1);
    int[] deep = sizes(2, 100, 70, 50, 1);
    measure(only, "moons 2-100-70-50-1, batch 32, SGD, epochs/s", deep, 250, 32, sgd, 1);
    measure(only, "moons 2-100-70-50-1, batch 32, Adam, epochs/s", deep, 250, 32, adam, 1);
    int[] digits = sizes(784, 64, 32, 10);
    measure(only, "784-64-32-10, batch 128, SGD, samples/s", digits, 2048, 128, sgd, 2048);
    measure(only, "784-64-32-10, batch 128, Adam, samples/s", digits, 2048, 128, adam, 2048);
    out.printf(Locale.ROOT, "%-44s %14s %14s %7s%n", "", "two threads", "one", "ratio");
    threads(only, "XOR 2-4-1, two threads, epochs/s", sizes(2, 4, 1), 4, 4, sgd, 1);
    threads(only, "moons 2-100-70-50-1, Adam, two, epochs/s", deep, 250, 32, adam, 1);
    threads(only, "784-64-32-10, Adam, two, samples/s", digits, 2048, 128, adam, 2048);
  }

  /** Ten classes of 784 numbers in batches of 32, Adam. */
  static Experiment digits() {
    int[] sizes = sizes(784, 64, 32, 10);
    return experiment(data(sizes, 256, true), sizes, 32, true, new OptimizerSpec.Adam(1e-3));
  }

  private static int[] sizes(int... sizes) {
    return sizes;
  }

  private void measure(
      String only,
      String name,
      int[] sizes,
      int examples,
      int batch,
      OptimizerSpec optimizer,
      int perEpoch) {
    if (!name.contains(only)) {
      return;
    }
    boolean classes = sizes[sizes.length - 1] > 1;
    Dataset data = data(sizes, examples, classes);
    Trainer trainer = new Trainer(experiment(data, sizes, batch, classes, optimizer));
    Runnable engine = epoch(trainer);
    boolean isAdam = optimizer instanceof OptimizerSpec.Adam;
    FlatNetwork flat = new FlatNetwork(sizes, batch, classes, classes, isAdam, optimizer.rate());
    Runnable hand = flatEpoch(flat, data, batch);
    compare(name, perEpoch, engine, hand);
    if (Double.isNaN(flat.fingerprint())) {
      throw new IllegalStateException("the flat loop diverged");
    }
  }

  /** Two threads beside one, by the clock. */
  private void threads(
      String only,
      String name,
      int[] sizes,
      int examples,
      int batch,
      OptimizerSpec optimizer,
      int perEpoch) {
    if (!name.contains(only)) {
      return;
    }
    boolean classes = sizes[sizes.length - 1] > 1;
    Experiment experiment =
        experiment(data(sizes, examples, classes), sizes, batch, classes, optimizer);
    try (ThreadPairExecutor second = new ThreadPairExecutor()) {
      compare(
          name,
          perEpoch,
          epoch(new Trainer(experiment, null, second)),
          epoch(new Trainer(experiment)),
          System::nanoTime);
    }
  }

  private static Runnable epoch(Trainer trainer) {
    return () -> {
      long epoch = trainer.epoch();
      while (trainer.epoch() == epoch) {
        if (!trainer.step()) {
          throw new IllegalStateException("diverged: " + trainer.divergence());
        }
      }
    };
  }

  private void compare(String name, int perEpoch, Runnable engine, Runnable other) {
    compare(name, perEpoch, engine, other, threads::getCurrentThreadCpuTime);
  }

  /**
   * @param time what counts, in nanoseconds
   */
  private void compare(
      String name, int perEpoch, Runnable engine, Runnable other, LongSupplier time) {
    double[] mine = new double[rounds];
    double[] theirs = new double[rounds];
    perSecond(engine, 2 * seconds, time);
    perSecond(other, 2 * seconds, time);
    for (int r = 0; r < rounds; r++) {
      mine[r] = perEpoch * perSecond(engine, seconds, time);
      theirs[r] = perEpoch * perSecond(other, seconds, time);
    }
    double a = median(mine);
    double b = median(theirs);
    out.printf(Locale.ROOT, "%-44s %,14.0f %,14.0f %7.2f%n", name, a, b, a / b);
  }

  /** XOR with every z, a and δ recorded, beside itself without. */
  private void recording(String only) {
    String name = "XOR 2-4-1, recorded against not, epochs/s";
    if (!name.contains(only)) {
      return;
    }
    int[] sizes = sizes(2, 4, 1);
    Experiment experiment =
        experiment(data(sizes, 4, false), sizes, 4, false, new OptimizerSpec.Sgd(0.01));
    Trainer recorded = new Trainer(experiment);
    recorded.record(1000);
    Trainer plain = new Trainer(experiment);
    compare(name, 1, recorded::step, plain::step);
  }

  private static Runnable flatEpoch(FlatNetwork flat, Dataset data, int batch) {
    int n = data.size();
    int inputs = data.x().columns();
    int outputs = data.y().columns();
    double[] x = data.x().toArray();
    double[] y = data.y().toArray();
    if (batch >= n) {
      return () -> flat.step(x, y, n);
    }
    double[] bx = new double[batch * inputs];
    double[] by = new double[batch * outputs];
    int[] order = new int[n];
    Arrays.setAll(order, i -> i);
    Random random = new Random(3);
    return () -> {
      for (int i = n - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        int kept = order[i];
        order[i] = order[j];
        order[j] = kept;
      }
      for (int from = 0; from < n; from += batch) {
        int m = Math.min(batch, n - from);
        for (int i = 0; i < m; i++) {
          System.arraycopy(x, order[from + i] * inputs, bx, i * inputs, inputs);
          System.arraycopy(y, order[from + i] * outputs, by, i * outputs, outputs);
        }
        flat.step(bx, by, m);
      }
    };
  }

  private static Experiment experiment(
      Dataset data, int[] sizes, int batch, boolean classes, OptimizerSpec optimizer) {
    LayerSpec[] layers = new LayerSpec[sizes.length - 1];
    for (int l = 1; l < sizes.length; l++) {
      boolean last = l == sizes.length - 1;
      ActivationSpec hidden = classes ? ActivationSpec.RELU : ActivationSpec.SIGMOID;
      ActivationSpec output = classes ? ActivationSpec.SOFTMAX : ActivationSpec.SIGMOID;
      layers[l - 1] = LayerSpec.dense(sizes[l], last ? output : hidden);
    }
    return new Experiment(
        data,
        NetworkSpec.of(sizes[0], layers),
        classes
            ? new LossSpec(LossSpec.Kind.CATEGORICAL_CROSS_ENTROPY, Factor.PER_SAMPLE)
            : LossSpec.HALF_SSE,
        RegularisationSpec.NONE,
        optimizer,
        new ScheduleSpec.Constant(),
        batch >= data.size() ? BatchSpec.FULL : BatchSpec.mini(batch),
        new InitSpec.HeNormal(),
        1);
  }

  private static Dataset data(int[] sizes, int examples, boolean classes) {
    Random random = new Random(7);
    int outputs = sizes[sizes.length - 1];
    double[][] x = new double[examples][sizes[0]];
    double[][] y = new double[examples][outputs];
    for (int i = 0; i < examples; i++) {
      for (int j = 0; j < sizes[0]; j++) {
        x[i][j] = examples == 4 ? (i >> j) & 1 : random.nextDouble();
      }
      if (classes) {
        y[i][random.nextInt(outputs)] = 1;
      } else {
        y[i][0] = examples == 4 ? (i ^ (i >> 1)) & 1 : (x[i][0] > x[i][1] ? 1 : 0);
      }
    }
    return Dataset.of(x, y);
  }

  private static double perSecond(Runnable epoch, double seconds, LongSupplier time) {
    long start = time.getAsLong();
    long end = start + (long) (seconds * 1e9);
    long count = 0;
    long now = start;
    int burst = 1;
    while (now < end) {
      for (int i = 0; i < burst; i++) {
        epoch.run();
      }
      count += burst;
      long then = now;
      now = time.getAsLong();
      if (now - then < 1_000_000) {
        burst *= 2;
      }
    }
    return count / ((now - start) * 1e-9);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
