package org.ladera.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.ladera.IceCream;
import org.ladera.Xor;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.Edit;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.NetworkSpec;

class SearchTest {
  private static Search found(Timeline timeline, Condition condition, long last) {
    Search search = new Search(timeline, condition);
    assertTrue(search.go(last, () -> false));
    return search;
  }

  @Test
  void theLossIsSaidToRiseWhereTheHistoryRises() {
    Timeline timeline = new Timeline(IceCream.experiment(0.01));
    timeline.seek(200);
    timeline.edit(new Edit.SetRate(0.012));
    Finding.Loss rise =
        (Finding.Loss) found(timeline, new Condition.LossRises(), 1500).finding().orElseThrow();
    assertTrue(rise.now() > rise.before());
    long at = timeline.update();
    Timeline again = new Timeline(IceCream.experiment(0.01));
    again.seek(200);
    again.edit(new Edit.SetRate(0.012));
    // The loss of an epoch is J before its update.
    again.seek(at - 1);
    assertEquals(again.evaluate().totalLoss(), rise.now(), 1e-12);
    again.seek(at - 2);
    assertEquals(again.evaluate().totalLoss(), rise.before(), 1e-12);
    for (long before = 200; before < at - 1; before++) {
      again.seek(before - 1);
      double earlier = again.evaluate().totalLoss();
      again.seek(before);
      assertTrue(again.evaluate().totalLoss() <= earlier, "no rise before, at " + before);
    }
  }

  @Test
  void aRiseIsFoundAgainAfterARewindFromWhereverTheSearchBegins() {
    Experiment noisy = IceCream.experiment(0.004).withBatch(BatchSpec.mini(5));
    Timeline timeline = new Timeline(noisy);
    found(timeline, new Condition.LossRises(), 4000);
    long first = timeline.update();
    assertTrue(first > 8 && first < 4000, "rises at " + first);
    timeline.seek(first + 500);
    for (long from : new long[] {0, first / 2, first - 5, first - 1}) {
      timeline.seek(from);
      found(timeline, new Condition.LossRises(), 4000);
      assertEquals(first, timeline.update(), "from " + from);
    }
  }

  @Test
  void aSearchInSlicesFindsWhatOneWithoutRestFinds() {
    Timeline whole = new Timeline(Xor.thesis());
    Condition flat = new Condition.GradientBelow(0.001);
    found(whole, flat, 200_000);
    Timeline sliced = new Timeline(Xor.thesis());
    Search search = new Search(sliced, flat);
    int slices = 1;
    while (!search.go(200_000, () -> true)) {
      slices++;
    }
    assertTrue(slices > 10, "slices " + slices + ", updates " + whole.update());
    assertEquals(whole.update(), sliced.update());
    assertEquals(whole.state().parameters(), sliced.state().parameters());
    assertInstanceOf(Finding.Gradient.class, search.finding().orElseThrow());
  }

  @Test
  void aSeekInSlicesArrivesWhereOneWithoutRestArrives() {
    Timeline whole = new Timeline(Xor.thesis());
    whole.seek(5000);
    Timeline sliced = new Timeline(Xor.thesis());
    int slices = 1;
    while (!sliced.seek(5000, () -> true)) {
      slices++;
    }
    assertTrue(slices > 10, "slices " + slices);
    assertEquals(whole.state().parameters(), sliced.state().parameters());
    while (!sliced.seek(777, () -> true)) {}
    whole.seek(777);
    assertEquals(whole.state().parameters(), sliced.state().parameters());
  }

  @Test
  void aDeadUnitIsNamedAtTheUpdateThatSawItSilent() {
    // Unit 2 loses: its bias falls with every update, until no example reaches it.
    NetworkSpec network =
        NetworkSpec.of(
            1,
            LayerSpec.dense(2, ActivationSpec.RELU),
            LayerSpec.dense(1, ActivationSpec.IDENTITY));
    Experiment experiment =
        IceCream.experiment(0.01)
            .withData(Dataset.of(new double[][] {{0.5}, {1}}, new double[][] {{-1}, {-2}}))
            .withNetwork(network)
            .withInit(new InitSpec.Given(MatrixView.of(1, 7, 1, 0.2, 0, 0.1, -1, 1, 0)));
    Timeline timeline = new Timeline(experiment);
    Search search = found(timeline, new Condition.UnitDies(), 5000);
    Finding.Dead dead = (Finding.Dead) search.finding().orElseThrow();
    assertEquals(1, dead.unit().layer());
    assertEquals(2, dead.unit().unit());
    long at = timeline.update();
    timeline.seek(at - 1);
    double[] theta = timeline.parameters();
    assertTrue(0.5 * theta[1] + theta[3] <= 0 && theta[1] + theta[3] <= 0, "silent then");
    timeline.seek(at - 2);
    theta = timeline.parameters();
    assertTrue(Math.max(0.5 * theta[1], theta[1]) + theta[3] > 0, "not silent before");
  }

  @Test
  void theSignThatChangedIsNamed() {
    Timeline timeline = new Timeline(IceCream.experiment(0.01));
    Search search = found(timeline, new Condition.WeightChangesSign(), 1500);
    Finding.Sign sign = (Finding.Sign) search.finding().orElseThrow();
    assertTrue(sign.before() * sign.now() < 0);
    int index = timeline.layout().indexOf(sign.parameter());
    assertEquals(sign.now(), timeline.parameters()[index]);
    timeline.seek(timeline.update() - 1);
    assertEquals(sign.before(), timeline.parameters()[index]);
  }

  @Test
  void aConditionThatNeverHoldsEndsAtTheLimitAndADivergedRunWhereItsNumbersEnd() {
    Timeline calm = new Timeline(IceCream.experiment(0.01));
    assertFalse(found(calm, new Condition.LossRises(), 300).finding().isPresent());
    assertEquals(300, calm.update());
    Timeline wild = new Timeline(IceCream.experiment(1));
    assertFalse(found(wild, new Condition.GradientBelow(1e-9), 5000).finding().isPresent());
    assertTrue(wild.divergence().isPresent());
  }
}
