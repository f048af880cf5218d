package org.ladera.landscape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.net.Objective;
import org.ladera.engine.random.SplitMix64;

/** Eigenvalues of symmetric matrices. */
final class Eigenvalues {
  private static final int MOST_PRODUCTS = 200;
  private static final double SETTLED = 1e-9;

  private Eigenvalues() {}

  /** All of them, ascending; NaN when an entry is not finite. {@code matrix} is not modified. */
  static double[] of(DMatrixRMaj matrix) {
    EigenDecomposition_F64<DMatrixRMaj> eigen =
        DecompositionFactory_DDRM.eig(matrix.numRows, false, true);
    double[] values = new double[matrix.numRows];
    if (!finite(matrix) || !eigen.decompose(matrix.copy())) {
      Arrays.fill(values, Double.NaN);
      return values;
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = eigen.getEigenvalue(i).getReal();
    }
    Arrays.sort(values);
    return values;
  }

  /**
   * The unit vector (1 × n) of the largest eigenvalue, its greatest component positive; empty when
   * an entry is not finite. {@code matrix} is not modified.
   */
  static Optional<MatrixView> steepest(DMatrixRMaj matrix) {
    int n = matrix.numRows;
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, true, true);
    if (!finite(matrix) || !eigen.decompose(matrix.copy())) {
      return Optional.empty();
    }
    int best = 0;
    for (int i = 1; i < n; i++) {
      best = eigen.getEigenvalue(i).getReal() > eigen.getEigenvalue(best).getReal() ? i : best;
    }
    double[] vector = eigen.getEigenVector(best).data.clone();
    double greatest = 0;
    for (double v : vector) {
      greatest = Math.abs(v) > Math.abs(greatest) ? v : greatest;
    }
    for (int i = 0; i < n; i++) {
      vector[i] = greatest < 0 ? -vector[i] : vector[i];
    }
    return Optional.of(MatrixView.of(1, n, vector));
  }

  private static boolean finite(DMatrixRMaj matrix) {
    return Arrays.stream(matrix.data, 0, matrix.getNumElements()).allMatch(Double::isFinite);
  }

  /**
   * The smallest and the largest, by the power iteration that keeps all its vectors (Lanczos 1950,
   * with full reorthogonalisation), until both change by less than 1e-9 of the larger or 200
   * products are done.
   *
   * @param cancelled polled for every product; then the best so far is returned
   */
  static double[] extremes(LinearMap map, int n, BooleanSupplier cancelled) {
    List<double[]> basis = new ArrayList<>();
    List<Double> diagonal = new ArrayList<>();
    List<Double> beside = new ArrayList<>();
    double[] q = start(n);
    double[] product = new double[n];
    double[] best = {Double.NaN, Double.NaN};
    int most = Math.min(n, MOST_PRODUCTS);
    while (basis.size() < most && !cancelled.getAsBoolean()) {
      map.times(q, product);
      basis.add(q.clone());
      diagonal.add(dot(q, product));
      double[] now = ends(diagonal, beside);
      double size = Math.max(Math.abs(now[0]), Math.abs(now[1]));
      boolean settled =
          basis.size() > 4
              && Math.abs(now[0] - best[0]) <= SETTLED * size
              && Math.abs(now[1] - best[1]) <= SETTLED * size;
      best = now;
      orthogonalise(product, basis);
      double length = Objective.norm(product);
      if (settled || !(length > 1e-13 * size)) {
        break;
      }
      beside.add(length);
      for (int i = 0; i < n; i++) {
        q[i] = product[i] / length;
      }
    }
    return best;
  }

  private static double[] start(int n) {
    SplitMix64 random = new SplitMix64(714, n);
    double[] q = new double[n];
    for (int i = 0; i < n; i++) {
      q[i] = random.nextNormal();
    }
    double length = Objective.norm(q);
    for (int i = 0; i < n; i++) {
      q[i] /= length;
    }
    return q;
  }

  /** Twice, since once leaves too much behind (Kahan, "twice is enough"). */
  private static void orthogonalise(double[] vector, List<double[]> basis) {
    for (int pass = 0; pass < 2; pass++) {
      for (double[] other : basis) {
        double share = dot(vector, other);
        for (int i = 0; i < vector.length; i++) {
          vector[i] -= share * other[i];
        }
      }
    }
  }

  private static double[] ends(List<Double> diagonal, List<Double> beside) {
    int k = diagonal.size();
    DMatrixRMaj small = new DMatrixRMaj(k, k);
    for (int i = 0; i < k; i++) {
      small.set(i, i, diagonal.get(i));
      if (i + 1 < k) {
        small.set(i, i + 1, beside.get(i));
        small.set(i + 1, i, beside.get(i));
      }
    }
    double[] values = of(small);
    return new double[] {values[0], values[k - 1]};
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
