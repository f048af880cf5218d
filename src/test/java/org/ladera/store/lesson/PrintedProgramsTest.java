package org.ladera.store.lesson;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.Factor;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.OptimizerSpec.Slip;
import org.ladera.engine.spec.RegularisationSpec;
import org.ladera.engine.spec.ScheduleSpec;
import org.ladera.engine.train.Trainer;
import org.ladera.session.reading.LossReading;

/** Programs as they are printed, with their slips, against numbers computed apart. */
class PrintedProgramsTest {
  private static Experiment thesis() {
    return LessonLibrary.load(LessonCopy.SHIPPED)
        .lesson("xor")
        .orElseThrow()
        .step("thesis")
        .orElseThrow()
        .scene()
        .runs()
        .getFirst()
        .experiment();
  }

  /** The thesis prints the error before the update: epoch 999 is that after 999 updates. */
  @ParameterizedTest
  @CsvSource({"999, 0.0495, 0.907, 0.0005", "3999, 0.0054, 0.0033, 0.00005"})
  void theSlopeOfAnActivationIsAnotherOne(int epoch, double right, double slipped, double close) {
    assertEquals(right, error(thesis(), epoch), close);
    OptimizerSpec rule = thesis().optimizer();
    assertEquals(
        slipped,
        error(thesis().withOptimizer(new OptimizerSpec.Slipped(rule, Slip.SLOPE_AT_A)), epoch),
        close);
  }

  private static double error(Experiment e, int updates) {
    Trainer trainer = new Trainer(e);
    for (int i = 0; i < updates; i++) {
      trainer.step();
    }
    return LossReading.SQUARES.value(e, trainer.evaluate()).orElseThrow();
  }

  /** ŷ = wx + b over three points from 0; J the mean of the squares. */
  private static double[] after(OptimizerSpec rule) {
    Trainer trainer =
        new Trainer(
            new Experiment(
                Dataset.of(new double[][] {{1}, {2}, {3}}, new double[][] {{2}, {3}, {7}}),
                NetworkSpec.of(1, LayerSpec.dense(1, ActivationSpec.IDENTITY)),
                new LossSpec(LossSpec.Kind.SQUARED, Factor.PER_SAMPLE),
                RegularisationSpec.NONE,
                rule,
                new ScheduleSpec.Constant(),
                BatchSpec.FULL,
                new InitSpec.Given(MatrixView.of(1, 2, 0, 0)),
                1));
    trainer.step();
    double[] theta = new double[2];
    trainer.copyParameters(theta);
    return theta;
  }

  @Test
  void eachSlipChangesTheStepByWhatItForgets() {
    OptimizerSpec right = new OptimizerSpec.Sgd(0.01);
    // dJ/dw = -2/3·(2 + 6 + 21), dJ/db = -2/3·(2 + 3 + 7).
    assertArrayEquals(new double[] {0.01 * 58 / 3, 0.01 * 8}, after(right), 1e-15);
    assertArrayEquals(
        new double[] {0.01 * 29 / 3, 0.01 * 4},
        after(new OptimizerSpec.Slipped(right, Slip.LOST_FACTOR)),
        1e-15);
    assertArrayEquals(
        new double[] {0.01 * 58, 0.01 * 24},
        after(new OptimizerSpec.Slipped(right, Slip.UNNORMALISED_MEAN)),
        1e-15);
    // Only (3, 7): -2·7·3 and -2·7, with nothing to take a mean of.
    assertArrayEquals(
        new double[] {0.01 * 42, 0.01 * 14},
        after(new OptimizerSpec.Slipped(right, Slip.LAST_EXAMPLE_ONLY)),
        1e-15);
  }

  @Test
  void whoeverMendsTheSlipGoesOnRightly() {
    OptimizerSpec right = thesis().optimizer();
    Trainer mended =
        new Trainer(thesis().withOptimizer(new OptimizerSpec.Slipped(right, Slip.SLOPE_AT_A)));
    mended.apply(new org.ladera.engine.spec.Edit.SetOptimizer(right));
    Trainer straight = new Trainer(thesis());
    for (int i = 0; i < 50; i++) {
      mended.step();
      straight.step();
    }
    assertEquals(straight.loss(), mended.loss());
  }
}
