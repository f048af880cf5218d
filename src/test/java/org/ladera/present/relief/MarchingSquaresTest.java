package org.ladera.present.relief;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ladera.landscape.Axis;
import org.ladera.landscape.Field;

class MarchingSquaresTest {
  private static final Axis AXIS = new Axis(-2, 2, 81);

  @Test
  void aCircleIsOneClosedLineOfItsLength() {
    Field cone = TerrainTest.field(AXIS, AXIS, Math::hypot);
    List<MarchingSquares.Line> lines = MarchingSquares.lines(cone, 1.37);
    assertEquals(1, lines.size());
    MarchingSquares.Line circle = lines.getFirst();
    assertTrue(circle.closed());
    double length = 0;
    for (int i = 1; i < circle.x().length; i++) {
      length += Math.hypot(circle.x()[i] - circle.x()[i - 1], circle.y()[i] - circle.y()[i - 1]);
      assertEquals(1.37, Math.hypot(circle.x()[i], circle.y()[i]), 2e-3);
    }
    assertEquals(2 * Math.PI * 1.37, length, 0.01);
  }

  @Test
  void aLineThatLeavesTheMapIsOpen() {
    Field slope = TerrainTest.field(AXIS, AXIS, (x, y) -> x + y / 2);
    List<MarchingSquares.Line> lines = MarchingSquares.lines(slope, 0.31);
    assertEquals(1, lines.size());
    assertFalse(lines.getFirst().closed());
    for (int i = 0; i < lines.getFirst().x().length; i++) {
      assertEquals(0.31, lines.getFirst().x()[i] + lines.getFirst().y()[i] / 2, 1e-12);
    }
    assertEquals(2, Math.abs(lines.getFirst().y()[0]), 1e-12);
  }

  @Test
  void aSaddleHasTwoBranchesOnEitherSideOfItsLevel() {
    Field saddle = TerrainTest.field(AXIS, AXIS, (x, y) -> x * x - y * y);
    for (double level : new double[] {0.3, -0.3}) {
      List<MarchingSquares.Line> lines = MarchingSquares.lines(saddle, level);
      assertEquals(2, lines.size());
      for (MarchingSquares.Line line : lines) {
        double[] across = level > 0 ? line.x() : line.y();
        boolean positive = across[0] > 0;
        for (double value : across) {
          assertEquals(positive, value > 0, "a branch stays on its side");
        }
      }
    }
  }

  @Test
  void aLevelThatIsNotReachedHasNoLine() {
    Field cone = TerrainTest.field(AXIS, AXIS, Math::hypot);
    assertTrue(MarchingSquares.lines(cone, 5).isEmpty());
  }
}
