package org.ladera.landscape.gradient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ladera.IceCream;
import org.ladera.Xor;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.oracle.Case;
import org.ladera.engine.proof.RandomNetworks;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.spec.RegularisationSpec;
import org.ladera.engine.spec.ScheduleSpec;
import org.ladera.engine.trace.StepTrace;
import org.ladera.engine.train.Trainer;
import org.ladera.landscape.gradient.Inspection.Stillness;

/** One derivative from all sides, and whole gradients of every kind of network. */
class InspectionTest {
  private static final long PLENTY = 1_000_000_000;

  private static StepTrace after(Experiment experiment, int updates) {
    Trainer trainer = new Trainer(experiment);
    for (int i = 0; i < updates; i++) {
      trainer.step();
    }
    return trainer.preview();
  }

  private static GradientReport all(StepTrace trace, LossSpec loss) {
    return new GradientCheck(trace, loss).all(10_000, PLENTY, () -> false);
  }

  private static GradientReport all(StepTrace trace) {
    return all(trace, trace.experiment().loss());
  }

  /** One hidden unit of the activation, a linear output; x → w·x + b → v·f. */
  private static Experiment chain(
      ActivationSpec f, double w, double b, double v, double[][] x, double[][] y) {
    return new Experiment(
        Dataset.of(x, y),
        NetworkSpec.of(
            1,
            LayerSpec.dense(1, f),
            LayerSpec.dense(1, new ActivationSpec(ActivationSpec.Kind.IDENTITY, 0)).withoutBias()),
        LossSpec.HALF_SSE,
        RegularisationSpec.NONE,
        new OptimizerSpec.Sgd(0.1),
        new ScheduleSpec.Constant(),
        BatchSpec.FULL,
        new InitSpec.Given(MatrixView.of(1, 3, w, b, v)),
        1);
  }

  private static final ActivationSpec RELU = new ActivationSpec(ActivationSpec.Kind.RELU, 0);

  private static Inspection inspect(Experiment experiment, ParameterRef parameter) {
    return new GradientCheck(after(experiment, 0)).inspect(parameter, 1e-3, PLENTY);
  }

  @Test
  void theGradientOfTheThesisProgramIsTheOraclesAndThatOfItsErrorTwiceAsMuch() {
    Case first = Case.load("b-xor-annex-gd").at("first_steps").at(0);
    double[][] hidden = first.at("d_wih").matrix();
    double[][] output = first.at("d_who").matrix();
    GradientCheck check = new GradientCheck(after(Xor.thesis(), 0), LossSpec.SSE);
    for (int l = 1; l <= 2; l++) {
      double[][] oracle = l == 1 ? hidden : output;
      for (int k = 0; k < oracle.length; k++) {
        for (int j = 0; j < oracle[k].length; j++) {
          Inspection found = check.inspect(ParameterRef.weight(l, k + 1, j + 1), 1e-3, PLENTY);
          assertEquals(oracle[k][j], found.comparison().backprop(), 1e-15);
          assertEquals(2 * oracle[k][j], found.comparison().dual(), 1e-15);
          assertEquals(2 * oracle[k][j], found.richardson(), 1e-12);
          // The truncation of a central difference is of the order of h².
          assertEquals(2 * oracle[k][j], found.central(), 1e-6);
        }
      }
    }
  }

  @Test
  void theRatioStaysTwoWhileTheNetworkLearns() {
    for (int updates : new int[] {1, 100, 999, 3999}) {
      GradientReport report = all(after(Xor.thesis(), updates), LossSpec.SSE);
      assertEquals(updates, report.update());
      assertFalse(report.passes());
      assertEquals(2, report.commonRatio().orElseThrow(), 1e-9);
    }
  }

  @Test
  void everyKindOfNetworkPasses() {
    int checked = 0;
    for (Experiment experiment : RandomNetworks.all()) {
      GradientReport report = all(after(experiment, 0));
      assertTrue(report.isNumber(), experiment.toString());
      assertTrue(report.passes(), () -> experiment + "\n" + report.worst().orElseThrow());
      checked += report.checked();
    }
    assertTrue(checked > 10_000, "checked " + checked);
  }

