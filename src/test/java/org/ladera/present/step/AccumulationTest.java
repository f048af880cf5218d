package org.ladera.present.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which terms of a long sum are told. */
class AccumulationTest {
  @Test
  void nothingLeftOutIsHeavierThanWhatIsTold() {
    Random random = new Random(3);
    for (int round = 0; round < 200; round++) {
      // Whole numbers, so that many are as heavy as the last that is told.
      List<Double> all =
          new ArrayList<>(
              random.ints(random.nextInt(90), -4, 5).mapToObj(Double::valueOf).toList());
      if (!all.isEmpty() && round % 3 == 0) {
        all.set(random.nextInt(all.size()), Double.NaN);
      }
      List<Integer> told = Accumulation.heaviest(all, v -> v);
      assertEquals(told.stream().sorted().distinct().toList(), told, "in their order, each once");
      for (int i = 0; i < all.size(); i++) {
        int out = i;
        if (!told.contains(i)) {
          assertTrue(told.stream().allMatch(in -> before(all, in, out)), () -> out + " of " + all);
        }
      }
      assertEquals(told.size(), Accumulation.heaviest(numbered(told.size()), v -> 1).size());
      assertTrue(told.size() == all.size() || told.size() >= 10);
    }
  }

  private static List<Integer> numbered(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  /** Whether a is told before b: heavier, or as heavy and earlier. */
  private static boolean before(List<Double> all, int a, int b) {
    double heavy = Math.abs(all.get(a));
    double light = Math.abs(all.get(b));
    return Double.isNaN(light)
        ? !Double.isNaN(heavy) || a < b
        : heavy > light || (heavy == light && a < b);
  }
}
