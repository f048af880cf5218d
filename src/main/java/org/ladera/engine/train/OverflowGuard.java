package org.ladera.engine.train;

import org.ladera.engine.kernel.ElementKernel;
import org.ladera.engine.kernel.Halves;
import org.ladera.engine.kernel.PairExecutor;

/**
 * Sees cheaply that an update cannot overflow, as nearly all cannot, so that only the others are
 * searched for a number that is not finite and can be taken back.
 */
final class OverflowGuard {
  /** Gradients below this, with harmless parameters and rates, cannot overflow an update. */
  private static final double HARMLESS_GRADIENT = 1e60;

  private static final double HARMLESS_RATE = 1e30;

  /** From so many numbers on, two threads are faster than one. */
  private static final int WORTH_SHARING = 30_000;

  private final ElementKernel elements;
  private final double harmlessParameter;
  private final Halves halves;
  private final boolean[] within = new boolean[2];

  /** What is being looked through. */
  private double[] values = {};

  private double limit;

  /**
   * @param pair who looks through one half of many parameters
   */
  OverflowGuard(Pass pass, int parameters, PairExecutor pair) {
    elements = ElementKernel.forSize(parameters);
    harmlessParameter = pass.network().harmlessParameter(pass.batch().largestInput());
    halves =
        new Halves(
            pair, (half, from, to) -> within[half] = elements.within(values, from, to, limit));
  }

  /** Whether no number of the passes can overflow, nor the rate do harm. */
  boolean trusts(double[] theta, double rate) {
    return areWithin(theta, harmlessParameter) && Math.abs(rate) <= HARMLESS_RATE;
  }

  /** Whether, with trusted parameters, no new parameter can overflow. */
  boolean trusts(double loss, double[] gradient) {
    return Double.isFinite(loss) && areWithin(gradient, HARMLESS_GRADIENT);
  }

  private boolean areWithin(double[] all, double most) {
    if (all.length < WORTH_SHARING) {
      return elements.within(all, 0, all.length, most);
    }
    values = all;
    limit = most;
    within[1] = true;
    halves.run(all.length / 2, all.length);
    return within[0] && within[1];
  }
}
