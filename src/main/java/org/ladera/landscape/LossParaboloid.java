package org.ladera.landscape;

import java.util.Arrays;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.net.Network;

/**
 * The data loss of a linear network over a plane, as its six coefficients. Written as factor·(c +
 * A(u + κv + α)² + D(v + β)²), a sum of squares, so that nothing cancels near the minimum.
 */
final class LossParaboloid {
  private final double factor;
  private final double rest;
  private final double a;
  private final double kappa;
  private final double alpha;
  private final double d;
  private final double beta;

  LossParaboloid(LossFunction subject, Plane plane) {
    factor = subject.factor();
    Dataset data = subject.experiment().data();
    double[] origin = outputs(subject, plane.origin().toArray());
    double[] p = outputs(subject, plane.first().toArray());
    double[] q = outputs(subject, plane.second().toArray());
    double[] r = origin;
    for (int i = 0; i < r.length; i++) {
      r[i] -= data.y().get(i);
    }
    a = dot(p, p);
    kappa = over(dot(p, q), a);
    subtract(q, kappa, p);
    d = dot(q, q);
    alpha = over(dot(p, r), a);
    subtract(r, alpha, p);
    beta = over(dot(q, r), d);
    subtract(r, beta, q);
    rest = dot(r, r);
  }

  /**
   * The data loss at (u, v) for many u; in a method of its own, so that the compiler makes vectors
   * of it whatever surrounds it.
   *
   * @param values overwritten from {@code from} on, one for each u
   */
  void row(double[] u, double v, double[] values, int from) {
    double across = kappa * v;
    double t = v + beta;
    double along = d * (t * t);
    for (int i = 0; i < u.length; i++) {
      double s = u[i] + across + alpha;
      values[from + i] = factor * (rest + a * (s * s) + along);
    }
  }

  private static double[] outputs(LossFunction subject, double[] theta) {
    Dataset data = subject.experiment().data();
    Network network = new Network(subject.network(), data.size());
    double[] x = data.x().toArray();
    double[] found = network.forward(theta, new double[0], x, data.size(), false);
    return Arrays.copyOf(found, data.y().size());
  }

  private static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }

  private static void subtract(double[] from, double times, double[] what) {
    for (int i = 0; i < from.length; i++) {
      from[i] -= times * what[i];
    }
  }

  private static double over(double numerator, double denominator) {
    return denominator == 0 ? 0 : numerator / denominator;
  }
}
