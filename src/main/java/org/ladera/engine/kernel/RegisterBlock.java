package org.ladera.engine.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The blocks of a product that are smaller than a {@link RegisterTile}. Each is written out in
 * full: a vector that crosses a call which the compiler does not dissolve becomes an object.
 */
final class RegisterBlock {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private RegisterBlock() {}

  /** Four rows by two registers: c[r][·] += Σ_t a[r·rowStep + t·termStep] · b[t][·]. */
  static void four(
      double[] a,
      int aAt,
      int rowStep,
      int termStep,
      double[] panel,
      int pAt,
      int terms,
      double[] c,
      int cAt,
      int n) {
    DoubleVector s00 = DoubleVector.fromArray(SPECIES, c, cAt);
    DoubleVector s01 = DoubleVector.fromArray(SPECIES, c, cAt + LANES);
    DoubleVector s10 = DoubleVector.fromArray(SPECIES, c, cAt + n);
    DoubleVector s11 = DoubleVector.fromArray(SPECIES, c, cAt + n + LANES);
    DoubleVector s20 = DoubleVector.fromArray(SPECIES, c, cAt + 2 * n);
    DoubleVector s21 = DoubleVector.fromArray(SPECIES, c, cAt + 2 * n + LANES);
    DoubleVector s30 = DoubleVector.fromArray(SPECIES, c, cAt + 3 * n);
    DoubleVector s31 = DoubleVector.fromArray(SPECIES, c, cAt + 3 * n + LANES);
    for (int t = 0; t < terms; t++) {
      DoubleVector b0 = DoubleVector.fromArray(SPECIES, panel, pAt + 2 * t * LANES);
      DoubleVector b1 = DoubleVector.fromArray(SPECIES, panel, pAt + 2 * t * LANES + LANES);
      int at = aAt + t * termStep;
      DoubleVector r = DoubleVector.broadcast(SPECIES, a[at]);
      s00 = r.fma(b0, s00);
      s01 = r.fma(b1, s01);
      r = DoubleVector.broadcast(SPECIES, a[at + rowStep]);
      s10 = r.fma(b0, s10);
      s11 = r.fma(b1, s11);
      r = DoubleVector.broadcast(SPECIES, a[at + 2 * rowStep]);
      s20 = r.fma(b0, s20);
      s21 = r.fma(b1, s21);
      r = DoubleVector.broadcast(SPECIES, a[at + 3 * rowStep]);
      s30 = r.fma(b0, s30);
      s31 = r.fma(b1, s31);
    }
    s00.intoArray(c, cAt);
    s01.intoArray(c, cAt + LANES);
    s10.intoArray(c, cAt + n);
    s11.intoArray(c, cAt + n + LANES);
    s20.intoArray(c, cAt + 2 * n);
    s21.intoArray(c, cAt + 2 * n + LANES);
    s30.intoArray(c, cAt + 3 * n);
    s31.intoArray(c, cAt + 3 * n + LANES);
  }

  /** One row by two registers, added to c as in {@link #four}. */
  static void one(
      double[] a, int aAt, int termStep, double[] panel, int pAt, int terms, double[] c, int cAt) {
    DoubleVector s0 = DoubleVector.fromArray(SPECIES, c, cAt);
    DoubleVector s1 = DoubleVector.fromArray(SPECIES, c, cAt + LANES);
    for (int t = 0; t < terms; t++) {
      DoubleVector r = DoubleVector.broadcast(SPECIES, a[aAt + t * termStep]);
      s0 = r.fma(DoubleVector.fromArray(SPECIES, panel, pAt + 2 * t * LANES), s0);
      s1 = r.fma(DoubleVector.fromArray(SPECIES, panel, pAt + 2 * t * LANES + LANES), s1);
    }
    s0.intoArray(c, cAt);
    s1.intoArray(c, cAt + LANES);
  }

