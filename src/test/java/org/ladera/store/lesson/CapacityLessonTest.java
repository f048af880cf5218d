package org.ladera.store.lesson;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.train.Trainer;
import org.ladera.session.setting.Setting;

/** The double descent, whatever the random features are: its peak stands at p = n. */
final class CapacityLessonTest {
  private static final Experiment FEATURES =
      LessonLibrary.load(LessonCopy.SHIPPED)
          .lesson("capacity")
          .orElseThrow()
          .step("double-descent")
          .orElseThrow()
          .scene()
          .runs()
          .getFirst()
          .experiment();

  /** Loss on the examples and on those for testing after the one update. */
  private record Risk(double training, double test) {}

  private static Risk of(int units, long seed) {
    Trainer trainer =
        new Trainer(
            Setting.seeded(new Setting("units").in(FEATURES, Integer.toString(units)), seed));
    trainer.step();
    double training = trainer.evaluate().dataLoss();
    return new Risk(training, trainer.evaluate(FEATURES.heldOut().test().orElseThrow()).dataLoss());
  }

  @ParameterizedTest
  @ValueSource(longs = {6, 7, 101})
  void theTestErrorIsGreatestWhereParametersAreAsManyAsExamples(long seed) {
    Risk peak = of(40, seed);
    assertTrue(peak.training() < 1e-20, "at the threshold " + peak.training());
    for (int units : new int[] {10, 20, 30, 50, 80, 160}) {
      Risk risk = of(units, seed);
      assertTrue(risk.test() < peak.test(), units + ": " + risk.test());
      assertTrue(units < 40 ? risk.training() > 1e-3 : risk.training() < 1e-20, units + " units");
    }
    assertTrue(of(160, seed).test() < of(50, seed).test(), "the second descent");
  }
}
