package org.ladera.cli;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.ladera.cli.yardstick.FusedNetwork;
import org.ladera.cli.yardstick.LineSurface;
import org.ladera.cli.yardstick.VectorNetwork;
import org.ladera.cli.yardstick.Yardstick;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.data.Generator;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.matrix.Shape;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.Factor;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LayerKind;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.spec.RegularisationSpec;
import org.ladera.engine.spec.ScheduleSpec;
import org.ladera.engine.train.Trainer;
import org.ladera.landscape.Axis;
import org.ladera.landscape.DecisionGrid;
import org.ladera.landscape.LossFunction;
import org.ladera.landscape.LossPlane;
import org.ladera.session.run.ThreadPairExecutor;

/**
 * Speed of the engine in this process, in turn with the best network written by hand: the losses
 * and data of the lessons, double precision, no recording, by the processor time of the thread (on
 * a shared machine the clock says more about the others); two threads beside one by the clock.
 * Prints for each work its name, what the engine and what the other does in a second, with tabs
 * between.
 */
final class BenchEngine {
  /** The heads of the table; a work's line begins with its group. */
  enum Group {
    BY_HAND,
    RECORDED,
    THREADS,
    SURFACES
  }

  private static final int SIDE = 200;
  private static final OptimizerSpec SGD = new OptimizerSpec.Sgd(0.01);
  private static final OptimizerSpec ADAM = new OptimizerSpec.Adam(1e-3);

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final PrintWriter out;
  private final double seconds;
  private final int rounds;
  private final String only;

  /**
   * @param seconds of one round of one side
   * @param only works whose name contains this
   */
  BenchEngine(PrintWriter out, double seconds, int rounds, String only) {
    this.out = out;
    this.seconds = seconds;
    this.rounds = rounds;
    this.only = only;
  }

  void run() {
    if (only.equals(BenchFields.SURFACES)) {
      new BenchFields((name, window, plain) -> compare(Group.SURFACES, name, window, plain))
          .surfaces();
    } else {
      works();
    }
  }

  private void works() {
    Dataset xor = Generator.XOR.make(4, 0, 1);
    Dataset moons = Generator.MOONS.make(250, 0.25, 1);
    int[] small = {2, 10, 1};
    int[] deep = {2, 100, 70, 50, 1};
    int[] digits = {784, 64, 32, 10};
    train("XOR 2-4-1, full batch, epochs", xor, new int[] {2, 4, 1}, 4, SGD);
    train("moons 2-10-1, batch 32, SGD, epochs", moons, small, 32, SGD);
    train("moons 2-10-1, batch 32, Adam, epochs", moons, small, 32, ADAM);
    train("moons 2-100-70-50-1, batch 32, SGD, epochs", moons, deep, 32, SGD);
    train("moons 2-100-70-50-1, batch 32, Adam, epochs", moons, deep, 32, ADAM);
    Dataset drawn = Generator.DIGITS_28.make(2048, 0.6, 1);
    train("digits 784-64-32-10, batch 128, SGD, epochs of 2,048", drawn, digits, 128, SGD);
    train("digits 784-64-32-10, batch 128, Adam, epochs of 2,048", drawn, digits, 128, ADAM);
    boundary("boundary 200 × 200 of 2-10-1, pictures", moons, small);
    boundary("boundary 200 × 200 of 2-100-70-50-1, pictures", moons, deep);
    line("surface 200 × 200 of the line, pictures");
    recording("XOR 2-4-1, epochs", xor);
    threads("XOR 2-4-1, epochs", xor, new int[] {2, 4, 1}, 4, SGD);
    threads("moons 2-100-70-50-1, batch 32, Adam, epochs", moons, deep, 32, ADAM);
    threads("digits 784-64-32-10, batch 128, Adam, epochs of 2,048", drawn, digits, 128, ADAM);
    threads("pictures, 8 and 16 filters, batch 32, Adam, epochs of 512", filters());
  }

  /** Ten classes of 784 numbers in batches of 32, Adam. */
  static Experiment digits() {
    Dataset drawn = Generator.DIGITS_28.make(256, 0.6, 1);
    return experiment(drawn, new int[] {784, 64, 32, 10}, 32, ADAM);
  }

