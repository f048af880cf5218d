package org.ladera.landscape;

import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.RegularisationSpec;

/**
 * The closed form: the parameters of a linear network that minimise a squared loss, with an L2
 * penalty as further rows √(l2/factor)·I for the weights (ridge regression). By QR decomposition of
 * the inputs; where their columns depend on one another, the solution of least norm.
 */
public final class LeastSquares {
  private LeastSquares() {}

  /**
   * @return (1 × parameters) in the order of {@link ParameterLayout}; empty when the network is not
   *     linear, the loss not squared, or there is an L1 penalty
   */
  public static Optional<MatrixView> solve(LossFunction subject) {
    RegularisationSpec penalty = subject.experiment().regularisation();
    double factor = subject.factor();
    if (!subject.isLinear() || penalty.l1() != 0 || penalty.l2() < 0 || !(factor > 0)) {
      return Optional.empty();
    }
    Dataset data = subject.experiment().data();
    DMatrixRMaj a = design(subject);
    int outputs = data.y().columns();
    DMatrixRMaj b = new DMatrixRMaj(a.numRows, outputs);
    data.y().copyTo(b.data, 0);
    DMatrixRMaj solution = new DMatrixRMaj(a.numCols, outputs);
    if (!solve(a, b, solution)) {
      return Optional.empty();
    }
    // One column for each output, one row for each input and the bias: the order of W, then b.
    return Optional.of(MatrixView.of(1, solution.getNumElements(), solution.data));
  }

  private static boolean solve(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj solution) {
    if (a.numRows >= a.numCols) {
      LinearSolverDense<DMatrixRMaj> qr =
          LinearSolverFactory_DDRM.leastSquares(a.numRows, a.numCols);
      if (qr.setA(a.copy()) && qr.quality() > 1e-13) {
        qr.solve(b.copy(), solution);
        return true;
      }
    }
    LinearSolverDense<DMatrixRMaj> svd = LinearSolverFactory_DDRM.pseudoInverse(true);
    if (!svd.setA(a.copy())) {
      return false;
    }
    svd.solve(b.copy(), solution);
    return true;
  }

  /**
   * The inputs with a column of ones for the bias, below them the rows of the L2 penalty: the loss
   * of one output is factor·‖design·θ − y‖².
   */
  static DMatrixRMaj design(LossFunction subject) {
    Dataset data = subject.experiment().data();
    int n = data.size();
    int inputs = data.x().columns();
    boolean bias = subject.network().layers().getFirst().bias();
    double l2 = subject.experiment().regularisation().l2();
    DMatrixRMaj design = new DMatrixRMaj(n + (l2 > 0 ? inputs : 0), inputs + (bias ? 1 : 0));
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < inputs; j++) {
        design.set(i, j, data.x().get(i, j));
      }
      if (bias) {
        design.set(i, inputs, 1);
      }
    }
    for (int j = 0; j < inputs && l2 > 0; j++) {
      design.set(n + j, j, Math.sqrt(l2 / subject.factor()));
    }
    return design;
  }
}
