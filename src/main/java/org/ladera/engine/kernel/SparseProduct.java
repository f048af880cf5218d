package org.ladera.engine.kernel;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The products of {@link SparseKernel}: over the numbers of a that are not 0, in index order. A
 * block of columns of a goes with so few rows of the other matrix that they stay in the first
 * cache.
 */
final class SparseProduct {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final int WIDE = 8 * LANES;
  private static final int BLOCK = NonZeros.BLOCK;

  private SparseProduct() {}

  /**
   * Rows {@code first} to {@code end} − 1 of c = a·b.
   *
   * @param a (any × k)
   * @param b (k × n) from {@code bFrom} on, n at least one register
   * @param c overwritten
   */
  static void rows(
      NonZeros places,
      int first,
      int end,
      int k,
      int n,
      double[] a,
      double[] b,
      int bFrom,
      double[] c) {
    Arrays.fill(c, first * n, end * n, 0);
    int j = 0;
    for (; j <= n - WIDE; j += WIDE) {
      for (int t = 0, block = 0; t < k; t += BLOCK, block++) {
        for (int i = first; i < end; i++) {
          wideRow(places.bits(block, i), n, a, i * k + t, b, bFrom + t * n + j, c, i * n + j);
        }
      }
    }
    for (; j < n; j += LANES) {
      // The last register may overlap the one before: it finds the same numbers again.
      int at = Math.min(j, n - LANES);
      for (int i = first; i < end; i++) {
        row(places, i, k, n, a, b, bFrom + at, c, i * n + at);
      }
    }
  }

  /** Adds one block of one row to c. */
  private static void wideRow(
      long bits, int n, double[] a, int aAt, double[] b, int bAt, double[] c, int cAt) {
    DoubleVector s0 = DoubleVector.fromArray(SPECIES, c, cAt);
    DoubleVector s1 = DoubleVector.fromArray(SPECIES, c, cAt + LANES);
    DoubleVector s2 = DoubleVector.fromArray(SPECIES, c, cAt + 2 * LANES);
    DoubleVector s3 = DoubleVector.fromArray(SPECIES, c, cAt + 3 * LANES);
    DoubleVector s4 = DoubleVector.fromArray(SPECIES, c, cAt + 4 * LANES);
    DoubleVector s5 = DoubleVector.fromArray(SPECIES, c, cAt + 5 * LANES);
    DoubleVector s6 = DoubleVector.fromArray(SPECIES, c, cAt + 6 * LANES);
    DoubleVector s7 = DoubleVector.fromArray(SPECIES, c, cAt + 7 * LANES);
    for (long rest = bits; rest != 0; rest &= rest - 1) {
      int t = Long.numberOfTrailingZeros(rest);
      int at = bAt + t * n;
      DoubleVector r = DoubleVector.broadcast(SPECIES, a[aAt + t]);
      s0 = s0.add(r.mul(DoubleVector.fromArray(SPECIES, b, at)));
      s1 = s1.add(r.mul(DoubleVector.fromArray(SPECIES, b, at + LANES)));
      s2 = s2.add(r.mul(DoubleVector.fromArray(SPECIES, b, at + 2 * LANES)));
      s3 = s3.add(r.mul(DoubleVector.fromArray(SPECIES, b, at + 3 * LANES)));
      s4 = s4.add(r.mul(DoubleVector.fromArray(SPECIES, b, at + 4 * LANES)));
      s5 = s5.add(r.mul(DoubleVector.fromArray(SPECIES, b, at + 5 * LANES)));
      s6 = s6.add(r.mul(DoubleVector.fromArray(SPECIES, b, at + 6 * LANES)));
      s7 = s7.add(r.mul(DoubleVector.fromArray(SPECIES, b, at + 7 * LANES)));
    }
    s0.intoArray(c, cAt);
    s1.intoArray(c, cAt + LANES);
    s2.intoArray(c, cAt + 2 * LANES);
    s3.intoArray(c, cAt + 3 * LANES);
    s4.intoArray(c, cAt + 4 * LANES);
    s5.intoArray(c, cAt + 5 * LANES);
    s6.intoArray(c, cAt + 6 * LANES);
    s7.intoArray(c, cAt + 7 * LANES);
  }

  /** All of one row; c is overwritten. */
  private static void row(
      NonZeros places, int i, int k, int n, double[] a, double[] b, int bAt, double[] c, int cAt) {
    DoubleVector s = DoubleVector.zero(SPECIES);
    for (int from = 0, block = 0; from < k; from += BLOCK, block++) {
      for (long rest = places.bits(block, i); rest != 0; rest &= rest - 1) {
        int t = from + Long.numberOfTrailingZeros(rest);
        DoubleVector r = DoubleVector.broadcast(SPECIES, a[i * k + t]);
        s = s.add(r.mul(DoubleVector.fromArray(SPECIES, b, bAt + t * n)));
      }
    }
    s.intoArray(c, cAt);
  }

