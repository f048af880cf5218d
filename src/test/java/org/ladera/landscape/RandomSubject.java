package org.ladera.landscape;

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
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.RegularisationSpec;
import org.ladera.engine.spec.ScheduleSpec;

/** Networks of all kinds, drawn from a seed. */
public final class RandomSubject {
  private static final List<ActivationSpec> HIDDEN =
      List.of(
          ActivationSpec.SIGMOID,
          ActivationSpec.TANH,
          ActivationSpec.RELU,
          ActivationSpec.leakyRelu(0.1),
          ActivationSpec.elu(0.7),
          ActivationSpec.SOFTPLUS,
          ActivationSpec.SOFTMAX);

  private final SplittableRandom random;

  public RandomSubject(long seed) {
    random = new SplittableRandom(seed);
  }

  public LossFunction network() {
    int depth = random.nextInt(1, 4);
    int inputs = random.nextInt(1, 4);
    List<LayerSpec> layers = new ArrayList<>();
    for (int l = 0; l < depth; l++) {
      layers.add(
          new LayerSpec(
              random.nextInt(1, 5),
              HIDDEN.get(random.nextInt(HIDDEN.size())),
              random.nextInt(4) > 0,
              random.nextInt(3) == 0,
              random.nextInt(4) == 0 ? 0.3 : 0));
    }
    boolean classes = random.nextBoolean();
    layers.add(
        LayerSpec.dense(
            random.nextInt(1, 4), classes ? ActivationSpec.SIGMOID : ActivationSpec.IDENTITY));
    LossSpec loss =
        new LossSpec(
            classes ? LossSpec.Kind.BINARY_CROSS_ENTROPY : LossSpec.Kind.SQUARED,
            Factor.PER_SAMPLE);
    return subject(new NetworkSpec(inputs, layers), loss, random.nextInt(2, 30));
  }

  LossFunction linear(int inputs, int outputs, int samples) {
    return subject(
        NetworkSpec.of(inputs, LayerSpec.dense(outputs, ActivationSpec.IDENTITY)),
        LossSpec.HALF_SSE,
        samples);
  }

  public LossFunction subject(NetworkSpec network, LossSpec loss, int samples) {
    boolean classes = loss.kind() == LossSpec.Kind.BINARY_CROSS_ENTROPY;
    double[][] x = matrix(samples, network.inputs());
    double[][] y = matrix(samples, network.outputs());
    for (double[] row : y) {
      for (int j = 0; j < row.length && classes; j++) {
        row[j] = row[j] > 0 ? 1 : 0;
      }
    }
    Experiment experiment =
        new Experiment(
            Dataset.of(x, y),
            network,
            loss,
            new RegularisationSpec(
                random.nextBoolean() ? 0.01 : 0, random.nextBoolean() ? 0.02 : 0),
            new OptimizerSpec.Sgd(0.1),
            new ScheduleSpec.Constant(),
            BatchSpec.FULL,
            new InitSpec.Normal(0, 1),
            1);
    double[] figures = LossFunction.of(experiment).figures().toArray();
    for (int i = 0; i < figures.length; i++) {
      figures[i] += random.nextDouble(0, 0.5);
    }
    return new LossFunction(experiment, MatrixView.of(1, figures.length, figures));
  }

  public MatrixView theta(LossFunction subject) {
    int count = new ParameterLayout(subject.network()).count();
    return MatrixView.of(1, count, matrix(1, count)[0]);
  }

  public int below(int bound) {
    return random.nextInt(bound);
  }

  private double[][] matrix(int rows, int columns) {
    double[][] matrix = new double[rows][columns];
    for (double[] row : matrix) {
      for (int j = 0; j < columns; j++) {
        row[j] = random.nextDouble(-2, 2);
      }
    }
    return matrix;
  }
}
