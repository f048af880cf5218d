package org.ladera.present;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.landscape.Axis;
import org.ladera.landscape.Field;
import org.ladera.present.decision.DecisionInk;
import org.ladera.present.decision.DecisionRaster;

class DecisionRasterTest {
  private static final int RED = 0xFFFF0000;
  private static final int GREEN = 0xFF00FF00;
  private static final int BLUE = 0xFF0000FF;
  private static final int WHITE = 0xFFFFFFFF;
  private static final int BLACK = 0xFF000000;
  private static final DecisionInk INK =
      new DecisionInk(WHITE, List.of(RED, GREEN, BLUE), 1, BLACK, 0.5);

  private static Field field(DoubleBinaryOperator f) {
    Axis axis = new Axis(0, 1, 41);
    double[] values = new double[41 * 41];
    for (int i = 0; i < values.length; i++) {
      values[i] = f.applyAsDouble(axis.at(i % 41), axis.at(i / 41));
    }
    return new Field(axis, axis, MatrixView.of(41, 41, values));
  }

  @Test
  void aProbabilityThatRisesToTheRightHasItsBoundaryInTheMiddle() {
    int[] pixels = DecisionRaster.draw(List.of(field((x, y) -> x)), 201, 40, 1, INK);
    for (int row : new int[] {0, 20, 39}) {
      assertEquals(BLACK, pixels[row * 201 + 100]);
      assertTrue((pixels[row * 201] >> 16 & 0xFF) > 240, "red at the left");
      assertTrue((pixels[row * 201] & 0xFF) < 40);
      assertTrue((pixels[row * 201 + 200] >> 8 & 0xFF) > 240, "green at the right");
      int near = pixels[row * 201 + 105];
      assertTrue((near & 0xFF) > 190, "nearly the ground beside the boundary");
    }
  }

  @Test
  void theFirstRowOfPixelsIsTheLargestY() {
    int[] pixels = DecisionRaster.draw(List.of(field((x, y) -> y)), 30, 30, 1, INK);
    assertTrue((pixels[15] >> 8 & 0xFF) > (pixels[15] >> 16 & 0xFF), "class 1 on top");
  }

  @Test
  void whereNothingIsDecidedThereIsNoLine() {
    int[] pixels = DecisionRaster.draw(List.of(field((x, y) -> 0.5)), 20, 20, 1, INK);
    for (int pixel : pixels) {
      assertEquals(WHITE, pixel);
    }
  }

  @Test
  void ofSeveralOutputsTheGreatestGivesTheColourAndEqualOnesTheLine() {
    Field left = field((x, y) -> x < 0.5 ? 0.9 - x : 0.1);
    Field right = field((x, y) -> x < 0.5 ? 0.1 : x - 0.1);
    Field low = field((x, y) -> 0.05);
    int[] pixels = DecisionRaster.draw(List.of(left, low, right), 101, 11, 1, INK);
    assertTrue((pixels[3] >> 16 & 0xFF) > (pixels[3] & 0xFF), "the first class at the left");
    assertTrue((pixels[97] & 0xFF) > (pixels[97] >> 16 & 0xFF), "the third at the right");
    Field rising = field((x, y) -> x);
    Field falling = field((x, y) -> 1 - x);
    int[] crossing = DecisionRaster.draw(List.of(rising, falling), 101, 11, 1, INK);
    assertEquals(BLACK, crossing[5 * 101 + 50]);
  }

  @Test
  void theSameFieldGivesTheSamePixels() {
    List<Field> wave = List.of(field((x, y) -> 0.5 + 0.4 * Math.sin(9 * x) * Math.cos(7 * y)));
    assertArrayEquals(
        DecisionRaster.draw(wave, 123, 77, 2, INK), DecisionRaster.draw(wave, 123, 77, 2, INK));
  }
}
