package org.ladera.engine.train;

/**
 * The update rules as loops over parameters {@code from} … {@code to} − 1; formulas and sources at
 * {@link org.ladera.engine.spec.OptimizerSpec}. {@code w} and the memories are modified, {@code g}
 * is not. Each loop works on separate arrays, so that the compiler may take several at a time.
 */
final class UpdateRule {
  private UpdateRule() {}

  static void sgd(double[] w, double[] g, int from, int to, double rate, double decay) {
    if (decay == 0) {
      for (int i = from; i < to; i++) {
        w[i] -= rate * g[i];
      }
    } else {
      for (int i = from; i < to; i++) {
        w[i] -= rate * (g[i] + decay * w[i]);
      }
    }
  }

  static void momentum(
      double[] w, double[] g, double[] v, int from, int to, double rate, double gamma) {
    for (int i = from; i < to; i++) {
      v[i] = gamma * v[i] + rate * g[i];
      w[i] -= v[i];
    }
  }

  static void averagedMomentum(
      double[] w, double[] g, double[] v, int from, int to, double rate, double beta) {
    double rest = 1 - beta;
    for (int i = from; i < to; i++) {
      v[i] = beta * v[i] + rest * g[i];
      w[i] -= rate * v[i];
    }
  }

  static void nesterov(
      double[] w, double[] g, double[] v, int from, int to, double rate, double gamma) {
    for (int i = from; i < to; i++) {
      v[i] = gamma * v[i] + g[i];
      w[i] -= rate * (g[i] + gamma * v[i]);
    }
  }

  static void adaGrad(
      double[] w, double[] g, double[] squares, int from, int to, double rate, double epsilon) {
    for (int i = from; i < to; i++) {
      squares[i] += g[i] * g[i];
      w[i] -= rate * g[i] / (Math.sqrt(squares[i]) + epsilon);
    }
  }

  static void adaDelta(
      double[] w,
      double[] g,
      double[] e,
      double[] d,
      int from,
      int to,
      double rate,
      double rho,
      double epsilon) {
    double rest = 1 - rho;
    for (int i = from; i < to; i++) {
      e[i] = rho * e[i] + rest * (g[i] * g[i]);
      double change = Math.sqrt(d[i] + epsilon) / Math.sqrt(e[i] + epsilon) * g[i];
      d[i] = rho * d[i] + rest * (change * change);
      w[i] -= rate * change;
    }
  }

  static void rmsProp(
      double[] w,
      double[] g,
      double[] v,
      int from,
      int to,
      double rate,
      double beta,
      double epsilon) {
    double rest = 1 - beta;
    for (int i = from; i < to; i++) {
      v[i] = beta * v[i] + rest * (g[i] * g[i]);
      w[i] -= rate * g[i] / (epsilon + Math.sqrt(v[i]));
    }
  }

  static void shrink(double[] w, int from, int to, double factor) {
    for (int i = from; i < to; i++) {
      w[i] *= factor;
    }
  }

  static void adam(
      double[] w,
      double[] g,
      double[] m,
      double[] v,
      int from,
      int to,
      double rate,
      double beta1,
      double beta2,
      double epsilon,
      double decay,
      double unbias1,
      double unbias2) {
    double rest1 = 1 - beta1;
    double rest2 = 1 - beta2;
    for (int i = from; i < to; i++) {
      double slope = g[i] + decay * w[i];
      m[i] = beta1 * m[i] + rest1 * slope;
      v[i] = beta2 * v[i] + rest2 * (slope * slope);
      w[i] -= rate * (m[i] * unbias1) / (Math.sqrt(v[i] * unbias2) + epsilon);
    }
  }
}
