package org.ladera.engine.kernel;

import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.NE;
import static org.ladera.engine.kernel.SparseKernel.LEAST;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Where the numbers of a matrix are that are not 0: for each block of 64 columns and each row one
 * bit for a column.
 */
final class NonZeros {
  /** Columns of a block. */
  static final int BLOCK = Long.SIZE;

  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private final long[] bits;
  private final long[] turned;
  private final int rows;
  private final int columns;

  /** Room for matrices of up to so many rows. */
  NonZeros(int rows, int columns) {
    this.rows = rows;
    this.columns = columns;
    bits = new long[rows * blocks(columns)];
    turned = new long[blocks(rows) * columns];
  }

  private static int blocks(int count) {
    return (count + BLOCK - 1) / BLOCK;
  }

  /** Bit t is that of column BLOCK·block + t. */
  long bits(int block, int row) {
    return bits[block * rows + row];
  }

  /** Bit i is that of row BLOCK·block + i; after {@link #turn}. */
  long columnBits(int block, int column) {
    return turned[block * columns + column];
  }

  /**
   * Makes {@link #columnBits} of what was found.
   *
   * @param m rows of the matrix
   * @param first the first column, the beginning of a block
   * @param end the column after the last
   * @param square room for {@link #BLOCK} numbers, overwritten
   */
  void turn(int m, int first, int end, long[] square) {
    for (int i = 0, rowBlock = 0; i < m; i += BLOCK, rowBlock++) {
      int height = Math.min(BLOCK, m - i);
      for (int t = first; t < end; t += BLOCK) {
        int from = t / BLOCK * rows + i;
        for (int r = 0; r < BLOCK; r++) {
          square[r] = r < height ? bits[from + r] : 0;
        }
        turn(square);
        System.arraycopy(square, 0, turned, rowBlock * columns + t, Math.min(BLOCK, end - t));
      }
    }
  }

  /**
   * Bit c of number r becomes bit r of number c: squares of 32 bits change places, in each of them
   * those of 16, and so on (Warren, Hacker's Delight, 7-3).
   *
   * @param s 64 numbers, modified
   */
  private static void turn(long[] s) {
    long mask = 0x00000000FFFFFFFFL;
    for (int side = BLOCK / 2; side != 0; side >>= 1) {
      for (int r = 0; r < BLOCK; r = ((r | side) + 1) & ~side) {
        long swapped = ((s[r] >>> side) ^ s[r + side]) & mask;
        s[r] ^= swapped << side;
        s[r + side] ^= swapped;
      }
      mask ^= mask << (side >> 1);
    }
  }

  /**
   * Looks through rows {@code first} to {@code end} − 1 of a matrix, until more are found than
   * wanted or one that is NaN or smaller than {@link SparseKernel#LEAST}.
   *
   * @param a (any × k), not modified
   * @param most how many may be not 0
   * @return how many are not 0; more than {@code most} also where one is not ordinary
   */
  int find(double[] a, int first, int end, int k, int most) {
    int count = 0;
    for (int from = 0, block = 0; from < k && count <= most; from += BLOCK, block++) {
      int columns = Math.min(BLOCK, k - from);
      for (int i = first; i < end; i++) {
        int at = i * k + from;
        long found = 0;
        long ordinary = 0;
        int t = 0;
        for (; t <= columns - LANES; t += LANES) {
          DoubleVector v = DoubleVector.fromArray(SPECIES, a, at + t);
          found |= v.compare(NE, 0.0).toLong() << t;
          ordinary |= v.abs().compare(GE, LEAST).toLong() << t;
        }
        for (; t < columns; t++) {
          found |= a[at + t] != 0 ? 1L << t : 0;
          ordinary |= Math.abs(a[at + t]) >= LEAST ? 1L << t : 0;
        }
        bits[block * rows + i] = found;
        count += Long.bitCount(found);
        if (found != ordinary) {
          return most + 1;
        }
      }
    }
    return count;
  }
}
