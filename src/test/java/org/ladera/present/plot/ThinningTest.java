package org.ladera.present.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ThinningTest {
  @Test
  void shortLinesStayAsTheyAre() {
    double[] x = {0, 1, 2, 3};
    double[] y = {5, 4, 6, 2};
    Thinning thin = Thinning.of(x, y, 1, 4);
    assertArrayEquals(new double[] {1, 2, 3}, thin.x());
    assertArrayEquals(new double[] {4, 6, 2}, thin.y());
  }

  @Test
  void longLinesKeepTheirEndsTheirExtremesAndTheirOrder() {
    SplittableRandom random = new SplittableRandom(3);
    int n = 100_000;
    double[] x = new double[n];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = i;
      y[i] = random.nextDouble();
    }
    y[61_803] = 50;
    y[31_415] = -50;
    Thinning thin = Thinning.of(x, y, 0, n);
    assertTrue(thin.count() <= 1000, "points: " + thin.count());
    assertTrue(thin.count() > 900, "points: " + thin.count());
    assertEquals(0, thin.x()[0]);
    assertEquals(n - 1, thin.x()[thin.count() - 1]);
    assertEquals(50, Arrays.stream(thin.y()).max().orElseThrow());
    assertEquals(-50, Arrays.stream(thin.y()).min().orElseThrow());
    for (int i = 1; i < thin.count(); i++) {
      assertTrue(thin.x()[i] > thin.x()[i - 1]);
      assertEquals(y[(int) thin.x()[i]], thin.y()[i]);
    }
  }

  @Test
  void pointsBunchedAtOneEndAreThinnedToo() {
    int n = 5000;
    double[] x = new double[n];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = i < n - 1 ? i * 1e-6 : 1;
      y[i] = i;
    }
    Thinning thin = Thinning.of(x, y, 0, n);
    assertTrue(thin.count() <= 1000);
    assertEquals(n - 1, thin.y()[thin.count() - 1]);
  }

  @Test
  void infinitiesAreLeftOut() {
    double[] x = {0, 1, 2, 3, 4};
    double[] y = {Double.NaN, 1, Double.POSITIVE_INFINITY, 3, Double.NaN};
    Thinning thin = Thinning.of(x, y, 0, 5);
    assertArrayEquals(new double[] {1, 3}, thin.y());
    double[] none = {Double.NaN, Double.NaN};
    assertEquals(0, Thinning.of(none, none, 0, 2).count());
    assertEquals(0, Thinning.of(x, y, 2, 2).count());
  }
}
