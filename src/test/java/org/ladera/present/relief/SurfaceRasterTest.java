package org.ladera.present.relief;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.landscape.Axis;
import org.ladera.landscape.Field;
import org.ladera.present.plot.ColourMap;

class SurfaceRasterTest {
  private static final SurfaceInk INK =
      new SurfaceInk(ColourMap.VIRIDIS, 0xFFFFFFFF, 0, 0xFF112233, 0xFF112233);

  /** A ridge across the middle: v = 0.5 is high, both ends are low. */
  private static Terrain ridge() {
    Axis axis = new Axis(0, 1, 60);
    double[] values = new double[3600];
    for (int j = 0; j < 60; j++) {
      for (int i = 0; i < 60; i++) {
        double d = (axis.at(j) - 0.5) / 0.12;
        values[j * 60 + i] = StrictMath.exp(-d * d);
      }
    }
    return Terrain.of(new Field(axis, axis, MatrixView.of(60, 60, values)), false);
  }

  private final Terrain terrain = ridge();
  private final Mesh mesh = Mesh.of(terrain);

  /** Looking along v, from small v, rather flat. */
  private final Projection side =
      Projection.fitting(new Camera(0, Math.toRadians(20), 1), 10, 10, 380, 280);

  private SurfacePicture draw(Projection projection, int samples) {
    return new SurfaceRaster().draw(mesh, projection, 400, 300, samples, 1, INK);
  }

  @Test
  void whatLiesBehindARidgeIsHidden() {
    SurfacePicture picture = draw(side, 1);
    assertTrue(picture.shows(side.spot(0.5, 0.1, terrain.height(0.0))), "before the ridge");
    assertTrue(picture.shows(side.spot(0.5, 0.5, 1)), "on the ridge");
    assertFalse(picture.shows(side.spot(0.5, 0.8, terrain.height(0.0))), "behind the ridge");
    assertTrue(picture.shows(side.spot(0.5, 0.8, 1.2)), "above everything");
  }

  @Test
  void aPixelOfTheHillsideLeadsBackToIt() {
    SurfacePicture picture = draw(side, 1);
    Projection.Spot spot = side.spot(0.3, 0.4, terrain.height(terrain.loss(0.3, 0.4)));
    Projection.Place place = picture.at(spot.x(), spot.y());
    assertEquals(0.3, place.u(), 0.01);
    assertEquals(0.4, place.v(), 0.02);
    assertEquals(null, picture.at(1, 1), "beside the block there is nothing");
  }

  @Test
  void theBlockIsClosedByItsSides() {
    SurfacePicture picture = draw(side, 1);
    Projection.Spot wall = side.spot(0.5, 0, 0.02);
    int pixel = picture.pixels()[(int) wall.y() * 400 + (int) wall.x()];
    assertEquals(0xFF112233, pixel);
  }

  @Test
  void theHillsideHasNoHolesInside() {
    SurfacePicture picture = draw(Projection.fitting(Camera.HOME, 10, 10, 380, 280), 1);
    float[] drawn = picture.nearness();
    for (int y = 1; y < 299; y++) {
      for (int x = 1; x < 399; x++) {
        int at = y * 400 + x;
        boolean around =
            drawn[at - 1] > 0 && drawn[at + 1] > 0 && drawn[at - 400] > 0 && drawn[at + 400] > 0;
        assertTrue(drawn[at] > 0 || !around, "a hole at " + x + ", " + y);
      }
    }
  }

  @Test
  void theSameOrderGivesTheSamePixels() {
    SurfaceRaster raster = new SurfaceRaster();
    SurfacePicture first = raster.draw(mesh, side, 400, 300, 2, 1, INK);
    raster.draw(mesh, Projection.fitting(Camera.HOME, 0, 0, 400, 300), 400, 300, 1, 1, INK);
    SurfacePicture again = raster.draw(mesh, side, 400, 300, 2, 1, INK);
    assertArrayEquals(first.pixels(), again.pixels());
    assertArrayEquals(first.nearness(), again.nearness());
  }

  @Test
  void moreSamplesSmoothTheEdges() {
    SurfacePicture smooth = draw(side, 2);
    long partly =
        java.util.Arrays.stream(smooth.pixels())
            .filter(p -> p >>> 24 > 0 && p >>> 24 < 255)
            .count();
    assertTrue(partly > 100, "partly covered pixels: " + partly);
  }
}
