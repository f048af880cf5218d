package org.ladera.engine.kernel;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;

/**
 * Products in registers of the processor: blocks of six rows by four registers of outputs ({@link
 * RegisterTile}) where it has enough of them, of four rows by two where not and at the edges, each
 * lane the sum of one output in index order, each product rounded with its sum ({@link Fused}).
 * Long sums are cut so that the right factor stays in the first cache; a sum that is put down in c
 * and taken up again keeps its bits. Each method is written out in full: a vector that crosses a
 * call which the compiler does not dissolve becomes an object.
 */
final class VectorKernel implements MatrixKernel {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  /** The most terms at a time: so many rows of four registers stay in the first cache. */
  private static final int CUT = 112;

  /**
   * From so many products on, two threads are faster than one, also where the other processor has
   * other work: some fifty microseconds.
   */
  private static final long WORTH_SHARING = 250_000;

  /** With fewer rows at a time the right factor would be packed too often. */
  private static final int LEAST_ROWS = 16;

  private final PlainKernel plain;
  private final PairExecutor pair;
  private final Halves halves;

  /** Room for a part of the right factor, for each half. */
  private final double[][] panels;

  /** The product that is being done. */
  private int terms;

  private int n;
  private double[] left = {};
  private int rowStep;
  private int termStep;
  private double[] right = {};
  private int rightAt;

  /**
   * Where the right factor stands there with rows and columns changed: its registers of columns
   * behind the last pair, as they are read. Null where it stands as it is multiplied.
   */
  private double @Nullable [] edge;

  private double[] result = {};
  private int resultAt;

  /**
   * @param pair who may do one half of the rows of a large product
   */
  VectorKernel(PairExecutor pair) {
    this.pair = pair;
    plain = new PlainKernel(pair);
    halves = new Halves(pair, this::rows);
    panels = new double[halves.areTwo() ? 2 : 1][CUT * 4 * LANES];
  }

  @Override
  public void multiply(
      int m, int k, int n, double[] a, double[] parameters, int w, int bias, double[] c) {
    if (n < LANES) {
      plain.multiply(m, k, n, a, parameters, w, bias, c);
      return;
    }
    product(m, k, n, a, k, 1, parameters, w, null, c, 0);
    if (bias >= 0) {
      addBias(m, n, parameters, bias, c);
    }
  }