  /**
   * Columns {@code first} to {@code end} − 1 of g = aᵀ·d, row of a after row.
   *
   * @param a (m × k)
   * @param d (m × n)
   * @param g (k × n) from {@code gFrom} on, overwritten
   */
  static void columns(
      NonZeros places,
      int m,
      int first,
      int end,
      int k,
      int n,
      double[] a,
      double[] d,
      double[] g,
      int gFrom) {
    for (int t = 0; t < k; t++) {
      Arrays.fill(g, gFrom + t * n + first, gFrom + t * n + end, 0);
    }
    int j = first;
    for (; j <= end - WIDE; j += WIDE) {
      for (int t = 0, block = 0; t < k; t += BLOCK, block++) {
        for (int i = 0; i < m; i++) {
          addWide(places.bits(block, i), n, a, i * k + t, d, i * n + j, g, gFrom + t * n + j);
        }
      }
    }
    for (; j < end; j += LANES) {
      for (int t = 0, block = 0; t < k; t += BLOCK, block++) {
        for (int i = 0; i < m; i++) {
          long bits = places.bits(block, i);
          if (j <= end - LANES) {
            add(bits, n, a, i * k + t, d, i * n + j, g, gFrom + t * n + j);
          } else {
            addPlain(bits, n, end - j, a, i * k + t, d, i * n + j, g, gFrom + t * n + j);
          }
        }
      }
    }
  }

  private static void addWide(
      long bits, int n, double[] a, int aAt, double[] d, int dAt, double[] g, int gAt) {
    DoubleVector d0 = DoubleVector.fromArray(SPECIES, d, dAt);
    DoubleVector d1 = DoubleVector.fromArray(SPECIES, d, dAt + LANES);
    DoubleVector d2 = DoubleVector.fromArray(SPECIES, d, dAt + 2 * LANES);
    DoubleVector d3 = DoubleVector.fromArray(SPECIES, d, dAt + 3 * LANES);
    DoubleVector d4 = DoubleVector.fromArray(SPECIES, d, dAt + 4 * LANES);
    DoubleVector d5 = DoubleVector.fromArray(SPECIES, d, dAt + 5 * LANES);
    DoubleVector d6 = DoubleVector.fromArray(SPECIES, d, dAt + 6 * LANES);
    DoubleVector d7 = DoubleVector.fromArray(SPECIES, d, dAt + 7 * LANES);
    for (long rest = bits; rest != 0; rest &= rest - 1) {
      int t = Long.numberOfTrailingZeros(rest);
      int at = gAt + t * n;
      DoubleVector r = DoubleVector.broadcast(SPECIES, a[aAt + t]);
      DoubleVector.fromArray(SPECIES, g, at).add(r.mul(d0)).intoArray(g, at);
      DoubleVector.fromArray(SPECIES, g, at + LANES).add(r.mul(d1)).intoArray(g, at + LANES);
      DoubleVector.fromArray(SPECIES, g, at + 2 * LANES)
          .add(r.mul(d2))
          .intoArray(g, at + 2 * LANES);
      DoubleVector.fromArray(SPECIES, g, at + 3 * LANES)
          .add(r.mul(d3))
          .intoArray(g, at + 3 * LANES);
      DoubleVector.fromArray(SPECIES, g, at + 4 * LANES)
          .add(r.mul(d4))
          .intoArray(g, at + 4 * LANES);
      DoubleVector.fromArray(SPECIES, g, at + 5 * LANES)
          .add(r.mul(d5))
          .intoArray(g, at + 5 * LANES);
      DoubleVector.fromArray(SPECIES, g, at + 6 * LANES)
          .add(r.mul(d6))
          .intoArray(g, at + 6 * LANES);
      DoubleVector.fromArray(SPECIES, g, at + 7 * LANES)
          .add(r.mul(d7))
          .intoArray(g, at + 7 * LANES);
    }
  }

  private static void add(
      long bits, int n, double[] a, int aAt, double[] d, int dAt, double[] g, int gAt) {
    DoubleVector d0 = DoubleVector.fromArray(SPECIES, d, dAt);
    for (long rest = bits; rest != 0; rest &= rest - 1) {
      int t = Long.numberOfTrailingZeros(rest);
      int at = gAt + t * n;
      DoubleVector r = DoubleVector.broadcast(SPECIES, a[aAt + t]);
      DoubleVector.fromArray(SPECIES, g, at).add(r.mul(d0)).intoArray(g, at);
    }
  }

  private static void addPlain(
      long bits, int n, int count, double[] a, int aAt, double[] d, int dAt, double[] g, int gAt) {
    for (long rest = bits; rest != 0; rest &= rest - 1) {
      int t = Long.numberOfTrailingZeros(rest);
      for (int j = 0; j < count; j++) {
        g[gAt + t * n + j] += a[aAt + t] * d[dAt + j];
      }
    }
  }
}
