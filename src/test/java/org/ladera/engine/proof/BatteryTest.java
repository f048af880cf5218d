package org.ladera.engine.proof;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.function.NamedFunction;
import org.ladera.engine.net.Activation;
import org.ladera.engine.net.Initialiser;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.Edit;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.Factor;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.RegularisationSpec;
import org.ladera.engine.trace.LayerTrace;
import org.ladera.engine.trace.StepTrace;
import org.ladera.engine.train.Trainer;
import org.ladera.engine.train.TrainerState;
import org.ladera.text.Language;
import org.ladera.text.Messages;

/** The same checks over everything in the {@link Registry}. */
class BatteryTest {
  static List<OptimizerSpec> optimizers() {
    return Registry.optimizers();
  }

  static List<ActivationSpec> activations() {
    return Registry.activations();
  }

  private static final NetworkSpec SMALL =
      NetworkSpec.of(
          2,
          LayerSpec.dense(4, ActivationSpec.TANH),
          new LayerSpec(3, ActivationSpec.SIGMOID, true, true, 0));

  static List<InitSpec> initialisers() {
    return Registry.initialisers(new ParameterLayout(SMALL).count());
  }

  @Test
  void registryHoldsEveryKind() {
    assertHolds(OptimizerSpec.class, Registry.optimizers());
    List<InitSpec> starts = new ArrayList<>(initialisers());
    // It needs a network of its own: ConstructionTest.
    starts.add(new InitSpec.Approximation(NamedFunction.BOWL.graph(), 1, 0, 1));
    assertHolds(InitSpec.class, starts);
    assertEquals(ActivationSpec.Kind.values().length, Registry.activations().size());
  }

  private static void assertHolds(Class<?> family, List<?> members) {
    Set<Class<?>> held = members.stream().map(Object::getClass).collect(Collectors.toSet());
    assertEquals(Set.of(family.getPermittedSubclasses()), held);
  }

  private static double[] parameters(Trainer trainer) {
    double[] theta = new double[trainer.layout().count()];
    trainer.copyParameters(theta);
    return theta;
  }

