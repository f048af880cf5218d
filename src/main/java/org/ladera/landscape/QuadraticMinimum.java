package org.ladera.landscape;

import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.ladera.engine.function.FunctionGraph;
import org.ladera.engine.function.GraphPass;
import org.ladera.engine.matrix.MatrixView;

/** The lowest point of a function that is a quadratic: where its gradient g + Hθ is 0. */
public final class QuadraticMinimum {
  private QuadraticMinimum() {}

  /**
   * @return (1 × parameters); empty for a network, for any other function, and where the function
   *     does not bend upwards in every direction
   */
  public static Optional<MatrixView> of(LossFunction subject) {
    FunctionGraph graph = subject.experiment().function().orElse(null);
    if (graph == null || !graph.isQuadratic()) {
      return Optional.empty();
    }
    int n = graph.variables().size();
    MatrixView origin = MatrixView.of(1, n, new double[n]);
    DMatrixRMaj hessian = new FunctionHessian(graph, origin).matrix();
    if (!(Eigenvalues.of(hessian)[0] > 0)) {
      return Optional.empty();
    }
    GraphPass pass = new GraphPass(graph);
    pass.forward(new double[n]);
    double[] slope = new double[n];
    pass.reverse(slope);
    DMatrixRMaj down = new DMatrixRMaj(n, 1);
    for (int i = 0; i < n; i++) {
      down.set(i, 0, -slope[i]);
    }
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(n);
    if (!solver.setA(hessian.copy())) {
      return Optional.empty();
    }
    solver.solve(down.copy(), down);
    // A minimum at 0 is 0 and not −0.
    return Optional.of(MatrixView.generate(1, n, i -> down.get(i) + 0.0));
  }
}
