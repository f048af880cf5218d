package org.ladera.ui.view.images;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ResamplingTest {
  @Test
  void eachPixelHasTheColourOfTheSquareThatItsMiddleLiesIn() {
    SplittableRandom random = new SplittableRandom(3);
    for (int[] size :
        new int[][] {{28, 28, 201, 187}, {3, 5, 7, 2}, {10, 4, 10, 4}, {9, 9, 4, 5}}) {
      int[] source = random.ints((long) size[0] * size[1]).toArray();
      int[] target = new int[size[2] * size[3]];
      new Resampling(size[0], size[1], size[2], size[3]).squares(source, target);
      for (int i = 0; i < target.length; i++) {
        int column = (int) Math.floor((i % size[2] + 0.5) * size[0] / size[2]);
        int row = (int) Math.floor((i / size[2] + 0.5) * size[1] / size[3]);
        assertEquals(source[row * size[0] + column], target[i], "pixel " + i);
      }
    }
  }

  @Test
  void betweenTwoColoursLieTheirMixturesByDistance() {
    int[] target = new int[8];
    new Resampling(2, 1, 8, 1).smooth(new int[] {0xFF000000, 0xFF80FF40}, target);
    for (int x = 0; x < 8; x++) {
      double share = Math.clamp((x + 0.5) / 4 - 0.5, 0, 1);
      assertEquals(0xFF, target[x] >>> 24);
      assertEquals(0x80 * share, target[x] >> 16 & 0xFF, 1.01);
      assertEquals(0xFF * share, target[x] >> 8 & 0xFF, 1.01);
      assertEquals(0x40 * share, target[x] & 0xFF, 1.01);
    }
  }
}
