package org.ladera.lesson.grading;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Predicate;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.Factor;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.spec.ScheduleSpec;
import org.ladera.engine.trace.StepTrace;
import org.ladera.engine.train.Trainer;
import org.ladera.session.RunFrame;
import org.ladera.session.reading.ParameterReading;

/**
 * The next update of a run, done again by the engine with the same batch and something changed.
 *
 * @param next the update as it is
 * @param parameters (1 × count) before it
 */
record Rerun(StepTrace next, MatrixView parameters) {
  static Rerun of(RunFrame run) {
    return new Rerun(run.next(), run.parameters());
  }

  /** With the loss {@code scale} times what it should be. */
  StepTrace scaled(double scale) {
    return again(parameters, scale);
  }

  /** With the new values of some weights and biases already in place. */
  StepTrace after(Predicate<ParameterRef> changed) {
    ParameterLayout layout = new ParameterLayout(next.experiment().network());
    double[] mixed = parameters.toArray();
    for (int i = 0; i < mixed.length; i++) {
      ParameterRef ref = layout.refAt(i);
      mixed[i] =
          changed.test(ref) && isPlain(ref) ? ParameterReading.newValue(next, ref) : mixed[i];
    }
    return again(MatrixView.of(1, mixed.length, mixed), 1);
  }

  /** With parameters of so many significant digits. */
  StepTrace rounded(int digits) {
    DoubleUnaryOperator round = rounding(digits);
    return again(
        MatrixView.generate(1, parameters.size(), i -> round.applyAsDouble(parameters.get(i))), 1);
  }

  /** Rounds to so many significant digits. */
  static DoubleUnaryOperator rounding(int digits) {
    MathContext context = new MathContext(digits);
    return v -> Double.isFinite(v) ? new BigDecimal(v).round(context).doubleValue() : v;
  }

  /** This batch again, from {@code theta}. */
  private StepTrace again(MatrixView theta, double scale) {
    Experiment e = next.experiment();
    Dataset all = e.data();
    Dataset batch =
        new Dataset(
            all.inputs(),
            all.targets(),
            next.x(),
            next.y(),
            all.inputScaling(),
            all.targetScaling());
    Experiment changed =
        e.withData(batch)
            .withBatch(BatchSpec.FULL)
            .withLoss(e.loss().withFactor(Factor.fixed(scale * next.factor())))
            .withOptimizer(e.optimizer().withRate(next.rate()))
            .withSchedule(new ScheduleSpec.Constant())
            .withInit(new InitSpec.Given(theta));
    return new Trainer(changed).preview();
  }

  /** Weights and biases: what a known mistake changes first or takes for another. */
  static boolean isPlain(ParameterRef ref) {
    return ref.kind() == ParameterRef.Kind.WEIGHT || ref.kind() == ParameterRef.Kind.BIAS;
  }

  /**
   * Updates in which what should change together changed one after the other: chosen parameters of
   * the layer first, the layers above first, the layers below first.
   */
  List<StepTrace> sequential(int layer, Predicate<ParameterRef> ofLayer) {
    return List.of(
        after(r -> r.layer() == layer && ofLayer.test(r)),
        after(r -> r.layer() > layer),
        after(r -> r.layer() < layer));
  }
}
