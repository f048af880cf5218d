package org.ladera.session.sweep;

/**
 * What came of one run.
 *
 * @param values of each reading of the sweep; NaN where the run has none. Not to be modified
 * @param epochs done; fewer than planned where it was stopped early or diverged
 * @param diverged whether it stopped at a number that is not finite
 */
public record SweepResult(Sweep.Case of, double[] values, long epochs, boolean diverged) {}
