package org.ladera.engine.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Rows and columns of eight rows of eight numbers changed in registers, in three steps: what lies
 * four, two and one places from the diagonal changes sides (J. O. Eklundh, A fast computer method
 * for matrix transposing, IEEE Transactions on Computers 21 (1972)).
 */
final class SquareTurn {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_512;

  static final int SIDE = 8;

  private static final VectorShuffle<Double> NEXT = VectorShuffle.fromOp(SPECIES, i -> i ^ 1);
  private static final VectorShuffle<Double> PAIR = VectorShuffle.fromOp(SPECIES, i -> i ^ 2);
  private static final VectorShuffle<Double> HALF = VectorShuffle.fromOp(SPECIES, i -> i ^ 4);
  private static final VectorMask<Double> ODD = VectorMask.fromLong(SPECIES, 0b10101010);
  private static final VectorMask<Double> ODD_PAIR = VectorMask.fromLong(SPECIES, 0b11001100);
  private static final VectorMask<Double> UPPER = VectorMask.fromLong(SPECIES, 0b11110000);
  private static final VectorMask<Double> EVEN = ODD.not();
  private static final VectorMask<Double> EVEN_PAIR = ODD_PAIR.not();
  private static final VectorMask<Double> LOWER = UPPER.not();

  private SquareTurn() {}

  /**
   * @param from rows {@code step} apart, not modified
   * @param to rows {@code toStep} apart, overwritten
   */
  static void of(double[] from, int at, int step, double[] to, int toAt, int toStep) {
    DoubleVector a0 = DoubleVector.fromArray(SPECIES, from, at);
    DoubleVector a1 = DoubleVector.fromArray(SPECIES, from, at + step);
    DoubleVector a2 = DoubleVector.fromArray(SPECIES, from, at + 2 * step);
    DoubleVector a3 = DoubleVector.fromArray(SPECIES, from, at + 3 * step);
    DoubleVector a4 = DoubleVector.fromArray(SPECIES, from, at + 4 * step);
    DoubleVector a5 = DoubleVector.fromArray(SPECIES, from, at + 5 * step);
    DoubleVector a6 = DoubleVector.fromArray(SPECIES, from, at + 6 * step);
    DoubleVector a7 = DoubleVector.fromArray(SPECIES, from, at + 7 * step);
    DoubleVector b0 = a0.blend(a4.rearrange(HALF), UPPER);
    DoubleVector b4 = a4.blend(a0.rearrange(HALF), LOWER);
    DoubleVector b1 = a1.blend(a5.rearrange(HALF), UPPER);
    DoubleVector b5 = a5.blend(a1.rearrange(HALF), LOWER);
    DoubleVector b2 = a2.blend(a6.rearrange(HALF), UPPER);
    DoubleVector b6 = a6.blend(a2.rearrange(HALF), LOWER);
    DoubleVector b3 = a3.blend(a7.rearrange(HALF), UPPER);
    DoubleVector b7 = a7.blend(a3.rearrange(HALF), LOWER);
    DoubleVector c0 = b0.blend(b2.rearrange(PAIR), ODD_PAIR);
    DoubleVector c2 = b2.blend(b0.rearrange(PAIR), EVEN_PAIR);
    DoubleVector c1 = b1.blend(b3.rearrange(PAIR), ODD_PAIR);
    DoubleVector c3 = b3.blend(b1.rearrange(PAIR), EVEN_PAIR);
    DoubleVector c4 = b4.blend(b6.rearrange(PAIR), ODD_PAIR);
    DoubleVector c6 = b6.blend(b4.rearrange(PAIR), EVEN_PAIR);
    DoubleVector c5 = b5.blend(b7.rearrange(PAIR), ODD_PAIR);
    DoubleVector c7 = b7.blend(b5.rearrange(PAIR), EVEN_PAIR);
    c0.blend(c1.rearrange(NEXT), ODD).intoArray(to, toAt);
    c1.blend(c0.rearrange(NEXT), EVEN).intoArray(to, toAt + toStep);
    c2.blend(c3.rearrange(NEXT), ODD).intoArray(to, toAt + 2 * toStep);
    c3.blend(c2.rearrange(NEXT), EVEN).intoArray(to, toAt + 3 * toStep);
    c4.blend(c5.rearrange(NEXT), ODD).intoArray(to, toAt + 4 * toStep);
    c5.blend(c4.rearrange(NEXT), EVEN).intoArray(to, toAt + 5 * toStep);
    c6.blend(c7.rearrange(NEXT), ODD).intoArray(to, toAt + 6 * toStep);
    c7.blend(c6.rearrange(NEXT), EVEN).intoArray(to, toAt + 7 * toStep);
  }
}