  private static Trainer run(Experiment experiment, int updates) {
    Trainer trainer = new Trainer(experiment);
    for (int i = 0; i < updates; i++) {
      assertTrue(trainer.step(), () -> "diverged: " + trainer.divergence());
    }
    return trainer;
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void sameExperimentGivesTheSameBits(OptimizerSpec optimizer) {
    for (RegularisationSpec penalty : Registry.penalties()) {
      Experiment experiment = Registry.rich(optimizer, penalty);
      TrainerState once = run(experiment, 57).capture();
      assertEquals(once, run(experiment, 57).capture());
      TrainerState otherSeed = run(experiment.withSeed(43), 57).capture();
      assertNotEquals(once.parameters(), otherSeed.parameters());
    }
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void restoredStateGoesOnWithTheSameBits(OptimizerSpec optimizer) {
    Experiment experiment = Registry.rich(optimizer, new RegularisationSpec(0.001, 0.002));
    Trainer through = run(experiment, 40);
    TrainerState end = through.capture();
    for (int at : new int[] {0, 1, 2, 3, 17, 39}) {
      TrainerState middle = run(experiment, at).capture();
      Trainer other = run(experiment, 7);
      other.restore(middle);
      assertEquals(at, other.update());
      assertEquals(middle, other.capture());
      while (other.update() < 40) {
        other.step();
      }
      assertEquals(end, other.capture());
      assertEquals(through.epoch(), other.epoch());
      assertEquals(through.batchLoss(), other.batchLoss());
      assertEquals(through.batchSize(), other.batchSize());
    }
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void previewIsTheUpdateThatFollowsAndChangesNothing(OptimizerSpec optimizer) {
    for (RegularisationSpec penalty : Registry.penalties()) {
      Trainer trainer = run(Registry.rich(optimizer, penalty), 8);
      for (int i = 0; i < 6; i++) {
        TrainerState before = trainer.capture();
        StepTrace step = trainer.preview();
        assertEquals(before, trainer.capture());
        assertEquals(step, trainer.preview());
        assertEquals(trainer.update(), step.update());
        assertEquals(trainer.epoch(), step.epoch());
        trainer.step();
        assertEquals(step.dataLoss(), trainer.batchLoss());
        assertEquals(step.rows().size(), trainer.batchSize());
        assertArrayEquals(after(step), parameters(trainer));
      }
    }
  }

  private static double[] after(StepTrace step) {
    double[] all = new double[0];
    for (LayerTrace layer : step.layers()) {
      all = join(all, layer.w().after().toArray());
      all = join(all, layer.b().after().toArray());
      if (layer.batchNorm().isPresent()) {
        all = join(all, layer.batchNorm().orElseThrow().gamma().after().toArray());
        all = join(all, layer.batchNorm().orElseThrow().beta().after().toArray());
      }
    }
    return all;
  }

  private static double[] join(double[] a, double[] b) {
    double[] all = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, all, a.length, b.length);
    return all;
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void workspaceOfAnEarlierBatchLeavesNoTrace(OptimizerSpec optimizer) {
    Experiment experiment = Registry.rich(optimizer, RegularisationSpec.NONE);
    Trainer used = run(experiment, 2);
    Trainer fresh = new Trainer(experiment);
    fresh.restore(used.capture());
    // The third batch has two rows only; in the used trainer two more stand below them.
    assertEquals(fresh.preview(), used.preview());
    assertEquals(2, used.preview().rows().size());
    used.evaluate();
    assertEquals(fresh.preview(), used.preview());
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void lossFalls(OptimizerSpec optimizer) {
    // Least squares are there for a linear output alone.
    boolean linear = optimizer instanceof OptimizerSpec.ClosedForm;
    LossSpec.Kind kind = linear ? LossSpec.Kind.SQUARED : LossSpec.Kind.BINARY_CROSS_ENTROPY;
    Experiment experiment =
        Registry.experiment(
                Registry.data(12, 2, 1),
                NetworkSpec.of(
                    2,
                    LayerSpec.dense(6, ActivationSpec.TANH),
                    LayerSpec.dense(1, linear ? ActivationSpec.IDENTITY : ActivationSpec.SIGMOID)),
                new LossSpec(kind, Factor.PER_SAMPLE))
            .withOptimizer(optimizer);
    double start = new Trainer(experiment).evaluate().totalLoss();
    double end = run(experiment, 300).evaluate().totalLoss();
    boolean upwards =
        optimizer instanceof OptimizerSpec.Slipped(var _, var slip)
            && slip == OptimizerSpec.Slip.ASCENT;
    assertTrue(upwards ? end > 1.05 * start : end < 0.95 * start, start + " to " + end);
  }

  @ParameterizedTest
  @MethodSource("activations")
  void everyActivationTakesOneSampleAndOneFeature(ActivationSpec activation) {
    Experiment experiment =
        Registry.experiment(
            Dataset.of(new double[][] {{0.7}}, new double[][] {{0.2}}),
            NetworkSpec.of(
                1, LayerSpec.dense(1, activation), LayerSpec.dense(1, ActivationSpec.IDENTITY)),
            LossSpec.HALF_SSE);
    StepTrace step = new Trainer(experiment).preview();
    assertEquals(1, step.layers().getFirst().a().size());
    double z = step.layers().getFirst().z().get(0);
    assertEquals(Activation.value(activation, z), step.layers().getFirst().a().get(0));
    double upstream =
        step.layers().get(1).delta().get(0) * step.layers().get(1).w().before().get(0);
    assertEquals(
        upstream * Activation.derivative(activation, z),
        step.layers().getFirst().delta().get(0),
        1e-16);
  }

  @ParameterizedTest
  @MethodSource("activations")
  void everyActivationLeavesItsInputAndWorksInPlace(ActivationSpec activation) {
    double[] z = {-2, -0.0, 0, 0.5, 3, -1, 8, 1e-3, -7, 2, 4, -4};
    double[] kept = z.clone();
    double[] a = new double[12];
    Activation.apply(activation, z, a, 4, 3);
    assertArrayEquals(kept, z);
    double[] delta = new double[12];
    Arrays.fill(delta, 1);
    Activation.multiplyDerivative(activation, z, a, delta, 4, 3);
    assertArrayEquals(kept, z);
    Activation.apply(activation, z, z, 4, 3);
    assertArrayEquals(a, z);
    for (int i = 0; i < 12 && activation.kind() != ActivationSpec.Kind.SOFTMAX; i++) {
      assertEquals(a[i], Activation.value(activation, kept[i]));
    }
  }

  @ParameterizedTest
  @MethodSource("activations")
  void notANumberIsNotHidden(ActivationSpec activation) {
    assertTrue(Double.isNaN(Activation.value(activation, Double.NaN)));
  }

  @ParameterizedTest
  @EnumSource(LossSpec.Kind.class)
  void everyLossTakesOneSampleAndSeveral(LossSpec.Kind kind) {
    for (int examples : new int[] {1, 2, 7}) {
      for (int outputs : new int[] {1, 3}) {
        ActivationSpec last = Registry.outputFor(kind);
        Experiment experiment =
            Registry.experiment(
                Registry.data(examples, 1, outputs),
                NetworkSpec.of(1, LayerSpec.dense(outputs, last)),
                new LossSpec(kind, Factor.HALF));
        StepTrace step = new Trainer(experiment).preview();
        assertEquals(examples, step.layers().getFirst().delta().rows());
        assertEquals(outputs, step.layers().getFirst().delta().columns());
        assertTrue(Double.isFinite(step.dataLoss()));
        double expected =
            kind == LossSpec.Kind.ROOT_SQUARED
                ? Math.sqrt(0.5 * step.lossSum())
                : 0.5 * step.lossSum();
        assertEquals(expected, step.dataLoss());
        assertEquals(0.5, step.factor());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(LossSpec.Kind.class)
  void factorScalesLossAndGradientAlike(LossSpec.Kind kind) {
    ActivationSpec last = Registry.outputFor(kind);
    Experiment experiment =
        Registry.experiment(
            Registry.data(5, 2, 2),
            NetworkSpec.of(2, LayerSpec.dense(2, last)),
            new LossSpec(kind, Factor.ONE));
    StepTrace one = new Trainer(experiment).preview();
    StepTrace four =
        new Trainer(experiment.withLoss(new LossSpec(kind, Factor.fixed(4)))).preview();
    double times = kind == LossSpec.Kind.ROOT_SQUARED ? 2 : 4;
    assertEquals(times * one.dataLoss(), four.dataLoss());
    for (int i = 0; i < 4; i++) {
      assertEquals(
          times * one.layers().getFirst().w().gradient().get(i),
          four.layers().getFirst().w().gradient().get(i));
    }
  }

  @ParameterizedTest
  @MethodSource("initialisers")
  void everyInitialiserFillsTheLayoutAndRepeats(InitSpec init) {
    double[] theta = Initialiser.draw(SMALL, init, 5);
    assertArrayEquals(theta, Initialiser.draw(SMALL, init, 5));
    if (init instanceof InitSpec.Given given) {
      assertArrayEquals(given.parameters().toArray(), theta);
      return;
    }
    for (ParameterLayout.Block block : new ParameterLayout(SMALL).blocks()) {
      double[] part = Arrays.copyOfRange(theta, block.offset(), block.offset() + block.size());
      switch (block.kind()) {
        case WEIGHT ->
            assertEquals(
                !(init instanceof InitSpec.Zeros), Arrays.stream(part).allMatch(w -> w != 0));
        case BIAS -> {
          double expected = init instanceof InitSpec.Constant c ? c.value() : 0;
          assertTrue(Arrays.stream(part).allMatch(b -> b == expected));
        }
        case GAMMA -> assertTrue(Arrays.stream(part).allMatch(g -> g == 1));
        case BETA -> assertTrue(Arrays.stream(part).allMatch(b -> b == 0));
      }
    }
    boolean drawn =
        !(init instanceof InitSpec.Zeros
            || init instanceof InitSpec.Constant
            || init instanceof InitSpec.NumpyRandom);
    assertEquals(drawn, !Arrays.equals(theta, Initialiser.draw(SMALL, init, 6)));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyMemberHasItsTextInEveryLanguage(Language language) {
    Messages messages = Messages.load(language);
    for (String key : Registry.textKeys(initialisers())) {
      assertTrue(messages.keys().contains(key), () -> key + " in " + language);
    }
  }

  @Test
  void dataOfAnotherSizeGivesTheRunThatItWouldHaveGiven() {
    Experiment experiment =
        Registry.rich(new OptimizerSpec.Adam(0.01), RegularisationSpec.NONE)
            .withBatch(BatchSpec.FULL);
    Trainer edited = new Trainer(experiment);
    Dataset larger = Registry.data(23, 2, 1);
    edited.apply(new Edit.SetData(larger));
    edited.apply(new Edit.SetData(experiment.data()));
    Trainer fresh = new Trainer(experiment);
    for (int i = 0; i < 5; i++) {
      edited.step();
      fresh.step();
    }
    assertArrayEquals(parameters(fresh), parameters(edited));
  }
}