  /** Adds b to every row of c (m × n), which is modified. */
  static void addBias(int m, int n, double[] parameters, int bias, double[] c) {
    for (int i = 0; i < m; i++) {
      int at = i * n;
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
  }

  @Override
  public void multiplyTransA(
      int m, int k, int n, double[] a, double[] d, double[] gradient, int g) {
    if (n >= LANES) {
      product(k, m, n, a, 1, k, d, 0, null, gradient, g);
    } else if (n == 1 && k >= LANES) {
      product(1, m, k, d, 0, 1, a, 0, null, gradient, g);
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
      product(m, 1, k, d, 1, 1, parameters, w, null, c, 0);
    } else if (k < 2 * LANES) {
      Transpose.of(k, n, parameters, w, scratch);
      product(m, n, k, d, n, 1, scratch, 0, null, c, 0);
    } else {
      turnEdge(k, n, parameters, w, scratch);
      product(m, n, k, d, n, 1, parameters, w, scratch, c, 0);
    }
  }

  /**
   * What {@link RegisterBlock#narrow} reads, at most two registers of columns.
   *
   * @param b (columns × terms) from {@code bAt} on
   * @param edge overwritten
   */
  private static void turnEdge(int columns, int terms, double[] b, int bAt, double[] edge) {
    int wide = columns - columns % (2 * LANES);
    int at = 0;
    if (columns - wide >= LANES) {
      Panel.turn(edge, at, LANES, b, bAt + wide * terms, terms, terms);
      at = terms * LANES;
    }
    if (columns % LANES != 0) {
      Panel.turn(edge, at, LANES, b, bAt + (columns - LANES) * terms, terms, terms);
    }
  }

  @Override
  public void sumRows(int m, int n, double[] d, double[] sums, int at) {
    if (n < LANES) {
      plain.sumRows(m, n, d, sums, at);
      return;
    }
    for (int j = 0; j < n; j += LANES) {
      // The last register may overlap the one before: it finds the same numbers again.
      int from = Math.min(j, n - LANES);
      sumRegister(m, n, d, from, sums, at + from);
    }
  }

  /** One register of columns: a sum does not wait for the memory. */
  private static void sumRegister(int m, int n, double[] d, int from, double[] sums, int at) {
    DoubleVector s = DoubleVector.zero(SPECIES);
    for (int i = 0; i < m; i++) {
      s = s.add(DoubleVector.fromArray(SPECIES, d, from + i * n));
    }
    s.intoArray(sums, at);
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
      double @Nullable [] edge,
      double[] c,
      int cFrom) {
    this.terms = terms;
    this.n = n;
    left = a;
    this.rowStep = rowStep;
    this.termStep = termStep;
    right = b;
    rightAt = bFrom;
    this.edge = edge;
    result = c;
    resultAt = cFrom;
    if (halves.areTwo() && (long) rows * terms * n >= WORTH_SHARING && rows >= 8) {
      // A whole number of blocks for the first half.
      halves.run(
          rows < 2 * RegisterTile.ROWS ? 4 : rows / 2 / RegisterTile.ROWS * RegisterTile.ROWS,
          rows);
      return;
    }
    long most = Math.max(LEAST_ROWS, PairExecutor.BREATH / ((long) terms * n) / 4 * 4);
    for (int from = 0; from < rows; from += (int) most) {
      int to = (int) Math.min(rows, from + most);
      rows(0, from, to);
      if (to < rows) {
        pair.breathe();
      }
    }
  }

  private void rows(int half, int first, int end) {
    rows(
        panels[half],
        first,
        end,
        terms,
        n,
        left,
        rowStep,
        termStep,
        right,
        rightAt,
        edge,
        result,
        resultAt);
  }

  /** Rows {@code first} to {@code end} − 1 of the product. */
  private static void rows(
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
      double @Nullable [] edge,
      double[] c,
      int cFrom) {
    int columnStep = edge == null ? 1 : terms;
    int termStepOfB = edge == null ? n : 1;
    int wide = n - n % (2 * LANES);
    Arrays.fill(c, cFrom + first * n, cFrom + end * n, 0);
    int widest = RegisterTile.FITS ? n - n % RegisterTile.COLUMNS : 0;
    int piece = Math.ceilDiv(terms, Math.ceilDiv(terms, CUT));
    for (int from = 0; from < terms; from += piece) {
      int cut = Math.min(piece, terms - from);
      int aAt = from * termStep;
      int bAt = bFrom + from * termStepOfB;
      for (int j = 0; j < widest; j += RegisterTile.COLUMNS) {
        int second = 2 * cut * LANES;
        int at = bAt + j * columnStep;
        Panel.fill(panel, 0, b, at, columnStep, termStepOfB, cut);
        at += 2 * LANES * columnStep;
        Panel.fill(panel, second, b, at, columnStep, termStepOfB, cut);
        int i = sixes(panel, first, end, cut, n, a, aAt, rowStep, termStep, c, cFrom + j);
        int fours = end - (end - i) % 4;
        pairs(panel, 0, i, fours, cut, n, a, aAt, rowStep, termStep, c, cFrom + j);
        pairs(panel, second, i, fours, cut, n, a, aAt, rowStep, termStep, c, cFrom + j + 2 * LANES);
        i = fours;
        for (; i <= end - 2; i += 2) {
          int to = cFrom + j + i * n;
          RegisterBlock.twoWide(
              a, aAt + i * rowStep, rowStep, termStep, panel, second, cut, c, to, n);
        }
        if (i < end) {
          RegisterBlock.oneWide(
              a, aAt + i * rowStep, termStep, panel, second, cut, c, cFrom + j + i * n);
        }
      }
      for (int j = widest; j < wide; j += 2 * LANES) {
        Panel.fill(panel, 0, b, bAt + j * columnStep, columnStep, termStepOfB, cut);
        pairs(panel, 0, first, end, cut, n, a, aAt, rowStep, termStep, c, cFrom + j);
      }
    }
    double[] rest = edge == null ? b : edge;
    int step = edge == null ? n : LANES;
    int at = edge == null ? bFrom + wide : 0;
    if (n - wide >= LANES) {
      RegisterBlock.narrow(
          first, end, n, a, rowStep, termStep, rest, at, step, terms, c, cFrom + wide);
      at += terms * LANES;
    }
    if (n % LANES != 0) {
      int last = n - LANES;
      at = edge == null ? bFrom + last : at;
      RegisterBlock.narrow(
          first, end, n, a, rowStep, termStep, rest, at, step, terms, c, cFrom + last);
    }
  }

  /** As many blocks of six rows by four registers as there are; the row after them. */
  private static int sixes(
      double[] panel,
      int first,
      int end,
      int cut,
      int n,
      double[] a,
      int aAt,
      int rowStep,
      int termStep,
      double[] c,
      int cAt) {
    int second = 2 * cut * LANES;
    int i = first;
    for (; i <= end - RegisterTile.ROWS; i += RegisterTile.ROWS) {
      if (termStep == 1) {
        RegisterTile.rows(a, aAt + i * rowStep, rowStep, panel, second, cut, c, cAt + i * n, n);
      } else {
        RegisterTile.columns(a, aAt + i, termStep, panel, second, cut, c, cAt + i * n, n);
      }
    }
    return i;
  }

  /** Rows by two registers, which stand in the panel from {@code pAt} on. */
  private static void pairs(
      double[] panel,
      int pAt,
      int first,
      int end,
      int cut,
      int n,
      double[] a,
      int aAt,
      int rowStep,
      int termStep,
      double[] c,
      int cAt) {
    int i = first;
    for (; i <= end - 4; i += 4) {
      RegisterBlock.four(
          a, aAt + i * rowStep, rowStep, termStep, panel, pAt, cut, c, cAt + i * n, n);
    }
    for (; i < end; i++) {
      RegisterBlock.one(a, aAt + i * rowStep, termStep, panel, pAt, cut, c, cAt + i * n);
    }
  }
}
