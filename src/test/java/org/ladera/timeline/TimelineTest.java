package org.ladera.timeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ladera.IceCream;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.Edit;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.trace.LayerTrace;
import org.ladera.engine.trace.StepTrace;
import org.ladera.engine.train.TrainerState;

class TimelineTest {
  private static Experiment restless() {
    return IceCream.experiment(0.01)
        .withNetwork(
            NetworkSpec.of(
                1,
                new LayerSpec(5, ActivationSpec.SIGMOID, true, true, 0.3),
                LayerSpec.dense(1, ActivationSpec.IDENTITY)))
        .withInit(new InitSpec.Normal(0, 1))
        .withOptimizer(new OptimizerSpec.Adam(0.01))
        .withBatch(BatchSpec.mini(5));
  }

  private static double[] at(Experiment experiment, long update) {
    Timeline timeline = new Timeline(experiment);
    while (timeline.update() < update) {
      assertTrue(timeline.forward());
    }
    return timeline.parameters();
  }

  @Test
  void seekingAnywhereEqualsHavingRunThereBitForBit() {
    Timeline timeline = new Timeline(restless());
    timeline.seek(700);
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 25; i++) {
      long update = random.nextLong(900);
      timeline.seek(update);
      assertEquals(update, timeline.update());
      assertArrayEquals(at(restless(), update), timeline.parameters(), 0.0);
    }
  }

  @Test
  void anEditBelongsToTheRunWhereverItIsSoughtFrom() {
    Timeline timeline = new Timeline(restless());
    timeline.seek(100);
    timeline.edit(new Edit.SetRate(0.05));
    timeline.seek(150);
    timeline.edit(new Edit.SetParameter(ParameterRef.bias(2, 1), 0.25));
    timeline.edit(new Edit.SetOptimizer(new OptimizerSpec.Momentum(0.001, 0.9)));
    timeline.seek(400);
    double[] there = timeline.parameters();
    for (long back : new long[] {0, 99, 100, 101, 149, 150, 151, 399}) {
      timeline.seek(back);
      timeline.seek(400);
      assertArrayEquals(there, timeline.parameters(), 0.0, "by way of " + back);
    }
    timeline.seek(50);
    assertEquals(0.01, timeline.experiment().optimizer().rate());
    timeline.seek(120);
    assertEquals(0.05, timeline.experiment().optimizer().rate());
  }

  @Test
  void anEditInThePastForgetsTheFuture() {
    Timeline timeline = new Timeline(IceCream.experiment(0.01));
    timeline.seek(300);
    timeline.seek(100);
    timeline.edit(new Edit.SetRate(0.005));
    assertEquals(100, timeline.reached());
    timeline.seek(200);
    History history = timeline.history(timeline.evaluate());
    assertEquals(200, history.epoch(history.count() - 1));
    Timeline direct = new Timeline(IceCream.experiment(0.01));
    direct.seek(100);
    direct.edit(new Edit.SetRate(0.005));
    direct.seek(200);
    assertArrayEquals(direct.parameters(), timeline.parameters(), 0.0);
  }

  @Test
  void historyHoldsTheLossOfTheThesisAtItsEpochs() {
    Timeline timeline = new Timeline(IceCream.experiment(0.01));
    timeline.seek(1500);
    History history = timeline.history(timeline.evaluate());
    assertEquals(1501, history.count());
    // SSE of the annex; the loss here is half of it.
    assertEquals(74.24158937553847 / 2, history.loss(0), 1e-12);
    assertEquals(56.63487309723787 / 2, history.loss(1), 1e-12);
    assertEquals(1.554692312261467 / 2, history.loss(1499), 1e-11);
    assertEquals(1.5546844882202795 / 2, history.loss(1500), 1e-11);
  }

  @Test
  void longRunsKeepABoundedHistoryFromTheirFirstToTheirLastUpdate() {
    Timeline timeline = new Timeline(IceCream.experiment(0.001));
    timeline.seek(50_000);
    History history = timeline.history(timeline.evaluate());
    Trajectory path = timeline.trajectory(timeline.evaluate().totalLoss(), timeline::parameters);
    assertTrue(history.count() <= 4097 && history.count() > 1000, "points " + history.count());
    assertTrue(path.count() <= 4097 && path.count() > 1000, "points " + path.count());
    for (int i = 1; i < 64; i++) {
      assertEquals(i, history.epoch(i));
      assertEquals(i, path.update(i));
    }
    assertEquals(50_000, path.update(path.count() - 1));
    assertEquals(50_000, history.epoch(history.count() - 1));
    timeline.seek(31_234);
    assertArrayEquals(at(IceCream.experiment(0.001), 31_234), timeline.parameters(), 0.0);
  }

  @Test
  void everyPointOfThePathLiesAtItsTrueLoss() {
    Timeline timeline = new Timeline(IceCream.experiment(0.01).withBatch(BatchSpec.STOCHASTIC));
    timeline.seek(80);
    Trajectory path = timeline.trajectory(timeline.evaluate().totalLoss(), timeline::parameters);
    var data = IceCream.data();
    for (int p = 0; p < path.count(); p++) {
      double sum = 0;
      for (int i = 0; i < 16; i++) {
        double r = path.get(p, 0) * data.x().get(i, 0) + path.get(p, 1) - data.y().get(i, 0);
        sum += r * r;
      }
      assertEquals(sum / 2, path.loss(p), 1e-12 * sum);
    }
  }

  @Test
  void growingEpochsAreCountedFromTheLastFallingOne() {
    Timeline timeline = new Timeline(IceCream.experiment(0.012));
    timeline.seek(13);
    Growth growth = timeline.growth();
    assertEquals(12, growth.epochs());
    assertEquals(0, growth.fromEpoch());
    assertEquals(74.24158937553847 / 2, growth.before(), 1e-12);
    Timeline calm = new Timeline(IceCream.experiment(0.01));
    calm.seek(500);
    assertEquals(0, calm.growth().epochs());
  }

  @Test
  void aRunStopsWhereItsNumbersEnd() {
    Timeline timeline = new Timeline(IceCream.experiment(1));
    timeline.seek(5000);
    assertTrue(timeline.divergence().isPresent());
    long stopped = timeline.update();
    assertEquals(stopped, timeline.divergence().get().update());
    timeline.seek(stopped - 3);
    assertTrue(timeline.divergence().isEmpty(), "before the end the run is well");
    timeline.seek(5000);
    assertEquals(stopped, timeline.update());
  }

  @Test
  void aForkSharesThePastAndNothingElse() {
    Timeline timeline = new Timeline(restless());
    timeline.seek(500);
    double[] end = timeline.parameters();
    timeline.seek(203);
    Timeline fork = timeline.fork();
    fork.edit(new Edit.SetRate(0.2));
    fork.seek(500);
    timeline.seek(500);
    assertArrayEquals(end, timeline.parameters(), 0.0);
    fork.seek(100);
    assertArrayEquals(at(restless(), 100), fork.parameters(), 0.0);
    Timeline direct = new Timeline(restless());
    direct.seek(203);
    direct.edit(new Edit.SetRate(0.2));
    direct.seek(450);
    fork.seek(450);
    assertArrayEquals(direct.parameters(), fork.parameters(), 0.0);
  }

  @Test
  void aConditionStopsTheRunAtTheUpdateThatMeetsIt() {
    Timeline timeline = new Timeline(IceCream.experiment(0.01));
    assertTrue(seek(timeline, new Condition.GradientBelow(0.5), 1500));
    long met = timeline.update();
    timeline.seek(met - 2);
    assertTrue(timeline.evaluate().gradientNorm() >= 0.5);
    timeline.seek(met - 1);
    assertTrue(timeline.evaluate().gradientNorm() < 0.5);

    Timeline signs = new Timeline(IceCream.experiment(0.01));
    assertTrue(seek(signs, new Condition.WeightChangesSign(), 1500));
    double[] after = signs.parameters();
    signs.seek(signs.update() - 1);
    double[] before = signs.parameters();
    assertTrue(before[0] * after[0] < 0 || before[1] * after[1] < 0);

    Timeline falling = new Timeline(IceCream.experiment(0.01));
    assertTrue(!seek(falling, new Condition.LossRises(), 300));
    assertEquals(300, falling.update());
  }

  @Test
  void normsOfEachLayerAreThoseOfTheUpdatesThemselves() {
    Timeline timeline = new Timeline(restless());
    timeline.seek(50);
    Norms norms = timeline.norms();
    assertEquals(50, norms.count());
    Timeline again = new Timeline(restless());
    for (int point : new int[] {0, 7, 49}) {
      again.seek(norms.update(point));
      StepTrace step = again.preview();
      for (int layer = 1; layer <= 2; layer++) {
        LayerTrace l = step.layers().get(layer - 1);
        assertEquals(norm(l.delta()), norms.delta(point, layer), 1e-12);
        assertEquals(norm(l.w().gradient()), norms.gradient(point, layer), 1e-12);
      }
    }
  }

  private static double norm(MatrixView m) {
    double sum = 0;
    for (double v : m.toArray()) {
      sum += v * v;
    }
    return Math.sqrt(sum);
  }

  @Test
  void normsStayBoundedAndEndWhereAnEditCutsTheRun() {
    Timeline timeline = new Timeline(IceCream.experiment(0.001));
    timeline.seek(50_000);
    Norms norms = timeline.norms();
    assertTrue(norms.count() <= 1024 && norms.count() > 400, "points " + norms.count());
    assertTrue(norms.update(norms.count() - 1) > 49_000);
    timeline.seek(20_000);
    assertEquals(norms.count(), timeline.norms().count(), "looking back keeps the future");
    timeline.edit(new Edit.SetRate(0.002));
    Norms cut = timeline.norms();
    assertTrue(cut.update(cut.count() - 1) < 20_000);
  }

  @Test
  void puttingBackLeadsToTheLastWholeUpdateBitForBit() {
    Timeline timeline = new Timeline(restless());
    timeline.seek(137);
    timeline.edit(new Edit.SetRate(0.005));
    timeline.seek(171);
    TrainerState there = timeline.state();
    timeline.putBack();
    assertEquals(there, timeline.state());
    assertEquals(171, timeline.reached());
  }

  @Test
  void anEditThatCannotBeDoneIsNoPartOfTheRecipe() {
    Timeline timeline = new Timeline(IceCream.experiment(0.01));
    timeline.seek(10);
    Edit impossible = new Edit.SetParameters(MatrixView.of(1, 3, 1, 2, 3));
    assertThrows(IllegalArgumentException.class, () -> timeline.edit(impossible));
    assertEquals(List.of(), timeline.recipe().edits());
    timeline.putBack();
    timeline.seek(20);
    Timeline plain = new Timeline(IceCream.experiment(0.01));
    plain.seek(20);
    assertEquals(plain.state(), timeline.state());
  }

  private static boolean seek(Timeline timeline, Condition condition, long last) {
    Search search = new Search(timeline, condition);
    search.go(last, () -> false);
    return search.finding().isPresent();
  }
}
