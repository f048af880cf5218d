package org.ladera.engine.train;

import org.ladera.engine.kernel.ElementKernel;

/**
 * Sees cheaply that an update cannot overflow, as nearly all cannot, so that only the others are
 * searched for a number that is not finite and can be taken back.
 */
final class OverflowGuard {
  /** Gradients below this, with harmless parameters and rates, cannot overflow an update. */
  private static final double HARMLESS_GRADIENT = 1e60;

  private static final double HARMLESS_RATE = 1e30;

  private final ElementKernel elements;
  private final double harmlessParameter;

  OverflowGuard(Pass pass, int parameters) {
    elements = ElementKernel.forSize(parameters);
    harmlessParameter = pass.network().harmlessParameter(pass.batch().largestInput());
  }

  /** Whether no number of the passes can overflow, nor the rate do harm. */
  boolean trusts(double[] theta, double rate) {
    return elements.within(theta, theta.length, harmlessParameter)
        && Math.abs(rate) <= HARMLESS_RATE;
  }

  /** Whether, with trusted parameters, no new parameter can overflow. */
  boolean trusts(double loss, double[] gradient) {
    return Double.isFinite(loss) && elements.within(gradient, gradient.length, HARMLESS_GRADIENT);
  }
}