  private void train(String name, Dataset data, int[] sizes, int batch, OptimizerSpec optimizer) {
    if (!name.contains(only)) {
      return;
    }
    Yardstick hand = byHand(sizes, batch, optimizer);
    Runnable engine = epoch(new Trainer(experiment(data, sizes, batch, optimizer)));
    compare(Group.BY_HAND, name, engine, epoch(hand, data, batch));
    if (Double.isNaN(hand.fingerprint())) {
      throw new IllegalStateException("the network by hand diverged");
    }
  }

  private static Yardstick byHand(int[] sizes, int batch, OptimizerSpec optimizer) {
    boolean adam = optimizer instanceof OptimizerSpec.Adam;
    return sizes[1] < 8
        ? new FusedNetwork(sizes[1], true, adam, optimizer.rate())
        : new VectorNetwork(sizes, batch, sizes[sizes.length - 1] > 1, adam, optimizer.rate());
  }

  /** Outputs over a square, a row of the picture at a time. */
  private void boundary(String name, Dataset data, int[] sizes) {
    if (!name.contains(only)) {
      return;
    }
    Trainer trainer = new Trainer(experiment(data, sizes, 32, SGD));
    double[] theta = new double[trainer.layout().count()];
    trainer.copyParameters(theta);
    DecisionGrid grid =
        new DecisionGrid(LossFunction.of(trainer), MatrixView.of(1, theta.length, theta));
    DecisionGrid.InputPlane plane = DecisionGrid.InputPlane.first(2);
    Axis axis = new Axis(-2, 2, SIDE);
    double[][] points = new double[SIDE][2 * SIDE];
    for (int i = 0; i < SIDE; i++) {
      for (int j = 0; j < SIDE; j++) {
        points[i][2 * j] = axis.at(j);
        points[i][2 * j + 1] = axis.at(i);
      }
    }
    Yardstick hand = new VectorNetwork(sizes, SIDE, false, false, 0.01);
    double[] picture = new double[SIDE * SIDE];
    compare(
        Group.BY_HAND,
        name,
        () -> done(grid.outputs(plane, axis, axis, () -> false)),
        () -> {
          for (int i = 0; i < SIDE; i++) {
            hand.outputs(points[i], SIDE, picture, i * SIDE);
          }
        });
  }

  /** The loss over weight and bias of a line through sixteen points. */
  private void line(String name) {
    if (!name.contains(only)) {
      return;
    }
    Dataset data = Generator.LINE.make(16, 0.2, 1);
    Experiment experiment =
        experiment(data, new int[] {1, 1}, data.size(), SGD)
            .withNetwork(NetworkSpec.of(1, LayerSpec.dense(1, ActivationSpec.IDENTITY)))
            .withLoss(LossSpec.HALF_SSE);
    LossFunction subject = LossFunction.of(experiment);
    MatrixView theta = MatrixView.of(1, 2, 1, 1);
    ParameterRef bias = ParameterRef.bias(1, 1);
    ParameterRef weight = ParameterRef.weight(1, 1, 1);
    Axis axis = new Axis(-2, 2, SIDE);
    LineSurface hand = new LineSurface(data.x().toArray(), data.y().toArray());
    double[] places = IntStream.range(0, SIDE).mapToDouble(axis::at).toArray();
    double[] picture = new double[SIDE * SIDE];
    compare(
        Group.BY_HAND,
        name,
        () -> done(LossPlane.of(subject, theta, bias, weight, axis, axis, () -> false)),
        () -> hand.draw(places, places, picture));
  }

  private static void done(Optional<?> picture) {
    if (picture.isEmpty()) {
      throw new IllegalStateException("nobody cancelled it");
    }
  }

  /** With every z, a and δ recorded, beside itself without. */
  private void recording(String name, Dataset data) {
    if (!name.contains(only)) {
      return;
    }
    Experiment experiment = experiment(data, new int[] {2, 4, 1}, 4, SGD);
    Trainer recorded = new Trainer(experiment);
    recorded.record(1000);
    Trainer plain = new Trainer(experiment);
    compare(Group.RECORDED, name, recorded::step, plain::step);
  }

