package org.ladera;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
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
import org.ladera.lesson.model.ViewSpec;
import org.ladera.session.Command;
import org.ladera.session.FieldRequest;
import org.ladera.session.Frame;
import org.ladera.session.Scene;
import org.ladera.session.run.InlineSession;
import org.ladera.store.lesson.WrittenView;

/** The XOR of the thesis, and other small classifications of the plane. */
public final class Xor {
  private static final double[][] SQUARE = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
  private static final double[][] CLASSES = {{0}, {1}, {1}, {0}};

  private Xor() {}

  /** 2-3-1 sigmoids without biases, from the start weights of numpy's seed 1685. */
  public static Experiment thesis() {
    LayerSpec hidden = LayerSpec.dense(3, ActivationSpec.SIGMOID).withoutBias();
    LayerSpec output = LayerSpec.dense(1, ActivationSpec.SIGMOID).withoutBias();
    return experiment(
        Dataset.of(SQUARE, CLASSES),
        NetworkSpec.of(2, hidden, output),
        LossSpec.HALF_SSE,
        1,
        new InitSpec.NumpyRandom(1685, 1, 0));
  }

  /** XOR in two hidden layers of two units. */
  public static Experiment deep() {
    return experiment(
        Dataset.of(SQUARE, CLASSES),
        NetworkSpec.of(
            2,
            LayerSpec.dense(2, ActivationSpec.TANH),
            LayerSpec.dense(2, ActivationSpec.TANH),
            LayerSpec.dense(1, ActivationSpec.SIGMOID)),
        LossSpec.HALF_SSE,
        0.5,
        new InitSpec.GlorotUniform(1));
  }

  /** Three clouds of fourteen points, softmax regression. */
  public static Experiment threeClasses() {
    return classes(3, NetworkSpec.of(2, LayerSpec.dense(3, ActivationSpec.SOFTMAX)));
  }

  /** Clouds of fourteen points around a circle, one for each class. */
  public static Experiment classes(int count, NetworkSpec network) {
    SplittableRandom random = new SplittableRandom(7);
    double[][] x = new double[14 * count][];
    double[][] y = new double[14 * count][count];
    for (int i = 0; i < x.length; i++) {
      double angle = 2 * Math.PI * (i % count) / count;
      x[i] =
          new double[] {
            1.5 * Math.cos(angle) + random.nextGaussian() * 0.45,
            1.5 * Math.sin(angle) + random.nextGaussian() * 0.45
          };
      y[i][i % count] = 1;
    }
    return experiment(
        Dataset.of(x, y),
        network,
        new LossSpec(LossSpec.Kind.CATEGORICAL_CROSS_ENTROPY, Factor.PER_SAMPLE),
        0.5,
        new InitSpec.GlorotUniform(1));
  }

  /** A network that has no plane of inputs. */
  public static Experiment oneInput() {
    return experiment(
        Dataset.of(new double[][] {{0}, {1}}, new double[][] {{0}, {1}}),
        NetworkSpec.of(1, LayerSpec.dense(1, ActivationSpec.SIGMOID)),
        LossSpec.HALF_SSE,
        1,
        new InitSpec.Zeros());
  }

  private static Experiment experiment(
      Dataset data, NetworkSpec network, LossSpec loss, double rate, InitSpec init) {
    return new Experiment(
        data,
        network,
        loss,
        RegularisationSpec.NONE,
        new OptimizerSpec.Sgd(rate),
        new ScheduleSpec.Constant(),
        BatchSpec.FULL,
        init,
        1685);
  }

  /** The frame after {@code epoch} epochs, with the pictures asked for. */
  public static Frame after(Experiment experiment, long epoch, FieldRequest... wanted) {
    InlineSession session = new InlineSession();
    session.send(new Command.Load(Scene.of(experiment, 4000)));
    session.send(new Command.Watch(Set.copyOf(List.of(wanted))));
    session.send(new Command.RunTo(epoch));
    return session.newest();
  }

  /** A view with options given as name, value, name, value, … */
  public static <S extends ViewSpec> S view(Class<S> type, String... options) {
    return WrittenView.of(type, Scene.of(thesis(), 1), Scene.MAIN, options);
  }
}
