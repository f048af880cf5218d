package org.ladera.present.relief;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.landscape.Axis;
import org.ladera.landscape.Field;
import org.ladera.present.plot.ColourMap;

class ContourRasterTest {
  /** The loss grows to the right from 0 to 10 and does not depend on v. */
  private static Terrain ramp() {
    Axis x = new Axis(0, 10, 11);
    Axis y = new Axis(0, 1, 2);
    double[] values = new double[22];
    for (int i = 0; i < 22; i++) {
      values[i] = i % 11;
    }
    return Terrain.of(new Field(x, y, MatrixView.of(2, 11, values)), false);
  }

  @Test
  void bandsChangeAtTheirLevelsAndALineLiesThere() {
    Terrain terrain = ramp();
    // The middles of pixels 250 and 500.
    double[] levels = {2.505, 5.005};
    ContourInk ink = new ContourInk(ColourMap.VIRIDIS, 0xFF000000, 1);
    int[] pixels = ContourRaster.draw(terrain, levels, 1000, 3, 1, ink);
    for (int row = 0; row < 3; row++) {
      assertEquals(
          ContourRaster.band(terrain, levels, 0, ink.map()), pixels[row * 1000 + 240], "below");
      assertEquals(0xFF000000, pixels[row * 1000 + 250], "the line");
      assertEquals(
          ContourRaster.band(terrain, levels, 1, ink.map()), pixels[row * 1000 + 260], "between");
      assertEquals(
          ContourRaster.band(terrain, levels, 2, ink.map()), pixels[row * 1000 + 900], "above");
    }
  }

  @Test
  void theLargestVIsAtTheTop() {
    Axis axis = new Axis(0, 1, 2);
    Terrain up = Terrain.of(new Field(axis, axis, MatrixView.of(2, 2, 0, 0, 9, 9)), false);
    ContourInk ink = new ContourInk(ColourMap.VIRIDIS, 0xFF000000, 0);
    int[] pixels = ContourRaster.draw(up, new double[] {4.5}, 4, 40, 1, ink);
    assertEquals(ContourRaster.band(up, new double[] {4.5}, 1, ink.map()), pixels[0]);
    assertEquals(ContourRaster.band(up, new double[] {4.5}, 0, ink.map()), pixels[4 * 39]);
  }
}
