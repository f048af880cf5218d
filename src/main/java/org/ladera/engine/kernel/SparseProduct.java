package org.ladera.engine.kernel;

import static org.ladera.engine.kernel.Fused.fma;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The products of {@link SparseKernel}: over the numbers of a that are not 0, in index order. A
 * block of columns of a goes with so few rows of the other matrix that they stay in the first
 * cache. Bits are taken away by a counted loop, for in any other the compiler looks for safepoints
 * and keeps the bits in memory meanwhile.
 */
final class SparseProduct {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final int WIDE = 8 * LANES;
  private static final int BLOCK = NonZeros.BLOCK;
  private static final ByteOrder ORDER = ByteOrder.nativeOrder();

  private SparseProduct() {}

  /** Room for a block of the right factor, where its registers begin with a line of the cache. */
  static MemorySegment panel() {
    return Arena.ofAuto().allocate((long) BLOCK * WIDE * Double.BYTES, Long.SIZE);
  }

  /** So many rows of {@link #WIDE} columns, one behind the other. */
  private static void pack(MemorySegment panel, double[] b, int bAt, int n, int count) {
    for (int t = 0; t < count; t++) {
      MemorySegment.copy(
          b, bAt + t * n, panel, ValueLayout.JAVA_DOUBLE, (long) t * WIDE * Double.BYTES, WIDE);
    }
  }

