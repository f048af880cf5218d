package org.ladera.ui.view.loss;

import org.jspecify.annotations.Nullable;
import org.ladera.present.relief.Camera;
import org.ladera.present.relief.Mesh;
import org.ladera.present.relief.Projection;
import org.ladera.present.relief.SurfaceInk;
import org.ladera.present.relief.SurfacePicture;
import org.ladera.present.relief.SurfaceRaster;
import org.ladera.present.relief.Terrain;

/** Draws hillsides one after another, keeping what does not change between them. One at a time. */
public final class HillShots {
  /**
   * A wanted picture.
   *
   * @param projection onto the pixels of the picture
   * @param samples of each pixel along each edge
   * @param lineWidth of the level lines in pixels of the picture
   */
  public record Order(
      Terrain terrain,
      Camera camera,
      Projection projection,
      int width,
      int height,
      int samples,
      double lineWidth,
      SurfaceInk ink) {
    /** Whether the picture of the other order shows the same, whatever its quality. */
    public boolean same(@Nullable Order other) {
      return other != null
          && terrain.same(other.terrain)
          && camera.equals(other.camera)
          && width == other.width
          && height == other.height
          && ink.equals(other.ink);
    }
  }

  /** A picture and what was ordered. */
  public record Shot(Order order, SurfacePicture picture) {
    /** Whether {@code wanted} needs no new picture. */
    public boolean serves(Order wanted) {
      return wanted.same(order) && order.samples() >= wanted.samples();
    }

    /** The place at a point of the picture where it is shown {@code wide}; null outside it. */
    Projection.@Nullable Place at(double x, double y, double wide) {
      double factor = picture.width() / wide;
      return picture.at(x * factor, y * factor);
    }
  }

  private final SurfaceRaster raster = new SurfaceRaster();
  private @Nullable Mesh mesh;

  /** Draws; safe to be called from several threads, one of which then waits. */
  public synchronized Shot take(Order order) {
    if (mesh == null || !order.terrain().same(mesh.terrain())) {
      mesh = Mesh.of(order.terrain());
    }
    return new Shot(
        order,
        raster.draw(
            mesh,
            order.projection(),
            order.width(),
            order.height(),
            order.samples(),
            order.lineWidth(),
            order.ink()));
  }
}
