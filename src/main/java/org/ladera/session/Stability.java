package org.ladera.session;

/**
 * What the curvature of the loss says about a rate.
 *
 * @param largest λmax of the Hessian
 * @param smallest λmin, NaN when it was not computed
 */
public record Stability(double largest, double smallest) {
  /** The largest rate for which gradient descent does not grow: 2/λmax. */
  public double limit() {
    return 2 / largest;
  }

  public double condition() {
    return largest / smallest;
  }
}
