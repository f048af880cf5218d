package org.ladera.explain;

import java.util.Optional;
import java.util.function.LongFunction;
import org.ladera.engine.trace.StepTrace;

/**
 * Explains any number of a run by the numbers it was computed from. The formulas are those of the
 * engine (S0.13 to S0.24, S1.15, S2.17, S2.19 in the curriculum; Ioffe and Szegedy 2015 for batch
 * normalisation).
 */
public final class Explainer {
  private final LongFunction<StepTrace> traces;

  /**
   * @param traces the trace of each update, counted from 0; asked for again and again, so it should
   *     remember the last ones
   */
  public Explainer(LongFunction<StepTrace> traces) {
    this.traces = traces;
  }

  /** An explainer of one update; the weights before it are leaves. */
  public static Explainer of(StepTrace trace) {
    return new Explainer(update -> update == trace.update() ? trace : null);
  }

  /**
   * The arithmetic of one number.
   *
   * @throws IllegalArgumentException when the run has no such number
   */
  public Explanation explain(Quantity q) {
    Values values = new Values(traces.apply(q.update()));
    double value = values.of(q);
    return new Explanation(q, value, expression(q, values));
  }

  /** The number itself. */
  public double value(Quantity q) {
    return new Values(traces.apply(q.update())).of(q);
  }

  private Expression expression(Quantity q, Values values) {
    if (isOfMissingBias(q, values)) {
      return leaf(q, values);
    }
    return switch (q.kind()) {
      case X, Y, MASK, RATE -> leaf(q, values);
      case Z, MEAN, VARIANCE, NORMALISED, NORM_OUTPUT -> new Forward(values).of(q);
      case A -> q.layer() == 0 ? new Forward(values).input(q) : new Forward(values).of(q);
      case LOSS, PENALTY, TOTAL -> new LossArithmetic(values).of(q);
      case DELTA, NORM_DELTA -> new Deltas(values).of(q);
      case GRADIENT_W, GRADIENT_B, GRADIENT_GAMMA, GRADIENT_BETA -> new Gradients(values).of(q);
      case W_AFTER, B_AFTER, GAMMA_AFTER, BETA_AFTER -> new UpdateRule(values).parameter(q);
      case MEMORY_W_AFTER, MEMORY_B_AFTER -> new UpdateRule(values).memory(q);
      case W -> before(q, Quantity.Kind.W_AFTER, values);
      case B -> before(q, Quantity.Kind.B_AFTER, values);
      case GAMMA -> before(q, Quantity.Kind.GAMMA_AFTER, values);
      case BETA -> before(q, Quantity.Kind.BETA_AFTER, values);
      case MEMORY_W -> before(q, Quantity.Kind.MEMORY_W_AFTER, values);
      case MEMORY_B -> before(q, Quantity.Kind.MEMORY_B_AFTER, values);
    };
  }

  private static boolean isOfMissingBias(Quantity q, Values values) {
    return switch (q.kind()) {
      case B, B_AFTER, GRADIENT_B -> !values.layer(q.layer()).spec().bias();
      default -> false;
    };
  }

  /** A weight before an update is the weight after the last one, unless a person changed it. */
  private Expression before(Quantity q, Quantity.Kind after, Values values) {
    return Optional.of(q.update())
        .filter(update -> update > 0)
        .map(update -> traces.apply(update - 1))
        .map(
            last -> new Quantity(after, q.update() - 1, q.layer(), q.row(), q.column(), q.memory()))
        .filter(source -> sameValue(source, values.of(q)))
        .<Expression>map(source -> new Expression.Operand(source, values.of(q)))
        .orElseGet(() -> leaf(q, values));
  }

  private boolean sameValue(Quantity source, double value) {
    try {
      return Double.compare(value(source), value) == 0;
    } catch (IllegalArgumentException noSuchNumber) {
      // The optimizer or the network was changed by an edit between the two updates.
      return false;
    }
  }

  private static Expression leaf(Quantity q, Values values) {
    return new Expression.Operand(q, values.of(q));
  }
}
