package org.ladera.engine.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.net.Objective;
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
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.spec.RegularisationSpec;
import org.ladera.engine.spec.ScheduleSpec;
import org.ladera.engine.trace.Divergence;
import org.ladera.engine.trace.Divergence.Quantity;
import org.ladera.engine.trace.Evaluation;
import org.ladera.engine.trace.StepTrace;

class TrainerTest {
  private static final NetworkSpec LINE =
      NetworkSpec.of(1, LayerSpec.dense(1, ActivationSpec.IDENTITY));

  private static Experiment line(double rate, double w, double b, double[]... points) {
    double[][] x = new double[points.length][1];
    double[][] y = new double[points.length][1];
    for (int i = 0; i < points.length; i++) {
      x[i][0] = points[i][0];
      y[i][0] = points[i][1];
    }
    return new Experiment(
        Dataset.of(x, y),
        LINE,
        LossSpec.HALF_SSE,
        RegularisationSpec.NONE,
        new OptimizerSpec.Sgd(rate),
        new ScheduleSpec.Constant(),
        BatchSpec.FULL,
        new InitSpec.Given(MatrixView.of(1, 2, w, b)),
        9);
  }

  private static double[] point(double x, double y) {
    return new double[] {x, y};
  }

  private static double[] parameters(Trainer trainer) {
    double[] theta = new double[trainer.layout().count()];
    trainer.copyParameters(theta);
    return theta;
  }

  @Test
  void beforeTheFirstStepNothingHasHappened() {
    Trainer trainer = new Trainer(line(0.1, 1, 2, point(1, 5)));
    assertEquals(0, trainer.update());
    assertEquals(0, trainer.epoch());
    assertTrue(Double.isNaN(trainer.batchLoss()));
    assertEquals(0, trainer.batchSize());
    assertTrue(trainer.divergence().isEmpty());
    assertArrayEquals(new double[] {1, 2}, parameters(trainer));
  }

  @Test
  void oneUpdateByHand() {
    // a = 1·2 + 2 = 4, e = 4 − 5 = −1: dw = −2, db = −1.
    Trainer trainer = new Trainer(line(0.5, 1, 2, point(2, 5)));
    assertTrue(trainer.step());
    assertArrayEquals(new double[] {2, 2.5}, parameters(trainer));
    assertEquals(0.5, trainer.batchLoss());
    assertEquals(1, trainer.batchSize());
  }

  @Test
  void sequentialUpdateSeesTheNewWeightBeforeTheBias() {
    Experiment experiment =
        line(0.5, 1, 2, point(2, 5)).withOptimizer(new OptimizerSpec.SequentialSgd(0.25));
    Trainer trainer = new Trainer(experiment);
    StepTrace step = trainer.preview();
    trainer.step();
    // w = 1 + 0.25·2 = 1.5; then a = 5, e = 0: the bias stays, which simultaneous would not do.
    assertArrayEquals(new double[] {1.5, 2}, parameters(trainer));
    assertEquals(1.5, step.layers().getFirst().w().after().get(0));
    assertEquals(2, step.layers().getFirst().b().after().get(0));
    assertEquals(-1, step.layers().getFirst().b().gradient().get(0));
    assertEquals(0.5, trainer.batchLoss());
  }

  @Test
  void everyEpochVisitsEveryExampleOnceInAnOrderOfItsOwn() {
    double[][] points = new double[23][];
    for (int i = 0; i < 23; i++) {
      points[i] = point(0.01 * i, 0);
    }
    Trainer trainer = new Trainer(line(0.001, 1, 0, points).withBatch(BatchSpec.mini(5)));
    Set<List<Integer>> orders = new HashSet<>();
    for (int epoch = 0; epoch < 6; epoch++) {
      List<Integer> visited = new ArrayList<>();
      for (int batch = 0; batch < 5; batch++) {
        assertEquals(epoch, trainer.epoch());
        StepTrace step = trainer.preview();
        assertEquals(epoch, step.epoch());
        assertEquals(batch == 4 ? 3 : 5, step.rows().size());
        for (int i = 0; i < step.rows().size(); i++) {
          assertEquals(0.01 * step.rows().get(i), step.x().get(i, 0));
        }
        visited.addAll(step.rows());
        trainer.step();
      }
      assertEquals(23, new HashSet<>(visited).size());
      orders.add(visited);
    }
    assertEquals(6, orders.size());
    assertEquals(30, trainer.update());
  }