  /**
   * One row by four registers, added to c: as many sums as hide the time an addition takes.
   *
   * @param second where the other two registers of b stand in the panel
   */
  static void oneWide(
      double[] a,
      int aAt,
      int termStep,
      double[] panel,
      int second,
      int terms,
      double[] c,
      int cAt) {
    DoubleVector s0 = DoubleVector.fromArray(SPECIES, c, cAt);
    DoubleVector s1 = DoubleVector.fromArray(SPECIES, c, cAt + LANES);
    DoubleVector s2 = DoubleVector.fromArray(SPECIES, c, cAt + 2 * LANES);
    DoubleVector s3 = DoubleVector.fromArray(SPECIES, c, cAt + 3 * LANES);
    for (int t = 0; t < terms; t++) {
      int at = 2 * t * LANES;
      DoubleVector r = DoubleVector.broadcast(SPECIES, a[aAt + t * termStep]);
      s0 = r.fma(DoubleVector.fromArray(SPECIES, panel, at), s0);
      s1 = r.fma(DoubleVector.fromArray(SPECIES, panel, at + LANES), s1);
      s2 = r.fma(DoubleVector.fromArray(SPECIES, panel, second + at), s2);
      s3 = r.fma(DoubleVector.fromArray(SPECIES, panel, second + at + LANES), s3);
    }
    s0.intoArray(c, cAt);
    s1.intoArray(c, cAt + LANES);
    s2.intoArray(c, cAt + 2 * LANES);
    s3.intoArray(c, cAt + 3 * LANES);
  }

  /** Two rows by four registers, added to c as in {@link #oneWide}. */
  static void twoWide(
      double[] a,
      int aAt,
      int rowStep,
      int termStep,
      double[] panel,
      int second,
      int terms,
      double[] c,
      int cAt,
      int n) {
    DoubleVector s00 = DoubleVector.fromArray(SPECIES, c, cAt);
    DoubleVector s01 = DoubleVector.fromArray(SPECIES, c, cAt + LANES);
    DoubleVector s02 = DoubleVector.fromArray(SPECIES, c, cAt + 2 * LANES);
    DoubleVector s03 = DoubleVector.fromArray(SPECIES, c, cAt + 3 * LANES);
    DoubleVector s10 = DoubleVector.fromArray(SPECIES, c, cAt + n);
    DoubleVector s11 = DoubleVector.fromArray(SPECIES, c, cAt + n + LANES);
    DoubleVector s12 = DoubleVector.fromArray(SPECIES, c, cAt + n + 2 * LANES);
    DoubleVector s13 = DoubleVector.fromArray(SPECIES, c, cAt + n + 3 * LANES);
    for (int t = 0; t < terms; t++) {
      DoubleVector b0 = DoubleVector.fromArray(SPECIES, panel, 2 * t * LANES);
      DoubleVector b1 = DoubleVector.fromArray(SPECIES, panel, 2 * t * LANES + LANES);
      DoubleVector b2 = DoubleVector.fromArray(SPECIES, panel, second + 2 * t * LANES);
      DoubleVector b3 = DoubleVector.fromArray(SPECIES, panel, second + 2 * t * LANES + LANES);
      int at = aAt + t * termStep;
      DoubleVector r = DoubleVector.broadcast(SPECIES, a[at]);
      s00 = r.fma(b0, s00);
      s01 = r.fma(b1, s01);
      s02 = r.fma(b2, s02);
      s03 = r.fma(b3, s03);
      r = DoubleVector.broadcast(SPECIES, a[at + rowStep]);
      s10 = r.fma(b0, s10);
      s11 = r.fma(b1, s11);
      s12 = r.fma(b2, s12);
      s13 = r.fma(b3, s13);
    }
    s00.intoArray(c, cAt);
    s01.intoArray(c, cAt + LANES);
    s02.intoArray(c, cAt + 2 * LANES);
    s03.intoArray(c, cAt + 3 * LANES);
    s10.intoArray(c, cAt + n);
    s11.intoArray(c, cAt + n + LANES);
    s12.intoArray(c, cAt + n + 2 * LANES);
    s13.intoArray(c, cAt + n + 3 * LANES);
  }

  /**
   * One register of columns, all terms. Where the rows are not a whole number of blocks, the last
   * block overlaps the one before and finds the same numbers again.
   */
  static void narrow(
      int first,
      int end,
      int n,
      double[] a,
      int rowStep,
      int termStep,
      double[] b,
      int bAt,
      int bStep,
      int terms,
      double[] c,
      int cAt) {
    int rows = end - first;
    if (rows >= 8) {
      for (int i = first; i < end; i += 8) {
        int at = Math.min(i, end - 8);
        int to = cAt + at * n;
        eightNarrow(a, at * rowStep, rowStep, termStep, b, bAt, bStep, terms, c, to, n);
      }
    } else if (rows >= 4) {
      for (int i = first; i < end; i += 4) {
        int at = Math.min(i, end - 4);
        int to = cAt + at * n;
        fourNarrow(a, at * rowStep, rowStep, termStep, b, bAt, bStep, terms, c, to, n);
      }
    } else {
      for (int i = first; i < end; i++) {
        oneNarrow(a, i * rowStep, termStep, b, bAt, bStep, terms, c, cAt + i * n);
      }
    }
  }

