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

/** Draws the pictures of a view, each made anew only when its numbers or the colours change. */
public final class PicturePainter {
  private static final int COARSE = 100;

  private static final class Kept {
    private final PixelImage image = new PixelImage();
    private @Nullable PixelPicture shown;
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
    if (place.shown == null || !place.shown.isSame(picture)) {
      place.shown = picture;
      place.image.show(ink.pixels(picture), picture.shape().columns(), picture.shape().rows());
    }
    GraphicsContext g = graphics.context();
    // Few pixels are meant to be seen; many are a drawing.
    g.setImageSmoothing(picture.shape().columns() > COARSE);
    g.drawImage(place.image.image(), at.getMinX(), at.getMinY(), at.getWidth(), at.getHeight());
    g.setImageSmoothing(true);
  }
}
