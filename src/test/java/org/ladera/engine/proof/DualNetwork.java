package org.ladera.engine.proof;

import java.util.List;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.LossSpec;

/**
 * The loss of a network by forward-mode dual numbers, written from the formulas and sharing nothing
 * with the engine: each number is a value and its derivative by one chosen parameter.
 */
final class DualNetwork {
  /** A dual number. */
  record Dual(double v, double d) {
    static Dual of(double v) {
      return new Dual(v, 0);
    }

    Dual plus(Dual o) {
      return new Dual(v + o.v, d + o.d);
    }

    Dual minus(Dual o) {
      return new Dual(v - o.v, d - o.d);
    }

    Dual times(Dual o) {
      return new Dual(v * o.v, d * o.v + v * o.d);
    }

    Dual times(double o) {
      return new Dual(v * o, d * o);
    }

    Dual over(Dual o) {
      return new Dual(v / o.v, (d * o.v - v * o.d) / (o.v * o.v));
    }

    Dual root() {
      double r = StrictMath.sqrt(v);
      return new Dual(r, v == 0 ? 0 : d / (2 * r));
    }

    Dual exp() {
      double e = StrictMath.exp(v);
      return new Dual(e, e * d);
    }

    Dual log() {
      return new Dual(StrictMath.log(v), d / v);
    }

    Dual log1p() {
      return new Dual(StrictMath.log1p(v), d / (1 + v));
    }

    Dual tanh() {
      double t = StrictMath.tanh(v);
      double c = StrictMath.cosh(v);
      return new Dual(t, d / (c * c));
    }
  }

  private static final Dual ZERO = Dual.of(0);
  private static final Dual ONE = Dual.of(1);

  private final Experiment experiment;
  private final List<double[]> masks;
  private final double[] theta;
  private final int chosen;
  private int next;
  private long branches = 1;
  private double nearestKink = Double.POSITIVE_INFINITY;

  private DualNetwork(Experiment experiment, List<double[]> masks, double[] theta, int chosen) {
    this.experiment = experiment;
    this.masks = masks;
    this.theta = theta;
    this.chosen = chosen;
  }

  /**
   * @param loss with penalty
   * @param branches tells one side of all kinks from another
   * @param nearestKink distance of the nearest kink from any argument of a function that has one
   */
  record Result(Dual loss, long branches, double nearestKink) {}

  /**
   * @param masks per layer (batch × units), null without dropout
   * @param chosen position of the parameter to differentiate by
   */
  static Result loss(Experiment experiment, List<double[]> masks, double[] theta, int chosen) {
    DualNetwork network = new DualNetwork(experiment, masks, theta, chosen);
    Dual loss = network.run();
    return new Result(loss, network.branches, network.nearestKink);
  }

  private Dual parameter() {
    Dual p = new Dual(theta[next], next == chosen ? 1 : 0);
    next++;
    return p;
  }

  private boolean above(double v, double kink) {
    nearestKink = Math.min(nearestKink, Math.abs(v - kink));
    boolean up = v > kink;
    branches = branches * 31 + (up ? 7 : 3);
    return up;
  }

  private Dual run() {
    int m = experiment.data().size();
    Dual[][] a = new Dual[m][];
    for (int i = 0; i < m; i++) {
      a[i] = new Dual[experiment.network().inputs()];
      for (int j = 0; j < a[i].length; j++) {
        a[i][j] = Dual.of(experiment.data().x().get(i, j));
      }
    }
    Dual penalty = ZERO;
    Dual[][] z = a;
    for (int l = 0; l < experiment.network().layers().size(); l++) {
      LayerSpec layer = experiment.network().layers().get(l);
      int k = a[0].length;
      int n = layer.units();
      Dual[][] w = new Dual[k][n];
      for (int p = 0; p < k; p++) {
        for (int j = 0; j < n; j++) {
          w[p][j] = parameter();
          penalty = penalty.plus(punish(w[p][j]));
        }
      }
      z = new Dual[m][n];
      for (int j = 0; j < n; j++) {
        Dual b = layer.bias() ? parameter() : ZERO;
        for (int i = 0; i < m; i++) {
          Dual sum = b;
          for (int p = 0; p < k; p++) {
            sum = sum.plus(a[i][p].times(w[p][j]));
          }
          z[i][j] = sum;
        }
      }
      if (layer.batchNorm()) {
        normalise(z, n, layer.batchNormEpsilon());
      }
      a = activate(layer.activation(), z);
      drop(a, l, layer.dropout());
    }
    return value(a, z).plus(penalty);
  }

