package org.ladera.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.Factor;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.RegularisationSpec;
import org.ladera.engine.spec.ScheduleSpec;
import org.ladera.engine.trace.LayerTrace;
import org.ladera.engine.trace.MatrixView;
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

  @Test
  void everyExpressionGivesTheNumberItExplains() {
    int checked = 0;
    for (int run = 0; run < 500; run++) {
      List<StepTrace> traces = traces();
      Explainer explainer = new Explainer(update -> traces.get((int) update));
      for (int i = 0; i < 24; i++) {
        StepTrace trace = traces.get(random.nextInt(traces.size()));
        Quantity q = anyNumber(trace);
        Explanation explanation = explainer.explain(q);
        Evaluated worked = evaluate(explanation.expression());
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
    List<StepTrace> traces = traces();
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

  private record Evaluated(double value, double largest) {
    Evaluated(double value) {
      this(value, Math.abs(value));
    }
  }

  /** Works an expression out from its leaves, with the JDK's own functions. */
  private static Evaluated evaluate(Expression e) {
    return switch (e) {
      case Expression.Literal literal -> new Evaluated(literal.value());
      case Expression.Constant constant -> new Evaluated(constant.value());
      case Expression.Operand operand -> new Evaluated(operand.value());
      case Expression.Sum sum -> {
        double total = 0;
        double largest = 0;
        for (Expression term : sum.terms()) {
          Evaluated value = evaluate(term);
          total += value.value();
          largest = Math.max(largest, value.largest());
        }
        yield new Evaluated(total, largest);
      }
      case Expression.Difference d -> {
        Evaluated left = evaluate(d.left());
        Evaluated right = evaluate(d.right());
        yield new Evaluated(
            left.value() - right.value(), Math.max(left.largest(), right.largest()));
      }
      case Expression.Product product -> {
        double value = 1;
        double largest = 1;
        for (Expression factor : product.factors()) {
          Evaluated f = evaluate(factor);
          value *= f.value();
          largest *= f.largest();
        }
        yield new Evaluated(value, largest);
      }
      case Expression.Quotient q -> {
        Evaluated above = evaluate(q.above());
        Evaluated below = evaluate(q.below());
        yield new Evaluated(
            above.value() / below.value(), above.largest() / Math.abs(below.value()));
      }
      case Expression.Power power -> {
        Evaluated base = evaluate(power.base());
        yield new Evaluated(
            Math.pow(base.value(), power.exponent()), Math.pow(base.largest(), power.exponent()));
      }
      case Expression.Apply apply -> {
        double x = evaluate(apply.argument()).value();
        yield new Evaluated(
            switch (apply.function()) {
              case EXP -> Math.exp(x);
              case LN -> Math.log(x);
              case LN_ONE_PLUS -> Math.log1p(x);
              case ROOT -> Math.sqrt(x);
              case ABSOLUTE -> Math.abs(x);
              case SIGN -> Math.signum(x);
              case SIGMOID -> 1 / (1 + Math.exp(-x));
              case TANH -> Math.tanh(x);
              case POSITIVE_PART -> Math.max(0, x);
              case IS_POSITIVE -> x > 0 ? 1 : 0;
              case STEP -> x >= 0 ? 1 : 0;
            });
      }
    };
  }

  private List<StepTrace> traces() {
    Trainer trainer = new Trainer(experiment());
    int updates = 1 + random.nextInt(6);
    List<StepTrace> traces = new ArrayList<>();
    for (int i = 0; i < updates; i++) {
      StepTrace next = trainer.preview();
      if (!trainer.step()) {
        break;
      }
      traces.add(next);
    }
    return traces.isEmpty() ? traces() : traces;
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private Experiment experiment() {
    LossSpec.Kind loss = any(List.of(LossSpec.Kind.values()));
    int inputs = 1 + random.nextInt(3);
    int outputs = 1 + random.nextInt(3);
    int samples = 2 + random.nextInt(5);
    boolean probabilities =
        loss == LossSpec.Kind.BINARY_CROSS_ENTROPY
            || loss == LossSpec.Kind.CATEGORICAL_CROSS_ENTROPY;
    List<LayerSpec> layers = new ArrayList<>();
    for (int l = random.nextInt(3); l > 0; l--) {
      layers.add(
          new LayerSpec(
              1 + random.nextInt(4),
              hidden(),
              random.nextBoolean(),
              random.nextInt(4) == 0,
              random.nextInt(4) == 0 ? 0.4 : 0));
    }
    layers.add(
        new LayerSpec(outputs, last(loss, probabilities, outputs), random.nextBoolean(), false, 0));
    double[][] x = new double[samples][inputs];
    double[][] y = new double[samples][outputs];
    for (int i = 0; i < samples; i++) {
      for (int k = 0; k < inputs; k++) {
        x[i][k] = random.nextDouble(-2, 2);
      }
      if (loss == LossSpec.Kind.CATEGORICAL_CROSS_ENTROPY) {
        y[i][random.nextInt(outputs)] = 1;
      } else {
        for (int k = 0; k < outputs; k++) {
          y[i][k] = probabilities ? random.nextInt(2) : random.nextDouble(0.1, 2);
        }
      }
    }
    return new Experiment(
        Dataset.of(x, y),
        new NetworkSpec(inputs, layers),
        new LossSpec(
            loss, any(List.of(Factor.ONE, Factor.HALF, Factor.PER_SAMPLE, Factor.fixed(0.3)))),
        any(List.of(RegularisationSpec.NONE, new RegularisationSpec(0.01, 0.02))),
        optimizer(),
        ScheduleSpec.CONSTANT,
        any(List.of(BatchSpec.FULL, BatchSpec.mini(2), BatchSpec.STOCHASTIC)),
        new InitSpec.Uniform(-1, 1),
        random.nextLong());
  }

  private ActivationSpec hidden() {
    return any(
        List.of(
            ActivationSpec.IDENTITY,
            ActivationSpec.SIGMOID,
            ActivationSpec.TANH,
            ActivationSpec.RELU,
            ActivationSpec.leakyRelu(0.1),
            ActivationSpec.elu(0.8),
            ActivationSpec.SOFTPLUS,
            ActivationSpec.SOFTMAX));
  }

  private ActivationSpec last(LossSpec.Kind loss, boolean probabilities, int outputs) {
    if (loss == LossSpec.Kind.CATEGORICAL_CROSS_ENTROPY) {
      return any(List.of(ActivationSpec.SOFTMAX, ActivationSpec.SIGMOID));
    }
    if (probabilities) {
      return any(List.of(ActivationSpec.SIGMOID, ActivationSpec.SOFTMAX));
    }
    // 1 + a must stay positive for its logarithm.
    return loss == LossSpec.Kind.SQUARED_LOG ? ActivationSpec.SOFTPLUS : hidden();
  }

  private OptimizerSpec optimizer() {
    return any(
        List.of(
            new OptimizerSpec.Sgd(0.1),
            new OptimizerSpec.Sgd(0.1, 0.01),
            new OptimizerSpec.Momentum(0.05, 0.9),
            new OptimizerSpec.AveragedMomentum(0.1, 0.9),
            new OptimizerSpec.Nesterov(0.05, 0.8),
            new OptimizerSpec.AdaGrad(0.1, 1e-8),
            new OptimizerSpec.AdaDelta(1, 0.9, 1e-6),
            new OptimizerSpec.RmsProp(0.01, 0.9, 1e-8),
            new OptimizerSpec.Adam(0.01, 0.9, 0.999, 1e-8, 0.01),
            new OptimizerSpec.AdamW(0.01, 0.9, 0.999, 1e-8, 0.01)));
  }

  private Quantity anyNumber(StepTrace trace) {
    int index = 1 + random.nextInt(trace.layers().size());
    LayerTrace layer = trace.layers().get(index - 1);
    List<Kind> kinds =
        new ArrayList<>(
            List.of(
                Kind.Z,
                Kind.A,
                Kind.DELTA,
                Kind.GRADIENT_W,
                Kind.GRADIENT_B,
                Kind.W_AFTER,
                Kind.B_AFTER,
                Kind.LOSS,
                Kind.PENALTY,
                Kind.TOTAL,
                Kind.W,
                Kind.B));
    if (layer.batchNorm().isPresent()) {
      kinds.addAll(
          List.of(
              Kind.MEAN,
              Kind.VARIANCE,
              Kind.NORMALISED,
              Kind.NORM_OUTPUT,
              Kind.NORM_DELTA,
              Kind.GRADIENT_GAMMA,
              Kind.GRADIENT_BETA,
              Kind.GAMMA_AFTER,
              Kind.BETA_AFTER));
    }
    if (!layer.memoryW().isEmpty()) {
      kinds.add(Kind.MEMORY_W_AFTER);
    }
    if (!layer.memoryB().isEmpty()) {
      kinds.add(Kind.MEMORY_B_AFTER);
    }
    Kind kind = any(kinds);
    MatrixView shape =
        switch (kind) {
          case W, W_AFTER, GRADIENT_W, MEMORY_W_AFTER -> layer.w();
          case B,
              B_AFTER,
              GRADIENT_B,
              MEMORY_B_AFTER,
              MEAN,
              VARIANCE,
              GRADIENT_GAMMA,
              GRADIENT_BETA,
              GAMMA_AFTER,
              BETA_AFTER ->
              layer.b();
          default -> layer.z();
        };
    String memory =
        switch (kind) {
          case MEMORY_W_AFTER -> any(layer.memoryW()).name();
          case MEMORY_B_AFTER -> any(layer.memoryB()).name();
          default -> "";
        };
    boolean scalar = kind == Kind.LOSS || kind == Kind.PENALTY || kind == Kind.TOTAL;
    return scalar
        ? new Quantity(kind, trace.update(), 0, 0, 0)
        : new Quantity(
            kind,
            trace.update(),
            index,
            1 + random.nextInt(shape.rows()),
            1 + random.nextInt(shape.columns()),
            memory);
  }
}
