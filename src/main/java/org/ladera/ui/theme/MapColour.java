package org.ladera.ui.theme;

import javafx.scene.paint.Color;

/** Colours of a colour map, which pictures keep as numbers, for what is drawn upon them. */
public final class MapColour {
  private MapColour() {}

  /**
   * @param rgb 0xRRGGBB; higher bits are ignored
   */
  public static Color of(int rgb) {
    return Color.rgb(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF);
  }
}