  private Dual punish(Dual w) {
    double l1 = experiment.regularisation().l1();
    Dual absolute = l1 == 0 || above(w.v, 0) ? w : w.times(-1);
    return absolute.times(l1).plus(w.times(w).times(experiment.regularisation().l2()));
  }

  private void normalise(Dual[][] z, int n, double epsilon) {
    int m = z.length;
    Dual[] gamma = new Dual[n];
    for (int j = 0; j < n; j++) {
      gamma[j] = parameter();
    }
    for (int j = 0; j < n; j++) {
      Dual beta = parameter();
      Dual mean = ZERO;
      for (Dual[] row : z) {
        mean = mean.plus(row[j].times(1.0 / m));
      }
      Dual variance = ZERO;
      for (Dual[] row : z) {
        Dual e = row[j].minus(mean);
        variance = variance.plus(e.times(e).times(1.0 / m));
      }
      Dual root = variance.plus(Dual.of(epsilon)).root();
      for (Dual[] row : z) {
        row[j] = row[j].minus(mean).over(root).times(gamma[j]).plus(beta);
      }
    }
  }

  private void drop(Dual[][] a, int layer, double p) {
    if (p > 0) {
      for (int i = 0; i < a.length; i++) {
        for (int j = 0; j < a[i].length; j++) {
          a[i][j] = a[i][j].times(masks.get(layer)[i * a[i].length + j] / (1 - p));
        }
      }
    }
  }

  private Dual[][] activate(ActivationSpec spec, Dual[][] z) {
    Dual[][] a = new Dual[z.length][z[0].length];
    for (int i = 0; i < z.length; i++) {
      Dual sum = ZERO;
      for (int j = 0; j < z[i].length; j++) {
        a[i][j] = activate(spec, z[i][j]);
        sum = sum.plus(a[i][j]);
      }
      if (spec.kind() == ActivationSpec.Kind.SOFTMAX) {
        for (int j = 0; j < z[i].length; j++) {
          a[i][j] = a[i][j].over(sum);
        }
      }
    }
    return a;
  }

  private Dual activate(ActivationSpec spec, Dual z) {
    return switch (spec.kind()) {
      case IDENTITY -> z;
      case STEP -> above(z.v, 0) ? ONE : ZERO;
      case SIGMOID -> ONE.over(ONE.plus(z.times(-1).exp()));
      case TANH -> z.tanh();
      case RELU -> above(z.v, 0) ? z : ZERO;
      case LEAKY_RELU -> above(z.v, 0) ? z : z.times(spec.parameter());
      case ELU -> above(z.v, 0) ? z : z.exp().minus(ONE).times(spec.parameter());
      case SOFTPLUS -> z.exp().log1p();
      case SOFTMAX -> z.exp();
    };
  }

  private Dual value(Dual[][] a, Dual[][] z) {
    Dual sum = ZERO;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[i].length; j++) {
        sum = sum.plus(term(a[i][j], experiment.data().y().get(i, j)));
      }
    }
    LossSpec loss = experiment.loss();
    Dual value = sum.times(loss.factor().value(z.length, z[0].length));
    return loss.kind() == LossSpec.Kind.ROOT_SQUARED ? value.root() : value;
  }

  private Dual term(Dual a, double y) {
    Dual e = a.minus(Dual.of(y));
    return switch (experiment.loss().kind()) {
      case SQUARED, ROOT_SQUARED -> e.times(e);
      case ABSOLUTE -> above(e.v, 0) ? e : e.times(-1);
      case HUBER -> {
        boolean right = above(e.v, 1);
        boolean left = !above(e.v, -1);
        if (right || left) {
          yield e.times(right ? 1 : -1).minus(Dual.of(0.5));
        }
        yield e.times(e).times(0.5);
      }
      case SQUARED_LOG -> {
        Dual d = a.log1p().minus(Dual.of(StrictMath.log1p(y)));
        yield d.times(d);
      }
      case BINARY_CROSS_ENTROPY -> a.log().times(-y).plus(ONE.minus(a).log().times(-(1 - y)));
      case CATEGORICAL_CROSS_ENTROPY -> y == 0 ? ZERO : a.log().times(-y);
      case NEGATIVE_LOG_LIKELIHOOD -> a.times(-y);
    };
  }
}
