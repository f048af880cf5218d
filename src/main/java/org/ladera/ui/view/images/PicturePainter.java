package org.ladera.ui.view.images;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import org.jspecify.annotations.Nullable;
import org.ladera.present.shared.PixelPicture;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.view.loss.PixelImage;

/**
 * Draws the pictures of a view, each made anew only when its numbers, the colours or its size
 * change.
 */
public final class PicturePainter {
  private static final int COARSE = 100;

  /** A picture is never larger than a texture. */
  private static final int LARGEST = 8192;

  private static final class Kept {
    private final PixelImage image = new PixelImage();
    private @Nullable PixelPicture shown;
    private @Nullable Resampling size;
  }

  private final List<Kept> kept = new ArrayList<>();
  private @Nullable Tokens tokens;
  private PictureInk ink = new PictureInk(Tokens.of(org.ladera.ui.theme.Profile.LIGHT));

  /** Takes the colours of this drawing; before any of its pictures. */
  public void dress(Tokens now) {
    if (now != tokens) {
      tokens = now;
      ink = new PictureInk(now);
      kept.forEach(k -> k.shown = null);
    }
  }

  /**
   * @param index the place of the picture in its view, by which it is kept
   */
  public void draw(PlotGraphics graphics, int index, PixelPicture picture, Rectangle2D at) {
    while (kept.size() <= index) {
      kept.add(new Kept());
    }
    Kept place = kept.get(index);
    GraphicsContext g = graphics.context();
    double points = g.getTransform().getMxx();
    int wide = Math.clamp(Math.round(at.getWidth() * points), 1, LARGEST);
    int high = Math.clamp(Math.round(at.getHeight() * points), 1, LARGEST);
    Resampling size = new Resampling(picture.shape().columns(), picture.shape().rows(), wide, high);
    if (place.shown == null || !place.shown.isSame(picture) || !size.equals(place.size)) {
      place.shown = picture;
      place.size = size;
      int[] pixels = ink.pixels(picture);
      // Few pixels are meant to be seen; many are a drawing.
      place.image.show(
          wide,
          high,
          target -> {
            if (size.columns() > COARSE) {
              size.smooth(pixels, target);
            } else {
              size.squares(pixels, target);
            }
          });
    }
    g.setImageSmoothing(false);
    g.drawImage(
        place.image.image(),
        Math.round(at.getMinX() * points) / points,
        Math.round(at.getMinY() * points) / points,
        wide / points,
        high / points);
    g.setImageSmoothing(true);
  }
}
