package org.ladera.cli.yardstick;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;

/**
 * c = bias + op(a)·b on vectors with fused operations, four rows by two registers at a time, what
 * is left of a row by a mask; element (r, p) of op(a) is a[r·rowStep + p·termStep].
 */
final class VectorProduct {
  static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  static final int LANES = SPECIES.length();

  private VectorProduct() {}

  /**
   * @param c (n × m), overwritten
   * @param bias (m), or null for 0
   */
  static void multiply(
      double[] a,
      int rowStep,
      int termStep,
      double[] b,
      double[] c,
      double @Nullable [] bias,
      int n,
      int k,
      int m) {
    int j = 0;
    for (; j + 2 * LANES <= m; j += 2 * LANES) {
      int r = 0;
      for (; r + 4 <= n; r += 4) {
        fourWide(a, r * rowStep, rowStep, termStep, b, j, c, r * m + j, bias, k, m);
      }
      for (; r < n; r++) {
        oneWide(a, r * rowStep, termStep, b, j, c, r * m + j, bias, k, m);
      }
    }
    for (; j < m; j += LANES) {
      VectorMask<Double> inside = SPECIES.indexInRange(j, m);
      int r = 0;
      for (; r + 4 <= n; r += 4) {
        four(a, r * rowStep, rowStep, termStep, b, j, c, r * m + j, bias, k, m, inside);
      }
      for (; r < n; r++) {
        one(a, r * rowStep, termStep, b, j, c, r * m + j, bias, k, m, inside);
      }
    }
  }

  private static void fourWide(
      double[] a,
      int aAt,
      int rowStep,
      int termStep,
      double[] b,
      int j,
      double[] c,
      int cAt,
      double @Nullable [] bias,
      int k,
      int m) {
    DoubleVector x0 = start(bias, j);
    DoubleVector x1 = start(bias, j + LANES);
    DoubleVector y0 = x0;
    DoubleVector y1 = x1;
    DoubleVector z0 = x0;
    DoubleVector z1 = x1;
    DoubleVector w0 = x0;
    DoubleVector w1 = x1;
    for (int p = 0, bAt = j, q = aAt; p < k; p++, bAt += m, q += termStep) {
      DoubleVector v0 = DoubleVector.fromArray(SPECIES, b, bAt);
      DoubleVector v1 = DoubleVector.fromArray(SPECIES, b, bAt + LANES);
      DoubleVector t = DoubleVector.broadcast(SPECIES, a[q]);
      x0 = t.fma(v0, x0);
      x1 = t.fma(v1, x1);
      t = DoubleVector.broadcast(SPECIES, a[q + rowStep]);
      y0 = t.fma(v0, y0);
      y1 = t.fma(v1, y1);
      t = DoubleVector.broadcast(SPECIES, a[q + 2 * rowStep]);
      z0 = t.fma(v0, z0);
      z1 = t.fma(v1, z1);
      t = DoubleVector.broadcast(SPECIES, a[q + 3 * rowStep]);
      w0 = t.fma(v0, w0);
      w1 = t.fma(v1, w1);
    }
    x0.intoArray(c, cAt);
    x1.intoArray(c, cAt + LANES);
    y0.intoArray(c, cAt + m);
    y1.intoArray(c, cAt + m + LANES);
    z0.intoArray(c, cAt + 2 * m);
    z1.intoArray(c, cAt + 2 * m + LANES);
    w0.intoArray(c, cAt + 3 * m);
    w1.intoArray(c, cAt + 3 * m + LANES);
  }

  private static void oneWide(
      double[] a,
      int aAt,
      int termStep,
      double[] b,
      int j,
      double[] c,
      int cAt,
      double @Nullable [] bias,
      int k,
      int m) {
    DoubleVector x0 = start(bias, j);
    DoubleVector x1 = start(bias, j + LANES);
    for (int p = 0, bAt = j, q = aAt; p < k; p++, bAt += m, q += termStep) {
      DoubleVector t = DoubleVector.broadcast(SPECIES, a[q]);
      x0 = t.fma(DoubleVector.fromArray(SPECIES, b, bAt), x0);
      x1 = t.fma(DoubleVector.fromArray(SPECIES, b, bAt + LANES), x1);
    }
    x0.intoArray(c, cAt);
    x1.intoArray(c, cAt + LANES);
  }

  private static void four(
      double[] a,
      int aAt,
      int rowStep,
      int termStep,
      double[] b,
      int j,
      double[] c,
      int cAt,
      double @Nullable [] bias,
      int k,
      int m,
      VectorMask<Double> inside) {
    DoubleVector x = start(bias, j, inside);
    DoubleVector y = x;
    DoubleVector z = x;
    DoubleVector w = x;
    for (int p = 0, bAt = j, q = aAt; p < k; p++, bAt += m, q += termStep) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, b, bAt, inside);
      x = v.lanewise(VectorOperators.FMA, DoubleVector.broadcast(SPECIES, a[q]), x);
      y = v.lanewise(VectorOperators.FMA, DoubleVector.broadcast(SPECIES, a[q + rowStep]), y);
      z = v.lanewise(VectorOperators.FMA, DoubleVector.broadcast(SPECIES, a[q + 2 * rowStep]), z);
      w = v.lanewise(VectorOperators.FMA, DoubleVector.broadcast(SPECIES, a[q + 3 * rowStep]), w);
    }
    x.intoArray(c, cAt, inside);
    y.intoArray(c, cAt + m, inside);
    z.intoArray(c, cAt + 2 * m, inside);
    w.intoArray(c, cAt + 3 * m, inside);
  }

  private static void one(
      double[] a,
      int aAt,
      int termStep,
      double[] b,
      int j,
      double[] c,
      int cAt,
      double @Nullable [] bias,
      int k,
      int m,
      VectorMask<Double> inside) {
    DoubleVector x = start(bias, j, inside);
    for (int p = 0, bAt = j, q = aAt; p < k; p++, bAt += m, q += termStep) {
      x =
          DoubleVector.fromArray(SPECIES, b, bAt, inside)
              .lanewise(VectorOperators.FMA, DoubleVector.broadcast(SPECIES, a[q]), x);
    }
    x.intoArray(c, cAt, inside);
  }

  private static DoubleVector start(double @Nullable [] bias, int j) {
    return bias == null ? DoubleVector.zero(SPECIES) : DoubleVector.fromArray(SPECIES, bias, j);
  }

  private static DoubleVector start(double @Nullable [] bias, int j, VectorMask<Double> inside) {
    return bias == null
        ? DoubleVector.zero(SPECIES)
        : DoubleVector.fromArray(SPECIES, bias, j, inside);
  }
}
