package org.ladera.landscape;

import org.ladera.engine.matrix.MatrixView;

/**
 * The affine function of two coordinates that is nearest to given values in the mean square.
 *
 * @param weights of the first coordinate, of the second, and the constant
 * @param furthest the largest difference at a place
 */
public record AffineFit(double[] weights, double furthest) {
  /** Below this share of what a coordinate spreads it adds nothing of its own. */
  private static final double ALIKE = 1e-12;

  /**
   * By the normal equations of the coordinates about their means. Where the places lie on a line or
   * at one point, the second coordinate or both get the weight 0.
   *
   * @param places (n × 2), at least one
   * @param values one for each place
   */
  public static AffineFit of(MatrixView places, double[] values) {
    int n = places.rows();
    double mu = 0;
    double mv = 0;
    double mz = 0;
    for (int i = 0; i < n; i++) {
      mu += places.get(i, 0) / n;
      mv += places.get(i, 1) / n;
      mz += values[i] / n;
    }
    double uu = 0;
    double uv = 0;
    double vv = 0;
    double uz = 0;
    double vz = 0;
    for (int i = 0; i < n; i++) {
      double u = places.get(i, 0) - mu;
      double v = places.get(i, 1) - mv;
      double z = values[i] - mz;
      uu += u * u;
      uv += u * v;
      vv += v * v;
      uz += u * z;
      vz += v * z;
    }
    double determinant = uu * vv - uv * uv;
    double a = uu > 0 ? uz / uu : 0;
    double b = 0;
    if (determinant > ALIKE * uu * vv) {
      a = (vv * uz - uv * vz) / determinant;
      b = (uu * vz - uv * uz) / determinant;
    } else if (vv > uu) {
      a = 0;
      b = vz / vv;
    }
    double c = mz - a * mu - b * mv;
    double furthest = 0;
    for (int i = 0; i < n; i++) {
      double fit = a * places.get(i, 0) + b * places.get(i, 1) + c;
      furthest = Math.max(furthest, Math.abs(fit - values[i]));
    }
    return new AffineFit(new double[] {a, b, c}, furthest);
  }
}
