package org.ladera.engine.data;

import org.ladera.engine.random.SplitMix64;

/**
 * Data sets drawn from a seed: the same arguments give the same bits. Two classes are one target
 * column of 0 and 1, more are one-hot; classes alternate from row to row, so that every part of the
 * rows has all of them.
 */
public enum Generator {
  AND(4, 0, (n, noise, r) -> TruthTables.draw(0b1000, n, noise, r)),
  OR(4, 0, (n, noise, r) -> TruthTables.draw(0b1110, n, noise, r)),
  NAND(4, 0, (n, noise, r) -> TruthTables.draw(0b0111, n, noise, r)),
  NOR(4, 0, (n, noise, r) -> TruthTables.draw(0b0001, n, noise, r)),
  XOR(4, 0, (n, noise, r) -> TruthTables.draw(0b0110, n, noise, r)),
  XNOR(4, 0, (n, noise, r) -> TruthTables.draw(0b1001, n, noise, r)),

  /** y = 2x + 1 for x from −1 to 1, with normal noise on y. */
  LINE(50, 0.2, (n, noise, r) -> Curves.draw(x -> 2 * x + 1, n, noise, r)),
  /** y = x² for x from −1 to 1. */
  PARABOLA(50, 0.1, (n, noise, r) -> Curves.draw(x -> x * x, n, noise, r)),
  /** y = 4x³ − 3x for x from −1 to 1: one maximum, one minimum. */
  CUBIC(50, 0.1, (n, noise, r) -> Curves.draw(x -> 4 * x * x * x - 3 * x, n, noise, r)),
  /** y = sin πx for x from −1 to 1. */
  SINE(50, 0.1, (n, noise, r) -> Curves.draw(x -> StrictMath.sin(Math.PI * x), n, noise, r)),

  /** Two classes on either side of a line. */
  HALF_PLANES(100, 0.1, Clouds::halfPlanes),
  /** Two half circles that reach into each other. */
  MOONS(250, 0.25, Clouds::moons),
  /** A ring around another of half its radius. */
  CIRCLES(250, 0.1, Clouds::circles),
  /** Two normal clouds. */
  BLOBS(200, 0.5, (n, noise, r) -> Clouds.blobs(2, n, noise, r)),
  /** Three normal clouds, one-hot. */
  THREE_BLOBS(300, 0.5, (n, noise, r) -> Clouds.blobs(3, n, noise, r)),
  /** Two arms of one and a half turns. */
  SPIRALS(300, 0.02, (n, noise, r) -> Clouds.spirals(2, n, noise, r)),
  /** Three arms, one-hot. */
  THREE_SPIRALS(300, 0.02, (n, noise, r) -> Clouds.spirals(3, n, noise, r)),
  /** Four quadrants, opposite ones of the same class: XOR with many points. */
  QUADRANTS(200, 0.05, Clouds::quadrants),
  /** Above and below y = sin πx. */
  SINE_CLASSES(200, 0.05, Clouds::sineClasses),

  /** Ten digits of 8 × 8 pixels from 0 to 1, one-hot; noise is the strength of the distortion. */
  DIGITS_8(1000, 0.6, (n, noise, r) -> Digits.draw(8, n, noise, r)),
  /** Ten digits of 28 × 28 pixels. */
  DIGITS_28(1000, 0.6, (n, noise, r) -> Digits.draw(28, n, noise, r)),

  /** 64 standard normal inputs, two classes on either side of Σx = 0. */
  NORMAL_64(256, 0, (n, noise, r) -> Clouds.normal(64, n, noise, r));

  /** Draws {@code examples} rows. */
  private interface Drawing {
    Dataset draw(int examples, double noise, SplitMix64 random);
  }

  private final int usualExamples;
  private final double usualNoise;
  private final Drawing drawing;

  Generator(int usualExamples, double usualNoise, Drawing drawing) {
    this.usualExamples = usualExamples;
    this.usualNoise = usualNoise;
    this.drawing = drawing;
  }

  public int usualExamples() {
    return usualExamples;
  }

  /** Standard deviation of the noise that suits this set; for digits the distortion. */
  public double usualNoise() {
    return usualNoise;
  }

  /** Its name in files: {@code three-blobs}. */
  public String fileName() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /**
   * Draws a data set.
   *
   * @param examples at least 1
   * @param noise standard deviation, at least 0; for digits the strength of the distortion
   * @throws IllegalArgumentException when one of them is not
   */
  public Dataset make(int examples, double noise, long seed) {
    if (examples < 1 || !(noise >= 0) || Double.isInfinite(noise)) {
      throw new IllegalArgumentException(
          "expected at least 1 example and noise from 0, found " + examples + " and " + noise);
    }
    return drawing.draw(examples, noise, new SplitMix64(seed, ordinal()));
  }
}
