package org.ladera.present.relief;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.landscape.Axis;
import org.ladera.landscape.Field;

class TerrainTest {
  static Field field(Axis x, Axis y, DoubleBinaryOperator f) {
    double[] values = new double[x.count() * y.count()];
    for (int j = 0; j < y.count(); j++) {
      for (int i = 0; i < x.count(); i++) {
        values[j * x.count() + i] = f.applyAsDouble(x.at(i), y.at(j));
      }
    }
    return new Field(x, y, MatrixView.of(y.count(), x.count(), values));
  }

  private static final Axis X = new Axis(-5, 3, 41);
  private static final Axis Y = new Axis(-1, 4, 26);

  private static double bowl(double u, double v) {
    return 0.75 + 8 * (u + 2) * (u + 2) + 30 * (u + 2) * (v - 1) + 40 * (v - 1) * (v - 1);
  }

  @ParameterizedTest
  @CsvSource({"-3.217, 0.0713", "2.99, 3.98", "-4.999, -0.999", "0, 0", "-5, 4"})
  void aQuadraticLossIsReadExactlyBetweenTheGridPoints(double u, double v) {
    Terrain terrain = Terrain.of(field(X, Y, TerrainTest::bowl), true);
    assertEquals(bowl(u, v), terrain.loss(u, v), 1e-10 * terrain.high());
    assertEquals(16 * (u + 2) + 30 * (v - 1), terrain.slopeU(u, v), 1e-9 * terrain.high());
    assertEquals(30 * (u + 2) + 80 * (v - 1), terrain.slopeV(u, v), 1e-9 * terrain.high());
  }

  @Test
  void outsideTheGridThereIsNothingToRead() {
    Terrain terrain = Terrain.of(field(X, Y, TerrainTest::bowl), false);
    assertTrue(Double.isNaN(terrain.loss(3.1, 0)));
    assertTrue(Double.isNaN(terrain.slopeV(0, -1.1)));
  }

  @Test
  void equalFactorsAreEqualStepsOfALogarithmicHeight() {
    Terrain terrain = Terrain.of(field(X, Y, TerrainTest::bowl), true);
    double step = terrain.height(30) - terrain.height(3);
    assertEquals(step, terrain.height(100) - terrain.height(10), 1e-12);
    assertEquals(1, terrain.height(terrain.high()), 1e-12);
    assertEquals(0, terrain.tone(terrain.low()), 1e-12);
    assertTrue(terrain.height(terrain.low()) > 0, "the valley has ground below it");
  }

  @Test
  void aLossOfZeroHasALogarithmicHeightToo() {
    Terrain terrain = Terrain.of(field(X, Y, (u, v) -> u * u), true);
    assertTrue(terrain.log());
    assertTrue(terrain.height(0) >= 0);
    assertEquals(terrain.height(0), terrain.height(terrain.low()), 1e-12);
  }

  @Test
  void valuesThatAreNoNumbersStandAtTheTop() {
    Terrain terrain =
        Terrain.of(
            field(
                X,
                Y,
                (u, v) -> u > 2.5 ? Double.POSITIVE_INFINITY : u < -4.5 ? Double.NaN : 1 + u * u),
            true);
    assertTrue(terrain.high() < 100);
    assertEquals(1, terrain.height(Double.POSITIVE_INFINITY));
    assertEquals(1, terrain.height(Double.NaN));
  }

  @Test
  void aFlatLossIsStillAHillside() {
    Terrain flat = Terrain.of(field(X, Y, (u, v) -> 1), true);
    assertTrue(Double.isFinite(flat.height(1)));
    Terrain nothing = Terrain.of(field(X, Y, (u, v) -> Double.NaN), true);
    assertFalse(nothing.log());
    Mesh mesh = Mesh.of(nothing);
    for (float height : mesh.heights()) {
      assertTrue(Float.isFinite(height));
    }
  }

  @Test
  void levelsAreRound() {
    assertArrayEquals(new double[] {1, 3, 10, 30, 100}, Levels.oneThree(0.78, 299));
    assertArrayEquals(new double[] {0.1, 0.2, 0.5, 1, 2}, Levels.oneTwoFive(0.05, 5));
    assertArrayEquals(new double[] {2, 4, 6, 8}, Levels.even(0, 10, 5));
  }
}
