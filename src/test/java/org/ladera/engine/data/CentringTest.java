package org.ladera.engine.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.ladera.engine.matrix.Shape;

/** Drawings brought into the form of MNIST's digits. */
class CentringTest {
  private static final Shape MNIST = new Shape(1, 28, 28);

  private static double[] rectangle(int side, int left, int top, int width, int height) {
    double[] ink = new double[side * side];
    for (int y = top; y < top + height; y++) {
      for (int x = left; x < left + width; x++) {
        ink[y * side + x] = 1;
      }
    }
    return ink;
  }

  @Test
  void theLongerSideBecomesTwentyPixelsAndTheMiddleIsTheCentreOfMass() {
    // 20 x 80 somewhere in a corner: 5 x 20, from column 11 or 12 and from row 4 on.
    Centring c = Centring.of(rectangle(200, 3, 110, 20, 80), 200, 200, MNIST);
    assertEquals(3, c.left());
    assertEquals(110, c.top());
    assertEquals(5, c.fittedWidth());
    assertEquals(20, c.fittedHeight());
    double[] expected = new double[784];
    for (int y = 4; y < 24; y++) {
      for (int x = 12; x < 17; x++) {
        expected[y * 28 + x] = 1;
      }
    }
    assertArrayEquals(expected, c.pixels(), 1e-12);
  }

  @Test
  void whereAndHowLargeItWasDrawnDoesNotMatter() {
    double[] first = Centring.of(rectangle(280, 10, 20, 40, 100), 280, 280, MNIST).pixels();
    double[] second = Centring.of(rectangle(280, 180, 70, 80, 200), 280, 280, MNIST).pixels();
    assertArrayEquals(first, second, 1e-12);
  }

  @Test
  void inkIsSharedOutAmongThePixelsItCovers() {
    // 30 wide: each of the 20 pixels is one and a half columns.
    double[] ink = rectangle(100, 0, 0, 30, 30);
    double[] half = ink.clone();
    half[0] = 0.5;
    double[] whole = Centring.of(ink, 100, 100, MNIST).pixels();
    double[] less = Centring.of(half, 100, 100, MNIST).pixels();
    double lost = 0;
    for (int i = 0; i < 784; i++) {
      lost += whole[i] - less[i];
    }
    // Half a pixel of the drawing, of which a pixel has 2.25.
    assertEquals(0.5 / 2.25, lost, 1e-12);
  }

  @Test
  void aHeavySideMovesThePictureButNothingOutOfIt() {
    double[] ink = rectangle(280, 0, 0, 200, 4);
    System.arraycopy(rectangle(280, 0, 0, 120, 200), 0, ink, 0, 280 * 200);
    for (int x = 0; x < 200; x++) {
      ink[x] = 1;
    }
    Centring c = Centring.of(ink, 280, 280, MNIST);
    double sum = 0;
    double x = 0;
    for (int i = 0; i < 784; i++) {
      sum += c.pixels()[i];
      x += c.pixels()[i] * (i % 28 + 0.5);
    }
    double fitted = java.util.Arrays.stream(c.fitted()).sum();
    assertEquals(fitted, sum, 1e-9);
    assertEquals(14, x / sum, 0.5 + 1e-9);
  }

  @Test
  void anEmptyPadIsAnEmptyPicture() {
    Centring c = Centring.of(new double[100], 10, 10, MNIST);
    assertTrue(c.isEmpty());
    assertArrayEquals(new double[784], c.pixels());
  }
}
