package org.ladera.present.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.ladera.Xor;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.text.Language;
import org.ladera.text.Messages;

class TimelineModelTest {
  private static double[] heights(Experiment experiment, long epoch) {
    return TimelineModel.of(Xor.after(experiment, epoch), Messages.load(Language.EN)).heights();
  }

  @Test
  void aLossThatHardlyChangesDoesNotLookLikeOneThatVanishes() {
    Experiment slow = Xor.thesis().withOptimizer(new OptimizerSpec.Sgd(1e-6));
    double[] heights = heights(slow, 200);
    assertTrue(heights.length > 100, "a history");
    assertTrue(Arrays.stream(heights).min().orElseThrow() > 0.9, Arrays.toString(heights));
  }

  @Test
  void aLossThatFallsFillsTheWholeHeight() {
    double[] heights = heights(Xor.thesis(), 2000);
    assertEquals(1, Arrays.stream(heights).max().orElseThrow(), 1e-12);
    assertEquals(0, heights[heights.length - 1], 1e-6);
  }
}
