package org.ladera.engine.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
import org.ladera.engine.train.Trainer;

/** Builds experiments from the parts of oracle files. */
public final class Mlp {
  private Mlp() {}

  public static ActivationSpec activation(String name) {
    return switch (name) {
      case "linear" -> ActivationSpec.IDENTITY;
      case "sigmoid" -> ActivationSpec.SIGMOID;
      case "tanh" -> ActivationSpec.TANH;
      case "relu" -> ActivationSpec.RELU;
      case "leaky_relu", "leaky_relu_0.01" -> ActivationSpec.leakyRelu(0.01);
      case "leaky_relu_0.2" -> ActivationSpec.leakyRelu(0.2);
      case "elu", "elu_1" -> ActivationSpec.elu(1);
      case "elu_0.5" -> ActivationSpec.elu(0.5);
      case "softplus" -> ActivationSpec.SOFTPLUS;
      case "softmax" -> ActivationSpec.SOFTMAX;
      default -> throw new IllegalArgumentException(name);
    };
  }

  public static LossSpec loss(String name, Factor factor) {
    return new LossSpec(
        switch (name) {
          case "mse", "sse", "half_mse" -> LossSpec.Kind.SQUARED;
          case "mae" -> LossSpec.Kind.ABSOLUTE;
          case "huber" -> LossSpec.Kind.HUBER;
          case "bce" -> LossSpec.Kind.BINARY_CROSS_ENTROPY;
          case "cce" -> LossSpec.Kind.CATEGORICAL_CROSS_ENTROPY;
          default -> throw new IllegalArgumentException(name);
        },
        factor);
  }

  public static OptimizerSpec optimizer(String name, Case hyper) {
    double lr = hyper.at("lr").number();
    return switch (name) {
      case "sgd" -> new OptimizerSpec.Sgd(lr);
      case "sgd_weight_decay" -> new OptimizerSpec.Sgd(lr, hyper.at("weight_decay").number());
      case "momentum" -> new OptimizerSpec.Momentum(lr, hyper.at("gamma").number());
      case "momentum_ema" -> new OptimizerSpec.AveragedMomentum(lr, hyper.at("beta").number());
      case "nesterov" -> new OptimizerSpec.Nesterov(lr, hyper.at("gamma").number());
      case "adagrad" -> new OptimizerSpec.AdaGrad(lr, hyper.at("eps").number());
      case "adadelta" ->
          new OptimizerSpec.AdaDelta(lr, hyper.at("rho").number(), hyper.at("eps").number());
      case "rmsprop" ->
          new OptimizerSpec.RmsProp(lr, hyper.at("beta").number(), hyper.at("eps").number());
      case "adam" ->
          new OptimizerSpec.Adam(
              lr,
              hyper.at("beta1").number(),
              hyper.at("beta2").number(),
              hyper.at("eps").number(),
              0);
      case "adamw" ->
          new OptimizerSpec.AdamW(
              lr,
              hyper.at("beta1").number(),
              hyper.at("beta2").number(),
              hyper.at("eps").number(),
              hyper.at("weight_decay").number());
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** Layers of the given sizes, inputs first. */
  public static NetworkSpec network(List<Integer> sizes, List<String> activations, boolean bias) {
    List<LayerSpec> layers = new ArrayList<>();
    for (int l = 1; l < sizes.size(); l++) {
      LayerSpec layer = LayerSpec.dense(sizes.get(l), activation(activations.get(l - 1)));
      layers.add(bias ? layer : layer.withoutBias());
    }
    return new NetworkSpec(sizes.getFirst(), layers);
  }

  /** W, b and where they are given γ and β of {@code from}, as one vector. */
  public static MatrixView parameters(NetworkSpec network, Case from) {
    ParameterLayout layout = new ParameterLayout(network);
    double[] theta = new double[layout.count()];
    for (ParameterLayout.Block block : layout.blocks()) {
      String key =
          switch (block.kind()) {
            case WEIGHT -> "W";
            case BIAS -> "b";
            case GAMMA -> "gamma";
            case BETA -> "beta";
          };
      double[] part = from.at(key).at(block.layer() - 1).numbers();
      System.arraycopy(part, 0, theta, block.offset(), block.size());
    }
    return MatrixView.of(1, theta.length, theta);
  }

  /** Full batch, plain gradient descent, no penalty, constant rate. */
  public static Experiment experiment(
      Dataset data, NetworkSpec network, LossSpec loss, OptimizerSpec optimizer, InitSpec init) {
    return new Experiment(
        data,
        network,
        loss,
        RegularisationSpec.NONE,
        optimizer,
        new ScheduleSpec.Constant(),
        BatchSpec.FULL,
        init,
        1);
  }

  /** All blocks of one kind of a trainer's parameters, layer by layer. */
  public static double[] blocks(Trainer trainer, ParameterRef.Kind kind) {
    double[] theta = new double[trainer.layout().count()];
    trainer.copyParameters(theta);
    return trainer.layout().blocks().stream()
        .filter(b -> b.kind() == kind)
        .flatMapToDouble(b -> Arrays.stream(theta, b.offset(), b.offset() + b.size()))
        .toArray();
  }
}
