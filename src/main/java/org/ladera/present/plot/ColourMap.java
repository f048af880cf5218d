package org.ladera.present.plot;

/** A map from [0, 1] to opaque colours, 0xAARRGGBB, in 256 steps. */
public final class ColourMap {
  private static final int STEPS = 256;

  /**
   * Viridis (Smith and van der Walt 2015, public domain): perceptually uniform, safe for
   * colour-blind people, readable in grey. Its colours at 0, 0.1, … 1.
   */
  public static final ColourMap VIRIDIS =
      through(
          0x440154, 0x482576, 0x414487, 0x35608D, 0x2A788E, 0x21908C, 0x22A884, 0x43BF71, 0x7AD151,
          0xBBDF27, 0xFDE725);

  /**
   * Cividis (Nuñez, Anderton and Renslow 2018): the same for everyone, also with a colour deficit.
   */
  public static final ColourMap CIVIDIS =
      through(
          0x00204D, 0x00336F, 0x39486B, 0x575C6D, 0x707173, 0x8A8779, 0xA69D75, 0xC4B56C, 0xE4CF5B,
          0xFFEA46);

  private final int[] colours;

  private ColourMap(int[] colours) {
    this.colours = colours;
  }

  /** A smooth map through evenly spaced colours, 0xRRGGBB. */
  public static ColourMap through(int... anchors) {
    int[] colours = new int[STEPS];
    for (int i = 0; i < STEPS; i++) {
      double at = (double) i * (anchors.length - 1) / (STEPS - 1);
      int k = Math.min((int) at, anchors.length - 2);
      int colour = 0xFF;
      for (int shift = 16; shift >= 0; shift -= 8) {
        colour = colour << 8 | channel(anchors, k, at - k, shift);
      }
      colours[i] = colour;
    }
    return new ColourMap(colours);
  }

  /** From {@code negative} over {@code zero}, the colour of the canvas, to {@code positive}. */
  public static ColourMap diverging(int negative, int zero, int positive) {
    int[] colours = new int[STEPS];
    for (int i = 0; i < STEPS; i++) {
      double signed = 2.0 * i / (STEPS - 1) - 1;
      colours[i] = mix(zero, signed < 0 ? negative : positive, Math.abs(signed));
    }
    return new ColourMap(colours);
  }

  /** The colour at {@code t}; outside [0, 1] that of the nearer end. */
  public int at(double t) {
    return colours[Math.max(0, Math.min(STEPS - 1, (int) Math.round(t * (STEPS - 1))))];
  }

  /** All steps, for loops over pixels; a new array. */
  public int[] table() {
    return colours.clone();
  }

  /** Every colour moved towards {@code other} by {@code share}. */
  public ColourMap mixed(int other, double share) {
    int[] mixed = new int[STEPS];
    for (int i = 0; i < STEPS; i++) {
      mixed[i] = mix(colours[i], other, share);
    }
    return new ColourMap(mixed);
  }

  /** Its colours up to {@code share} over the whole of [0, 1], for what uses no more. */
  public ColourMap upTo(double share) {
    int[] first = new int[STEPS];
    for (int i = 0; i < STEPS; i++) {
      first[i] = at(share * i / (STEPS - 1));
    }
    return new ColourMap(first);
  }

  /** {@code a} at 0, {@code b} at 1; opaque. */
  public static int mix(int a, int b, double share) {
    int colour = 0xFF;
    for (int shift = 16; shift >= 0; shift -= 8) {
      double from = a >> shift & 0xFF;
      double to = b >> shift & 0xFF;
      colour = colour << 8 | (int) Math.round(from + (to - from) * share);
    }
    return colour;
  }

  /** How light a colour looks: relative luminance (WCAG 2), 0 to 1. */
  public static double luminance(int colour) {
    return 0.2126 * linear(colour >> 16 & 0xFF)
        + 0.7152 * linear(colour >> 8 & 0xFF)
        + 0.0722 * linear(colour & 0xFF);
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : StrictMath.pow((c + 0.055) / 1.055, 2.4);
  }

  /** A cubic through four neighbours, so that no edge shows at the anchors (Catmull and Rom). */
  private static int channel(int[] anchors, int k, double t, int shift) {
    double a = anchors[Math.max(0, k - 1)] >> shift & 0xFF;
    double b = anchors[k] >> shift & 0xFF;
    double c = anchors[k + 1] >> shift & 0xFF;
    double d = anchors[Math.min(anchors.length - 1, k + 2)] >> shift & 0xFF;
    double value =
        b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
    return (int) Math.max(0, Math.min(255, Math.round(value)));
  }
}
