package org.ladera.engine.kernel;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;

/**
 * Products in registers of the processor: blocks of four rows by two registers of outputs, each
 * lane the sum of one output in index order, multiplied and then added (never fused). Long sums are
 * cut so that the right factor stays in the first cache; a sum that is put down in c and taken up
 * again keeps its bits. Each method is written out in full: a vector that crosses a call which the
 * compiler does not dissolve becomes an object.
 */
final class VectorKernel implements MatrixKernel {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final int CUT = 128;

  /**
   * From so many products on, two threads are faster than one: some twenty microseconds of work, of
   * which handing over half costs about one.
   */
  private static final long WORTH_SHARING = 100_000;

  /** With fewer rows at a time the right factor would be packed too often. */
  private static final int LEAST_ROWS = 16;

  private final PlainKernel plain;
  private final double[] panel = panel();
  private final PairExecutor pair;
  private final @Nullable ProductRows upper;
  private final @Nullable ProductRows lower;

  /**
   * @param pair who may do one half of the rows of a large product
   */
  VectorKernel(PairExecutor pair) {
    this.pair = pair;
    plain = new PlainKernel(pair);
    upper = pair.isAlone() ? null : new ProductRows();
    lower = pair.isAlone() ? null : new ProductRows();
  }

  /** Room for a part of the right factor. */
  static double[] panel() {
    return new double[CUT * 2 * LANES];
  }

  @Override
  public void multiply(
      int m, int k, int n, double[] a, double[] parameters, int w, int bias, double[] c) {
    if (n < LANES) {
      plain.multiply(m, k, n, a, parameters, w, bias, c);
      return;
    }
    product(m, k, n, a, k, 1, parameters, w, c, 0);
    if (bias >= 0) {
      for (int i = 0; i < m; i++) {
        addBias(parameters, bias, c, i * n, n);
      }
    }
  }

  private static void addBias(double[] parameters, int bias, double[] c, int at, int n) {
    int j = 0;
    for (; j <= n - LANES; j += LANES) {
      DoubleVector.fromArray(SPECIES, c, at + j)
          .add(DoubleVector.fromArray(SPECIES, parameters, bias + j))
          .intoArray(c, at + j);
    }
    for (; j < n; j++) {
      c[at + j] += parameters[bias + j];
    }
  }

  @Override
  public void multiplyTransA(
      int m, int k, int n, double[] a, double[] d, double[] gradient, int g) {
    if (n >= LANES) {
      product(k, m, n, a, 1, k, d, 0, gradient, g);
    } else if (n == 1 && k >= LANES) {
      product(1, m, k, d, 0, 1, a, 0, gradient, g);
    } else {
      plain.multiplyTransA(m, k, n, a, d, gradient, g);
    }
  }

  @Override
  public void multiplyTransB(
      int m, int k, int n, double[] d, double[] parameters, int w, double[] c, double[] scratch) {
    if (k < LANES) {
      plain.multiplyTransB(m, k, n, d, parameters, w, c, scratch);
    } else if (n == 1) {
      product(m, 1, k, d, 1, 1, parameters, w, c, 0);
    } else {
      Transpose.of(k, n, parameters, w, scratch);
      product(m, n, k, d, n, 1, scratch, 0, c, 0);
    }
  }

  /**
   * c[i][j] = Σ_t a[i·rowStep + t·termStep] · b[t·n + j]. Where n is not a whole number of
   * registers, the last one overlaps the one before and finds the same numbers again.
   *
   * @param n at least one register
   * @param b (terms × n) from {@code bFrom} on
   * @param c (rows × n) from {@code cFrom} on, overwritten
   */
  private void product(
      int rows,
      int terms,
      int n,
      double[] a,
      int rowStep,
      int termStep,
      double[] b,
      int bFrom,
      double[] c,
      int cFrom) {
    if (upper != null && lower != null && (long) rows * terms * n >= WORTH_SHARING && rows >= 8) {
      // A whole number of blocks of four for the first half.
      int half = rows / 8 * 4;
      pair.both(
          upper.of(0, half, terms, n, a, rowStep, termStep, b, bFrom, c, cFrom),
          lower.of(half, rows, terms, n, a, rowStep, termStep, b, bFrom, c, cFrom));
    } else {
      long most = Math.max(LEAST_ROWS, PairExecutor.BREATH / ((long) terms * n) / 4 * 4);
      for (int from = 0; from < rows; from += (int) most) {
        int to = (int) Math.min(rows, from + most);
        rows(panel, from, to, terms, n, a, rowStep, termStep, b, bFrom, c, cFrom);
        if (to < rows) {
          pair.breathe();
        }
      }
    }
  }

  /** Rows {@code first} to {@code end} − 1 of the product. */
  static void rows(
      double[] panel,
      int first,
      int end,
      int terms,
      int n,
      double[] a,
      int rowStep,
      int termStep,
      double[] b,
      int bFrom,
      double[] c,
      int cFrom) {
    int wide = n - n % (2 * LANES);
    Arrays.fill(c, cFrom + first * n, cFrom + end * n, 0);
    for (int from = 0; from < terms; from += CUT) {
      int to = Math.min(terms, from + CUT);
      for (int j = 0; j < wide; j += 2 * LANES) {
        pack(panel, b, bFrom + from * n + j, n, to - from);
        int i = first;
        for (; i <= end - 4; i += 4) {
          int aAt = i * rowStep + from * termStep;
          four(a, aAt, rowStep, termStep, panel, to - from, c, cFrom + i * n + j, n);
        }
        for (; i < end; i++) {
          int aAt = i * rowStep + from * termStep;
          one(a, aAt, termStep, panel, to - from, c, cFrom + i * n + j);
        }
      }
    }
    if (n - wide >= LANES) {
      narrow(first, end, n, a, rowStep, termStep, b, bFrom + wide, terms, c, cFrom + wide);
    }
    if (n % LANES != 0) {
      int last = n - LANES;
      narrow(first, end, n, a, rowStep, termStep, b, bFrom + last, terms, c, cFrom + last);
    }
  }

