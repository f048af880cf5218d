package org.ladera.engine.kernel;

import static jdk.incubator.vector.VectorOperators.EQ;

import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out the products with a 0 of the left factor where most of it is 0, as in pictures of
 * digits. A sum that begins at +0 and is never rounded to 0 never becomes −0, so adding a product
 * that is ±0 changes no bit. Nothing is left out where the other factor is not finite, for 0·∞ and
 * 0·NaN are no 0, nor where a number of either is so small ({@link #LEAST}) that a sum could be
 * rounded to −0.
 */
final class SparseKernel implements MatrixKernel {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  /**
   * Numbers at least so large are multiples of 2⁻⁵³², their products of 2⁻¹⁰⁶⁴, and so are the
   * sums: none of them lies so near 0 that it is rounded to it.
   */
  static final double LEAST = 0x1p-480;

  /** Takes what is not larger than {@link #LEAST} to 0; {@link #BACK} takes back what remains. */
  private static final double DOWN = 0x1p-595;

  private static final double BACK = 0x1p595;

  /** With more than one number in so many that is not 0, nothing is won. */
  private static final int SHARE = 3;

  /** A left factor that was full is not looked through the next so many times. */
  private static final int PATIENCE = 63;

  private final MatrixKernel dense;
  private final NonZeros places;
  private final Halves looks;
  private final Halves rows;
  private final Halves columns;

  /** For each half; made for the first left factor that is sparse, which many never see. */
  private MemorySegment[] panels = {};

  private final long[][] squares = new long[2][NonZeros.BLOCK];
  private final int[] found = new int[2];
  private int wait;

  /** The product that is being done. */
  private int m;

  private int k;
  private int n;
  private double[] left = {};
  private double[] right = {};
  private int rightAt;
  private double[] result = {};
  private int resultAt;

  /** The left factor that {@link #places} belong to; null for none. */
  private double @Nullable [] known;

  private int knownRows;

  /**
   * @param dense what multiplies a full left factor
   * @param m the most rows of the left factor
   * @param k its columns
   */
  SparseKernel(MatrixKernel dense, int m, int k, PairExecutor pair) {
    this.dense = dense;
    places = new NonZeros(m, k);
    looks = new Halves(pair, this::look);
    rows = new Halves(pair, this::rows);
    columns = new Halves(pair, this::columns);
  }

  @Override
  public void multiply(
      int m, int k, int n, double[] a, double[] parameters, int w, int bias, double[] c) {
    now(m, k, n, a, parameters, w, c, 0);
    if (!isSparse()) {
      known = null;
      dense.multiply(m, k, n, a, parameters, w, bias, c);
      return;
    }
    known = a;
    knownRows = m;
    if (panels.length == 0) {
      MemorySegment panel = SparseProduct.panel();
      panels = new MemorySegment[] {panel, rows.areTwo() ? SparseProduct.panel() : panel};
    }
    rows.run(m / 2, m);
    if (bias >= 0) {
      VectorKernel.addBias(m, n, parameters, bias, c);
    }
  }

  /** Whether little of the left factor is not 0 and both are ordinary. */
  private boolean isSparse() {
    if (wait > 0) {
      wait--;
      return false;
    }
    found[1] = 0;
    looks.run(m / 2, m);
    boolean sparse = found[0] + found[1] <= most();
    wait = sparse ? 0 : PATIENCE;
    return sparse;
  }

  private int most() {
    return m * k / SHARE;
  }

  /** At rows of the left factor, and at as large a share of the right one. */
  private void look(int half, int from, int to) {
    int first = (int) ((long) k * from / m) * n;
    int end = (int) ((long) k * to / m) * n;
    int count = places.find(left, from, to, k, most());
    boolean helps = count <= most() && isOrdinary(right, rightAt + first, end - first);
    found[half] = helps ? count : most() + 1;
  }

  @Override
  public void multiplyTransA(
      int m, int k, int n, double[] a, double[] d, double[] gradient, int g) {
    if (a != known || m != knownRows || !isOrdinary(d, 0, m * n)) {
      dense.multiplyTransA(m, k, n, a, d, gradient, g);
      return;
    }
    now(m, k, n, a, d, 0, gradient, g);
    columns.run(k / 2 / NonZeros.BLOCK * NonZeros.BLOCK, k);
  }

  private void now(
      int rowCount,
      int inner,
      int columnCount,
      double[] a,
      double[] b,
      int bAt,
      double[] c,
      int cAt) {
    m = rowCount;
    k = inner;
    n = columnCount;
    left = a;
    right = b;
    rightAt = bAt;
    result = c;
    resultAt = cAt;
  }

  private void rows(int half, int from, int to) {
    SparseProduct.rows(places, panels[half], from, to, k, n, left, right, rightAt, result);
  }

  private void columns(int half, int from, int to) {
    places.turn(m, from, to, squares[half]);
    SparseProduct.columns(places, panels[half], m, from, to, k, n, left, right, result, resultAt);
  }

  @Override
  public void multiplyTransB(
      int m, int k, int n, double[] d, double[] parameters, int w, double[] c, double[] scratch) {
    dense.multiplyTransB(m, k, n, d, parameters, w, c, scratch);
  }

  @Override
  public void sumRows(int m, int n, double[] d, double[] sums, int at) {
    dense.sumRows(m, n, d, sums, at);
  }

  /** Whether all are finite, and each is 0 or larger than {@link #LEAST}. */
  private static boolean isOrdinary(double[] values, int from, int count) {
    DoubleVector lost = DoubleVector.zero(SPECIES);
    int i = from;
    for (; i <= from + count - LANES; i += LANES) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, values, i);
      lost = lost.add(v.mul(DOWN).mul(BACK).sub(v).abs());
    }
    boolean ordinary = lost.compare(EQ, 0.0).allTrue();
    for (; i < from + count; i++) {
      ordinary &= values[i] * DOWN * BACK - values[i] == 0;
    }
    return ordinary;
  }
}
