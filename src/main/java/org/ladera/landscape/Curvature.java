package org.ladera.landscape;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ladera.engine.function.FunctionGraph;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.OptimizerSpec;

/**
 * How the loss bends at one point: the extreme eigenvalues of its Hessian.
 *
 * @param largest λmax
 * @param smallest λmin; negative where the loss bends downwards in some direction
 * @param exact whether from all eigenvalues; otherwise by iteration
 * @param everywhere whether the loss bends alike everywhere, so that what follows from it holds for
 *     the whole run and not only near this point
 * @param steepest the unit vector along which it bends most (1 × parameters), its greatest
 *     component positive; empty where the eigenvalues are found by iteration
 */
public record Curvature(
    double largest,
    double smallest,
    boolean exact,
    boolean everywhere,
    Optional<MatrixView> steepest) {
  /** Up to so many parameters all eigenvalues are computed. */
  private static final int FEW = 64;

  /** The same for a Hessian that is known entry by entry. */
  private static final int FEW_EXACT = 300;

  /**
   * At {@code theta} (1 × parameters). For a linear network with a squared loss from 2·factor·XᵀX,
   * the same everywhere; for a function from its second derivatives; otherwise from products of the
   * Hessian with vectors, each right to about 1e-9 of λmax (see {@link HessianProduct}). The kinks
   * of an L1 penalty are left out.
   *
   * @param cancelled polled for every product; the result is then not to be used
   */
  public static Curvature at(LossFunction subject, MatrixView theta, BooleanSupplier cancelled) {
    if (subject.isLinear()) {
      return ofLinear(subject, cancelled);
    }
    Optional<FunctionGraph> function = subject.experiment().function();
    if (function.isPresent()) {
      return of(new FunctionHessian(function.get(), theta).matrix(), subject.isQuadratic());
    }
    HessianProduct hessian = new HessianProduct(subject, theta);
    int n = theta.size();
    if (n > FEW) {
      return extremes(hessian, n, false, cancelled);
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
    return of(matrix, false);
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
      return extremes(map, n, true, cancelled);
    }
    DMatrixRMaj hessian = new DMatrixRMaj(n, n);
    CommonOps_DDRM.multTransA(twice, design, design, hessian);
    return of(hessian, true);
  }

  private static Curvature of(DMatrixRMaj symmetric, boolean everywhere) {
    double[] values = Eigenvalues.of(symmetric);
    return new Curvature(
        values[values.length - 1], values[0], true, everywhere, Eigenvalues.steepest(symmetric));
  }

  private static Curvature extremes(
      LinearMap map, int n, boolean everywhere, BooleanSupplier cancelled) {
    double[] values = Eigenvalues.extremes(map, n, cancelled);
    return new Curvature(values[1], values[0], false, everywhere, Optional.empty());
  }

  /** The largest rate with which gradient descent does not grow: 2/λmax; ∞ without curvature. */
  public double limit() {
    return largest > 0 ? 2 / largest : Double.POSITIVE_INFINITY;
  }

  /** Of the same loss times {@code factor}. */
  public Curvature times(double factor) {
    return new Curvature(factor * largest, factor * smallest, exact, everywhere, steepest);
  }

  /** λmax/λmin; ∞ or negative where the loss has no single minimum. */
  public double condition() {
    return largest / smallest;
  }

  /** What gradient descent with this rate will do near a minimum of this curvature. */
  public Behaviour behaviour(double rate) {
    return Convergence.of(new OptimizerSpec.Sgd(rate), this).orElseThrow().behaviour();
  }
}
