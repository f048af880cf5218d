package org.ladera.engine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.ladera.engine.matrix.MatrixView;

/** Scalings by hand: three samples of two columns. */
class ScalingTest {
  private static final MatrixView RAW = MatrixView.of(3, 2, 2, 30, 4, 10, 9, 20);

  private static void assertScaled(Scaling scaling, Scaling.Kind kind, double... expected) {
    assertEquals(kind, scaling.kind());
    MatrixView scaled = scaling.apply(RAW);
    assertEquals(3, scaled.rows());
    assertEquals(2, scaled.columns());
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], scaled.get(i), 1e-15);
      assertEquals(scaled.get(i), scaling.apply(i % 2, RAW.get(i)));
      assertEquals(RAW.get(i), scaling.invert(i % 2, scaled.get(i)), 1e-13);
    }
  }

  @Test
  void withoutScalingEverythingStays() {
    assertScaled(Scaling.none(2), Scaling.Kind.NONE, 2, 30, 4, 10, 9, 20);
  }

  @Test
  void aFactorDividesEveryColumn() {
    assertScaled(Scaling.dividedBy(2, 10), Scaling.Kind.FACTOR, 0.2, 3, 0.4, 1, 0.9, 2);
  }

  @Test
  void leastAndGreatestBecomeZeroAndOne() {
    assertScaled(Scaling.minMax(RAW), Scaling.Kind.MIN_MAX, 0, 1, 2.0 / 7, 0, 1, 0.5);
  }

  @Test
  void standardisedColumnsHaveMeanZeroAndDeviationOne() {
    // Means 5 and 20, variances (9 + 1 + 16)/3 and (100 + 100 + 0)/3.
    double first = Math.sqrt(26.0 / 3);
    double second = Math.sqrt(200.0 / 3);
    assertScaled(
        Scaling.standardised(RAW),
        Scaling.Kind.STANDARDISED,
        -3 / first,
        10 / second,
        -1 / first,
        -10 / second,
        4 / first,
        0);
  }

  @Test
  void aColumnOfOneValueCannotBeStretched() {
    MatrixView constant = MatrixView.of(2, 2, 1, 5, 2, 5);
    assertThrows(IllegalArgumentException.class, () -> Scaling.standardised(constant));
    assertThrows(IllegalArgumentException.class, () -> Scaling.minMax(constant));
  }
}
