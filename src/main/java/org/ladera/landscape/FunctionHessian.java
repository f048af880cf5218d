package org.ladera.landscape;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ladera.engine.function.FunctionGraph;
import org.ladera.engine.function.GraphPass;
import org.ladera.engine.matrix.MatrixView;

/** The second derivatives of a function at a point, exact but for rounding. */
final class FunctionHessian {
  private final int n;
  private final DMatrixRMaj matrix;

  FunctionHessian(FunctionGraph graph, MatrixView theta) {
    n = graph.variables().size();
    matrix = new DMatrixRMaj(n, n);
    GraphPass pass = new GraphPass(graph);
    double[] unit = new double[n];
    double[] column = new double[n];
    for (int j = 0; j < n; j++) {
      pass.forward(theta.toArray());
      Arrays.fill(unit, 0);
      unit[j] = 1;
      pass.hessianTimes(unit, column);
      for (int i = 0; i < n; i++) {
        matrix.add(i, j, column[i] / 2);
        matrix.add(j, i, column[i] / 2);
      }
    }
  }

  /** (variables × variables), symmetric; not to be modified. */
  DMatrixRMaj matrix() {
    return matrix;
  }

  /** Hessian times vector. */
  void times(double[] vector, double[] out) {
    CommonOps_DDRM.mult(matrix, DMatrixRMaj.wrap(n, 1, vector), DMatrixRMaj.wrap(n, 1, out));
  }
}
