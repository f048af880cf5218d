package org.ladera.engine.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.data.Generator;
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

/** One of everything the engine offers; {@link BatteryTest} checks that nothing is missing. */
final class Registry {
  private Registry() {}

  static List<OptimizerSpec> optimizers() {
    return List.of(
        new OptimizerSpec.Sgd(0.05),
        new OptimizerSpec.Sgd(0.05, 0.01),
        new OptimizerSpec.SequentialSgd(0.05),
        new OptimizerSpec.Momentum(0.02, 0.9),
        new OptimizerSpec.AveragedMomentum(0.05, 0.9),
        new OptimizerSpec.Nesterov(0.02, 0.9),
        new OptimizerSpec.AdaGrad(0.1, 1e-10),
        new OptimizerSpec.AdaDelta(1, 0.9, 1e-6),
        new OptimizerSpec.RmsProp(0.01, 0.9, 1e-8),
        new OptimizerSpec.Adam(0.01),
        new OptimizerSpec.Adam(0.01, 0.8, 0.99, 1e-7, 0.02),
        new OptimizerSpec.AdamW(0.01, 0.9, 0.999, 1e-8, 0.01),
        new OptimizerSpec.LocalSearch(0.05),
        new OptimizerSpec.ClosedForm(0.5),
        new OptimizerSpec.Slipped(new OptimizerSpec.Sgd(0.05), OptimizerSpec.Slip.ASCENT),
        new OptimizerSpec.Slipped(new OptimizerSpec.Adam(0.01), OptimizerSpec.Slip.NO_HAT),
        new OptimizerSpec.Slipped(new OptimizerSpec.Adam(0.01), OptimizerSpec.Slip.NO_CORRECTION));
  }

  static List<RegularisationSpec> penalties() {
    return List.of(
        RegularisationSpec.NONE,
        new RegularisationSpec(0.001, 0),
        new RegularisationSpec(0, 0.001),
        new RegularisationSpec(0.001, 0.002));
  }

  static List<InitSpec> initialisers(int count) {
    double[] theta = new double[count];
    for (int i = 0; i < count; i++) {
      theta[i] = StrictMath.sin(i + 1);
    }
    return List.of(
        new InitSpec.Zeros(),
        new InitSpec.Constant(0.3),
        new InitSpec.Uniform(-0.5, 1),
        new InitSpec.Normal(0.1, 0.5),
        new InitSpec.GlorotUniform(1),
        new InitSpec.GlorotNormal(4),
        new InitSpec.HeUniform(),
        new InitSpec.HeNormal(),
        new InitSpec.NumpyRandom(714, 2, -1),
        new InitSpec.ByLayer(List.of(new InitSpec.HeNormal(), new InitSpec.GlorotNormal(4))),
        new InitSpec.Given(MatrixView.of(1, count, theta)));
  }

  static List<ActivationSpec> activations() {
    List<ActivationSpec> all = new ArrayList<>();
    for (ActivationSpec.Kind kind : ActivationSpec.Kind.values()) {
      all.add(RandomNetworks.activation(kind));
    }
    return all;
  }

  /** The texts that name every member. */
  static Set<String> textKeys(List<InitSpec> initialisers) {
    Set<String> keys = new TreeSet<>();
    optimizers().forEach(o -> keys.add("part.optimizer." + word(o)));
    initialisers.stream()
        .filter(init -> !(init instanceof InitSpec.Given || init instanceof InitSpec.ByLayer))
        .forEach(init -> keys.add("part.start." + word(init)));
    for (ActivationSpec.Kind kind : ActivationSpec.Kind.values()) {
      keys.add("part.activation." + word(kind));
    }
    for (LossSpec.Kind kind : LossSpec.Kind.values()) {
      keys.add("part.loss." + word(kind));
    }
    for (Generator generator : Generator.values()) {
      keys.add("part.data." + word(generator));
    }
    return keys;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String word(OptimizerSpec optimizer) {
    return switch (optimizer) {
      case OptimizerSpec.Sgd _ -> "gradient-descent";
      case OptimizerSpec.SequentialSgd _ -> "sequential";
      case OptimizerSpec.AveragedMomentum _ -> "averaged-momentum";
      case OptimizerSpec.LocalSearch _ -> "local-search";
      case OptimizerSpec.ClosedForm _ -> "closed-form";
      case OptimizerSpec.Slipped s -> word(s.right());
      default -> optimizer.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    };
  }

  private static String word(InitSpec init) {
    return switch (init) {
      case InitSpec.NumpyRandom _ -> "numpy";
      case InitSpec.GlorotUniform _ -> "glorot-uniform";
      case InitSpec.GlorotNormal _ -> "glorot-normal";
      case InitSpec.HeUniform _ -> "he-uniform";
      case InitSpec.HeNormal _ -> "he-normal";
      default -> init.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    };
  }

  /** Losses with an output activation in whose range they are defined. */
  static ActivationSpec outputFor(LossSpec.Kind loss) {
    return switch (loss) {
      case BINARY_CROSS_ENTROPY, SQUARED_LOG -> ActivationSpec.SIGMOID;
      case CATEGORICAL_CROSS_ENTROPY -> ActivationSpec.SOFTMAX;
      case SQUARED, ABSOLUTE, ROOT_SQUARED, HUBER, NEGATIVE_LOG_LIKELIHOOD, OUTPUT ->
          ActivationSpec.IDENTITY;
    };
  }

  /** Two classes on noisy rings, {@code inputs} columns, one-hot if {@code outputs} > 1. */
  static Dataset data(int examples, int inputs, int outputs) {
    double[][] x = new double[examples][inputs];
    double[][] y = new double[examples][outputs];
    for (int i = 0; i < examples; i++) {
      double angle = 2.399963 * i;
      for (int j = 0; j < inputs; j++) {
        x[i][j] = (1 + i % 3) * StrictMath.cos(angle + j) + 0.1 * StrictMath.sin(7.0 * i + j);
      }
      if (outputs == 1) {
        y[i][0] = i % 3 == 0 ? 1 : 0;
      } else {
        y[i][i % outputs] = 1;
      }
    }
    return Dataset.of(x, y);
  }

  /** Dropout and batch normalisation included, batches of 4 in shuffled order. */
  static Experiment rich(OptimizerSpec optimizer, RegularisationSpec penalty) {
    return experiment(
            data(10, 2, 1),
            NetworkSpec.of(
                2,
                new LayerSpec(5, ActivationSpec.TANH, true, true, 0.2),
                LayerSpec.dense(3, ActivationSpec.RELU),
                LayerSpec.dense(1, ActivationSpec.SIGMOID)),
            new LossSpec(LossSpec.Kind.BINARY_CROSS_ENTROPY, Factor.PER_SAMPLE))
        .withOptimizer(optimizer)
        .withRegularisation(penalty)
        .withBatch(BatchSpec.mini(4));
  }

  static Experiment experiment(Dataset data, NetworkSpec network, LossSpec loss) {
    return new Experiment(
        data,
        network,
        loss,
        RegularisationSpec.NONE,
        new OptimizerSpec.Sgd(0.05),
        new ScheduleSpec.Constant(),
        BatchSpec.FULL,
        new InitSpec.GlorotUniform(1),
        42);
  }
}
