package org.ladera.engine.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.matrix.Shape;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.LayerKind;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.RegularisationSpec;
import org.ladera.engine.spec.ScheduleSpec;

/** Small convolutional networks of every make, at random. */
public final class RandomConvolutions {
  private static final List<ActivationSpec.Kind> SMOOTH =
      List.of(
          ActivationSpec.Kind.SIGMOID,
          ActivationSpec.Kind.TANH,
          ActivationSpec.Kind.IDENTITY,
          ActivationSpec.Kind.SOFTPLUS,
          ActivationSpec.Kind.RELU,
          ActivationSpec.Kind.ELU);

  private RandomConvolutions() {}

  public static List<Experiment> all(int count) {
    List<Experiment> list = new ArrayList<>();
    for (int seed = 0; seed < count; seed++) {
      list.add(network(seed));
    }
    return list;
  }

  private static Experiment network(int seed) {
    Random random = new Random(seed);
    Shape input = new Shape(1 + random.nextInt(2), 4 + random.nextInt(3), 4 + random.nextInt(3));
    List<LayerSpec> layers = new ArrayList<>();
    Shape shape = convolution(layers, input, random);
    if (random.nextBoolean() && Math.min(shape.rows(), shape.columns()) >= 2) {
      LayerKind.Pool pool =
          new LayerKind.Pool(
              shape,
              LayerKind.Pool.Reduction.values()[random.nextInt(2)],
              2,
              1 + random.nextInt(2));
      layers.add(LayerSpec.plain(pool));
      shape = pool.output();
      if (random.nextBoolean()) {
        shape = convolution(layers, shape, random);
      }
    }
    if (random.nextBoolean()) {
      layers.add(LayerSpec.plain(new LayerKind.Flatten(shape)));
    }
    layers.add(
        new LayerSpec(
            2,
            RandomNetworks.activation(ActivationSpec.Kind.SIGMOID),
            random.nextBoolean(),
            false,
            0));
    int samples = 1 + random.nextInt(3);
    Dataset data = Dataset.of(rows(samples, input.size(), -1, random), rows(samples, 2, 0, random));
    return new Experiment(
        data,
        new NetworkSpec(input.size(), layers),
        LossSpec.HALF_SSE,
        new RegularisationSpec(0, random.nextBoolean() ? 0.02 : 0),
        new OptimizerSpec.Sgd(0.1),
        new ScheduleSpec.Constant(),
        BatchSpec.FULL,
        RandomNetworks.start(new NetworkSpec(input.size(), layers), random),
        seed);
  }

  private static double[][] rows(int samples, int columns, double least, Random random) {
    double[][] rows = new double[samples][];
    for (int i = 0; i < samples; i++) {
      rows[i] = random.doubles(columns, least, 1).toArray();
    }
    return rows;
  }

  private static Shape convolution(List<LayerSpec> layers, Shape in, Random random) {
    LayerKind.Convolution kind =
        new LayerKind.Convolution(
            in,
            1 + random.nextInt(2),
            1 + random.nextInt(Math.min(3, in.rows())),
            1 + random.nextInt(Math.min(3, in.columns())),
            1 + random.nextInt(2),
            random.nextInt(2));
    ActivationSpec activation =
        RandomNetworks.activation(SMOOTH.get(random.nextInt(SMOOTH.size())));
    double dropout = random.nextInt(5) == 0 ? 0.3 : 0;
    layers.add(new LayerSpec(kind, activation, true, false, dropout, LayerSpec.USUAL_EPSILON));
    return kind.output();
  }
}
