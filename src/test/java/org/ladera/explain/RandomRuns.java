package org.ladera.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.matrix.MatrixView;
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
import org.ladera.engine.trace.StepTrace;
import org.ladera.engine.train.Trainer;
import org.ladera.explain.Quantity.Kind;

/** Small runs of every kind: losses, activations, optimizers, batches, normalisation, dropout. */
public final class RandomRuns {
  private final SplittableRandom random;

  public RandomRuns(SplittableRandom random) {
    this.random = random;
  }

  public List<StepTrace> traces() {
    List<StepTrace> traces = traces(experiment(), 1 + random.nextInt(6));
    return traces.isEmpty() ? traces() : traces;
  }

  /** Up to so many updates; fewer when the run diverges. */
  public static List<StepTrace> traces(Experiment experiment, int updates) {
    Trainer trainer = new Trainer(experiment);
    List<StepTrace> traces = new ArrayList<>();
    for (int i = 0; i < updates; i++) {
      StepTrace next = trainer.preview();
      if (!trainer.step()) {
        break;
      }
      traces.add(next);
    }
    return traces;
  }

  <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  public Experiment experiment() {
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
        // Now and then two classes at once: targets that do not add up to 1.
        y[i][random.nextInt(outputs)] = 1;
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
        new ScheduleSpec.Constant(),
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
            new OptimizerSpec.AdamW(0.01, 0.9, 0.999, 1e-8, 0.01),
            new OptimizerSpec.LocalSearch(0.05),
            new OptimizerSpec.ClosedForm(0.5),
            new OptimizerSpec.Slipped(new OptimizerSpec.Sgd(0.05), OptimizerSpec.Slip.ASCENT),
            new OptimizerSpec.Slipped(new OptimizerSpec.Adam(0.05), OptimizerSpec.Slip.NO_HAT),
            new OptimizerSpec.Slipped(
                new OptimizerSpec.Adam(0.05), OptimizerSpec.Slip.NO_CORRECTION)));
  }

  Quantity anyNumber(StepTrace trace) {
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
    if (!layer.w().memory().isEmpty()) {
      kinds.add(Kind.MEMORY_W_AFTER);
    }
    if (!layer.b().memory().isEmpty()) {
      kinds.add(Kind.MEMORY_B_AFTER);
    }
    Kind kind = any(kinds);
    MatrixView shape =
        switch (kind) {
          case W, W_AFTER, GRADIENT_W, MEMORY_W_AFTER -> layer.w().before();
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
              layer.b().before();
          default -> layer.z();
        };
    String memory =
        switch (kind) {
          case MEMORY_W_AFTER -> any(layer.w().memory()).name();
          case MEMORY_B_AFTER -> any(layer.b().memory()).name();
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
