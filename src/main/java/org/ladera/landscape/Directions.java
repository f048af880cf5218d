package org.ladera.landscape;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.jspecify.annotations.Nullable;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.net.Objective;
import org.ladera.engine.random.SplitMix64;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterRef;

/**
 * Planes through the space of all parameters (Li et al. 2018, "Visualizing the Loss Landscape").
 */
public final class Directions {
  /** More points of a path than these are thinned out evenly. */
  private static final int MOST_POINTS = 256;

  private Directions() {}

  /**
   * The plane in which a path moves most.
   *
   * @param firstShare the share of the path's variation along the first direction
   * @param secondShare the share along the second
   */
  public record Principal(Plane plane, double firstShare, double secondShare) {}

  /**
   * Two random directions through {@code theta}, filter-normalised: the weights into each unit are
   * drawn from a normal distribution and scaled to the length of the unit's own weights; biases and
   * batch normalisation stay as they are.
   *
   * @param theta (1 × parameters)
   */
  public static Plane random(NetworkSpec network, MatrixView theta, long seed) {
    return new Plane(theta, random(network, theta, seed, 1), random(network, theta, seed, 2));
  }

  private static MatrixView random(NetworkSpec network, MatrixView theta, long seed, int which) {
    SplitMix64 random = new SplitMix64(seed, which);
    double[] direction = new double[theta.size()];
    for (ParameterLayout.Block block : new ParameterLayout(network).blocks()) {
      if (block.kind() != ParameterRef.Kind.WEIGHT) {
        continue;
      }
      for (int unit = 0; unit < block.columns(); unit++) {
        double own = 0;
        double drawn = 0;
        for (int row = 0; row < block.rows(); row++) {
          int i = block.offset() + row * block.columns() + unit;
          direction[i] = random.nextNormal();
          own += theta.get(i) * theta.get(i);
          drawn += direction[i] * direction[i];
        }
        double scale = Math.sqrt(own) / Math.sqrt(drawn);
        for (int row = 0; row < block.rows(); row++) {
          direction[block.offset() + row * block.columns() + unit] *= scale;
        }
      }
    }
    return Plane.row(direction);
  }

  /**
   * The two principal directions of a path as seen from its last point, which is the origin of the
   * plane; both of length 1. A path on a straight line, or of one point, gets arbitrary directions
   * with share 0 for what is missing.
   *
   * @param path one (1 × parameters) each, at least one
   */
  public static Principal principal(List<MatrixView> path) {
    MatrixView last = path.getLast();
    List<double[]> steps = new ArrayList<>();
    int points = Math.min(path.size(), MOST_POINTS);
    for (int i = 0; i < points; i++) {
      int at = points == 1 ? 0 : (int) ((long) i * (path.size() - 1) / (points - 1));
      double[] step = path.get(at).toArray();
      for (int k = 0; k < step.length; k++) {
        step[k] -= last.get(k);
      }
      steps.add(step);
    }
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(points, true, true);
    boolean found = eigen.decompose(gram(steps));
    double total = 0;
    int first = -1;
    int second = -1;
    for (int i = 0; found && i < points; i++) {
      double value = eigen.getEigenvalue(i).getReal();
      total += Math.max(0, value);
      if (first < 0 || value > eigen.getEigenvalue(first).getReal()) {
        second = first;
        first = i;
      } else if (second < 0 || value > eigen.getEigenvalue(second).getReal()) {
        second = i;
      }
    }
    double[] one = direction(steps, eigen, first, total);
    double[] two = direction(steps, eigen, second, total);
    double oneShare = one == null ? 0 : share(eigen, first, total);
    double twoShare = two == null ? 0 : share(eigen, second, total);
    one = one == null ? orthogonal(new double[last.size()], last.size()) : one;
    two = two == null ? orthogonal(one, last.size()) : two;
    return new Principal(new Plane(last, Plane.row(one), Plane.row(two)), oneShare, twoShare);
  }

  private static double share(EigenDecomposition_F64<DMatrixRMaj> eigen, int index, double total) {
    return eigen.getEigenvalue(index).getReal() / total;
  }

  private static DMatrixRMaj gram(List<double[]> steps) {
    DMatrixRMaj gram = new DMatrixRMaj(steps.size(), steps.size());
    for (int i = 0; i < steps.size(); i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int k = 0; k < steps.get(i).length; k++) {
          sum += steps.get(i)[k] * steps.get(j)[k];
        }
        gram.set(i, j, sum);
        gram.set(j, i, sum);
      }
    }
    return gram;
  }

  /** The direction in parameter space of an eigenvector over the steps; null without variation. */
  private static double @Nullable [] direction(
      List<double[]> steps, EigenDecomposition_F64<DMatrixRMaj> eigen, int index, double total) {
    if (index < 0 || !(eigen.getEigenvalue(index).getReal() > 1e-14 * total)) {
      return null;
    }
    DMatrixRMaj vector = eigen.getEigenVector(index);
    double[] direction = new double[steps.getFirst().length];
    for (int i = 0; i < steps.size(); i++) {
      for (int k = 0; k < direction.length; k++) {
        direction[k] += vector.get(i) * steps.get(i)[k];
      }
    }
    double length = Objective.norm(direction);
    for (int k = 0; k < direction.length; k++) {
      direction[k] /= length;
    }
    return direction;
  }

  /** A vector of length 1 at right angles to {@code other}, itself of length 1 or 0. */
  private static double[] orthogonal(double[] other, int size) {
    int least = 0;
    for (int i = 1; i < size; i++) {
      if (Math.abs(other[i]) < Math.abs(other[least])) {
        least = i;
      }
    }
    double[] vector = new double[size];
    for (int i = 0; i < size; i++) {
      vector[i] = (i == least ? 1 : 0) - other[least] * other[i];
    }
    double length = Objective.norm(vector);
    for (int i = 0; i < size; i++) {
      vector[i] /= length;
    }
    return vector;
  }
}
