package org.ladera.engine.data;

import org.ladera.engine.random.SplitMix64;

/** A map of the unit square: affine about its centre, then two long waves across it. */
final class Distortion {
  private final double a;
  private final double b;
  private final double c;
  private final double d;
  private final double moveX;
  private final double moveY;
  private final double[] waves = new double[8];

  Distortion(double strength, SplitMix64 random) {
    double angle = 0.16 * strength * Digits.clamped(random);
    double slant = 0.18 * strength * Digits.clamped(random);
    double wide = StrictMath.exp(0.11 * strength * Digits.clamped(random));
    double high = StrictMath.exp(0.07 * strength * Digits.clamped(random));
    double cos = StrictMath.cos(angle);
    double sin = StrictMath.sin(angle);
    a = wide * cos;
    b = high * (slant * cos - sin);
    c = wide * sin;
    d = high * (slant * sin + cos);
    moveX = 0.04 * strength * Digits.clamped(random);
    moveY = 0.04 * strength * Digits.clamped(random);
    for (int i = 0; i < waves.length; i += 4) {
      waves[i] = 0.03 * strength * Digits.clamped(random);
      waves[i + 1] = 4 * random.nextDouble() - 2;
      waves[i + 2] = 4 * random.nextDouble() - 2;
      waves[i + 3] = random.nextDouble();
    }
  }

  /** Where a point goes. */
  double[] of(double x, double y) {
    double u = x - 0.5;
    double v = y - 0.5;
    double px = a * u + b * v;
    double py = c * u + d * v;
    return new double[] {0.5 + px + moveX + wave(0, u, v), 0.5 + py + moveY + wave(4, u, v)};
  }

  private double wave(int at, double u, double v) {
    double phase = waves[at + 1] * u + waves[at + 2] * v + waves[at + 3];
    return waves[at] * StrictMath.sin(2 * Math.PI * phase);
  }
}
