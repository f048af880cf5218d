package org.ladera.engine.kernel;

/**
 * One half of a {@link SparseProduct}, for {@link PairExecutor}; filled anew for each product, so
 * as not to allocate.
 */
final class SparseHalf implements Runnable {
  private NonZeros places = NonZeros.NONE;
  private boolean byRows;
  private int m;
  private int from;
  private int to;
  private int k;
  private int n;
  private double[] a = {};
  private double[] b = {};
  private double[] c = {};
  private int at;

  /** Arguments as in {@link SparseProduct#rows}. */
  SparseHalf rows(
      NonZeros of,
      int first,
      int end,
      int inner,
      int columns,
      double[] left,
      double[] right,
      int rightAt,
      double[] result) {
    return of(true, of, 0, first, end, inner, columns, left, right, rightAt, result);
  }

  /** Arguments as in {@link SparseProduct#columns}. */
  SparseHalf columns(
      NonZeros of,
      int rows,
      int first,
      int end,
      int inner,
      int columns,
      double[] left,
      double[] right,
      double[] result,
      int resultAt) {
    return of(false, of, rows, first, end, inner, columns, left, right, resultAt, result);
  }

  private SparseHalf of(
      boolean rowsFirst,
      NonZeros of,
      int rows,
      int first,
      int end,
      int inner,
      int columns,
      double[] left,
      double[] right,
      int offset,
      double[] result) {
    byRows = rowsFirst;
    places = of;
    m = rows;
    from = first;
    to = end;
    k = inner;
    n = columns;
    a = left;
    b = right;
    at = offset;
    c = result;
    return this;
  }

  @Override
  public void run() {
    if (byRows) {
      SparseProduct.rows(places, from, to, k, n, a, b, at, c);
    } else {
      SparseProduct.columns(places, m, from, to, k, n, a, b, c, at);
    }
  }
}
