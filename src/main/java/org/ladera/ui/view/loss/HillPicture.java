package org.ladera.ui.view.loss;

import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.ladera.present.loss.SurfaceModel.Hill;
import org.ladera.present.relief.Camera;
import org.ladera.present.relief.Projection;
import org.ladera.ui.fx.NewestJob;
import org.ladera.ui.fx.Screen;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.Raster;

/** The newest picture of the hillside, and the one that is on its way from another thread. */
final class HillPicture {
  /** At rest each pixel has four samples, while that is quickly done. */
  private static final int FINE_PIXELS = 4_000_000;

  private static final int MOVING_PIXELS = 200_000;

  private final Region card;
  private final Runnable changed;
  private final HillShots shots = new HillShots();
  private final NewestJob<HillShots.Shot> job = new NewestJob<>("surface", this::receive);
  private final PixelImage pixels = new PixelImage();
  private HillShots.@Nullable Shot shot;
  private HillShots.@Nullable Order ordered;

  /**
   * @param card on which the picture is seen
   * @param changed runs when a new picture has come
   */
  HillPicture(Region card, Runnable changed) {
    this.card = card;
    this.changed = changed;
  }

  /** The newest picture; null before the first. */
  HillShots.@Nullable Shot shot() {
    return shot;
  }

  Image image() {
    return pixels.image();
  }

  /**
   * A new picture, unless the one that is there will do or is already on its way.
   *
   * @param moving whether the next one will be asked for soon
   */
  void ask(PlotGraphics graphics, Rectangle2D space, Hill hill, Camera camera, boolean moving) {
    HillShots.Order wanted = order(graphics, space, hill, camera, moving);
    if (shot != null && shot.serves(wanted)) {
      return;
    }
    boolean onItsWay =
        ordered != null && wanted.same(ordered) && wanted.samples() == ordered.samples();
    if (onItsWay && job.isPending()) {
      return;
    }
    ordered = wanted;
    if (isOnScreen()) {
      job.ask(() -> shots.take(wanted));
    } else {
      keep(shots.take(wanted));
    }
  }

  private HillShots.Order order(
      PlotGraphics graphics, Rectangle2D space, Hill hill, Camera camera, boolean moving) {
    double factor = Screen.scale(card);
    int width = Raster.points(space.getWidth(), factor);
    int height = Raster.points(space.getHeight(), factor);
    boolean cheap = (long) width * height <= (moving ? MOVING_PIXELS : FINE_PIXELS);
    Projection projection =
        SurfacePainter.projection(graphics, space, hill, camera)
            .sampled(width / space.getWidth(), space.getMinX(), space.getMinY());
    return new HillShots.Order(
        hill.terrain(),
        camera,
        projection,
        width,
        height,
        cheap ? 2 : 1,
        graphics.stroke(1.1) * factor,
        HillInk.of(graphics.tokens()));
  }

  /** Without a window there are no pulses to wait for: then pictures are drawn at once. */
  boolean isOnScreen() {
    return Screen.shows(card);
  }

  private void receive(HillShots.Shot next) {
    keep(next);
    changed.run();
  }

  private void keep(HillShots.Shot next) {
    shot = next;
    pixels.show(next.picture().pixels(), next.picture().width(), next.picture().height());
  }

  /** Takes the picture that is on its way at once. */
  void settle() {
    if (job.isPending() && ordered != null) {
      job.answer(shots.take(ordered));
    }
  }

  boolean isPending() {
    return job.isPending();
  }

  void close() {
    job.close();
  }
}
