package org.ladera.engine.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Products in registers of the processor: blocks of four rows by two registers of outputs, each
 * lane the sum of one output in index order, multiplied and then added (never fused). Long sums are
 * cut so that the right factor stays in the first cache; a sum that is put down in c and taken up
 * again keeps its bits.
 */
final class VectorKernel implements MatrixKernel {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final int CUT = 128;

  private double[] edge = new double[0];
  private double[] out = new double[0];

  @Override
  public void multiply(
      int m, int k, int n, double[] a, double[] parameters, int w, int bias, double[] c) {
    product(m, k, n, a, k, 1, parameters, w, n, c, 0);
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
    product(k, m, n, a, 1, k, d, 0, n, gradient, g);
  }

  @Override
  public void multiplyTransB(
      int m, int k, int n, double[] d, double[] parameters, int w, double[] c, double[] scratch) {
    Transpose.of(k, n, parameters, w, scratch);
    product(m, n, k, d, n, 1, scratch, 0, k, c, 0);
  }

  /**
   * c[i][j] = Σ_t a[i·rowStep + t·termStep] · b[t·n + j].
   *
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
      int bStep,
      double[] c,
      int cFrom) {
    int whole = n - n % LANES;
    for (int from = 0; from < terms; from += CUT) {
      int to = Math.min(terms, from + CUT);
      int j = 0;
      for (; j <= whole - 2 * LANES; j += 2 * LANES) {
        int i = 0;
        for (; i <= rows - 4; i += 4) {
          four(
              a,
              i * rowStep,
              rowStep,
              termStep,
              b,
              bFrom + j,
              bStep,
              from,
              to,
              c,
              cFrom + i * n + j,
              n);
        }
        for (; i < rows; i++) {
          one(a, i * rowStep, termStep, b, bFrom + j, bStep, from, to, c, cFrom + i * n + j);
        }
      }
      if (j < whole) {
        narrow(rows, n, a, rowStep, termStep, b, bFrom + j, bStep, from, to, c, cFrom + j);
      }
    }
    if (whole < n) {
      edge(rows, terms, n, whole, a, rowStep, termStep, b, bFrom, c, cFrom);
    }
  }

  /** The last columns, which do not fill a register: computed in one filled up with zeros. */
  private void edge(
      int rows,
      int terms,
      int n,
      int whole,
      double[] a,
      int rowStep,
      int termStep,
      double[] b,
      int bFrom,
      double[] c,
      int cFrom) {
    if (edge.length < terms * LANES) {
      edge = new double[terms * LANES];
    }
    if (out.length < rows * LANES) {
      out = new double[rows * LANES];
    }
    int rest = n - whole;
    for (int t = 0; t < terms; t++) {
      for (int j = 0; j < LANES; j++) {
        edge[t * LANES + j] = j < rest ? b[bFrom + t * n + whole + j] : 0;
      }
    }
    narrow(rows, LANES, a, rowStep, termStep, edge, 0, LANES, 0, terms, out, 0);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < rest; j++) {
        c[cFrom + i * n + whole + j] = out[i * LANES + j];
      }
    }
  }

  private static void narrow(
      int rows,
      int n,
      double[] a,
      int rowStep,
      int termStep,
      double[] b,
      int bAt,
      int bStep,
      int from,
      int to,
      double[] c,
      int cAt) {
    int i = 0;
    for (; i <= rows - 4; i += 4) {
      fourNarrow(a, i * rowStep, rowStep, termStep, b, bAt, bStep, from, to, c, cAt + i * n, n);
    }
    for (; i < rows; i++) {
      oneNarrow(a, i * rowStep, termStep, b, bAt, bStep, from, to, c, cAt + i * n);
    }
  }

  private static DoubleVector start(double[] c, int at, int from) {
    return from == 0 ? DoubleVector.zero(SPECIES) : DoubleVector.fromArray(SPECIES, c, at);
  }

  private static void four(
      double[] a,
      int aAt,
      int rowStep,
      int termStep,
      double[] b,
      int bAt,
      int bStep,
      int from,
      int to,
      double[] c,
      int cAt,
      int n) {
    DoubleVector s00 = start(c, cAt, from);
    DoubleVector s01 = start(c, cAt + LANES, from);
    DoubleVector s10 = start(c, cAt + n, from);
    DoubleVector s11 = start(c, cAt + n + LANES, from);
    DoubleVector s20 = start(c, cAt + 2 * n, from);
    DoubleVector s21 = start(c, cAt + 2 * n + LANES, from);
    DoubleVector s30 = start(c, cAt + 3 * n, from);
    DoubleVector s31 = start(c, cAt + 3 * n + LANES, from);
    for (int t = from; t < to; t++) {
      DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, bAt + t * bStep);
      DoubleVector b1 = DoubleVector.fromArray(SPECIES, b, bAt + t * bStep + LANES);
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
      double[] a,
      int aAt,
      int termStep,
      double[] b,
      int bAt,
      int bStep,
      int from,
      int to,
      double[] c,
      int cAt) {
    DoubleVector s0 = start(c, cAt, from);
    DoubleVector s1 = start(c, cAt + LANES, from);
    for (int t = from; t < to; t++) {
      DoubleVector r = DoubleVector.broadcast(SPECIES, a[aAt + t * termStep]);
      s0 = s0.add(r.mul(DoubleVector.fromArray(SPECIES, b, bAt + t * bStep)));
      s1 = s1.add(r.mul(DoubleVector.fromArray(SPECIES, b, bAt + t * bStep + LANES)));
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
      int bStep,
      int from,
      int to,
      double[] c,
      int cAt,
      int n) {
    DoubleVector s0 = start(c, cAt, from);
    DoubleVector s1 = start(c, cAt + n, from);
    DoubleVector s2 = start(c, cAt + 2 * n, from);
    DoubleVector s3 = start(c, cAt + 3 * n, from);
    for (int t = from; t < to; t++) {
      DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, bAt + t * bStep);
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
      int bStep,
      int from,
      int to,
      double[] c,
      int cAt) {
    DoubleVector s = start(c, cAt, from);
    for (int t = from; t < to; t++) {
      DoubleVector r = DoubleVector.broadcast(SPECIES, a[aAt + t * termStep]);
      s = s.add(r.mul(DoubleVector.fromArray(SPECIES, b, bAt + t * bStep)));
    }
    s.intoArray(c, cAt);
  }
}
