package org.ladera.explain;

import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.trace.StepTrace;

/**
 * Explains any number of a run by the numbers it was computed from. The formulas are those of the
 * engine (S0.13 to S0.24, S1.15, S2.17, S2.19 in the curriculum; Ioffe and Szegedy 2015 for batch
 * normalisation). Not for several threads at once.
 */
public final class Explainer {
  private final LongFunction<StepTrace> traces;
  private final Notation notation;

  /** The last update asked for, as the engine has it and as the notation has it. */
  private @Nullable StepTrace trained;

  private @Nullable Values shown;

  /**
   * @param traces the trace of each update, counted from 0; asked for again and again, so it should
   *     remember the last ones
   * @param notation whose loss and momentum the numbers are given in
   */
  public Explainer(LongFunction<StepTrace> traces, Notation notation) {
    this.traces = traces;
    this.notation = notation;
  }

  /** Numbers and formulas as the engine has them. */
  public Explainer(LongFunction<StepTrace> traces) {
    this(traces, Notation.ENGINE);
  }

  /** An explainer of one update; the weights before it are leaves. */
  public static Explainer of(StepTrace trace) {
    return of(trace, Notation.ENGINE);
  }

  /** An explainer of one update in a notation; the weights before it are leaves. */
  public static Explainer of(StepTrace trace, Notation notation) {
    return new Explainer(update -> update == trace.update() ? trace : null, notation);
  }

  /** The numbers of an update as the notation has them; converted once while it is asked for. */
  private Values values(long update) {
    StepTrace trace = traces.apply(update);
    if (trace != trained || shown == null) {
      Conversion conversion = Conversion.of(trace, notation);
      shown = new Values(conversion.trace(trace), notation, conversion.lossScale());
      trained = trace;
    }
    return shown;
  }

  /**
   * The arithmetic of one number.
   *
   * @throws IllegalArgumentException when the run has no such number
   */
  public Explanation explain(Quantity q) {
    Values values = values(q.update());
    double value = values.of(q);
    return new Explanation(q, value, expression(q, values));
  }

  /** The number itself. */
  public double value(Quantity q) {
    return values(q.update()).of(q);
  }

  private Expression expression(Quantity q, Values values) {
    if (isOfMissingBias(q, values)) {
      return leaf(q, values);
    }
    if (values.network().function().isPresent()) {
      Optional<Expression> direct = new LayerArithmetic(values).ofFunction(q);
      if (direct.isPresent()) {
        return direct.get();
      }
    }
    return switch (q.kind()) {
      case X, Y, MASK, RATE -> leaf(q, values);
      case Z -> new LayerArithmetic(values).netInput(q);
      case MEAN -> new Forward(values).mean(q);
      case VARIANCE -> new Forward(values).variance(q);
      case NORMALISED -> new Forward(values).normalised(q);
      case NORM_OUTPUT -> new Forward(values).normOutput(q);
      case A -> q.layer() == 0 ? new Forward(values).input(q) : new Forward(values).activation(q);
      case LOSS -> new LossArithmetic(values).loss(q);
      case PENALTY -> new LossArithmetic(values).penalty();
      case TOTAL -> new LossArithmetic(values).total(q);
      case DELTA, NORM_DELTA -> new Deltas(values).of(q);
      case GRADIENT_W -> new Gradients(values).ofWeight(q);
      case GRADIENT_B -> new Gradients(values).ofBias(q);
      case GRADIENT_GAMMA -> new Gradients(values).ofGamma(q);
      case GRADIENT_BETA -> new Gradients(values).ofBeta(q);
      case GRADIENT_NORM -> new Gradients(values).norm();
      case W_AFTER, B_AFTER, GAMMA_AFTER, BETA_AFTER -> new UpdateArithmetic(values).parameter(q);
      case MEMORY_W_AFTER, MEMORY_B_AFTER -> new UpdateArithmetic(values).memory(q);
      case W, B, GAMMA, BETA, MEMORY_W, MEMORY_B ->
          before(q, q.kind().after().orElseThrow(), values);
    };
  }

  private static boolean isOfMissingBias(Quantity q, Values values) {
    return q.kind().isOf(ParameterRef.Kind.BIAS) && !values.layer(q.layer()).spec().bias();
  }

  /**
   * A weight before an update is the weight after the last one, unless a person changed it. A
   * memory may be measured in another rate or another loss than then.
   */
  private Expression before(Quantity q, Quantity.Kind after, Values values) {
    StepTrace now = traces.apply(q.update());
    StepTrace last = q.update() == 0 ? null : traces.apply(q.update() - 1);
    Quantity source =
        new Quantity(after, q.update() - 1, q.layer(), q.row(), q.column(), q.memory());
    if (last == null || !sameNumber(now, q, last, source)) {
      return leaf(q, values);
    }
    double then = values(last.update()).of(source);
    Expression operand = new Expression.Operand(source, then);
    if (then == values.of(q) || q.memory().isEmpty()) {
      return operand;
    }
    double ratio =
        Conversion.of(now, notation).memoryScale(q.memory())
            / Conversion.of(last, notation).memoryScale(q.memory());
    return Expression.product(Expression.number(ratio), operand);
  }

  private static boolean sameNumber(StepTrace now, Quantity q, StepTrace last, Quantity source) {
    try {
      double before = new Values(now, Notation.ENGINE, 1).of(q);
      return Double.compare(new Values(last, Notation.ENGINE, 1).of(source), before) == 0;
    } catch (IllegalArgumentException noSuchNumber) {
      // The optimizer or the network was changed by an edit between the two updates.
      return false;
    }
  }

  private static Expression leaf(Quantity q, Values values) {
    return new Expression.Operand(q, values.of(q));
  }
}