  /**
   * Eight rows by one register, b not packed; c is overwritten. As many sums as hide the time an
   * addition takes.
   */
  private static void eightNarrow(
      double[] a,
      int aAt,
      int rowStep,
      int termStep,
      double[] b,
      int bAt,
      int bStep,
      int terms,
      double[] c,
      int cAt,
      int n) {
    DoubleVector s0 = DoubleVector.zero(SPECIES);
    DoubleVector s1 = DoubleVector.zero(SPECIES);
    DoubleVector s2 = DoubleVector.zero(SPECIES);
    DoubleVector s3 = DoubleVector.zero(SPECIES);
    DoubleVector s4 = DoubleVector.zero(SPECIES);
    DoubleVector s5 = DoubleVector.zero(SPECIES);
    DoubleVector s6 = DoubleVector.zero(SPECIES);
    DoubleVector s7 = DoubleVector.zero(SPECIES);
    for (int t = 0; t < terms; t++) {
      DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, bAt + t * bStep);
      int at = aAt + t * termStep;
      s0 = DoubleVector.broadcast(SPECIES, a[at]).fma(b0, s0);
      s1 = DoubleVector.broadcast(SPECIES, a[at + rowStep]).fma(b0, s1);
      s2 = DoubleVector.broadcast(SPECIES, a[at + 2 * rowStep]).fma(b0, s2);
      s3 = DoubleVector.broadcast(SPECIES, a[at + 3 * rowStep]).fma(b0, s3);
      s4 = DoubleVector.broadcast(SPECIES, a[at + 4 * rowStep]).fma(b0, s4);
      s5 = DoubleVector.broadcast(SPECIES, a[at + 5 * rowStep]).fma(b0, s5);
      s6 = DoubleVector.broadcast(SPECIES, a[at + 6 * rowStep]).fma(b0, s6);
      s7 = DoubleVector.broadcast(SPECIES, a[at + 7 * rowStep]).fma(b0, s7);
    }
    s0.intoArray(c, cAt);
    s1.intoArray(c, cAt + n);
    s2.intoArray(c, cAt + 2 * n);
    s3.intoArray(c, cAt + 3 * n);
    s4.intoArray(c, cAt + 4 * n);
    s5.intoArray(c, cAt + 5 * n);
    s6.intoArray(c, cAt + 6 * n);
    s7.intoArray(c, cAt + 7 * n);
  }

  /** Four rows by one register, b not packed; c is overwritten. */
  private static void fourNarrow(
      double[] a,
      int aAt,
      int rowStep,
      int termStep,
      double[] b,
      int bAt,
      int bStep,
      int terms,
      double[] c,
      int cAt,
      int n) {
    DoubleVector s0 = DoubleVector.zero(SPECIES);
    DoubleVector s1 = DoubleVector.zero(SPECIES);
    DoubleVector s2 = DoubleVector.zero(SPECIES);
    DoubleVector s3 = DoubleVector.zero(SPECIES);
    for (int t = 0; t < terms; t++) {
      DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, bAt + t * bStep);
      int at = aAt + t * termStep;
      s0 = DoubleVector.broadcast(SPECIES, a[at]).fma(b0, s0);
      s1 = DoubleVector.broadcast(SPECIES, a[at + rowStep]).fma(b0, s1);
      s2 = DoubleVector.broadcast(SPECIES, a[at + 2 * rowStep]).fma(b0, s2);
      s3 = DoubleVector.broadcast(SPECIES, a[at + 3 * rowStep]).fma(b0, s3);
    }
    s0.intoArray(c, cAt);
    s1.intoArray(c, cAt + n);
    s2.intoArray(c, cAt + 2 * n);
    s3.intoArray(c, cAt + 3 * n);
  }

  /** One row by one register, b not packed; c is overwritten. */
  private static void oneNarrow(
      double[] a,
      int aAt,
      int termStep,
      double[] b,
      int bAt,
      int bStep,
      int terms,
      double[] c,
      int cAt) {
    DoubleVector s = DoubleVector.zero(SPECIES);
    for (int t = 0; t < terms; t++) {
      DoubleVector r = DoubleVector.broadcast(SPECIES, a[aAt + t * termStep]);
      s = r.fma(DoubleVector.fromArray(SPECIES, b, bAt + t * bStep), s);
    }
    s.intoArray(c, cAt);
  }
}
