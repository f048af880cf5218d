package org.ladera.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ladera.engine.function.FunctionGraph;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.proof.RandomConvolutions;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.ScheduleSpec;
import org.ladera.engine.trace.LayerTrace;
import org.ladera.engine.trace.StepTrace;
import org.ladera.engine.train.Trainer;
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

  /** Convolutions share their weights over all places, pools pass on what wins or the mean. */
  @Test
  void everyNumberOfAConvolutionalNetworkIsExplained() {
    int checked = 0;
    for (Experiment experiment : RandomConvolutions.all(60)) {
      StepTrace trace = new Trainer(experiment).preview();
      for (LayerTrace layer : trace.layers()) {
        checked += all(trace, layer, Kind.Z, layer.z());
        checked += all(trace, layer, Kind.DELTA, layer.delta());
        checked += all(trace, layer, Kind.GRADIENT_W, layer.w().gradient());
        if (layer.spec().bias()) {
          checked += all(trace, layer, Kind.GRADIENT_B, layer.b().gradient());
        }
      }
      checked += explained(trace, new Quantity(Kind.GRADIENT_NORM, 0, 0, 0, 0));
    }
    assertTrue(checked > 10_000, "checked: " + checked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x^2*y + y",
        "sin(x)*cos(y) - exp(-x*y)",
        "ln(2 + x^2)/(1 + y^2) + sqrt(3 + x)",
        "(2 + x)^(y/3) - tanh(x - y)^3",
        "sigmoid(3*x) + relu(y - 0.1) - x^-2"
      })
  void everyDerivativeOfAFunctionIsExplained(String text) throws Exception {
    FunctionGraph graph = FunctionGraph.parse(text);
    Experiment descent =
        Experiment.of(
            graph,
            new double[] {0.7, 0.4},
            new OptimizerSpec.Sgd(0.1),
            new ScheduleSpec.Constant(),
            0);
    StepTrace trace = new Trainer(descent).preview();
    LayerTrace layer = trace.layers().getFirst();
    assertEquals(1, all(trace, layer, Kind.Z, layer.z()));
    assertEquals(2, all(trace, layer, Kind.GRADIENT_W, layer.w().gradient()));
    assertEquals(2, all(trace, layer, Kind.W_AFTER, layer.w().after()));
  }

  private static int all(StepTrace trace, LayerTrace layer, Kind kind, MatrixView values) {
    int count = 0;
    for (int r = 1; r <= values.rows(); r++) {
      for (int c = 1; c <= values.columns(); c++) {
        count += explained(trace, new Quantity(kind, trace.update(), layer.index(), r, c));
      }
    }
    return count;
  }

  private static int explained(StepTrace trace, Quantity q) {
    Explanation explanation = Explainer.of(trace).explain(q);
    assertFalse(explanation.isLeaf(), q.name());
    Evaluated worked = Evaluated.of(explanation.expression());
    double allowed =
        RELATIVE * Math.abs(explanation.value()) + CANCELLED * worked.largest() + 1e-300;
    assertEquals(explanation.value(), worked.value(), allowed, q.name());
    return 1;
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
