package org.ladera.engine.proof;

import java.util.ArrayList;
import java.util.List;
import org.ladera.engine.matrix.Shape;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.LayerKind;
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
  private Dual penalty = ZERO;
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
    Dual[][] z = a;
    for (int l = 0; l < experiment.network().layers().size(); l++) {
      LayerSpec layer = experiment.network().layers().get(l);
      z =
          switch (layer.kind()) {
            case LayerKind.Dense dense -> dense(layer, a);
            case LayerKind.Convolution convolution -> convolution(convolution, layer.bias(), a);
            case LayerKind.Pool pool -> pool(pool, a);
            case LayerKind.Flatten flatten -> a;
            case LayerKind.Function function -> throw new IllegalArgumentException("no network");
          };
      if (layer.batchNorm()) {
        normalise(z, layer.units(), layer.batchNormEpsilon());
      }
      a = activate(layer.activation(), z);
      drop(a, l, layer.dropout());
    }
    return value(a, z).plus(penalty);
  }

  private Dual weight() {
    Dual w = parameter();
    penalty = penalty.plus(penaltyOf(w));
    return w;
  }

  private Dual[][] dense(LayerSpec layer, Dual[][] a) {
    int k = a[0].length;
    int n = layer.units();
    Dual[][] w = new Dual[k][n];
    for (int p = 0; p < k; p++) {
      for (int j = 0; j < n; j++) {
        w[p][j] = weight();
      }
    }
    Dual[][] z = new Dual[a.length][n];
    for (int j = 0; j < n; j++) {
      Dual b = layer.bias() ? parameter() : ZERO;
      for (int i = 0; i < a.length; i++) {
        Dual sum = b;
        for (int p = 0; p < k; p++) {
          sum = sum.plus(a[i][p].times(w[p][j]));
        }
        z[i][j] = sum;
      }
    }
    return z;
  }

  /** A picture as channels of rows, so that nothing of the engine's order is shared. */
  private static Dual[][][] picture(Dual[] flat, Shape shape) {
    Dual[][][] picture = new Dual[shape.channels()][shape.rows()][shape.columns()];
    int next = 0;
    for (Dual[][] channel : picture) {
      for (Dual[] row : channel) {
        for (int c = 0; c < row.length; c++) {
          row[c] = flat[next++];
        }
      }
    }
    return picture;
  }

  private Dual[][] convolution(LayerKind.Convolution kind, boolean bias, Dual[][] a) {
    Shape in = kind.input();
    Dual[][][][] w = new Dual[kind.filters()][in.channels()][kind.rows()][kind.columns()];
    for (int c = 0; c < in.channels(); c++) {
      for (int y = 0; y < kind.rows(); y++) {
        for (int x = 0; x < kind.columns(); x++) {
          for (int f = 0; f < kind.filters(); f++) {
            w[f][c][y][x] = weight();
          }
        }
      }
    }
    Dual[] b = new Dual[kind.filters()];
    for (int f = 0; f < b.length; f++) {
      b[f] = bias ? parameter() : ZERO;
    }
    int height = (in.rows() + 2 * kind.padding() - kind.rows()) / kind.stride() + 1;
    int width = (in.columns() + 2 * kind.padding() - kind.columns()) / kind.stride() + 1;
    Dual[][] z = new Dual[a.length][kind.filters() * height * width];
    for (int i = 0; i < a.length; i++) {
      Dual[][][] picture = picture(a[i], in);
      int next = 0;
      for (int f = 0; f < kind.filters(); f++) {
        for (int row = 0; row < height; row++) {
          for (int column = 0; column < width; column++) {
            int top = row * kind.stride() - kind.padding();
            int left = column * kind.stride() - kind.padding();
            z[i][next++] = window(picture, w[f], top, left).plus(b[f]);
          }
        }
      }
    }
    return z;
  }

  private static Dual window(Dual[][][] picture, Dual[][][] w, int top, int left) {
    Dual sum = ZERO;
    for (int c = 0; c < picture.length; c++) {
      for (int y = 0; y < w[c].length; y++) {
        for (int x = 0; x < w[c][y].length; x++) {
          int row = top + y;
          int column = left + x;
          if (row >= 0
              && row < picture[c].length
              && column >= 0
              && column < picture[c][row].length) {
            sum = sum.plus(picture[c][row][column].times(w[c][y][x]));
          }
        }
      }
    }
    return sum;
  }

  private Dual[][] pool(LayerKind.Pool kind, Dual[][] a) {
    Dual[][] z = new Dual[a.length][];
    for (int i = 0; i < a.length; i++) {
      List<Dual> out = new ArrayList<>();
      for (Dual[][] channel : picture(a[i], kind.input())) {
        for (int top = 0; top + kind.size() <= channel.length; top += kind.stride()) {
          for (int left = 0; left + kind.size() <= channel[0].length; left += kind.stride()) {
            out.add(reduce(kind, channel, top, left));
          }
        }
      }
      z[i] = out.toArray(Dual[]::new);
    }
    return z;
  }

  private Dual reduce(LayerKind.Pool kind, Dual[][] channel, int top, int left) {
    boolean max = kind.reduction() == LayerKind.Pool.Reduction.MAX;
    Dual greatest = channel[top][left];
    Dual sum = ZERO;
    for (int y = 0; y < kind.size(); y++) {
      for (int x = 0; x < kind.size(); x++) {
        Dual value = channel[top + y][left + x];
        sum = sum.plus(value);
        // Equal ones are zeros of ReLU or windows that see the same: their derivatives are equal.
        if (max && value.v != greatest.v && above(value.v, greatest.v)) {
          greatest = value;
        }
      }
    }
    return max ? greatest : sum.times(1.0 / (kind.size() * kind.size()));
  }

  private Dual penaltyOf(Dual w) {
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
      case OUTPUT -> a;
    };
  }
}
