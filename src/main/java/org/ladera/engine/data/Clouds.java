package org.ladera.engine.data;

import org.ladera.engine.random.SplitMix64;

/** Classes of points, most of them in the plane. Row i is of class i mod classes. */
final class Clouds {
  private Clouds() {}

  private static double[] shaken(double x, double y, double noise, SplitMix64 random) {
    return new double[] {x + noise * random.nextNormal(), y + noise * random.nextNormal()};
  }

  /** One column of 0 and 1 for two classes, one-hot for more. */
  private static Dataset classes(double[][] x, int classes) {
    double[][] y = new double[x.length][];
    for (int i = 0; i < x.length; i++) {
      y[i] = classes == 2 ? new double[] {i % 2} : OneHot.of(i % classes, classes);
    }
    return Dataset.of(x, y);
  }

  /** Standard normal inputs with Σx below and above 0, before the noise. */
  static Dataset normal(int inputs, int examples, double noise, SplitMix64 random) {
    double[][] x = new double[examples][inputs];
    for (int i = 0; i < examples; i++) {
      double sum = 0;
      for (int k = 0; k < inputs; k++) {
        x[i][k] = random.nextNormal();
        sum += x[i][k];
      }
      boolean mirrored = (sum > 0) != (i % 2 == 1);
      for (int k = 0; k < inputs; k++) {
        x[i][k] = (mirrored ? -x[i][k] : x[i][k]) + noise * random.nextNormal();
      }
    }
    return classes(x, 2);
  }

  /** Below and above x1 + x2 = 0, at least 0.1 away before the noise. */
  static Dataset halfPlanes(int examples, double noise, SplitMix64 random) {
    double[][] x = new double[examples][];
    for (int i = 0; i < examples; i++) {
      double along = 2 * random.nextDouble() - 1;
      double off = (0.1 + 0.8 * random.nextDouble()) * (i % 2 == 0 ? -1 : 1);
      double root = Math.sqrt(0.5);
      x[i] = shaken((along + off) * root, (off - along) * root, noise, random);
    }
    return classes(x, 2);
  }

  /** As scikit-learn's make_moons: (cos t, sin t) and (1 − cos t, ½ − sin t), t evenly to π. */
  static Dataset moons(int examples, double noise, SplitMix64 random) {
    double[][] x = new double[examples][];
    for (int i = 0; i < examples; i++) {
      double t = Math.PI * evenly(i, examples, 2);
      double cos = StrictMath.cos(t);
      double sin = StrictMath.sin(t);
      x[i] =
          i % 2 == 0 ? shaken(cos, sin, noise, random) : shaken(1 - cos, 0.5 - sin, noise, random);
    }
    return classes(x, 2);
  }

  /** From 0 to 1 along the rows of one class. */
  private static double evenly(int row, int examples, int classes) {
    int ofClass = (examples - row % classes + classes - 1) / classes;
    return ofClass < 2 ? 0.5 : (double) (row / classes) / (ofClass - 1);
  }

  /** Class 0 on the circle of radius 1, class 1 on that of radius ½. */
  static Dataset circles(int examples, double noise, SplitMix64 random) {
    double[][] x = new double[examples][];
    for (int i = 0; i < examples; i++) {
      double angle = 2 * Math.PI * random.nextDouble();
      double radius = i % 2 == 0 ? 1 : 0.5;
      x[i] = shaken(radius * StrictMath.cos(angle), radius * StrictMath.sin(angle), noise, random);
    }
    return classes(x, 2);
  }

  /** Centres evenly on the circle of radius 1.5; the noise is the spread of each cloud. */
  static Dataset blobs(int classes, int examples, double noise, SplitMix64 random) {
    double[][] x = new double[examples][];
    for (int i = 0; i < examples; i++) {
      double angle = 2 * Math.PI * (i % classes) / classes + Math.PI / 4;
      x[i] = shaken(1.5 * StrictMath.cos(angle), 1.5 * StrictMath.sin(angle), noise, random);
    }
    return classes(x, classes);
  }

  /** Archimedean arms from near the centre to radius 1, one and a half turns. */
  static Dataset spirals(int classes, int examples, double noise, SplitMix64 random) {
    double[][] x = new double[examples][];
    for (int i = 0; i < examples; i++) {
      double share = evenly(i, examples, classes);
      double radius = 0.05 + 0.95 * share;
      double angle = 3 * Math.PI * share + 2 * Math.PI * (i % classes) / classes;
      x[i] = shaken(radius * StrictMath.cos(angle), radius * StrictMath.sin(angle), noise, random);
    }
    return classes(x, classes);
  }

  /** Class 1 where x1 and x2 have different signs, at least 0.1 from the axes. */
  static Dataset quadrants(int examples, double noise, SplitMix64 random) {
    double[][] x = new double[examples][];
    for (int i = 0; i < examples; i++) {
      double x1 = (0.1 + 0.9 * random.nextDouble()) * (random.nextDouble() < 0.5 ? -1 : 1);
      double size = 0.1 + 0.9 * random.nextDouble();
      x[i] =
          shaken(
              x1, i % 2 == 0 ? Math.copySign(size, x1) : -Math.copySign(size, x1), noise, random);
    }
    return classes(x, 2);
  }

  /** Class 1 above y = sin πx, at least 0.15 away, x from −1.5 to 1.5. */
  static Dataset sineClasses(int examples, double noise, SplitMix64 random) {
    double[][] x = new double[examples][];
    for (int i = 0; i < examples; i++) {
      double x1 = 3 * random.nextDouble() - 1.5;
      double away = 0.15 + 0.85 * random.nextDouble();
      x[i] = shaken(x1, StrictMath.sin(Math.PI * x1) + (i % 2 == 0 ? -away : away), noise, random);
    }
    return classes(x, 2);
  }
}
