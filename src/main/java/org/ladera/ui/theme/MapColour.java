package org.ladera.ui.theme;

import javafx.scene.paint.Color;

/** Colours of a colour map, which pictures keep as numbers, for what is drawn upon them. */
public final class MapColour {
  private MapColour() {}

  /** The number of a colour, 0xAARRGGBB, not premultiplied. */
  public static int argb(Color color) {
    return byteOf(color.getOpacity()) << 24
        | byteOf(color.getRed()) << 16
        | byteOf(color.getGreen()) << 8
        | byteOf(color.getBlue());
  }

  private static int byteOf(double share) {
    return (int) Math.round(255 * share);
  }

  /**
   * @param rgb 0xRRGGBB; higher bits are ignored
   */
  public static Color of(int rgb) {
    return Color.rgb(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF);
  }
}
