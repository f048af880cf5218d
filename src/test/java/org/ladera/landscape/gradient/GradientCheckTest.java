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
        ScheduleSpec.CONSTANT,
        BatchSpec.FULL,
        new InitSpec.NumpyRandom(1685, 1, 0),
        1685);
  }

  private static StepTrace preview(Experiment experiment) {
    return new Trainer(experiment).preview();
  }

  @Test
  void theThesisProgramLosesAFactorOfTwoInEveryWeight() {
    GradientCheck check = new GradientCheck(preview(thesisXor()), LossSpec.SSE);
    for (int i = 0; i < check.layout().count(); i++) {
      assertEquals(2, check.of(check.layout().refAt(i), 1e-4).ratio(), 1e-9);
    }
    assertFalse(check.all(100, () -> false).passes());
    assertTrue(new GradientCheck(preview(thesisXor())).all(100, () -> false).passes());
  }

  @Test
  void fourWaysToOneDerivativeAgreeAsFarAsTheyCan() {
    GradientCheck.Derivative d =
        new GradientCheck(preview(thesisXor())).of(ParameterRef.weight(1, 2, 1), 1e-5);
    assertEquals(d.dual(), d.backprop(), 1e-14);
    assertEquals(d.dual(), d.central(), 1e-9);
    assertEquals(d.dual(), d.richardson(), 1e-11);
  }

  @Test
  void theErrorOfTheCentralDifferenceHasItsSmallestValueInBetween() {
    List<GradientCheck.ErrorAt> errors =
        new GradientCheck(preview(thesisXor())).errors(ParameterRef.weight(1, 2, 1));
    double best =
        errors.stream()
            .min(Comparator.comparingDouble(GradientCheck.ErrorAt::relativeError))
            .orElseThrow()
            .step();
    assertTrue(best < 1e-3 && best > 1e-7, "best step " + best);
    assertTrue(errors.getFirst().relativeError() > 1e-3);
    assertTrue(errors.getLast().relativeError() > 1e-7);
  }

  @Test
  void aWrongGradientIsFoundAndItsWorstParameterNamed() {
    StepTrace trace = preview(IceCream.experiment(0.01));
    GradientCheck.Summary summary =
        new GradientCheck(
                trace, new LossSpec(LossSpec.Kind.SQUARED, org.ladera.engine.spec.Factor.ONE))
            .all(10, () -> false);
    assertFalse(summary.passes());
    assertEquals(2, summary.checked());
    assertEquals(2 * summary.backprop(), summary.dual(), 1e-9 * Math.abs(summary.dual()));
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
              ScheduleSpec.CONSTANT,
              BatchSpec.FULL,
              new InitSpec.Normal(0, 0.8),
              7);
      experiment = experiment.withLoss(new LossSpec(kind, experiment.loss().factor()));
      GradientCheck.Summary summary = new GradientCheck(preview(experiment)).all(1000, () -> false);
      assertEquals(summary.parameters(), summary.checked());
      assertTrue(summary.passes(), kind + " " + summary);
    }
  }

  @Test
  void ofALargeNetworkChosenParametersAreChecked() {
    Experiment e = thesisXor();
    GradientCheck.Summary summary = new GradientCheck(preview(e)).all(4, () -> false);
    assertTrue(summary.checked() <= 4 && summary.checked() > 1);
    assertEquals(9, summary.parameters());
  }
}