  @Test
  void anotherFactorIsFoundInEveryKindOfNetworkWithoutAPenalty() {
    int found = 0;
    for (Experiment experiment : RandomNetworks.all()) {
      boolean root = experiment.loss().kind() == LossSpec.Kind.ROOT_SQUARED;
      if (root || !experiment.regularisation().equals(RegularisationSpec.NONE)) {
        continue;
      }
      StepTrace trace = after(experiment, 0);
      double factor = 3 * trace.factor();
      LossSpec claimed = experiment.loss().withFactor(org.ladera.engine.spec.Factor.fixed(factor));
      GradientReport report = all(trace, claimed);
      boolean nothing = report.compared().stream().allMatch(c -> Math.abs(c.dual()) < 1e-12);
      if (!nothing) {
        found++;
        assertFalse(report.passes(), experiment.toString());
        assertEquals(3, report.worst().orElseThrow().ratio(), 1e-8, experiment.toString());
      }
    }
    assertTrue(found > 200, "found " + found);
  }

  @Test
  void theCurveOfErrorsIsAVInEverySmoothNetwork() {
    int curves = 0;
    for (Experiment experiment : RandomNetworks.all().stream().skip(3).toList()) {
      ActivationSpec.Kind hidden = experiment.network().layers().getFirst().activation().kind();
      boolean smooth =
          (hidden == ActivationSpec.Kind.TANH || hidden == ActivationSpec.Kind.SIGMOID)
              && experiment.loss().kind() == LossSpec.Kind.SQUARED
              && experiment.regularisation().l1() == 0;
      if (!smooth) {
        continue;
      }
      GradientCheck check = new GradientCheck(after(experiment, 0));
      for (int p = 0; p < check.layout().count(); p += 3) {
        Inspection found = check.inspect(check.layout().refAt(p), 1e-3, PLENTY);
        if (found.kink().isEmpty() && Math.abs(found.comparison().dual()) > 1e-3) {
          curves++;
          isV(found, experiment + " " + found.comparison());
        }
      }
    }
    assertTrue(curves >= 20, "curves " + curves);
  }

  private static void isV(Inspection found, String what) {
    List<Inspection.ErrorAt> errors = found.errors();
    double best = found.best().orElseThrow().relativeError();
    assertTrue(best < 1e-7, what + " best " + best);
    // Truncation: from h = 1e-1 to 1e-2 the error falls by about 10², unless rounding ends it.
    double coarse = at(errors, 1e-1);
    double finer = at(errors, 1e-2);
    assertTrue(finer < coarse / 20 || coarse < 1e-9, what + " " + coarse + " " + finer);
    // Rounding: at 1e-12 at least a hundred times worse than the best.
    assertTrue(errors.getLast().relativeError() > 100 * best, what);
  }

  private static double at(List<Inspection.ErrorAt> errors, double step) {
    return errors.stream()
        .filter(e -> Math.abs(e.step() / step - 1) < 1e-9)
        .findFirst()
        .orElseThrow()
        .relativeError();
  }

  @Test
  void aSmallerBudgetGivesAShorterCurve() {
    GradientCheck check = new GradientCheck(after(Xor.thesis(), 0));
    ParameterRef w = ParameterRef.weight(1, 1, 1);
    assertEquals(49, check.inspect(w, 1e-3, PLENTY).errors().size());
    // One evaluation takes 36 products.
    assertEquals(13, check.inspect(w, 1e-3, 36 * 20).errors().size());
  }

  @Test
  void aDeadUnitAMissingInputAndAPerfectFitAreToldApart() {
    double[][] x = {{1}, {2}};
    double[][] y = {{1}, {3}};
    // z = −1·x − 1 is negative for both examples.
    Inspection dead = inspect(chain(RELU, -1, -1, 1, x, y), ParameterRef.weight(1, 1, 1));
    assertTrue(dead.comparison().isNothing() && dead.errors().isEmpty());
    assertEquals(Stillness.UNIT_OFF, dead.stillness());
    Inspection behind = inspect(chain(RELU, -1, -1, 1, x, y), ParameterRef.weight(2, 1, 1));
    assertEquals(Stillness.INPUT_OFF, behind.stillness());
    // Without a weight to the output nothing comes back.
    Inspection cut = inspect(chain(RELU, 1, 1, 0, x, y), ParameterRef.weight(1, 1, 1));
    assertEquals(Stillness.NO_DELTA, cut.stillness());
    Inspection alive = inspect(chain(RELU, 1, 1, 1, x, y), ParameterRef.weight(1, 1, 1));
    assertEquals(Stillness.NONE, alive.stillness());
  }

  @Test
  void aKinkIsSeenWhereItIs() {
    double[][] x = {{1}, {2}};
    double[][] y = {{1}, {3}};
    // z = 0.05 at x = 1: moved by 0.1 the unit bends, moved by 0.01 it does not.
    Inspection near = inspect(chain(RELU, 1, -0.95, 1, x, y), ParameterRef.weight(1, 1, 1));
    assertEquals(0.1, near.kink().orElseThrow(), 1e-12);
    Inspection on = inspect(chain(RELU, 1, -1, 1, x, y), ParameterRef.weight(1, 1, 1));
    assertEquals(0, on.kink().orElseThrow());
    assertTrue(on.comparison().passes());
    Inspection smooth =
        inspect(
            chain(new ActivationSpec(ActivationSpec.Kind.TANH, 0), 1, -1, 1, x, y),
            ParameterRef.weight(1, 1, 1));
    assertTrue(smooth.kink().isEmpty());
  }

