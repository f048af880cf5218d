package org.ladera.landscape.gradient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ladera.IceCream;
import org.ladera.engine.data.Dataset;
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

class GradientCheckTest {
  private static final long PLENTY = 1_000_000_000;

  /** The XOR program of the thesis: it descends half of the error it prints. */
  private static Experiment thesisXor() {
    return new Experiment(
        Dataset.of(
            new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}, new double[][] {{0}, {1}, {1}, {0}}),
        NetworkSpec.of(
            2,
            LayerSpec.dense(3, ActivationSpec.SIGMOID).withoutBias(),
            LayerSpec.dense(1, ActivationSpec.SIGMOID).withoutBias()),
        LossSpec.HALF_SSE,
        RegularisationSpec.NONE,
        new OptimizerSpec.Sgd(1),
        new ScheduleSpec.Constant(),
        BatchSpec.FULL,
        new InitSpec.NumpyRandom(1685, 1, 0),
        1685);
  }

  private static StepTrace preview(Experiment experiment) {
    return new Trainer(experiment).preview();
  }

  private static GradientReport all(GradientCheck check) {
    return check.all(10_000, PLENTY, () -> false);
  }

  private static Inspection inspect(ParameterRef parameter, double step) {
    return new GradientCheck(preview(thesisXor())).inspect(parameter, step, PLENTY);
  }

  @Test
  void theThesisProgramLosesAFactorOfTwoInEveryWeight() {
    GradientReport report = all(new GradientCheck(preview(thesisXor()), LossSpec.SSE));
    assertEquals(9, report.checked());
    report.compared().forEach(c -> assertEquals(2, c.ratio(), 1e-12, c.toString()));
    assertEquals(2, report.commonRatio().orElseThrow(), 1e-12);
    assertFalse(report.passes());
    assertTrue(all(new GradientCheck(preview(thesisXor()))).passes());
  }

  @Test
  void fourWaysToOneDerivativeAgreeAsFarAsTheyCan() {
    Inspection d = inspect(ParameterRef.weight(1, 2, 1), 1e-5);
    double dual = d.comparison().dual();
    assertEquals(dual, d.comparison().backprop(), 1e-14);
    assertEquals(dual, d.central(), 1e-9);
    assertEquals(dual, d.richardson(), 1e-11);
  }

  @Test
  void theErrorOfTheCentralDifferenceHasItsSmallestValueInBetween() {
    List<Inspection.ErrorAt> errors = inspect(ParameterRef.weight(1, 2, 1), 1e-3).errors();
    double best =
        errors.stream()
            .min(Comparator.comparingDouble(Inspection.ErrorAt::relativeError))
            .orElseThrow()
            .step();
    assertTrue(best < 1e-3 && best > 1e-7, "best step " + best);
    assertTrue(errors.getFirst().relativeError() > 1e-3);
    assertTrue(errors.getLast().relativeError() > 1e-7);
  }

  @Test
  void aWrongGradientIsFoundAndItsWorstParameterNamed() {
    StepTrace trace = preview(IceCream.experiment(0.01));
    GradientReport report = all(new GradientCheck(trace, LossSpec.SSE));
    assertFalse(report.passes());
    assertEquals(2, report.checked());
    Comparison worst = report.worst().orElseThrow();
    assertEquals(2 * worst.backprop(), worst.dual(), 1e-9 * Math.abs(worst.dual()));
  }

  @Test
  void normalisationDropoutAndPenaltiesAreChecked() {
    for (LossSpec.Kind kind : LossSpec.Kind.values()) {
      boolean classes = kind.name().endsWith("ENTROPY");
      Experiment experiment =
          new Experiment(
              Dataset.of(
                  new double[][] {{0.3, -1}, {0.8, 1.2}, {-0.7, 0.4}, {1.5, -0.2}, {0, 0.9}},
                  new double[][] {{1, 0}, {0, 1}, {0, 1}, {1, 0}, {0, 1}}),
              NetworkSpec.of(
                  2,
                  new LayerSpec(4, ActivationSpec.TANH, true, true, 0.25),
                  new LayerSpec(3, ActivationSpec.elu(0.7), true, false, 0),
                  LayerSpec.dense(2, classes ? ActivationSpec.SOFTMAX : ActivationSpec.SOFTPLUS)),
              LossSpec.SSE.withFactor(org.ladera.engine.spec.Factor.PER_SAMPLE),
              new RegularisationSpec(0.01, 0.03),
              new OptimizerSpec.Adam(0.01),
              new ScheduleSpec.Constant(),
              BatchSpec.FULL,
              new InitSpec.Normal(0, 0.8),
              7);
      experiment = experiment.withLoss(new LossSpec(kind, experiment.loss().factor()));
      GradientReport report = all(new GradientCheck(preview(experiment)));
      assertEquals(report.parameters(), report.checked());
      assertTrue(report.passes(), kind + " " + report);
    }
  }

  @Test
  void ofALargeNetworkChosenParametersAreChecked() {
    Experiment e = thesisXor();
    GradientCheck check = new GradientCheck(preview(e));
    GradientReport few = check.all(4, PLENTY, () -> false);
    assertTrue(few.checked() <= 4 && few.checked() > 1);
    assertEquals(9, few.parameters());
    // Four examples and nine parameters: 36 products for one derivative.
    assertEquals(3, check.all(9, 3 * 36, () -> false).checked());
    assertEquals(0, check.all(9, 35, () -> false).checked());
    assertEquals(0, check.all(9, PLENTY, () -> true).checked());
  }
}