  /**
   * Rows {@code first} to {@code end} − 1 of c = a·b.
   *
   * @param a (any × k)
   * @param b (k × n) from {@code bFrom} on, n at least one register
   * @param c overwritten
   */
  static void rows(
      NonZeros places,
      MemorySegment panel,
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
        pack(panel, b, bFrom + t * n + j, n, Math.min(BLOCK, k - t));
        for (int i = first; i < end; i++) {
          long bits = places.bits(block, i);
          if (bits != 0) {
            wide(bits, 1, a, i * k + t, panel, c, i * n + j);
          }
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

  private static DoubleVector register(MemorySegment panel, long at, int index) {
    long from = at + (long) index * LANES * Double.BYTES;
    return DoubleVector.fromMemorySegment(SPECIES, panel, from, ORDER);
  }

  /**
   * Adds to c what one row or column of a block makes of the panel.
   *
   * @param step from one number of it to the next in a
   */
  private static void wide(
      long bits, int step, double[] a, int aAt, MemorySegment panel, double[] c, int cAt) {
    DoubleVector s0 = DoubleVector.fromArray(SPECIES, c, cAt);
    DoubleVector s1 = DoubleVector.fromArray(SPECIES, c, cAt + LANES);
    DoubleVector s2 = DoubleVector.fromArray(SPECIES, c, cAt + 2 * LANES);
    DoubleVector s3 = DoubleVector.fromArray(SPECIES, c, cAt + 3 * LANES);
    DoubleVector s4 = DoubleVector.fromArray(SPECIES, c, cAt + 4 * LANES);
    DoubleVector s5 = DoubleVector.fromArray(SPECIES, c, cAt + 5 * LANES);
    DoubleVector s6 = DoubleVector.fromArray(SPECIES, c, cAt + 6 * LANES);
    DoubleVector s7 = DoubleVector.fromArray(SPECIES, c, cAt + 7 * LANES);
    long rest = bits;
    for (int left = Long.bitCount(bits); left > 0; left--, rest &= rest - 1) {
      int t = Long.numberOfTrailingZeros(rest);
      long at = (long) t * WIDE * Double.BYTES;
      DoubleVector r = DoubleVector.broadcast(SPECIES, a[aAt + t * step]);
      s0 = r.fma(register(panel, at, 0), s0);
      s1 = r.fma(register(panel, at, 1), s1);
      s2 = r.fma(register(panel, at, 2), s2);
      s3 = r.fma(register(panel, at, 3), s3);
      s4 = r.fma(register(panel, at, 4), s4);
      s5 = r.fma(register(panel, at, 5), s5);
      s6 = r.fma(register(panel, at, 6), s6);
      s7 = r.fma(register(panel, at, 7), s7);
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
      long rest = places.bits(block, i);
      for (int left = Long.bitCount(rest); left > 0; left--, rest &= rest - 1) {
        int t = from + Long.numberOfTrailingZeros(rest);
        DoubleVector r = DoubleVector.broadcast(SPECIES, a[i * k + t]);
        s = r.fma(DoubleVector.fromArray(SPECIES, b, bAt + t * n), s);
      }
    }
    s.intoArray(c, cAt);
  }

  /**
   * Rows {@code first} to {@code end} − 1 of g = aᵀ·d. A sum stays in its register while the rows
   * of a pass by, 64 of them at a time, so that their part of d stays in the first cache.
   *
   * @param places with their {@linkplain NonZeros#turn columns}
   * @param a (m × k)
   * @param d (m × n), n at least one register
   * @param g (k × n) from {@code gFrom} on, overwritten
   */
  static void columns(
      NonZeros places,
      MemorySegment panel,
      int m,
      int first,
      int end,
      int k,
      int n,
      double[] a,
      double[] d,
      double[] g,
      int gFrom) {
    Arrays.fill(g, gFrom + first * n, gFrom + end * n, 0);
    for (int i = 0, block = 0; i < m; i += BLOCK, block++) {
      int j = 0;
      for (; j <= n - WIDE; j += WIDE) {
        pack(panel, d, i * n + j, n, Math.min(BLOCK, m - i));
        for (int t = first; t < end; t++) {
          long bits = places.columnBits(block, t);
          if (bits != 0) {
            wide(bits, k, a, i * k + t, panel, g, gFrom + t * n + j);
          }
        }
      }
      for (; j <= n - 2 * LANES; j += 2 * LANES) {
        for (int t = first; t < end; t++) {
          long bits = places.columnBits(block, t);
          column(bits, k, n, a, i * k + t, d, i * n + j, g, gFrom + t * n + j);
        }
      }
      for (int t = first; t < end && j < n; t++) {
        long bits = places.columnBits(block, t);
        plainColumn(bits, k, n, n - j, a, i * k + t, d, i * n + j, g, gFrom + t * n + j);
      }
    }
  }

  /** Two registers. */
  private static void column(
      long bits, int k, int n, double[] a, int aAt, double[] d, int dAt, double[] g, int gAt) {
    DoubleVector s0 = DoubleVector.fromArray(SPECIES, g, gAt);
    DoubleVector s1 = DoubleVector.fromArray(SPECIES, g, gAt + LANES);
    long rest = bits;
    for (int left = Long.bitCount(bits); left > 0; left--, rest &= rest - 1) {
      int i = Long.numberOfTrailingZeros(rest);
      int at = dAt + i * n;
      DoubleVector r = DoubleVector.broadcast(SPECIES, a[aAt + i * k]);
      s0 = r.fma(DoubleVector.fromArray(SPECIES, d, at), s0);
      s1 = r.fma(DoubleVector.fromArray(SPECIES, d, at + LANES), s1);
    }
    s0.intoArray(g, gAt);
    s1.intoArray(g, gAt + LANES);
  }

  /** Less than two registers. */
  private static void plainColumn(
      long bits,
      int k,
      int n,
      int count,
      double[] a,
      int aAt,
      double[] d,
      int dAt,
      double[] g,
      int gAt) {
    long rest = bits;
    for (int left = Long.bitCount(bits); left > 0; left--, rest &= rest - 1) {
      int i = Long.numberOfTrailingZeros(rest);
      double r = a[aAt + i * k];
      for (int j = 0; j < count; j++) {
        g[gAt + j] = fma(r, d[dAt + i * n + j], g[gAt + j]);
      }
    }
  }
}
