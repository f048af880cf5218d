package org.ladera.landscape.gradient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.landscape.gradient.SlopeDifference.ErrorAt;

class SlopeDifferenceTest {
  private final SlopeDifference sigmoid = new SlopeDifference(ActivationSpec.SIGMOID, 1);

  @Test
  void theDerivativeIsThatOfTheSigmoid() {
    double a = 1 / (1 + Math.exp(-1));
    assertEquals(a * (1 - a), sigmoid.derivative(), 1e-16);
  }

  @Test
  void truncationFallsWithTheSquareOfTheStepOnBothSidesAndWithTheStepOnOne() {
    // f″ = f′(1 − 2f) and f‴ = f′(1 − 6f + 6f²): Taylor's first terms that are left over.
    double a = 1 / (1 + Math.exp(-1));
    for (double h : new double[] {1e-1, 1e-2, 1e-3}) {
      ErrorAt error = sigmoid.error(h);
      assertEquals(h * h / 6 * Math.abs(1 - 6 * a + 6 * a * a), error.central(), 0.02 * h * h);
      assertEquals(h / 2 * Math.abs(1 - 2 * a), error.forward(), 0.05 * h * h + 1e-4 * h);
    }
  }

  @Test
  void theErrorsFormAV() {
    List<ErrorAt> errors = sigmoid.errors();
    assertEquals(1e-15, errors.getFirst().step(), 1e-24);
    assertEquals(1, errors.getLast().step(), 1e-15);
    ErrorAt best = errors.stream().min(Comparator.comparing(ErrorAt::central)).orElseThrow();
    assertTrue(best.step() > 1e-7 && best.step() < 1e-4, best.toString());
    assertTrue(best.central() < 1e-9);
    assertTrue(errors.getFirst().central() > 1e-3, "rounding is left");
    assertTrue(errors.getLast().central() > 1e-3, "truncation is left");
    ErrorAt oneSided = errors.stream().min(Comparator.comparing(ErrorAt::forward)).orElseThrow();
    assertTrue(oneSided.forward() > 10 * best.central(), "one side is worse");
  }

  @Test
  void whereTheSlopeIsZeroTheErrorIsAbsolute() {
    SlopeDifference flat = new SlopeDifference(ActivationSpec.RELU, 0);
    assertEquals(0, flat.derivative());
    assertEquals(0.5, flat.error(0.01).central(), 1e-12);
    assertEquals(1, flat.error(0.01).forward(), 1e-12);
  }
}
