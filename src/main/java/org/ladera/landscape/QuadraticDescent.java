package org.ladera.landscape;

import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.ScheduleSpec;

/**
 * Gradient descent of a linear network with a squared loss, worked out ahead for any rate and any
 * number of updates without doing one: along each direction of curvature λ an update multiplies the
 * distance c from the minimum by 1 − ηλ, so that J(t) = J* + Σ ½λc²(1 − ηλ)^(2t) (Goh, Why Momentum
 * Really Works, Distill 2017, section "First Steps").
 */
public final class QuadraticDescent {
  /** A picture asks for this beside a running network. */
  private static final int FEW = 16;

  private static final int SMALL = 2000;

  private final double[] lambdas;

  /** ½λc² of each direction. */
  private final double[] heights;

  private final double floor;

  private QuadraticDescent(double[] lambdas, double[] heights, double floor) {
    this.lambdas = lambdas;
    this.heights = heights;
    this.floor = floor;
  }

  /**
   * @param start (1 × parameters) before the first update
   * @return empty when the loss is no quadratic, the rule not plain gradient descent over all
   *     examples with a constant rate, or the network not small
   */
  public static Optional<QuadraticDescent> of(LossFunction subject, MatrixView start) {
    if (!isPlain(subject) || start.size() > FEW || !subject.isLinear()) {
      return Optional.empty();
    }
    return LeastSquares.solve(subject).flatMap(minimum -> around(subject, start, minimum));
  }

  private static boolean isPlain(LossFunction subject) {
    int examples = subject.experiment().data().size();
    return subject.experiment().optimizer() instanceof OptimizerSpec.Sgd(double _, double decay)
        && decay == 0
        && subject.experiment().schedule() instanceof ScheduleSpec.Constant
        && subject.experiment().batch().sizeFor(examples) == examples
        && examples <= SMALL;
  }

  private static Optional<QuadraticDescent> around(
      LossFunction subject, MatrixView start, MatrixView minimum) {
    DMatrixRMaj design = LeastSquares.design(subject);
    int n = design.numCols;
    int outputs = subject.experiment().data().y().columns();
    DMatrixRMaj hessian = new DMatrixRMaj(n, n);
    CommonOps_DDRM.multTransA(2 * subject.factor(), design, design, hessian);
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, true, true);
    if (!eigen.decompose(hessian)) {
      return Optional.empty();
    }
    double[] lambdas = new double[n];
    double[] heights = new double[n];
    for (int i = 0; i < n; i++) {
      lambdas[i] = Math.max(0, eigen.getEigenvalue(i).getReal());
      DMatrixRMaj direction = eigen.getEigenVector(i);
      for (int o = 0; o < outputs; o++) {
        double c = 0;
        for (int k = 0; k < n; k++) {
          int at = k * outputs + o;
          c += direction.get(k) * (start.get(at) - minimum.get(at));
        }
        heights[i] += lambdas[i] * c * c / 2;
      }
    }
    return Optional.of(
        new QuadraticDescent(lambdas, heights, subject.objective().loss(minimum.toArray())));
  }

  /** J of the minimum, with the penalty. */
  public double floor() {
    return floor;
  }

  /** J after so many updates with this rate; ∞ where it is beyond all numbers. */
  public double loss(double rate, long updates) {
    double sum = floor;
    for (int i = 0; i < lambdas.length; i++) {
      if (heights[i] > 0) {
        sum += heights[i] * StrictMath.pow(Math.abs(1 - rate * lambdas[i]), 2.0 * updates);
      }
    }
    return sum;
  }
}
