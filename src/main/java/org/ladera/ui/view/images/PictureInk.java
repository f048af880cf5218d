package org.ladera.ui.view.images;

import java.util.Arrays;
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
    int channels = picture.shape().channels();
    int size = picture.shape().size() / channels;
    // A pad has many pixels, and is seen anew after each stroke.
    double[] values = new double[picture.shape().size()];
    picture.values().copyRows(picture.row(), 1, values, 0);
    return switch (picture.ink()) {
      case INK ->
          channels == 3
              ? colours(values, size, picture.greatest())
              : grey(summed(values, size), channels * picture.greatest());
      case SIGNED -> sign(summed(values, size), picture.greatest());
    };
  }

  /** Over the channels, in the place of the first. */
  private static double[] summed(double[] values, int size) {
    for (int i = size; i < values.length; i++) {
      values[i % size] += values[i];
    }
    return values.length == size ? values : Arrays.copyOf(values, size);
  }

  private int[] grey(double[] sums, double greatest) {
    int[] pixels = new int[sums.length];
    for (int i = 0; i < pixels.length; i++) {
      // Most of a pad is paper.
      pixels[i] = sums[i] == 0 ? ink[0] : ink[step(sums[i] / greatest)];
    }
    return pixels;
  }

  private static int step(double share) {
    return (int) (Math.clamp(share, 0, 1) * (STEPS - 1) + 0.5);
  }

  private int[] sign(double[] sums, double greatest) {
    int[] pixels = new int[sums.length];
    for (int i = 0; i < pixels.length; i++) {
      double share = Math.max(-1, Math.min(1, sums[i] / greatest));
      pixels[i] = signed[STEPS - 1 + (int) Math.round(share * (STEPS - 1))];
    }
    return pixels;
  }

  private static int[] colours(double[] values, int size, double greatest) {
    int[] pixels = new int[size];
    for (int i = 0; i < size; i++) {
      int rgb = 0xFF;
      for (int at = i; at < values.length; at += size) {
        rgb = rgb << 8 | (int) Math.round(255 * Math.clamp(values[at] / greatest, 0, 1));
      }
      pixels[i] = rgb;
    }
    return pixels;
  }

  /** A colour as 0xFFRRGGBB. */
  private static int rgb(Color color) {
    return 0xFF000000
        | (int) Math.round(color.getRed() * 255) << 16
        | (int) Math.round(color.getGreen() * 255) << 8
        | (int) Math.round(color.getBlue() * 255);
  }
}