  /** One register of columns, all terms. */
  private static void narrow(
      int first,
      int end,
      int n,
      double[] a,
      int rowStep,
      int termStep,
      double[] b,
      int bAt,
      int terms,
      double[] c,
      int cAt) {
    int i = first;
    for (; i <= end - 4; i += 4) {
      fourNarrow(a, i * rowStep, rowStep, termStep, b, bAt, terms, c, cAt + i * n, n);
    }
    for (; i < end; i++) {
      oneNarrow(a, i * rowStep, termStep, b, bAt, terms, c, cAt + i * n, n);
    }
  }

  /** Two registers of columns, put one below the other, so that the processor reads in a line. */
  private static void pack(double[] panel, double[] b, int bAt, int n, int terms) {
    for (int t = 0; t < terms; t++) {
      DoubleVector.fromArray(SPECIES, b, bAt + t * n).intoArray(panel, 2 * t * LANES);
      DoubleVector.fromArray(SPECIES, b, bAt + t * n + LANES)
          .intoArray(panel, 2 * t * LANES + LANES);
    }
  }

  private static void four(
      double[] a,
      int aAt,
      int rowStep,
      int termStep,
      double[] panel,
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
      DoubleVector b0 = DoubleVector.fromArray(SPECIES, panel, 2 * t * LANES);
      DoubleVector b1 = DoubleVector.fromArray(SPECIES, panel, 2 * t * LANES + LANES);
      int at = aAt + t * termStep;
      DoubleVector r = DoubleVector.broadcast(SPECIES, a[at]);
      s00 = s00.add(r.mul(b0));
      s01 = s01.add(r.mul(b1));
      r = DoubleVector.broadcast(SPECIES, a[at + rowStep]);
      s10 = s10.add(r.mul(b0));
      s11 = s11.add(r.mul(b1));
      r = DoubleVector.broadcast(SPECIES, a[at + 2 * rowStep]);
      s20 = s20.add(r.mul(b0));
      s21 = s21.add(r.mul(b1));
      r = DoubleVector.broadcast(SPECIES, a[at + 3 * rowStep]);
      s30 = s30.add(r.mul(b0));
      s31 = s31.add(r.mul(b1));
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

  private static void one(
      double[] a, int aAt, int termStep, double[] panel, int terms, double[] c, int cAt) {
    DoubleVector s0 = DoubleVector.fromArray(SPECIES, c, cAt);
    DoubleVector s1 = DoubleVector.fromArray(SPECIES, c, cAt + LANES);
    for (int t = 0; t < terms; t++) {
      DoubleVector r = DoubleVector.broadcast(SPECIES, a[aAt + t * termStep]);
      s0 = s0.add(r.mul(DoubleVector.fromArray(SPECIES, panel, 2 * t * LANES)));
      s1 = s1.add(r.mul(DoubleVector.fromArray(SPECIES, panel, 2 * t * LANES + LANES)));
    }
    s0.intoArray(c, cAt);
    s1.intoArray(c, cAt + LANES);
  }

  private static void fourNarrow(
      double[] a,
      int aAt,
      int rowStep,
      int termStep,
      double[] b,
      int bAt,
      int terms,
      double[] c,
      int cAt,
      int n) {
    DoubleVector s0 = DoubleVector.zero(SPECIES);
    DoubleVector s1 = DoubleVector.zero(SPECIES);
    DoubleVector s2 = DoubleVector.zero(SPECIES);
    DoubleVector s3 = DoubleVector.zero(SPECIES);
    for (int t = 0; t < terms; t++) {
      DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, bAt + t * n);
      int at = aAt + t * termStep;
      s0 = s0.add(DoubleVector.broadcast(SPECIES, a[at]).mul(b0));
      s1 = s1.add(DoubleVector.broadcast(SPECIES, a[at + rowStep]).mul(b0));
      s2 = s2.add(DoubleVector.broadcast(SPECIES, a[at + 2 * rowStep]).mul(b0));
      s3 = s3.add(DoubleVector.broadcast(SPECIES, a[at + 3 * rowStep]).mul(b0));
    }
    s0.intoArray(c, cAt);
    s1.intoArray(c, cAt + n);
    s2.intoArray(c, cAt + 2 * n);
    s3.intoArray(c, cAt + 3 * n);
  }

  private static void oneNarrow(
      double[] a,
      int aAt,
      int termStep,
      double[] b,
      int bAt,
      int terms,
      double[] c,
      int cAt,
      int n) {
    DoubleVector s = DoubleVector.zero(SPECIES);
    for (int t = 0; t < terms; t++) {
      DoubleVector r = DoubleVector.broadcast(SPECIES, a[aAt + t * termStep]);
      s = s.add(r.mul(DoubleVector.fromArray(SPECIES, b, bAt + t * n)));
    }
    s.intoArray(c, cAt);
  }
}
