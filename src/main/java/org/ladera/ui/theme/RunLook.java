package org.ladera.ui.theme;

import javafx.scene.paint.Color;

/**
 * How a compared run looks in every view: one list of eight, told apart by colour and by dashes. No
 * colour is that of δ, of a class, of the loss or of a fault, which keep their meaning.
 *
 * @param dashes lengths of dashes and gaps in pixels of the light profile; not to be modified
 */
public record RunLook(Color color, double[] dashes) {
  public static final int COUNT = 8;

  /** The look of compared run {@code index}, from 0; from the ninth on they begin anew. */
  public static RunLook of(Tokens tokens, int index) {
    return switch (Math.floorMod(index, COUNT)) {
      case 0 -> look(tokens.of("#7A3FB5", "#B892F2", "#5A2A90"), 7, 4);
      case 1 -> look(tokens.of("#8A4B1F", "#C99872", "#653410"), 2, 3.5);
      case 2 -> look(tokens.of("#30363D", "#D8DEE6", "#0B0F14"), 10, 4, 2, 4);
      case 3 -> look(tokens.of("#6E7300", "#A3AE3C", "#515500"), 4, 2.5);
      case 4 -> look(tokens.of("#8E2453", "#F0A6C6", "#6B123A"), 14, 4);
      case 5 -> look(tokens.of("#3B3F9E", "#99A0FF", "#272A78"), 8, 3, 2, 3, 2, 3);
      case 6 -> look(tokens.of("#5B7A8C", "#9FC0D2", "#3C5666"), 1.5, 2.5);
      case 7 -> look(tokens.of("#4F6B3A", "#A6C48C", "#35502A"), 5, 6);
      default -> throw new IllegalArgumentException("no look " + index);
    };
  }

  /** The same on a colour map with a light rim, whatever the profile. */
  public static RunLook onImage(int index) {
    return of(Tokens.of(Profile.LIGHT), index);
  }

  private static RunLook look(Color color, double... dashes) {
    return new RunLook(color, dashes);
  }
}
