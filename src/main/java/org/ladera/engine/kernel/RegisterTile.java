package org.ladera.engine.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Six rows by four registers of a product, 24 sums in as many registers of a processor that has 32
 * (AVX-512): as many as hide the time an addition takes. The left factor is read with a step that
 * the compiler knows, which takes the checks of its bounds out of the loop; so there is one method
 * for each way it can stand.
 */
final class RegisterTile {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  static final int ROWS = 6;
  static final int COLUMNS = 4 * LANES;

  /** Whether the processor has registers enough. */
  static final boolean FITS = SPECIES.vectorBitSize() >= 512;

  private RegisterTile() {}

  /**
   * c[r][·] += Σ_t a[r·step + t] · b[t][·] for six rows r.
   *
   * @param a from {@code aAt} on
   * @param panel the first two registers of b for each t, from {@code second} on the other two
   * @param c from {@code cAt} on, rows {@code n} apart, modified
   */
  static void rows(
      double[] a,
      int aAt,
      int step,
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
    DoubleVector s20 = DoubleVector.fromArray(SPECIES, c, cAt + 2 * n);
    DoubleVector s21 = DoubleVector.fromArray(SPECIES, c, cAt + 2 * n + LANES);
    DoubleVector s22 = DoubleVector.fromArray(SPECIES, c, cAt + 2 * n + 2 * LANES);
    DoubleVector s23 = DoubleVector.fromArray(SPECIES, c, cAt + 2 * n + 3 * LANES);
    DoubleVector s30 = DoubleVector.fromArray(SPECIES, c, cAt + 3 * n);
    DoubleVector s31 = DoubleVector.fromArray(SPECIES, c, cAt + 3 * n + LANES);
    DoubleVector s32 = DoubleVector.fromArray(SPECIES, c, cAt + 3 * n + 2 * LANES);
    DoubleVector s33 = DoubleVector.fromArray(SPECIES, c, cAt + 3 * n + 3 * LANES);
    DoubleVector s40 = DoubleVector.fromArray(SPECIES, c, cAt + 4 * n);
    DoubleVector s41 = DoubleVector.fromArray(SPECIES, c, cAt + 4 * n + LANES);
    DoubleVector s42 = DoubleVector.fromArray(SPECIES, c, cAt + 4 * n + 2 * LANES);
    DoubleVector s43 = DoubleVector.fromArray(SPECIES, c, cAt + 4 * n + 3 * LANES);
    DoubleVector s50 = DoubleVector.fromArray(SPECIES, c, cAt + 5 * n);
    DoubleVector s51 = DoubleVector.fromArray(SPECIES, c, cAt + 5 * n + LANES);
    DoubleVector s52 = DoubleVector.fromArray(SPECIES, c, cAt + 5 * n + 2 * LANES);
    DoubleVector s53 = DoubleVector.fromArray(SPECIES, c, cAt + 5 * n + 3 * LANES);
    for (int t = 0; t < terms; t++) {
      DoubleVector b0 = DoubleVector.fromArray(SPECIES, panel, 2 * t * LANES);
      DoubleVector b1 = DoubleVector.fromArray(SPECIES, panel, 2 * t * LANES + LANES);
      DoubleVector b2 = DoubleVector.fromArray(SPECIES, panel, second + 2 * t * LANES);
      DoubleVector b3 = DoubleVector.fromArray(SPECIES, panel, second + 2 * t * LANES + LANES);
      DoubleVector r = DoubleVector.broadcast(SPECIES, a[aAt + t]);
      s00 = r.fma(b0, s00);
      s01 = r.fma(b1, s01);
      s02 = r.fma(b2, s02);
      s03 = r.fma(b3, s03);
      r = DoubleVector.broadcast(SPECIES, a[aAt + step + t]);
      s10 = r.fma(b0, s10);
      s11 = r.fma(b1, s11);
      s12 = r.fma(b2, s12);
      s13 = r.fma(b3, s13);
      r = DoubleVector.broadcast(SPECIES, a[aAt + 2 * step + t]);
      s20 = r.fma(b0, s20);
      s21 = r.fma(b1, s21);
      s22 = r.fma(b2, s22);
      s23 = r.fma(b3, s23);
      r = DoubleVector.broadcast(SPECIES, a[aAt + 3 * step + t]);
      s30 = r.fma(b0, s30);
      s31 = r.fma(b1, s31);
      s32 = r.fma(b2, s32);
      s33 = r.fma(b3, s33);
      r = DoubleVector.broadcast(SPECIES, a[aAt + 4 * step + t]);
      s40 = r.fma(b0, s40);
      s41 = r.fma(b1, s41);
      s42 = r.fma(b2, s42);
      s43 = r.fma(b3, s43);
      r = DoubleVector.broadcast(SPECIES, a[aAt + 5 * step + t]);
      s50 = r.fma(b0, s50);
      s51 = r.fma(b1, s51);
      s52 = r.fma(b2, s52);
      s53 = r.fma(b3, s53);
    }
    s00.intoArray(c, cAt);
    s01.intoArray(c, cAt + LANES);
    s02.intoArray(c, cAt + 2 * LANES);
    s03.intoArray(c, cAt + 3 * LANES);
    s10.intoArray(c, cAt + n);
    s11.intoArray(c, cAt + n + LANES);
    s12.intoArray(c, cAt + n + 2 * LANES);
    s13.intoArray(c, cAt + n + 3 * LANES);
    s20.intoArray(c, cAt + 2 * n);
    s21.intoArray(c, cAt + 2 * n + LANES);
    s22.intoArray(c, cAt + 2 * n + 2 * LANES);
    s23.intoArray(c, cAt + 2 * n + 3 * LANES);
    s30.intoArray(c, cAt + 3 * n);
    s31.intoArray(c, cAt + 3 * n + LANES);
    s32.intoArray(c, cAt + 3 * n + 2 * LANES);
    s33.intoArray(c, cAt + 3 * n + 3 * LANES);
    s40.intoArray(c, cAt + 4 * n);
    s41.intoArray(c, cAt + 4 * n + LANES);
    s42.intoArray(c, cAt + 4 * n + 2 * LANES);
    s43.intoArray(c, cAt + 4 * n + 3 * LANES);
    s50.intoArray(c, cAt + 5 * n);
    s51.intoArray(c, cAt + 5 * n + LANES);
    s52.intoArray(c, cAt + 5 * n + 2 * LANES);
    s53.intoArray(c, cAt + 5 * n + 3 * LANES);
  }

