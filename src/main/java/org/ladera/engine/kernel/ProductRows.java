package org.ladera.engine.kernel;

/**
 * Some rows of a product, for {@link PairExecutor}; filled anew for each product, so as not to
 * allocate.
 */
final class ProductRows implements Runnable {
  private final double[] panel = VectorKernel.panel();
  private int from;
  private int to;
  private int terms;
  private int n;
  private double[] a = {};
  private int rowStep;
  private int termStep;
  private double[] b = {};
  private int bFrom;
  private double[] c = {};
  private int cFrom;

  /** Arguments as in {@link VectorKernel}'s product, which rows {@code from} to {@code to} − 1. */
  ProductRows of(
      int from,
      int to,
      int terms,
      int n,
      double[] a,
      int rowStep,
      int termStep,
      double[] b,
      int bFrom,
      double[] c,
      int cFrom) {
    this.from = from;
    this.to = to;
    this.terms = terms;
    this.n = n;
    this.a = a;
    this.rowStep = rowStep;
    this.termStep = termStep;
    this.b = b;
    this.bFrom = bFrom;
    this.c = c;
    this.cFrom = cFrom;
    return this;
  }

  @Override
  public void run() {
    VectorKernel.rows(panel, from, to, terms, n, a, rowStep, termStep, b, bFrom, c, cFrom);
  }
}
