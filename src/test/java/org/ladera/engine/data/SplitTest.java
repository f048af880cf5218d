package org.ladera.engine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SplitTest {
  /** x is the number of the row; one in five is of class 1. */
  private static Dataset numbered(int rows, boolean classes) {
    double[][] x = new double[rows][1];
    double[][] y = new double[rows][1];
    for (int i = 0; i < rows; i++) {
      x[i][0] = i;
      y[i][0] = classes ? (i % 5 == 0 ? 1 : 0) : i / 10.0;
    }
    return Dataset.of(x, y);
  }

  private static double[] all(Split split) {
    return Stream.of(split.train(), split.validation().orElseThrow(), split.test().orElseThrow())
        .flatMapToDouble(d -> Arrays.stream(d.x().toArray()))
        .sorted()
        .toArray();
  }

  @Test
  void everyRowIsInExactlyOnePart() {
    for (boolean classes : new boolean[] {true, false}) {
      Split split = Split.of(numbered(103, classes), 0.2, 0.15, 7);
      assertEquals(103, all(split).length);
      for (int i = 0; i < 103; i++) {
        assertEquals(i, all(split)[i]);
      }
      assertEquals(21, split.validation().orElseThrow().size(), 1);
      assertEquals(15, split.test().orElseThrow().size(), 1);
    }
  }

  @Test
  void eachClassKeepsItsShare() {
    Split split = Split.of(numbered(200, true), 0.25, 0.25, 3);
    assertEquals(20, ones(split.train()));
    assertEquals(10, ones(split.validation().orElseThrow()));
    assertEquals(10, ones(split.test().orElseThrow()));
  }

  private static double ones(Dataset data) {
    return DoubleStream.of(data.y().toArray()).sum();
  }

  @Test
  void manySmallClassesStillAddUpToTheShares() {
    double[][] x = new double[30][1];
    double[][] y = new double[30][10];
    for (int i = 0; i < 30; i++) {
      y[i][i % 10] = 1;
    }
    Split split = Split.of(Dataset.of(x, y), 0.1, 0.2, 1);
    assertEquals(3, split.validation().orElseThrow().size());
    assertEquals(6, split.test().orElseThrow().size());
  }

  @Test
  void sameSeedGivesTheSameParts() {
    Dataset data = numbered(60, true);
    assertEquals(Split.of(data, 0.2, 0.2, 5), Split.of(data, 0.2, 0.2, 5));
    assertNotEquals(Split.of(data, 0.2, 0.2, 5).test(), Split.of(data, 0.2, 0.2, 6).test());
  }

  @Test
  void rowsKeepTheirTargetsAndScalings() {
    Dataset data = numbered(50, false);
    Split split = Split.of(data, 0, 0.3, 2);
    assertTrue(split.validation().isEmpty());
    Dataset test = split.test().orElseThrow();
    for (int i = 0; i < test.size(); i++) {
      assertEquals(test.x().get(i) / 10, test.y().get(i));
    }
    assertEquals(data.inputScaling(), test.inputScaling());
  }

  @Test
  void impossibleSharesAreRefused() {
    Dataset data = numbered(3, false);
    assertThrows(IllegalArgumentException.class, () -> Split.of(data, 0.5, 0.5, 1));
    assertThrows(IllegalArgumentException.class, () -> Split.of(data, -0.1, 0.5, 1));
    assertThrows(IllegalArgumentException.class, () -> Split.of(data, 0, 0.1, 1));
    assertThrows(IllegalArgumentException.class, () -> Split.of(data, Double.NaN, 0, 1));
  }
}