  @Test
  void fixedOrderTakesExamplesAsTheyStand() {
    Experiment experiment =
        line(0.001, 1, 0, point(1, 1), point(2, 2), point(3, 3))
            .withBatch(new BatchSpec(2, new BatchSpec.Order.Fixed()));
    Trainer trainer = new Trainer(experiment);
    assertEquals(List.of(0, 1), trainer.preview().rows());
    trainer.step();
    assertEquals(List.of(2), trainer.preview().rows());
    assertEquals(3, trainer.preview().x().get(0));
  }

  private static BatchSpec given(int size, List<List<Integer>> orders) {
    return new BatchSpec(size, new BatchSpec.Order.Given(orders));
  }

  @Test
  void givenOrdersAreFollowedAndTheLastIsKept() {
    Experiment experiment = line(0.001, 1, 0, point(1, 1), point(2, 2), point(3, 3));
    Trainer trainer =
        new Trainer(experiment.withBatch(given(2, List.of(List.of(2, 0, 1), List.of(1, 2, 0)))));
    List<List<Integer>> seen = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      seen.add(trainer.preview().rows());
      trainer.step();
    }
    assertEquals(
        List.of(List.of(2, 0), List.of(1), List.of(1, 2), List.of(0), List.of(1, 2), List.of(0)),
        seen);
  }

  @Test
  void rowsPerUpdateMayBeAnySelectionWhenBatchesAreWhole() {
    Experiment experiment = line(0.001, 1, 0, point(1, 1), point(2, 2), point(3, 3));
    Trainer trainer =
        new Trainer(experiment.withBatch(given(0, List.of(List.of(2), List.of(0, 1, 1, 2)))));
    assertEquals(List.of(2), trainer.preview().rows());
    trainer.step();
    assertEquals(1, trainer.batchSize());
    assertEquals(List.of(0, 1, 1, 2), trainer.preview().rows());
    trainer.step();
    assertEquals(4, trainer.batchSize());
  }

  @Test
  void ordersThatDoNotFitAreRefused() {
    Experiment experiment = line(0.001, 1, 0, point(1, 1), point(2, 2));
    for (List<Integer> order : List.of(List.of(0), List.of(0, 0), List.of(0, 2), List.of(-1, 0))) {
      BatchSpec batch = given(1, List.of(order));
      assertThrows(IllegalArgumentException.class, () -> new Trainer(experiment.withBatch(batch)));
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> new Trainer(experiment.withBatch(given(0, List.of(List.of())))));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Trainer(experiment.withBatch(given(1, List.of()))));
  }

  @Test
  void scheduleMultipliesTheRatePerEpoch() {
    Experiment experiment =
        line(0.5, 0, 0, point(0, 1), point(0, 1))
            .withSchedule(new ScheduleSpec.Step(2, 0.1))
            .withBatch(new BatchSpec(1, new BatchSpec.Order.Fixed()));
    Trainer trainer = new Trainer(experiment);
    double[] rates = new double[6];
    for (int i = 0; i < 6; i++) {
      StepTrace step = trainer.preview();
      rates[i] = step.rate();
      double db = step.layers().getFirst().b().gradient().get(0);
      double b = step.layers().getFirst().b().before().get(0);
      assertEquals(b - rates[i] * db, step.layers().getFirst().b().after().get(0));
      trainer.step();
    }
    assertArrayEquals(new double[] {0.5, 0.5, 0.5, 0.5, 0.05, 0.05}, rates);
  }

  @Test
  void penaltyStandsInTheGradientAndBesideTheLoss() {
    Experiment experiment =
        line(0.5, -3, 2, point(0, 2)).withRegularisation(new RegularisationSpec(0.5, 0.25));
    StepTrace step = new Trainer(experiment).preview();
    assertEquals(0.5 * 3 + 0.25 * 9, step.penalty());
    assertEquals(0, step.dataLoss());
    assertEquals(step.penalty(), step.totalLoss());
    assertEquals(0, step.layers().getFirst().w().dataGradient().get(0));
    assertEquals(-0.5 - 2 * 0.25 * 3, step.layers().getFirst().w().gradient().get(0));
    assertEquals(0, step.layers().getFirst().b().gradient().get(0));
    assertEquals(2, step.gradientNorm());
  }

  @Test
  void evaluationIsTheWholeDataAndLeavesTheRunAlone() {
    Experiment experiment =
        line(0.01, 1, 0, point(1, 3), point(2, 3), point(4, 3))
            .withBatch(BatchSpec.STOCHASTIC)
            .withRegularisation(new RegularisationSpec(0, 0.5));
    Trainer trainer = new Trainer(experiment);
    TrainerState before = trainer.capture();
    Evaluation all = trainer.evaluate();
    assertEquals(before, trainer.capture());
    assertEquals(4 + 1 + 1, all.lossSum());
    assertEquals(3, all.dataLoss());
    assertEquals(0.5, all.penalty());
    assertEquals(3.5, all.totalLoss());
    assertEquals(3.5, trainer.loss());
    // e = −2, −1, 1: dw = −2 − 2 + 4 + 2·0.5·1, db = −2.
    assertEquals(MatrixView.of(1, 2, 1, -2), all.gradient());
    assertEquals(Math.sqrt(5), all.gradientNorm());
    assertEquals(MatrixView.of(3, 1, 1, 2, 4), all.outputs());
    assertTrue(Double.isNaN(all.accuracy()));
  }

  @Test
  void evaluationOfManyExamplesAddsTheSameNumbers() {
    int n = 2500;
    double[][] points = new double[n][];
    double sum = 0;
    double dw = 0;
    double db = 0;
    for (int i = 0; i < n; i++) {
      double x = (i % 7) / 4.0;
      double y = (i % 5) / 2.0;
      points[i] = point(x, y);
      double e = 1.5 * x - 0.5 - y;
      sum += e * e;
      dw += e * x;
      db += e;
    }
    for (LossSpec.Kind kind : List.of(LossSpec.Kind.SQUARED, LossSpec.Kind.ROOT_SQUARED)) {
      Experiment experiment =
          line(0.1, 1.5, -0.5, points).withLoss(new LossSpec(kind, Factor.PER_SAMPLE));
      Evaluation all = new Trainer(experiment).evaluate();
      boolean root = kind == LossSpec.Kind.ROOT_SQUARED;
      assertEquals(sum, all.lossSum(), 1e-9);
      double loss = root ? Math.sqrt(sum / n) : sum / n;
      assertEquals(loss, all.dataLoss(), 1e-12);
      double scale = root ? 1 / (n * loss) : 2.0 / n;
      assertEquals(scale * dw, all.gradient().get(0), 1e-12);
      assertEquals(scale * db, all.gradient().get(1), 1e-12);
      assertEquals(n, all.outputs().rows());
      assertEquals(1.5 * points[n - 1][0] - 0.5, all.outputs().get(n - 1));
      assertEquals(1.5 * points[1030][0] - 0.5, all.outputs().get(1030));
    }
  }

  @Test
  void objectiveIsIndependentOfTheTrainer() {
    Trainer trainer = new Trainer(line(0.1, 1, 0, point(1, 2)));
    Objective objective = trainer.objective();
    double[] theta = {3, 0};
    assertEquals(0.5, objective.loss(theta));
    trainer.step();
    assertEquals(0.5, objective.loss(theta));
    assertArrayEquals(new double[] {3, 0}, theta);
  }

  @Test
  void editsChangeTheNextUpdate() {
    Trainer trainer = new Trainer(line(0.5, 1, 2, point(2, 5)));
    trainer.apply(new Edit.SetRate(0.25));
    assertEquals(0.25, trainer.experiment().optimizer().rate());
    assertEquals(0.25, trainer.preview().rate());
    trainer.apply(new Edit.SetParameter(ParameterRef.bias(1, 1), 7));
    assertArrayEquals(new double[] {1, 7}, parameters(trainer));
    trainer.apply(new Edit.SetParameter(ParameterRef.weight(1, 1, 1), -1));
    assertArrayEquals(new double[] {-1, 7}, parameters(trainer));
    trainer.apply(new Edit.SetParameters(MatrixView.of(1, 2, 3, 4)));
    assertArrayEquals(new double[] {3, 4}, parameters(trainer));
    trainer.apply(new Edit.SetActivation(1, ActivationSpec.RELU));
    assertEquals(
        ActivationSpec.RELU, trainer.experiment().network().layers().getFirst().activation());
    assertEquals(10, trainer.preview().layers().getFirst().a().get(0));
    trainer.apply(new Edit.SetParameters(MatrixView.of(1, 2, -3, 4)));
    assertEquals(0, trainer.preview().layers().getFirst().a().get(0));
  }

  @Test
  void editsThatDoNotFitAreRefusedAndChangeNothing() {
    Trainer trainer = new Trainer(line(0.5, 1, 2, point(2, 5)));
    TrainerState before = trainer.capture();
    List<Edit> bad =
        List.of(
            new Edit.SetRate(Double.NaN),
            new Edit.SetParameter(ParameterRef.bias(1, 2), 1),
            new Edit.SetParameter(ParameterRef.bias(1, 1), Double.POSITIVE_INFINITY),
            new Edit.SetParameters(MatrixView.of(1, 3, 1, 2, 3)),
            new Edit.SetParameters(MatrixView.of(1, 2, 5, Double.NaN)),
            new Edit.SetActivation(2, ActivationSpec.RELU),
            new Edit.SetActivation(0, ActivationSpec.RELU),
            new Edit.SetData(Dataset.of(new double[][] {{1, 2}}, new double[][] {{1}})));
    for (Edit edit : bad) {
      assertThrows(IllegalArgumentException.class, () -> trainer.apply(edit));
      assertEquals(before, trainer.capture());
    }
  }

  @Test
  void memoryStaysWithTheRuleAndGoesWithAnother() {
    Experiment experiment =
        line(0.1, 1, 2, point(2, 5)).withOptimizer(new OptimizerSpec.Momentum(0.1, 0.5));
    Trainer trainer = new Trainer(experiment);
    trainer.step();
    double v = trainer.preview().layers().getFirst().w().memory().getFirst().before().get(0);
    assertNotEquals(0, v);
    trainer.apply(new Edit.SetRate(0.2));
    assertEquals(v, trainer.preview().layers().getFirst().w().memory().getFirst().before().get(0));
    trainer.apply(new Edit.SetOptimizer(new OptimizerSpec.Adam(0.1)));
    StepTrace step = trainer.preview();
    assertEquals("m", step.layers().getFirst().w().memory().get(0).name());
    assertEquals("v", step.layers().getFirst().b().memory().get(1).name());
    assertEquals(0, step.layers().getFirst().w().memory().get(0).before().get(0));
    // First step of Adam: the rate, whatever the gradient.
    double w = step.layers().getFirst().w().before().get(0);
    assertEquals(w + 0.1, step.layers().getFirst().w().after().get(0), 1e-7);
  }

  @Test
  void otherDataInTheMiddleOfAnEpochBeginsTheNext() {
    Experiment experiment =
        line(0.01, 1, 0, point(1, 1), point(2, 2), point(3, 3))
            .withBatch(new BatchSpec(1, new BatchSpec.Order.Fixed()));
    Trainer trainer = new Trainer(experiment);
    trainer.step();
    trainer.apply(new Edit.SetData(experiment.data()));
    assertEquals(0, trainer.epoch());
    assertEquals(List.of(1), trainer.preview().rows());
    Dataset four =
        Dataset.of(new double[][] {{1}, {2}, {3}, {4}}, new double[][] {{1}, {2}, {3}, {4}});
    trainer.apply(new Edit.SetData(four));
    assertEquals(1, trainer.epoch());
    assertEquals(List.of(0), trainer.preview().rows());
    for (int i = 0; i < 5; i++) {
      trainer.step();
    }
    assertEquals(2, trainer.epoch());
    TrainerState state = trainer.capture();
    Trainer other = new Trainer(experiment);
    other.restore(state);
    assertEquals(2, other.epoch());
    assertEquals(trainer.preview(), other.preview());
    assertEquals(state, other.capture());
  }

  @Test
  void stateOfAnotherShapeIsRefused() {
    Trainer trainer = new Trainer(line(0.1, 1, 0, point(1, 1)));
    TrainerState state = trainer.capture();
    TrainerState wrong =
        new TrainerState(state.experiment(), 0, MatrixView.of(1, 1, 1), state.memory());
    assertThrows(IllegalArgumentException.class, () -> trainer.restore(wrong));
  }

  private static Divergence divergence(Trainer trainer) {
    TrainerState before = trainer.capture();
    assertFalse(trainer.step());
    assertEquals(before, trainer.capture());
    assertFalse(trainer.step());
    trainer.preview();
    assertEquals(before, trainer.capture());
    return trainer.divergence().orElseThrow();
  }

  @Test
  void divergenceNamesTheFirstNumberThatIsNotFinite() {
    Trainer netInput = new Trainer(line(1, 1e300, 0, point(1e10, 0)));
    assertEquals(new Divergence(0, 0, 1, 1, Quantity.NET_INPUT), divergence(netInput));
    assertEquals(Double.POSITIVE_INFINITY, netInput.preview().layers().getFirst().z().get(0));
    Trainer loss = new Trainer(line(1, 1e200, 0, point(1, 0)));
    assertEquals(new Divergence(0, 0, 0, 0, Quantity.LOSS), divergence(loss));
    Trainer gradient =
        new Trainer(
            line(1, 1e150, 0, point(1e3, 0))
                .withLoss(LossSpec.SSE.withFactor(Factor.fixed(1e-200)))
                .withRegularisation(new RegularisationSpec(0, 1e200)));
    assertEquals(new Divergence(0, 0, 1, 1, Quantity.GRADIENT), divergence(gradient));
    Trainer parameter = new Trainer(line(1e300, 1, 0, point(1e10, 0)));
    assertEquals(new Divergence(0, 0, 1, 1, Quantity.PARAMETER), divergence(parameter));
    Experiment log =
        line(1, -1, 0, point(2, 0)).withLoss(new LossSpec(LossSpec.Kind.SQUARED_LOG, Factor.ONE));
    assertEquals(Quantity.LOSS, divergence(new Trainer(log)).quantity());
  }

  @Test
  void memoryThatOverflowsStopsTheRunToo() {
    Experiment experiment =
        line(1, 0, 0, point(1e160, 1)).withOptimizer(new OptimizerSpec.AdaGrad(1, 1e-8));
    assertEquals(Quantity.PARAMETER, divergence(new Trainer(experiment)).quantity());
  }

  @Test
  void infiniteDerivativeIsFoundInTheDeltas() {
    // BCE on an identity output of exactly 1 with target 0.5: ln 0 and 1/0.
    Experiment experiment =
        line(1, 1, 0, point(1, 0.5))
            .withLoss(new LossSpec(LossSpec.Kind.BINARY_CROSS_ENTROPY, Factor.ONE));
    assertEquals(Quantity.LOSS, divergence(new Trainer(experiment)).quantity());
    NetworkSpec two =
        NetworkSpec.of(
            1,
            LayerSpec.dense(1, ActivationSpec.IDENTITY),
            LayerSpec.dense(1, ActivationSpec.IDENTITY));
    // The output is 1e148 and its δ 2e145; on the way back that meets a weight of 1e308.
    Experiment steep =
        line(1, 0, 0, point(1, 0))
            .withNetwork(two)
            .withLoss(LossSpec.SSE.withFactor(Factor.fixed(1e-3)))
            .withInit(new InitSpec.Given(MatrixView.of(1, 4, 1e-160, 0, 1e308, 0)));
    assertEquals(new Divergence(0, 0, 1, 1, Quantity.DELTA), divergence(new Trainer(steep)));
  }

  @Test
  void editSetsADivergedRunGoingAgain() {
    Trainer trainer = new Trainer(line(1e300, 1, 0, point(1e10, 0)));
    assertFalse(trainer.step());
    trainer.apply(new Edit.SetRate(1e-25));
    assertTrue(trainer.divergence().isEmpty());
    assertTrue(trainer.step());
  }

  @Test
  void restoreForgetsADivergence() {
    Trainer trainer = new Trainer(line(1e300, 1, 0, point(1e10, 0)));
    TrainerState start = trainer.capture();
    assertFalse(trainer.step());
    trainer.restore(start);
    assertTrue(trainer.divergence().isEmpty());
  }

  @Test
  void seededMasksDropTheirShareAndDifferFromUpdateToUpdate() {
    LayerSpec drops = new LayerSpec(400, ActivationSpec.IDENTITY, true, false, 0.25);
    Experiment experiment =
        line(0, 1, 0, point(1, 1), point(2, 1))
            .withNetwork(NetworkSpec.of(1, drops, LayerSpec.dense(1, ActivationSpec.IDENTITY)))
            .withInit(new InitSpec.Constant(1));
    Trainer trainer = new Trainer(experiment);
    StepTrace first = trainer.preview();
    MatrixView mask = first.layers().getFirst().mask().orElseThrow();
    int zeros = 0;
    for (int i = 0; i < mask.size(); i++) {
      assertTrue(mask.get(i) == 0 || mask.get(i) == 1);
      zeros += mask.get(i) == 0 ? 1 : 0;
      double z = first.layers().getFirst().z().get(i);
      assertEquals(z * mask.get(i) / 0.75, first.layers().getFirst().a().get(i));
    }
    assertEquals(200, zeros, 45);
    trainer.step();
    assertNotEquals(mask, trainer.preview().layers().getFirst().mask().orElseThrow());
    // In inference nothing is dropped: 400 units of 2 or 3, and 1.
    assertEquals(MatrixView.of(2, 1, 801, 1201), trainer.evaluate().outputs());
  }

  @Test
  void previewLeavesTheReadingsOfTheLastStep() {
    Trainer trainer = new Trainer(line(0.5, 1, 2, point(2, 5)));
    trainer.step();
    assertEquals(Math.sqrt(5), trainer.gradientNorm());
    trainer.preview();
    trainer.evaluate();
    assertEquals(Math.sqrt(5), trainer.gradientNorm());
    assertEquals(0.5, trainer.batchLoss());
  }

  @Test
  void masksFollowTheSeedOfTheRestoredState() {
    LayerSpec drops = new LayerSpec(50, ActivationSpec.IDENTITY, true, false, 0.5);
    Experiment experiment =
        line(0.01, 1, 0, point(1, 1))
            .withNetwork(NetworkSpec.of(1, drops, LayerSpec.dense(1, ActivationSpec.IDENTITY)))
            .withInit(new InitSpec.Constant(1));
    Trainer one = new Trainer(experiment.withSeed(1));
    Trainer two = new Trainer(experiment.withSeed(2));
    assertNotEquals(one.preview(), two.preview());
    two.restore(one.capture());
    assertEquals(one.preview(), two.preview());
  }

  @Test
  void recorderKeepsWhatThePreviewsShow() {
    Experiment experiment =
        line(0.05, 1, 0, point(1, 3), point(2, 3), point(4, 3)).withBatch(BatchSpec.mini(2));
    Trainer trainer = new Trainer(experiment);
    StepRecorder recorder = trainer.record(3);
    assertEquals(0, recorder.count());
    List<StepTrace> steps = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      steps.add(trainer.preview());
      trainer.step();
    }
    assertEquals(3, recorder.count());
    assertEquals(4, recorder.newest());
    for (int i = 2; i < 5; i++) {
      assertEquals(steps.get(i).layers().getFirst().z(), recorder.z(i, 1));
      assertEquals(steps.get(i).layers().getFirst().a(), recorder.a(i, 1));
      assertEquals(steps.get(i).layers().getFirst().delta(), recorder.delta(i, 1));
      assertEquals(steps.get(i).dataLoss(), recorder.loss(i));
    }
    assertThrows(IndexOutOfBoundsException.class, () -> recorder.z(1, 1));
    assertThrows(IndexOutOfBoundsException.class, () -> recorder.loss(5));
    trainer.stopRecording();
    trainer.step();
    assertEquals(4, recorder.newest());
    assertThrows(IllegalArgumentException.class, () -> trainer.record(0));
  }
}