  /**
   * c[r][·] += Σ_t a[t·step + r] · b[t][·] for six rows r, the left factor standing on its side.
   *
   * @param a from {@code aAt} on
   * @param panel the first two registers of b for each t, from {@code second} on the other two
   * @param c from {@code cAt} on, rows {@code n} apart, modified
   */
  static void columns(
      double[] a,
      int aAt,
      int step,
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
    DoubleVector s20 = DoubleVector.fromArray(SPECIES, c, cAt + 2 * n);
    DoubleVector s21 = DoubleVector.fromArray(SPECIES, c, cAt + 2 * n + LANES);
    DoubleVector s22 = DoubleVector.fromArray(SPECIES, c, cAt + 2 * n + 2 * LANES);
    DoubleVector s23 = DoubleVector.fromArray(SPECIES, c, cAt + 2 * n + 3 * LANES);
    DoubleVector s30 = DoubleVector.fromArray(SPECIES, c, cAt + 3 * n);
    DoubleVector s31 = DoubleVector.fromArray(SPECIES, c, cAt + 3 * n + LANES);
    DoubleVector s32 = DoubleVector.fromArray(SPECIES, c, cAt + 3 * n + 2 * LANES);
    DoubleVector s33 = DoubleVector.fromArray(SPECIES, c, cAt + 3 * n + 3 * LANES);
    DoubleVector s40 = DoubleVector.fromArray(SPECIES, c, cAt + 4 * n);
    DoubleVector s41 = DoubleVector.fromArray(SPECIES, c, cAt + 4 * n + LANES);
    DoubleVector s42 = DoubleVector.fromArray(SPECIES, c, cAt + 4 * n + 2 * LANES);
    DoubleVector s43 = DoubleVector.fromArray(SPECIES, c, cAt + 4 * n + 3 * LANES);
    DoubleVector s50 = DoubleVector.fromArray(SPECIES, c, cAt + 5 * n);
    DoubleVector s51 = DoubleVector.fromArray(SPECIES, c, cAt + 5 * n + LANES);
    DoubleVector s52 = DoubleVector.fromArray(SPECIES, c, cAt + 5 * n + 2 * LANES);
    DoubleVector s53 = DoubleVector.fromArray(SPECIES, c, cAt + 5 * n + 3 * LANES);
    for (int t = 0; t < terms; t++) {
      int at = aAt + t * step;
      DoubleVector b0 = DoubleVector.fromArray(SPECIES, panel, 2 * t * LANES);
      DoubleVector b1 = DoubleVector.fromArray(SPECIES, panel, 2 * t * LANES + LANES);
      DoubleVector b2 = DoubleVector.fromArray(SPECIES, panel, second + 2 * t * LANES);
      DoubleVector b3 = DoubleVector.fromArray(SPECIES, panel, second + 2 * t * LANES + LANES);
      DoubleVector r = DoubleVector.broadcast(SPECIES, a[at]);
      s00 = r.fma(b0, s00);
      s01 = r.fma(b1, s01);
      s02 = r.fma(b2, s02);
      s03 = r.fma(b3, s03);
      r = DoubleVector.broadcast(SPECIES, a[at + 1]);
      s10 = r.fma(b0, s10);
      s11 = r.fma(b1, s11);
      s12 = r.fma(b2, s12);
      s13 = r.fma(b3, s13);
      r = DoubleVector.broadcast(SPECIES, a[at + 2]);
      s20 = r.fma(b0, s20);
      s21 = r.fma(b1, s21);
      s22 = r.fma(b2, s22);
      s23 = r.fma(b3, s23);
      r = DoubleVector.broadcast(SPECIES, a[at + 3]);
      s30 = r.fma(b0, s30);
      s31 = r.fma(b1, s31);
      s32 = r.fma(b2, s32);
      s33 = r.fma(b3, s33);
      r = DoubleVector.broadcast(SPECIES, a[at + 4]);
      s40 = r.fma(b0, s40);
      s41 = r.fma(b1, s41);
      s42 = r.fma(b2, s42);
      s43 = r.fma(b3, s43);
      r = DoubleVector.broadcast(SPECIES, a[at + 5]);
      s50 = r.fma(b0, s50);
      s51 = r.fma(b1, s51);
      s52 = r.fma(b2, s52);
      s53 = r.fma(b3, s53);
    }
    s00.intoArray(c, cAt);
    s01.intoArray(c, cAt + LANES);
    s02.intoArray(c, cAt + 2 * LANES);
    s03.intoArray(c, cAt + 3 * LANES);
    s10.intoArray(c, cAt + n);
    s11.intoArray(c, cAt + n + LANES);
    s12.intoArray(c, cAt + n + 2 * LANES);
    s13.intoArray(c, cAt + n + 3 * LANES);
    s20.intoArray(c, cAt + 2 * n);
    s21.intoArray(c, cAt + 2 * n + LANES);
    s22.intoArray(c, cAt + 2 * n + 2 * LANES);
    s23.intoArray(c, cAt + 2 * n + 3 * LANES);
    s30.intoArray(c, cAt + 3 * n);
    s31.intoArray(c, cAt + 3 * n + LANES);
    s32.intoArray(c, cAt + 3 * n + 2 * LANES);
    s33.intoArray(c, cAt + 3 * n + 3 * LANES);
    s40.intoArray(c, cAt + 4 * n);
    s41.intoArray(c, cAt + 4 * n + LANES);
    s42.intoArray(c, cAt + 4 * n + 2 * LANES);
    s43.intoArray(c, cAt + 4 * n + 3 * LANES);
    s50.intoArray(c, cAt + 5 * n);
    s51.intoArray(c, cAt + 5 * n + LANES);
    s52.intoArray(c, cAt + 5 * n + 2 * LANES);
    s53.intoArray(c, cAt + 5 * n + 3 * LANES);
  }
}
