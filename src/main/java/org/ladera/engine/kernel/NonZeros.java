package org.ladera.engine.kernel;

import static jdk.incubator.vector.VectorOperators.NE;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Where the numbers of a matrix are that are not 0: for each block of 64 columns and each row one
 * bit for a column.
 */
final class NonZeros {
  /** Columns of a block. */
  static final int BLOCK = Long.SIZE;

  /** Of no matrix. */
  static final NonZeros NONE = new NonZeros(0, 0);

  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private final long[] bits;
  private final int rows;

  /** Room for matrices of up to so many rows. */
  NonZeros(int rows, int columns) {
    this.rows = rows;
    bits = new long[rows * ((columns + BLOCK - 1) / BLOCK)];
  }

  /** Bit t is that of column BLOCK·block + t. */
  long bits(int block, int row) {
    return bits[block * rows + row];
  }

  /**
   * Looks through a matrix. NaN is not 0.
   *
   * @param a (m × k), not modified
   * @return how many are not 0
   */
  int find(double[] a, int m, int k) {
    int count = 0;
    for (int from = 0, block = 0; from < k; from += BLOCK, block++) {
      int columns = Math.min(BLOCK, k - from);
      for (int i = 0; i < m; i++) {
        long found = bits(a, i * k + from, columns);
        bits[block * rows + i] = found;
        count += Long.bitCount(found);
      }
    }
    return count;
  }

  private static long bits(double[] a, int at, int count) {
    long found = 0;
    int t = 0;
    for (; t <= count - LANES; t += LANES) {
      found |= DoubleVector.fromArray(SPECIES, a, at + t).compare(NE, 0.0).toLong() << t;
    }
    for (; t < count; t++) {
      found |= a[at + t] != 0 ? 1L << t : 0;
    }
    return found;
  }
}
