package org.ladera.engine.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.ladera.engine.random.MersenneTwister;
import org.ladera.engine.random.SplitMix64;

class RandomStreamsTest {
  @Test
  void mersenneTwisterIsNumpys() {
    // np.random.seed(s); np.random.random(3)
    assertDraws(0, 0.5488135039273248, 0.7151893663724195, 0.6027633760716439);
    assertDraws(714, 0.5170642939715908, 0.33839158751129406, 0.13061914860785073);
    assertDraws(4294967295L, 0.0976320289940138, 0.9123828453026218, 0.78903530185164);
    MersenneTwister random = new MersenneTwister(714);
    for (int i = 0; i < 650; i++) {
      random.nextDouble();
    }
    assertEquals(0.9713149179809335, random.nextDouble());
  }

  private static void assertDraws(long seed, double... expected) {
    MersenneTwister random = new MersenneTwister(seed);
    for (double value : expected) {
      assertEquals(value, random.nextDouble());
    }
  }

  @Test
  void seedsThatNumpyRefusesAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new MersenneTwister(-1));
    assertThrows(IllegalArgumentException.class, () -> new MersenneTwister(1L << 32));
  }

  @Test
  void streamsOfOtherNamesAreOtherStreams() {
    long first = new SplitMix64(1, 2, 3).nextLong();
    assertEquals(first, new SplitMix64(1, 2, 3).nextLong());
    assertNotEquals(first, new SplitMix64(1, 3, 2).nextLong());
    assertNotEquals(first, new SplitMix64(1, 2).nextLong());
    assertNotEquals(first, new SplitMix64(2, 2, 3).nextLong());
    SplitMix64 random = new SplitMix64(7);
    random.nextLong();
    random.start(1);
    random.fork(2);
    random.fork(3);
    assertEquals(first, random.nextLong());
  }

  @Test
  void uniformWholeNumbersAreEvenlySpread() {
    SplitMix64 random = new SplitMix64(5);
    int[] counts = new int[7];
    for (int i = 0; i < 70_000; i++) {
      counts[random.nextInt(7)]++;
    }
    for (int count : counts) {
      assertEquals(10_000, count, 400);
    }
    assertEquals(0, random.nextInt(1));
  }

  @Test
  void uniformAndNormalHaveTheirMoments() {
    SplitMix64 random = new SplitMix64(6);
    double sum = 0;
    double squares = 0;
    double fourths = 0;
    double uniform = 0;
    int n = 100_000;
    for (int i = 0; i < n; i++) {
      double u = random.nextDouble();
      assertTrue(u >= 0 && u < 1);
      uniform += u;
      double z = random.nextNormal();
      sum += z;
      squares += z * z;
      fourths += z * z * z * z;
    }
    assertEquals(0.5, uniform / n, 0.004);
    assertEquals(0, sum / n, 0.013);
    assertEquals(1, squares / n, 0.02);
    assertEquals(3, fourths / n, 0.15);
  }

  @Test
  void shufflesReachEveryOrderEquallyOften() {
    SplitMix64 random = new SplitMix64(8);
    int[] counts = new int[27];
    for (int i = 0; i < 6000; i++) {
      int[] values = {0, 1, 2};
      random.shuffle(values);
      counts[values[0] * 9 + values[1] * 3 + values[2]]++;
    }
    int orders = 0;
    for (int count : counts) {
      if (count > 0) {
        orders++;
        assertEquals(1000, count, 130);
      }
    }
    assertEquals(6, orders);
  }
}
