package org.ladera.engine.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.net.Objective;

class AccuracyTest {
  @Test
  void singleOutputIsAClassFromOneHalfOn() {
    MatrixView outputs = MatrixView.of(4, 1, 0.5, 0.499, 0.9, 0.1);
    assertEquals(0.75, Accuracy.of(outputs, MatrixView.of(4, 1, 1, 0, 0, 0)));
    int[][] counts = Accuracy.confusion(outputs, MatrixView.of(4, 1, 1, 0, 0, 0));
    assertArrayEquals(new int[] {2, 1}, counts[0]);
    assertArrayEquals(new int[] {0, 1}, counts[1]);
  }

  @Test
  void severalOutputsAreTheClassOfTheGreatest() {
    MatrixView outputs = MatrixView.of(3, 3, 0.2, 0.5, 0.3, 0.4, 0.4, 0.2, 0, 0, 1);
    MatrixView targets = MatrixView.of(3, 3, 0, 1, 0, 0, 1, 0, 0, 0, 1);
    assertEquals(2.0 / 3, Accuracy.of(outputs, targets));
    int[][] counts = Accuracy.confusion(outputs, targets);
    assertArrayEquals(new int[] {1, 1, 0}, counts[1]);
    assertArrayEquals(new int[] {0, 0, 1}, counts[2]);
    assertArrayEquals(new int[] {0, 0, 0}, counts[0]);
  }

  @Test
  void numbersAreNotClasses() {
    MatrixView outputs = MatrixView.of(1, 1, 0.5);
    assertTrue(Double.isNaN(Accuracy.of(outputs, MatrixView.of(1, 1, 0.3))));
    MatrixView two = MatrixView.of(1, 2, 1, 1);
    assertTrue(Double.isNaN(Accuracy.of(two, two)));
    assertThrows(IllegalArgumentException.class, () -> Accuracy.confusion(two, two));
  }

  @Test
  void normSurvivesVeryLargeAndVerySmallNumbers() {
    assertEquals(5, Objective.norm(new double[] {3, -4}));
    assertEquals(5e200, Objective.norm(new double[] {3e200, 4e200}), 1e186);
    assertEquals(5e-200, Objective.norm(new double[] {3e-200, 4e-200}), 1e-214);
    assertEquals(0, Objective.norm(new double[2]));
    assertTrue(Double.isNaN(Objective.norm(new double[] {1, Double.NaN})));
    assertEquals(
        Double.POSITIVE_INFINITY, Objective.norm(new double[] {Double.NEGATIVE_INFINITY, 1}));
  }
}
