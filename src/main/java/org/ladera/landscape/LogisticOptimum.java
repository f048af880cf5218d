package org.ladera.landscape;

import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.net.Objective;

/**
 * The lowest loss of logistic regression, by Newton's method with the Hessian XᵀSX, S = a(1 − a):
 * iteratively reweighted least squares (Green 1984). There is no closed form, and where the classes
 * can be separated there is no lowest loss either.
 */
public final class LogisticOptimum {
  private static final int MOST_STEPS = 100;
  private static final double FLAT = 1e-12;

  private LogisticOptimum() {}

  /**
   * @return (1 × parameters) in the order of the layout, right to about 1e-10; empty where the
   *     network is not one sigmoid unit with binary cross-entropy, where there is an L1 penalty,
   *     and where the loss falls for ever
   */
  public static Optional<MatrixView> of(LossFunction subject) {
    if (!subject.isLogistic() || subject.experiment().regularisation().l1() != 0) {
      return Optional.empty();
    }
    Objective objective = subject.objective();
    int n = (int) subject.parameters();
    double[] theta = new double[n];
    double[] gradient = new double[n];
    double loss = objective.gradient(theta, gradient);
    for (int step = 0; step < MOST_STEPS; step++) {
      if (norm(gradient) <= FLAT) {
        return Optional.of(MatrixView.of(1, n, theta));
      }
      Optional<double[]> next = next(subject, objective, theta, gradient, loss);
      if (next.isEmpty()) {
        // No step goes lower: as low as doubles can tell, or on a plain that has no end.
        return norm(gradient) <= 1e-9 && isBounded(subject, theta)
            ? Optional.of(MatrixView.of(1, n, theta))
            : Optional.empty();
      }
      theta = next.get();
      loss = objective.gradient(theta, gradient);
    }
    return Optional.empty();
  }

  /** Newton's step, halved until the loss falls. */
  private static Optional<double[]> next(
      LossFunction subject, Objective objective, double[] theta, double[] gradient, double loss) {
    int n = theta.length;
    DMatrixRMaj step = new DMatrixRMaj(n, 1);
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(n);
    if (!solver.setA(hessian(subject, theta)) || !isBounded(subject, theta)) {
      return Optional.empty();
    }
    solver.solve(DMatrixRMaj.wrap(n, 1, gradient.clone()), step);
    for (double share = 1; share > 1e-6; share /= 2) {
      double[] next = new double[n];
      for (int i = 0; i < n; i++) {
        next[i] = theta[i] - share * step.get(i);
      }
      if (objective.loss(next) < loss) {
        return Optional.of(next);
      }
    }
    return Optional.empty();
  }

  /** Whether some example is still doubtful; where none is, the classes are separated. */
  private static boolean isBounded(LossFunction subject, double[] theta) {
    return subject.experiment().regularisation().l2() > 0
        || java.util.Arrays.stream(doubt(subject, theta)).anyMatch(s -> s > 1e-6);
  }

  /** a(1 − a) of each example. */
  private static double[] doubt(LossFunction subject, double[] theta) {
    MatrixView a = subject.objective().outputs(theta);
    double[] doubt = new double[a.rows()];
    for (int i = 0; i < doubt.length; i++) {
      doubt[i] = a.get(i, 0) * (1 - a.get(i, 0));
    }
    return doubt;
  }

  private static DMatrixRMaj hessian(LossFunction subject, double[] theta) {
    MatrixView x = subject.experiment().data().x();
    double[] doubt = doubt(subject, theta);
    int n = theta.length;
    DMatrixRMaj hessian = new DMatrixRMaj(n, n);
    for (int s = 0; s < doubt.length; s++) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          hessian.add(i, j, subject.factor() * doubt[s] * input(x, s, i) * input(x, s, j));
        }
      }
    }
    for (int i = 0; i < x.columns(); i++) {
      hessian.add(i, i, 2 * subject.experiment().regularisation().l2());
    }
    return hessian;
  }

  /** The inputs, and 1 for the bias that follows them. */
  private static double input(MatrixView x, int sample, int place) {
    return place < x.columns() ? x.get(sample, place) : 1;
  }

  private static double norm(double[] vector) {
    double sum = 0;
    for (double v : vector) {
      sum += v * v;
    }
    return Math.sqrt(sum);
  }
}
