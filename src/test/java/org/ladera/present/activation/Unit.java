package org.ladera.present.activation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.RegularisationSpec;
import org.ladera.engine.spec.ScheduleSpec;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.session.Command;
import org.ladera.session.Frame;
import org.ladera.session.Scene;
import org.ladera.session.run.InlineSession;
import org.ladera.store.lesson.WrittenView;

/** Small scenes of single units and of chains of them. */
public final class Unit {
  private Unit() {}

  /** One unit without bias whose input is 1: its weight is z. */
  public static Experiment at(ActivationSpec function, double z) {
    return of(new double[][] {{1}}, z, LayerSpec.dense(1, function).withoutBias());
  }

  /** Inputs through these layers, with every parameter {@code start}. */
  public static Experiment of(double[][] x, double start, LayerSpec... layers) {
    double[][] y = new double[x.length][layers[layers.length - 1].units()];
    return new Experiment(
        Dataset.of(x, y),
        NetworkSpec.of(x[0].length, layers),
        LossSpec.HALF_SSE,
        RegularisationSpec.NONE,
        new OptimizerSpec.Sgd(0.1),
        new ScheduleSpec.Constant(),
        BatchSpec.FULL,
        new InitSpec.Constant(start),
        1);
  }

  /** As many single units behind one another, weights 1, no biases. */
  public static Experiment chain(ActivationSpec function, int depth, double x) {
    LayerSpec[] layers = new LayerSpec[depth];
    java.util.Arrays.fill(layers, LayerSpec.dense(1, function).withoutBias());
    return of(new double[][] {{x}}, 1, layers);
  }

  /** The first frame; the first experiment is the main run, the others are {@code run1}, … */
  public static Frame frame(Experiment... experiments) {
    List<Scene.Run> runs = new ArrayList<>();
    for (Experiment e : experiments) {
      runs.add(new Scene.Run(runs.isEmpty() ? Scene.MAIN : "run" + runs.size(), e));
    }
    try (InlineSession session = new InlineSession()) {
      session.send(new Command.Load(new Scene(runs, 100)));
      return session.newest();
    }
  }

  /** A view with options given as name, value, name, value, … */
  public static <S extends ViewSpec> S view(Class<S> type, String run, String... options) {
    List<Scene.Run> runs =
        Stream.of(Scene.MAIN, "run1", "run2")
            .map(
                id ->
                    new Scene.Run(
                        id,
                        of(new double[][] {{1}}, 1, LayerSpec.dense(1, ActivationSpec.SIGMOID))))
            .toList();
    return WrittenView.of(type, new Scene(runs, 1), run, options);
  }
}
