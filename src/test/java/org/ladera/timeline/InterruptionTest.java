package org.ladera.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.kernel.PairExecutor;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.RegularisationSpec;
import org.ladera.engine.spec.ScheduleSpec;
import org.ladera.engine.trace.Evaluation;
import org.ladera.engine.trace.StepTrace;

/** An update that is left where it stands and done later is the same update, bit for bit. */
class InterruptionTest {
  private static final class Left extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** Throws at one breath, then never again. */
  private static final class Breaths implements PairExecutor {
    private int left = -1;
    private int count;

    @Override
    public void both(Runnable first, Runnable second) {
      ALONE.both(first, second);
    }

    @Override
    public boolean isAlone() {
      return true;
    }

    @Override
    public void breathe() {
      count++;
      if (left >= 0 && left-- == 0) {
        throw new Left();
      }
    }
  }

  private static Experiment experiment(OptimizerSpec rule, int rows, int... hidden) {
    double[][] x = new double[rows][3];
    double[][] y = new double[rows][2];
    for (int i = 0; i < rows; i++) {
      x[i] = new double[] {Math.sin(i), Math.cos(3 * i), 0.1 * i};
      y[i] = new double[] {i % 2, 1 - i % 2};
    }
    LayerSpec[] layers = new LayerSpec[hidden.length + 1];
    for (int l = 0; l < hidden.length; l++) {
      layers[l] = new LayerSpec(hidden[l], ActivationSpec.TANH, true, l == 0, 0.2);
    }
    layers[hidden.length] = LayerSpec.dense(2, ActivationSpec.SIGMOID);
    return new Experiment(
        Dataset.of(x, y),
        NetworkSpec.of(3, layers),
        LossSpec.HALF_SSE,
        new RegularisationSpec(0, 0.001),
        rule,
        new ScheduleSpec.Constant(),
        new BatchSpec(4, new BatchSpec.Order.Shuffled()),
        new InitSpec.Normal(0, 0.5),
        11);
  }

  private static void same(StepTrace one, StepTrace other) {
    assertEquals(one.update(), other.update());
    assertEquals(one.dataLoss(), other.dataLoss());
    for (int l = 0; l < one.layers().size(); l++) {
      assertEquals(one.layers().get(l).w(), other.layers().get(l).w());
      assertEquals(one.layers().get(l).delta(), other.layers().get(l).delta());
    }
  }

  private static void same(Evaluation one, Evaluation other) {
    assertEquals(one.totalLoss(), other.totalLoss());
    assertEquals(one.gradient(), other.gradient());
    assertEquals(one.outputs(), other.outputs());
  }

  @ParameterizedTest
  @ValueSource(strings = {"adam", "sequential", "momentum", "search"})
  void everyBreathMayEndEverything(String rule) {
    OptimizerSpec optimizer =
        switch (rule) {
          case "adam" -> new OptimizerSpec.Adam(0.01);
          case "search" -> new OptimizerSpec.LocalSearch(0.05);
          case "sequential" -> new OptimizerSpec.SequentialSgd(0.05);
          default -> new OptimizerSpec.Momentum(0.05, 0.9);
        };
    Experiment experiment = experiment(optimizer, 10, 3, 2);
    Timeline straight = new Timeline(experiment);
    Breaths breaths = new Breaths();
    Timeline left = new Timeline(experiment, breaths);
    for (int update = 0; update < 5; update++) {
      StepTrace preview = straight.preview();
      Evaluation now = straight.evaluate();
      straight.forward();
      breaths.count = 0;
      same(preview, left.preview());
      interrupt(breaths, left, () -> same(preview, left.preview()), left::preview);
      breaths.count = 0;
      same(now, left.evaluate());
      interrupt(breaths, left, () -> same(now, left.evaluate()), left::evaluate);
      int ended = 0;
      breaths.left = 0;
      while (!done(left)) {
        assertEquals(update, left.update());
        breaths.left = ++ended;
      }
      breaths.left = -1;
      assertTrue(ended > 5, "it breathes");
      assertEquals(straight.state(), left.state());
    }
    assertEquals(
        straight.history(straight.evaluate()).count(), left.history(left.evaluate()).count());
    assertEquals(
        straight.trajectory(0, straight::parameters).count(),
        left.trajectory(0, left::parameters).count());
  }

  private static void interrupt(Breaths breaths, Timeline left, Runnable whole, Runnable work) {
    Object state = left.state();
    int all = breaths.count;
    for (int at = 0; at < all; at++) {
      breaths.left = at;
      assertThrows(Left.class, work::run);
      assertEquals(state, left.state());
      whole.run();
    }
  }

  private static boolean done(Timeline timeline) {
    try {
      return timeline.forward();
    } catch (Left e) {
      return false;
    }
  }

  /** With vectors and without; a machine of today does thousands of millions a second. */
  @ParameterizedTest
  @ValueSource(ints = {1000, 400})
  void aLargeUpdateBreathesEveryFewMillionProducts(int units) {
    Breaths breaths = new Breaths();
    int rows = 320;
    Experiment large =
        experiment(new OptimizerSpec.Sgd(0.01), rows, units, units).withBatch(BatchSpec.FULL);
    Timeline timeline = new Timeline(large, breaths);
    timeline.forward();
    long products = 3L * rows * units * units;
    assertTrue(breaths.count >= products / 40_000_000, breaths.count + " for " + products);
  }
}