  @Test
  void aLossThatIsNoNumberIsNotCalledRight() {
    double[][] x = {{1e200}};
    double[][] y = {{1}};
    Experiment e = chain(RELU, 1e200, 0, 1e200, x, y);
    Inspection found = inspect(e, ParameterRef.weight(1, 1, 1));
    assertFalse(found.comparison().isNumber());
    assertFalse(found.comparison().passes());
    GradientReport report = all(after(e, 0));
    assertFalse(report.isNumber() || report.passes());
  }

  @Test
  void atTheMinimumRoundingIsNotAMistake() {
    // The least-squares line itself: every derivative is what rounding leaves of large numbers.
    double[][] x = {{31.7}, {28.3}, {35.1}, {22.9}};
    double[][] y = new double[4][1];
    for (int i = 0; i < 4; i++) {
      y[i][0] = 1.7 * x[i][0] - 13.3 + (i % 2 == 0 ? 1e-3 : -1e-3);
    }
    Experiment e =
        new Experiment(
            Dataset.of(x, y),
            NetworkSpec.of(
                1, LayerSpec.dense(1, new ActivationSpec(ActivationSpec.Kind.IDENTITY, 0))),
            LossSpec.HALF_SSE,
            RegularisationSpec.NONE,
            new OptimizerSpec.Sgd(1e-4),
            new ScheduleSpec.Constant(),
            BatchSpec.FULL,
            new InitSpec.Given(minimum(x, y)),
            1);
    GradientReport report = all(after(e, 0));
    double largest =
        report.compared().stream().mapToDouble(c -> Math.abs(c.dual())).max().orElseThrow();
    assertTrue(largest < 1e-9, "not at the minimum: " + largest);
    assertTrue(report.passes(), report.toString());
  }

  private static MatrixView minimum(double[][] x, double[][] y) {
    int n = x.length;
    double mx = Arrays.stream(x).mapToDouble(r -> r[0]).sum() / n;
    double my = Arrays.stream(y).mapToDouble(r -> r[0]).sum() / n;
    double xy = 0;
    double xx = 0;
    for (int i = 0; i < n; i++) {
      xy += (x[i][0] - mx) * (y[i][0] - my);
      xx += (x[i][0] - mx) * (x[i][0] - mx);
    }
    return MatrixView.of(1, 2, xy / xx, my - xy / xx * mx);
  }

  @Test
  void onAPlateauALostFactorIsSeenAsWell() {
    // Saturated sigmoids: derivatives of 1e-14 and less.
    Experiment e =
        chain(
            new ActivationSpec(ActivationSpec.Kind.SIGMOID, 0),
            1,
            30,
            1,
            new double[][] {{1}, {2}},
            new double[][] {{0}, {0.5}});
    StepTrace trace = after(e, 0);
    Inspection small = new GradientCheck(trace).inspect(ParameterRef.weight(1, 1, 1), 1e-3, PLENTY);
    assertTrue(Math.abs(small.comparison().dual()) < 1e-12);
    assertTrue(all(trace).passes());
    GradientReport wrong = all(trace, LossSpec.SSE);
    assertEquals(3, wrong.compared().stream().filter(c -> !c.passes()).count());
  }

  @Test
  void aParabolaHasNoTruncation() {
    Inspection found = inspect(IceCream.experiment(0.01), ParameterRef.weight(1, 1, 1));
    found.errors().stream()
        .filter(e -> e.step() > 1e-3)
        .forEach(e -> assertTrue(e.relativeError() < 1e-10, e.toString()));
  }

  @Test
  void theBatchOfTheMomentIsChecked() {
    Experiment one = Xor.thesis().withBatch(new BatchSpec(1, new BatchSpec.Order.Fixed()));
    StepTrace third = after(one, 2);
    assertEquals(List.of(2), third.rows());
    GradientReport report = all(third);
    assertTrue(report.passes());
    // The third example is (1, 0): weights from the second input cannot move its loss.
    Comparison silent =
        report.compared().stream()
            .filter(c -> c.parameter().equals(ParameterRef.weight(1, 2, 1)))
            .findFirst()
            .orElseThrow();
    assertTrue(silent.isNothing());
  }
}
