package org.ladera.engine.train;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.ladera.engine.net.Network;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.ParameterLayout;

/**
 * The last layer by least squares: θ = A⁺Y, where the rows of A (batch × values that enter the
 * layer, with a column of ones for a bias) are the features of the examples and A⁺ is the
 * pseudo-inverse by singular values; of all best solutions the one of least norm. An L2 penalty
 * stands below as rows √(l2/factor)·I.
 */
final class ClosedForm {
  /** What rounding leaves of the residual is solved for once more. */
  private static final int REFINEMENTS = 2;

  private final LossSpec loss;
  private final double l2;
  private final int features;
  private final int outputs;
  private final boolean bias;
  private final int offset;

  ClosedForm(Experiment experiment) {
    LayerSpec last = experiment.network().layers().getLast();
    loss = experiment.loss();
    l2 = experiment.regularisation().l2();
    features = experiment.network().inputsOf(experiment.network().layers().size() - 1);
    outputs = last.units();
    bias = last.bias();
    ParameterLayout layout = new ParameterLayout(experiment.network());
    offset = layout.count() - (features + (bias ? 1 : 0)) * outputs;
  }

  /**
   * @param network as its forward pass left it
   * @param theta modified: the last layer goes the share {@code rate} of the way
   */
  void solve(Network network, double[] theta, Batch batch, double rate) {
    int rows = batch.rows();
    DMatrixRMaj a = design(network, batch, rows);
    DMatrixRMaj y = new DMatrixRMaj(a.numRows, outputs);
    System.arraycopy(batch.y(), 0, y.data, 0, rows * outputs);
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.pseudoInverse(true);
    if (!solver.setA(a.copy())) {
      return;
    }
    DMatrixRMaj best = new DMatrixRMaj(a.numCols, outputs);
    DMatrixRMaj more = new DMatrixRMaj(a.numCols, outputs);
    DMatrixRMaj rest = y.copy();
    for (int i = 0; i <= REFINEMENTS; i++) {
      solver.solve(rest, more);
      CommonOps_DDRM.addEquals(best, more);
      rest.setTo(y);
      CommonOps_DDRM.multAdd(-1, a, best, rest);
    }
    // One row for each feature, then the bias: the order of W, then b.
    for (int i = 0; i < best.getNumElements(); i++) {
      theta[offset + i] += rate * (best.data[i] - theta[offset + i]);
    }
  }

  private DMatrixRMaj design(Network network, Batch batch, int rows) {
    int depth = network.depth();
    double[] entering = depth == 1 ? batch.x() : network.layer(depth - 2).a().data;
    double ridge = l2 > 0 ? Math.sqrt(l2 / loss.factor().value(rows, network.spec().outputs())) : 0;
    DMatrixRMaj a = new DMatrixRMaj(rows + (l2 > 0 ? features : 0), features + (bias ? 1 : 0));
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < features; j++) {
        a.set(i, j, entering[i * features + j]);
      }
      if (bias) {
        a.set(i, features, 1);
      }
    }
    for (int j = 0; j < features && l2 > 0; j++) {
      a.set(rows + j, j, ridge);
    }
    return a;
  }
}
