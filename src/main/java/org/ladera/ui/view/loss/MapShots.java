package org.ladera.ui.view.loss;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ladera.present.relief.ContourInk;
import org.ladera.present.relief.ContourRaster;
import org.ladera.present.relief.MarchingSquares;
import org.ladera.present.relief.Terrain;
import org.ladera.ui.theme.Profile;

/** Draws maps of hillsides. */
public final class MapShots {
  /**
   * A wanted map.
   *
   * @param lineWidth of the level lines in pixels of the map
   */
  public record Order(
      Terrain terrain, int width, int height, double lineWidth, Profile profile, ContourInk ink) {
    public boolean same(@Nullable Order other) {
      return other != null
          && terrain.same(other.terrain)
          && width == other.width
          && height == other.height
          && profile == other.profile;
    }
  }

  /** The lines of one level. */
  public record Level(double value, int colour, List<MarchingSquares.Line> lines) {}

  /** A map and what was ordered; the pixels are not to be modified. */
  public record Shot(Order order, int[] pixels, List<Level> levels) {}

  private MapShots() {}

  public static Shot take(Order order) {
    Terrain terrain = order.terrain();
    double[] values = terrain.fineLevels();
    List<Level> levels = new ArrayList<>();
    for (double value : values) {
      levels.add(
          new Level(
              value,
              order.ink().map().at(terrain.tone(value)),
              MarchingSquares.lines(terrain.field(), value)));
    }
    int[] pixels =
        ContourRaster.draw(
            terrain, values, order.width(), order.height(), order.lineWidth(), order.ink());
    return new Shot(order, pixels, List.copyOf(levels));
  }
}
