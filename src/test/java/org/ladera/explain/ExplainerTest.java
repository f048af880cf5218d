package org.ladera.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ladera.engine.trace.StepTrace;
import org.ladera.explain.Quantity.Kind;

/**
 * Every displayed expression, worked out by an evaluator of its own, gives the displayed number.
 */
class ExplainerTest {
  private static final double RELATIVE = 1e-9;

  /** Sums of terms that cancel lose digits: the tolerance is relative to the largest term too. */
  private static final double CANCELLED = 1e-12;

  private final SplittableRandom random = new SplittableRandom(20261121);
  private final RandomRuns runs = new RandomRuns(random);

  @Test
  void everyExpressionGivesTheNumberItExplains() {
    int checked = 0;
    for (int run = 0; run < 500; run++) {
      List<StepTrace> traces = runs.traces();
      Explainer explainer = new Explainer(update -> traces.get((int) update));
      for (int i = 0; i < 24; i++) {
        StepTrace trace = traces.get(random.nextInt(traces.size()));
        Quantity q = runs.anyNumber(trace);
        Explanation explanation = explainer.explain(q);
        Evaluated worked = Evaluated.of(explanation.expression());
        assertTrue(Double.isFinite(worked.value()), () -> q.name() + " is " + explanation);
        double allowed =
            RELATIVE * Math.abs(explanation.value()) + CANCELLED * worked.largest() + 1e-300;
        assertEquals(
            explanation.value(),
            worked.value(),
            allowed,
            () -> q.name() + " of " + trace.experiment() + " is " + explanation.expression());
        checked++;
      }
    }
    assertTrue(checked >= 10_000);
  }

  @Test
  void aTrailOfOperandsEndsAtDataAndStartWeights() {
    List<StepTrace> traces = runs.traces();
    Explainer explainer = new Explainer(update -> traces.get((int) update));
    StepTrace last = traces.getLast();
    Quantity q = new Quantity(Kind.W_AFTER, last.update(), 1, 1, 1);
    int steps = 0;
    while (steps++ < 10_000) {
      Explanation explanation = explainer.explain(q);
      if (explanation.isLeaf()) {
        break;
      }
      List<Quantity> operands = new ArrayList<>();
      collect(explanation.expression(), operands);
      if (operands.isEmpty()) {
        break;
      }
      q = operands.get(random.nextInt(operands.size()));
    }
    assertTrue(steps < 10_000, "the trail did not end");
  }

  private static void collect(Expression e, List<Quantity> into) {
    switch (e) {
      case Expression.Literal literal -> {}
      case Expression.Constant constant -> {}
      case Expression.Operand operand -> into.add(operand.quantity());
      case Expression.Sum sum -> sum.terms().forEach(t -> collect(t, into));
      case Expression.Difference d -> {
        collect(d.left(), into);
        collect(d.right(), into);
      }
      case Expression.Product product -> product.factors().forEach(f -> collect(f, into));
      case Expression.Quotient q -> {
        collect(q.above(), into);
        collect(q.below(), into);
      }
      case Expression.Power power -> collect(power.base(), into);
      case Expression.Apply apply -> collect(apply.argument(), into);
    }
  }
}
