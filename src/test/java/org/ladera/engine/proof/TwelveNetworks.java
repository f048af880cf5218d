package org.ladera.engine.proof;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.Factor;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.LossSpec.Kind;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.RegularisationSpec;
import org.ladera.engine.spec.ScheduleSpec;
import org.ladera.engine.train.Trainer;

/** Twelve networks and the hash of all their weights after ten thousand updates. */
public final class TwelveNetworks {
  private static final int UPDATES = 10_000;

  private TwelveNetworks() {}

  /** Prints the hashes, one a line: run by {@link DeterminismTest} in other virtual machines. */
  public static void main(String[] args) {
    hashes().forEach(System.out::println);
  }

  static List<String> hashes() {
    return experiments().stream().map(TwelveNetworks::hash).toList();
  }

  private static String hash(Experiment experiment) {
    Trainer trainer = new Trainer(experiment);
    for (int i = 0; i < UPDATES; i++) {
      if (!trainer.step()) {
        throw new IllegalStateException("diverged: " + trainer.divergence());
      }
    }
    double[] theta = new double[trainer.layout().count()];
    trainer.copyParameters(theta);
    ByteBuffer bytes = ByteBuffer.allocate(8 * theta.length);
    for (double value : theta) {
      bytes.putDouble(value);
    }
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes.array());
      return HexFormat.of().formatHex(digest, 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static LayerSpec layer(int units, ActivationSpec activation) {
    return LayerSpec.dense(units, activation);
  }

  private static Experiment network(
      int examples, int inputs, Kind loss, OptimizerSpec optimizer, LayerSpec... layers) {
    NetworkSpec spec = NetworkSpec.of(inputs, layers);
    return Registry.experiment(
            Registry.data(examples, inputs, spec.outputs()),
            spec,
            new LossSpec(loss, Factor.PER_SAMPLE))
        .withOptimizer(optimizer);
  }

  static List<Experiment> experiments() {
    LayerSpec sigmoid = layer(1, ActivationSpec.SIGMOID);
    LayerSpec identity = layer(1, ActivationSpec.IDENTITY);
    LayerSpec softmax = layer(3, ActivationSpec.SOFTMAX);
    List<Experiment> list = new ArrayList<>();
    list.add(network(16, 1, Kind.SQUARED, new OptimizerSpec.Sgd(0.05), identity));
    list.add(
        network(
            4,
            2,
            Kind.SQUARED,
            new OptimizerSpec.Momentum(0.1, 0.9),
            layer(4, ActivationSpec.SIGMOID),
            sigmoid));
    list.add(
        network(
                20,
                2,
                Kind.BINARY_CROSS_ENTROPY,
                new OptimizerSpec.Adam(0.01),
                layer(10, ActivationSpec.TANH),
                sigmoid)
            .withBatch(BatchSpec.mini(8)));
    list.add(
        network(
                12,
                2,
                Kind.CATEGORICAL_CROSS_ENTROPY,
                new OptimizerSpec.RmsProp(0.001, 0.9, 1e-8),
                layer(6, ActivationSpec.RELU),
                softmax)
            .withRegularisation(new RegularisationSpec(1e-4, 1e-3)));
    list.add(
        network(
                9,
                3,
                Kind.HUBER,
                new OptimizerSpec.Nesterov(0.01, 0.9),
                layer(5, ActivationSpec.elu(0.8)),
                layer(4, ActivationSpec.leakyRelu(0.05)),
                identity)
            .withInit(new InitSpec.HeNormal()));
    list.add(
        network(
            8,
            2,
            Kind.ABSOLUTE,
            new OptimizerSpec.AdaGrad(0.1, 1e-10),
            layer(5, ActivationSpec.SOFTPLUS),
            identity));
    list.add(
        network(
                10,
                2,
                Kind.BINARY_CROSS_ENTROPY,
                new OptimizerSpec.AdamW(0.005, 0.9, 0.999, 1e-8, 0.01),
                new LayerSpec(6, ActivationSpec.TANH, true, true, 0.2),
                sigmoid)
            .withBatch(BatchSpec.mini(5)));
    list.add(
        network(
            6,
            1,
            Kind.SQUARED_LOG,
            new OptimizerSpec.AdaDelta(1, 0.9, 1e-6),
            layer(3, ActivationSpec.TANH),
            sigmoid));
    list.add(
        network(
                7,
                2,
                Kind.ROOT_SQUARED,
                new OptimizerSpec.AveragedMomentum(0.05, 0.9),
                layer(3, ActivationSpec.SOFTMAX),
                identity)
            .withInit(new InitSpec.NumpyRandom(714, 2, -1)));
    list.add(network(5, 1, Kind.SQUARED, new OptimizerSpec.SequentialSgd(0.01), identity));
    list.add(
        network(
                11,
                2,
                Kind.CATEGORICAL_CROSS_ENTROPY,
                new OptimizerSpec.Sgd(0.1, 1e-4),
                layer(7, ActivationSpec.SIGMOID),
                softmax)
            .withSchedule(new ScheduleSpec.WarmUp(10, new ScheduleSpec.Cosine(20_000, 0.01)))
            .withBatch(BatchSpec.STOCHASTIC));
    // Large enough for the vector kernels.
    list.add(
        network(
                24,
                3,
                Kind.CATEGORICAL_CROSS_ENTROPY,
                new OptimizerSpec.Adam(0.001),
                layer(17, ActivationSpec.TANH),
                layer(10, ActivationSpec.SIGMOID),
                layer(9, ActivationSpec.RELU),
                softmax)
            .withBatch(BatchSpec.mini(9)));
    return list;
  }
}
