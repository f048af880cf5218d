package org.ladera.engine.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.spec.RegularisationSpec;
import org.ladera.engine.spec.ScheduleSpec;

/** Every kind of layer with every activation, loss and penalty; sizes and numbers at random. */
public final class RandomNetworks {
  /** What a layer is besides its activation. */
  enum Extra {
    PLAIN,
    NO_BIAS,
    BATCH_NORM,
    DROPOUT
  }

  private static final List<RegularisationSpec> PENALTIES =
      List.of(
          RegularisationSpec.NONE,
          new RegularisationSpec(0.01, 0),
          new RegularisationSpec(0, 0.02),
          new RegularisationSpec(0.003, 0.05));

  private RandomNetworks() {}

  static ActivationSpec activation(ActivationSpec.Kind kind) {
    return switch (kind) {
      case LEAKY_RELU -> ActivationSpec.leakyRelu(0.1);
      case ELU -> ActivationSpec.elu(0.7);
      case IDENTITY, STEP, SIGMOID, TANH, RELU, SOFTPLUS, SOFTMAX -> new ActivationSpec(kind, 0);
    };
  }

  /** All combinations, {@code 9 · 8 · 4 · 4} of them, in a fixed order. */
  public static List<Experiment> all() {
    List<Experiment> list = new ArrayList<>();
    for (ActivationSpec.Kind hidden : ActivationSpec.Kind.values()) {
      for (LossSpec.Kind loss : LossSpec.Kind.values()) {
        for (RegularisationSpec penalty : PENALTIES) {
          for (Extra extra : Extra.values()) {
            list.add(network(hidden, loss, penalty, extra, list.size()));
          }
        }
      }
    }
    return list;
  }

  private static Experiment network(
      ActivationSpec.Kind hidden,
      LossSpec.Kind loss,
      RegularisationSpec penalty,
      Extra extra,
      int seed) {
    Random random = new Random(seed);
    int inputs = 1 + random.nextInt(3);
    int outputs = 1 + random.nextInt(3);
    int samples = 2 + random.nextInt(4);
    List<LayerSpec> layers = new ArrayList<>();
    int depth = 1 + random.nextInt(2);
    for (int l = 0; l < depth; l++) {
      layers.add(
          new LayerSpec(
              1 + random.nextInt(4),
              activation(hidden),
              extra != Extra.NO_BIAS || l > 0,
              extra == Extra.BATCH_NORM,
              extra == Extra.DROPOUT ? 0.3 : 0));
    }
    ActivationSpec.Kind[] fitting = outputs(loss);
    ActivationSpec.Kind last = fitting[random.nextInt(fitting.length)];
    layers.add(LayerSpec.dense(outputs, activation(last)));
    double[][] x = new double[samples][inputs];
    double[][] y = new double[samples][outputs];
    for (int i = 0; i < samples; i++) {
      for (int j = 0; j < inputs; j++) {
        x[i][j] = random.nextGaussian();
      }
      for (int j = 0; j < outputs; j++) {
        y[i][j] = random.nextDouble();
      }
    }
    Factor.Rule[] rules = Factor.Rule.values();
    return new Experiment(
        Dataset.of(x, y),
        new NetworkSpec(inputs, layers),
        new LossSpec(loss, new Factor(rules[random.nextInt(rules.length)], 0.37)),
        penalty,
        new OptimizerSpec.Sgd(0.1),
        new ScheduleSpec.Constant(),
        BatchSpec.FULL,
        start(new NetworkSpec(inputs, layers), random),
        seed);
  }

  /** Biases too, so that units which are all switched off do not leave a z of exactly 0. */
  static InitSpec start(NetworkSpec network, Random random) {
    ParameterLayout layout = new ParameterLayout(network);
    double[] theta = new double[layout.count()];
    for (ParameterLayout.Block block : layout.blocks()) {
      double mean = block.kind() == ParameterRef.Kind.GAMMA ? 1 : 0;
      for (int i = block.offset(); i < block.offset() + block.size(); i++) {
        theta[i] = mean + 0.6 * random.nextGaussian();
      }
    }
    return new InitSpec.Given(MatrixView.of(1, theta.length, theta));
  }

  /** Output activations in whose range the loss is defined. */
  private static ActivationSpec.Kind[] outputs(LossSpec.Kind loss) {
    return switch (loss) {
      case BINARY_CROSS_ENTROPY ->
          new ActivationSpec.Kind[] {ActivationSpec.Kind.SIGMOID, ActivationSpec.Kind.SIGMOID};
      case CATEGORICAL_CROSS_ENTROPY ->
          new ActivationSpec.Kind[] {
            ActivationSpec.Kind.SOFTMAX, ActivationSpec.Kind.SIGMOID, ActivationSpec.Kind.SOFTPLUS
          };
      case SQUARED_LOG ->
          new ActivationSpec.Kind[] {
            ActivationSpec.Kind.SOFTMAX,
            ActivationSpec.Kind.SIGMOID,
            ActivationSpec.Kind.SOFTPLUS,
            ActivationSpec.Kind.RELU,
            ActivationSpec.Kind.ELU
          };
      case SQUARED, ABSOLUTE, ROOT_SQUARED, HUBER, NEGATIVE_LOG_LIKELIHOOD, OUTPUT ->
          ActivationSpec.Kind.values();
    };
  }
}
