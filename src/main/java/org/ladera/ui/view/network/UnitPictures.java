package org.ladera.ui.view.network;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import org.ladera.landscape.Field;
import org.ladera.present.network.NetworkModel.Target;
import org.ladera.present.network.NetworkModel.Unit;
import org.ladera.present.plot.ColourMap;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.view.decision.Inks;
import org.ladera.ui.view.images.PicturePainter;
import org.ladera.ui.view.loss.PixelImage;

/**
 * The functions of the units as small images, in the map of the decision boundary: class 0, the
 * canvas in the middle, class 1. An image changes only when its field or the colours do.
 */
final class UnitPictures {
  private record Shown(Field field, double low, double high) {}

  private final Map<Target.Unit, PixelImage> images = new HashMap<>();
  private final Map<Target.Unit, Shown> shown = new HashMap<>();
  private final PicturePainter whole = new PicturePainter();
  private @Nullable Tokens tokens;
  private int[] colours = {};
  private double strength;

  /** The picture that all inputs together are. */
  PicturePainter whole() {
    return whole;
  }

  /** Chooses the colours; before any image of this drawing. */
  void dress(Tokens now) {
    if (now != tokens) {
      tokens = now;
      strength = Inks.of(now, 2).share();
      colours =
          ColourMap.diverging(rgb(now.class0().mark()), rgb(now.canvas()), rgb(now.class1().mark()))
              .mixed(rgb(now.canvas()), 1 - strength)
              .table();
      shown.clear();
    }
  }

  /** The image of a unit that has a field. */
  Image image(int layer, Unit unit) {
    Target.Unit key = new Target.Unit(layer, unit.number());
    Field field = unit.map().orElseThrow();
    Shown wanted = new Shown(field, unit.low(), unit.high());
    PixelImage image = images.computeIfAbsent(key, k -> new PixelImage());
    Shown last = shown.get(key);
    boolean same =
        last != null
            && last.field() == field
            && last.low() == wanted.low()
            && last.high() == wanted.high();
    if (!same) {
      shown.put(key, wanted);
      image.show(pixels(wanted), field.x().count(), field.y().count());
    }
    return image.image();
  }

  private int[] pixels(Shown of) {
    int w = of.field().x().count();
    int h = of.field().y().count();
    int[] pixels = new int[w * h];
    for (int iy = 0; iy < h; iy++) {
      for (int ix = 0; ix < w; ix++) {
        pixels[(h - 1 - iy) * w + ix] = colour(of.field().get(ix, iy), of.low(), of.high());
      }
    }
    return pixels;
  }

  private int colour(double value, double low, double high) {
    double t = (value - low) / (high - low);
    double in = Double.isNaN(t) ? 0.5 : Math.clamp(t, 0, 1);
    return colours[(int) Math.round(in * (colours.length - 1))];
  }

  /** The colour of a value that lies at {@code share}, −1 to 1, between the ends. */
  Color colour(double share) {
    Tokens now = Objects.requireNonNull(tokens);
    return now.canvas()
        .interpolate(
            share < 0 ? now.class0().mark() : now.class1().mark(), strength * Math.abs(share));
  }

  /** A colour as 0xFFRRGGBB. */
  static int rgb(Color color) {
    return 0xFF000000
        | (int) Math.round(color.getRed() * 255) << 16
        | (int) Math.round(color.getGreen() * 255) << 8
        | (int) Math.round(color.getBlue() * 255);
  }
}
