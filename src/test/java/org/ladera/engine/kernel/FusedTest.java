package org.ladera.engine.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Without the instruction against Java's own, which is exact wherever it runs. */
class FusedTest {
  private static final double[] EDGES = {
    0,
    -0.0,
    1,
    -1,
    0x1p-1074,
    0x1p-1022,
    0x1p-540,
    0x1p449,
    0x1p600,
    Double.MAX_VALUE,
    1 + 0x1p-52,
    1 - 0x1p-53,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.NaN
  };

  private static void assertSame(double x, double y, double z) {
    assertEquals(Math.fma(x, y, z), Fused.exact(x, y, z), x + " · " + y + " + " + z);
  }

  @Test
  void ordinaryNumbersOfAllSizes() {
    Random random = new Random(1);
    for (int i = 0; i < 300_000; i++) {
      double x = random.nextGaussian() * Math.scalb(1.0, random.nextInt(80) - 40);
      double y = random.nextGaussian() * Math.scalb(1.0, random.nextInt(80) - 40);
      assertSame(x, y, random.nextGaussian() * Math.scalb(1.0, random.nextInt(240) - 120));
    }
  }

  /** The sum nearly takes the product away, or lies half-way between two numbers. */
  @Test
  void whatIsLeftAndWhatLiesHalfWay() {
    Random random = new Random(2);
    for (int i = 0; i < 300_000; i++) {
      double x = random.nextGaussian();
      double y = random.nextGaussian();
      double z = -x * y;
      assertSame(x, y, z);
      assertSame(x, y, Math.nextUp(z));
      assertSame(x, 1 + 0x1p-52, x * Math.scalb(1.0, random.nextInt(8) - 56));
      // Few digits in each factor, so that the product has no rest and the sum may end in a half.
      double few = random.nextInt(1 << 20) * 0x1p-60;
      assertSame(few, random.nextInt(1 << 20) - 0x1p19, random.nextInt(1 << 30) + 1.0);
    }
  }

  @Test
  void theEdgesOfTheRange() {
    for (double x : EDGES) {
      for (double y : EDGES) {
        for (double z : EDGES) {
          assertSame(x, y, z);
          assertSame(-x, y, z);
          assertSame(x, y, -z);
        }
      }
    }
  }
}
