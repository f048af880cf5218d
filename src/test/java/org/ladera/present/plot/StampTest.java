package org.ladera.present.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Marks and stretches that are put on a picture by their thousands. */
class StampTest {
  private static final double[] SQUARE = {-1, -1, 1, -1, 1, 1, -1, 1};
  private static final int BLUE = 0xff0000ff;
  private static final int WHITE = 0xffffffff;

  private static double covered(int[] picture) {
    return Arrays.stream(picture).mapToDouble(p -> (p >>> 24) / 255.0).sum();
  }

  @Test
  void aMarkCoversTheAreaOfItsShapeAndRim() {
    int[] disc = new int[60 * 60];
    Stamp.of(new double[0], 10, 3, BLUE, WHITE, 1).put(disc, 60, 60, 30.5, 30.5);
    assertEquals(Math.PI * 13 * 13, covered(disc), 4);
    double blue = Arrays.stream(disc).filter(p -> p == BLUE).count();
    assertTrue(blue > Math.PI * 9 * 9 && blue < Math.PI * 100, "" + blue);
    int[] square = new int[60 * 60];
    Stamp.of(SQUARE, 8, 0, BLUE, WHITE, 0.5).put(square, 60, 60, 30.5, 30.5);
    assertEquals(16 * 16 * 0.5, covered(square), 2);
  }

  @Test
  void whatLiesOutsideOfThePictureIsLeftOut() {
    Stamp stamp = Stamp.of(new double[0], 5, 1, BLUE, WHITE, 1);
    int[] whole = new int[40 * 40];
    stamp.put(whole, 40, 40, 20, 20);
    int[] parts = new int[20 * 20];
    for (double x : new double[] {0, 20}) {
      for (double y : new double[] {0, 20}) {
        stamp.put(parts, 20, 20, x, y);
      }
    }
    assertEquals(covered(whole), covered(parts), 1e-9);
    int[] none = new int[20 * 20];
    stamp.put(none, 20, 20, -50, 7);
    stamp.put(none, 20, 20, 7, 1e6);
    assertArrayEquals(new int[400], none);
  }

  @Test
  void oneColourOverAnotherIsWhatTheSharesSay() {
    Random random = new Random(3);
    for (int i = 0; i < 5000; i++) {
      int source = premultiplied(random);
      int below = premultiplied(random);
      int over = Stamp.over(source, below);
      for (int shift = 0; shift < 32; shift += 8) {
        double exact =
            (source >>> shift & 255) + (below >>> shift & 255) * (255 - (source >>> 24)) / 255.0;
        assertEquals(exact, over >>> shift & 255, 0.51);
      }
    }
  }

  private static int premultiplied(Random random) {
    int alpha = random.nextInt(256);
    return alpha << 24
        | random.nextInt(alpha + 1) << 16
        | random.nextInt(alpha + 1) << 8
        | random.nextInt(alpha + 1);
  }

  @Test
  void stretchesThatLieOverOneAnotherAddUp() {
    int[] picture = new int[5 * 10];
    double[] x = {1.2, 1.7, 3, 4, 99};
    double[] from = {2, 9, 4, Double.NaN, 0};
    double[] to = {6, 4, -50, 3, 9};
    Stretches.draw(picture, 5, 10, x, from, to, BLUE, 0.5);
    for (int y = 0; y < 10; y++) {
      int both = y >= 4 && y < 6 ? 191 : y >= 2 && y < 9 ? 128 : 0;
      assertEquals(both, picture[5 * y + 1] >>> 24, "row " + y);
      assertEquals(y < 4 ? 128 : 0, picture[5 * y + 3] >>> 24);
      assertEquals(0, picture[5 * y + 4]);
    }
  }

  @Test
  void aGridKnowsWhereLinesLie() {
    Random random = new Random(5);
    for (int round = 0; round < 300; round++) {
      Occupied taken = new Occupied(10, 20, 200, 100);
      double[][] lines = new double[6][];
      for (int i = 0; i < lines.length; i++) {
        lines[i] =
            new double[] {
              10 + 200 * random.nextDouble(),
              20 + 100 * random.nextDouble(),
              20 + 100 * random.nextDouble()
            };
        taken.take(lines[i][0], lines[i][1], lines[i][2]);
      }
      double x = 10 + 150 * random.nextDouble();
      double y = 20 + 80 * random.nextDouble();
      boolean said = taken.meets(x, y, 40, 12);
      if (Arrays.stream(lines).anyMatch(l -> meets(l, x, y, 40, 12))) {
        assertTrue(said);
      } else if (Arrays.stream(lines).noneMatch(l -> meets(l, x - 4, y - 4, 48, 20))) {
        assertTrue(!said);
      }
    }
  }

  private static boolean meets(double[] line, double x, double y, double w, double h) {
    return line[0] >= x
        && line[0] <= x + w
        && Math.max(line[1], line[2]) >= y
        && Math.min(line[1], line[2]) <= y + h;
  }
}
