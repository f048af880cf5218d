package org.ladera.ui.view.loss;

import javafx.scene.paint.Color;
import org.ladera.present.plot.ColourMap;
import org.ladera.present.relief.ContourInk;
import org.ladera.present.relief.SurfaceInk;
import org.ladera.ui.theme.Profile;
import org.ladera.ui.theme.Tokens;

/** The colours of hillsides and maps in a profile. */
public final class HillInk {
  private static final double SURFACE_LINES = 0.62;
  private static final double MAP_LINES = 0.6;

  private HillInk() {}

  /** Of a hillside: viridis, white lines, a pale block. */
  public static SurfaceInk of(Tokens tokens) {
    int inset = rgb(tokens.inset());
    boolean dark = tokens.profile() == Profile.DARK;
    int lit = dark ? ColourMap.mix(inset, rgb(tokens.text()), 0.14) : inset;
    int shade = dark ? inset : ColourMap.mix(inset, rgb(tokens.text()), 0.2);
    return new SurfaceInk(ColourMap.VIRIDIS, rgb(tokens.onImage()), SURFACE_LINES, lit, shade);
  }

  /** Of a map: the same colours a little paler, so that path and words stand out. */
  public static ContourInk map(Tokens tokens) {
    return new ContourInk(
        ColourMap.VIRIDIS.mixed(rgb(tokens.onImage()), 0.12), rgb(tokens.onImage()), MAP_LINES);
  }

  /** A colour as 0xFFRRGGBB. */
  static int rgb(Color color) {
    return 0xFF000000
        | (int) Math.round(color.getRed() * 255) << 16
        | (int) Math.round(color.getGreen() * 255) << 8
        | (int) Math.round(color.getBlue() * 255);
  }
}
