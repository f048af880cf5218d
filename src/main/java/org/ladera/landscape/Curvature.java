package org.ladera.landscape;

import java.util.function.BooleanSupplier;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ladera.engine.matrix.MatrixView;

/**
 * How the loss bends at one point: the extreme eigenvalues of its Hessian.
 *
 * @param largest λmax
 * @param smallest λmin; negative where the loss bends downwards in some direction
 * @param exact whether from all eigenvalues; otherwise by iteration
 */
public record Curvature(double largest, double smallest, boolean exact) {
  /** Up to so many parameters all eigenvalues are computed. */
  private static final int FEW = 64;

  /** The same for a Hessian that is known entry by entry. */
  private static final int FEW_EXACT = 300;

  /**
   * At {@code theta} (1 × parameters). For a linear network with a squared loss from 2·factor·XᵀX,
   * the same everywhere; otherwise from products of the Hessian with vectors, each right to about
   * 1e-9 of λmax (see {@link HessianProduct}). The kinks of an L1 penalty are left out.
   *
   * @param cancelled polled for every product; the result is then not to be used
   */
  public static Curvature at(LossFunction subject, MatrixView theta, BooleanSupplier cancelled) {
    if (subject.isLinear()) {
      return ofLinear(subject, cancelled);
    }
    HessianProduct hessian = new HessianProduct(subject, theta);
    int n = theta.size();
    if (n > FEW) {
      return extremes(hessian, n, cancelled);
    }
    DMatrixRMaj matrix = new DMatrixRMaj(n, n);
    double[] unit = new double[n];
    double[] column = new double[n];
    for (int j = 0; j < n && !cancelled.getAsBoolean(); j++) {
      unit[j] = 1;
      hessian.times(unit, column);
      unit[j] = 0;
      for (int i = 0; i < n; i++) {
        matrix.add(i, j, column[i] / 2);
        matrix.add(j, i, column[i] / 2);
      }
    }
    return of(matrix);
  }

  private static Curvature ofLinear(LossFunction subject, BooleanSupplier cancelled) {
    DMatrixRMaj design = LeastSquares.design(subject);
    int n = design.numCols;
    double twice = 2 * subject.factor();
    if (n > FEW_EXACT) {
      DMatrixRMaj inner = new DMatrixRMaj(design.numRows, 1);
      LinearMap map =
          (vector, out) -> {
            DMatrixRMaj result = DMatrixRMaj.wrap(n, 1, out);
            CommonOps_DDRM.mult(design, DMatrixRMaj.wrap(n, 1, vector), inner);
            CommonOps_DDRM.multTransA(twice, design, inner, result);
          };
      return extremes(map, n, cancelled);
    }
    DMatrixRMaj hessian = new DMatrixRMaj(n, n);
    CommonOps_DDRM.multTransA(twice, design, design, hessian);
    return of(hessian);
  }

  private static Curvature of(DMatrixRMaj symmetric) {
    double[] values = Eigenvalues.of(symmetric);
    return new Curvature(values[values.length - 1], values[0], true);
  }

  private static Curvature extremes(LinearMap map, int n, BooleanSupplier cancelled) {
    double[] values = Eigenvalues.extremes(map, n, cancelled);
    return new Curvature(values[1], values[0], false);
  }

  /** The largest rate with which gradient descent does not grow: 2/λmax; ∞ without curvature. */
  public double limit() {
    return largest > 0 ? 2 / largest : Double.POSITIVE_INFINITY;
  }

  /** Of the same loss over {@code divisor}. */
  public Curvature over(double divisor) {
    return new Curvature(largest / divisor, smallest / divisor, exact);
  }

  /** λmax/λmin; ∞ or negative where the loss has no single minimum. */
  public double condition() {
    return largest / smallest;
  }

  /** 1 − ηλmax: what a step with this rate does to the steepest direction. */
  public double steepestFactor(double rate) {
    return 1 - rate * largest;
  }

  /** 1 − ηλmin: what a step with this rate does to the flattest direction. */
  public double flattestFactor(double rate) {
    return 1 - rate * smallest;
  }

  /**
   * What gradient descent with this rate will do near a minimum of this curvature: diverge, zig-zag
   * or be there in one step as the steepest direction does, otherwise crawl or come down as the
   * flattest does.
   */
  public Behaviour behaviour(double rate) {
    Behaviour steepest = Behaviour.of(steepestFactor(rate));
    return switch (steepest) {
      case DIVERGES, ZIGZAG, ONE_STEP -> steepest;
      case SLOW, MONOTONE -> Behaviour.of(Math.clamp(flattestFactor(rate), 0, Math.nextDown(1.0)));
    };
  }
}