  /** Two threads beside one, by the clock. */
  private void threads(String name, Dataset data, int[] sizes, int batch, OptimizerSpec optimizer) {
    threads(name, experiment(data, sizes, batch, optimizer));
  }

  private void threads(String name, Experiment experiment) {
    if (!name.contains(only)) {
      return;
    }
    try (ThreadPairExecutor second = new ThreadPairExecutor()) {
      compare(
          Group.THREADS,
          name,
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

  private static Runnable epoch(Yardstick hand, Dataset data, int batch) {
    double[] x = data.x().toArray();
    double[] y = data.y().toArray();
    int n = data.size();
    int[] order = new int[n];
    Arrays.setAll(order, i -> i);
    Random random = new Random(3);
    return () -> {
      if (batch < n) {
        shuffle(order, random);
      }
      for (int from = 0; from < n; from += batch) {
        hand.step(x, y, order, from, Math.min(n, from + batch));
      }
    };
  }

  private static void shuffle(int[] order, Random random) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
  }

  private void compare(Group group, String name, Runnable engine, Runnable other) {
    compare(group, name, engine, other, threads::getCurrentThreadCpuTime);
  }

  private void compare(
      Group group, String name, Runnable engine, Runnable other, LongSupplier time) {
    double[] speeds = new InTurn(seconds, rounds, time).perSecond(engine, other);
    out.printf(Locale.ROOT, "%s\t%s\t%s\t%s%n", group, name, speeds[0], speeds[1]);
    out.flush();
  }

  /** Windows of 3 × 3, their maxima, and both once more. */
  private static Experiment filters() {
    LayerKind.Convolution large = new LayerKind.Convolution(new Shape(1, 28, 28), 8, 3, 3, 1, 0);
    LayerKind.Pool pool = new LayerKind.Pool(large.output(), LayerKind.Pool.Reduction.MAX, 2, 2);
    LayerKind.Convolution small = new LayerKind.Convolution(pool.output(), 16, 3, 3, 1, 0);
    LayerKind.Pool last = new LayerKind.Pool(small.output(), LayerKind.Pool.Reduction.MAX, 2, 2);
    Dataset drawn = Generator.DIGITS_28.make(512, 0.6, 1);
    return experiment(drawn, new int[] {784, 10}, 32, ADAM)
        .withNetwork(
            NetworkSpec.of(
                784,
                new LayerSpec(large, ActivationSpec.RELU, true, false, 0, LayerSpec.USUAL_EPSILON),
                LayerSpec.plain(pool),
                new LayerSpec(small, ActivationSpec.RELU, true, false, 0, LayerSpec.USUAL_EPSILON),
                LayerSpec.plain(last),
                LayerSpec.dense(10, ActivationSpec.SOFTMAX)));
  }

  /** As the lessons have them: squared error for four examples, cross-entropies for more. */
  private static Experiment experiment(
      Dataset data, int[] sizes, int batch, OptimizerSpec optimizer) {
    boolean classes = sizes[sizes.length - 1] > 1;
    LayerSpec[] layers = new LayerSpec[sizes.length - 1];
    for (int l = 1; l < sizes.length; l++) {
      ActivationSpec hidden = classes ? ActivationSpec.RELU : ActivationSpec.SIGMOID;
      ActivationSpec output = classes ? ActivationSpec.SOFTMAX : ActivationSpec.SIGMOID;
      layers[l - 1] = LayerSpec.dense(sizes[l], l == sizes.length - 1 ? output : hidden);
    }
    LossSpec.Kind entropy =
        classes ? LossSpec.Kind.CATEGORICAL_CROSS_ENTROPY : LossSpec.Kind.BINARY_CROSS_ENTROPY;
    return new Experiment(
        data,
        NetworkSpec.of(sizes[0], layers),
        data.size() == 4 ? LossSpec.HALF_SSE : new LossSpec(entropy, Factor.PER_SAMPLE),
        RegularisationSpec.NONE,
        optimizer,
        new ScheduleSpec.Constant(),
        batch >= data.size() ? BatchSpec.FULL : BatchSpec.mini(batch),
        new InitSpec.GlorotNormal(1),
        1);
  }
}
