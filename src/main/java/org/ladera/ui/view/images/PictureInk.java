package org.ladera.ui.view.images;

import javafx.scene.paint.Color;
import org.ladera.present.shared.PixelPicture;
import org.ladera.ui.theme.Tokens;

/** Pictures as pixels in the colours of a profile. */
final class PictureInk {
  private static final int STEPS = 256;

  private final int[] ink = new int[STEPS];
  private final int[] signed = new int[2 * STEPS - 1];

  PictureInk(Tokens tokens) {
    for (int i = 0; i < STEPS; i++) {
      double share = i / (STEPS - 1.0);
      ink[i] = rgb(ground(tokens).interpolate(tokens.text(), share));
      signed[STEPS - 1 + i] = rgb(ground(tokens).interpolate(tokens.positive(), share));
      signed[STEPS - 1 - i] = rgb(ground(tokens).interpolate(tokens.negative(), share));
    }
  }

  /** What a value of 0 looks like. */
  static Color ground(Tokens tokens) {
    return tokens.inset();
  }

  /** Row by row, 0xFFRRGGBB. */
  int[] pixels(PixelPicture picture) {
    int rows = picture.shape().rows();
    int columns = picture.shape().columns();
    int[] pixels = new int[rows * columns];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] =
          switch (picture.ink()) {
            case INK -> picture.shape().channels() == 3 ? colours(picture, i) : grey(picture, i);
            case SIGNED -> sign(picture, i);
          };
    }
    return pixels;
  }

  private static double sum(PixelPicture picture, int i) {
    int columns = picture.shape().columns();
    double sum = 0;
    for (int channel = 0; channel < picture.shape().channels(); channel++) {
      sum += picture.at(channel, i / columns, i % columns);
    }
    return sum / picture.greatest();
  }

  private int grey(PixelPicture picture, int i) {
    double share = sum(picture, i) / picture.shape().channels();
    return ink[(int) Math.round(Math.clamp(share, 0, 1) * (STEPS - 1))];
  }

  private int sign(PixelPicture picture, int i) {
    double share = sum(picture, i);
    double in = Double.isNaN(share) ? 0 : Math.clamp(share, -1, 1);
    return signed[STEPS - 1 + (int) Math.round(in * (STEPS - 1))];
  }

  private static int colours(PixelPicture picture, int i) {
    int columns = picture.shape().columns();
    int rgb = 0xFF;
    for (int channel = 0; channel < 3; channel++) {
      double share = picture.at(channel, i / columns, i % columns) / picture.greatest();
      rgb = rgb << 8 | (int) Math.round(255 * Math.clamp(share, 0, 1));
    }
    return rgb;
  }

  /** A colour as 0xFFRRGGBB. */
  private static int rgb(Color color) {
    return 0xFF000000
        | (int) Math.round(color.getRed() * 255) << 16
        | (int) Math.round(color.getGreen() * 255) << 8
        | (int) Math.round(color.getBlue() * 255);
  }
}
