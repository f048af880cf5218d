package org.ladera.present;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.data.Scaling;
import org.ladera.engine.matrix.MatrixView;
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
import org.ladera.present.shared.Labels;
import org.ladera.session.Command;
import org.ladera.session.Frame;
import org.ladera.session.Scene;
import org.ladera.session.run.InlineSession;
import org.ladera.store.lesson.WrittenView;

/** Frames of the regression on the ice-cream data of the thesis, for tests of what shows them. */
public final class IceCreamFrames {
  private static final double[] TEMPERATURE = {
    25, 26, 27, 28, 29, 29.5, 30.5, 31, 32, 33.5, 34, 36.5, 37, 37.5, 39, 40
  };
  private static final double[] SALES = {
    10, 18, 12, 20, 18, 20, 22, 30, 32, 30, 35, 36, 40, 38, 37, 41
  };

  /** The words a Spanish lesson has for the columns. */
  public static final Labels LABELS =
      new Labels(
          Map.of(
              "column.temperature", "temperatura / °C",
              "column.sales", "helados vendidos"));

  private IceCreamFrames() {}

  /** Both columns divided by ten, start weights of numpy's seed 714. */
  public static Experiment experiment(double rate) {
    double[] x = new double[TEMPERATURE.length];
    double[] y = new double[SALES.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = TEMPERATURE[i] / 10;
      y[i] = SALES[i] / 10;
    }
    Dataset data =
        new Dataset(
            List.of("temperature"),
            List.of("sales"),
            MatrixView.of(x.length, 1, x),
            MatrixView.of(y.length, 1, y),
            Scaling.dividedBy(1, 10),
            Scaling.dividedBy(1, 10));
    return new Experiment(
        data,
        NetworkSpec.of(1, LayerSpec.dense(1, ActivationSpec.IDENTITY)),
        LossSpec.HALF_SSE,
        RegularisationSpec.NONE,
        new OptimizerSpec.Sgd(rate),
        new ScheduleSpec.Constant(),
        BatchSpec.FULL,
        new InitSpec.Given(MatrixView.of(1, 2, 1.0151747625338823, 1.5511928819147724)),
        714);
  }

  /** The three examples of the slide with the table of stochastic updates, from zero. */
  public static Experiment slide() {
    Dataset data =
        Dataset.of(new double[][] {{50}, {80}, {120}}, new double[][] {{150}, {200}, {280}});
    return new Experiment(
        data,
        NetworkSpec.of(1, LayerSpec.dense(1, ActivationSpec.IDENTITY)),
        LossSpec.HALF_SSE,
        RegularisationSpec.NONE,
        new OptimizerSpec.Sgd(0.0001),
        new ScheduleSpec.Constant(),
        new BatchSpec(1, new BatchSpec.Order.Fixed()),
        new InitSpec.Zeros(),
        1);
  }

  /** A session that was played to the end of {@code epoch}. */
  public static InlineSession played(long epoch, long epochs, Experiment... experiments) {
    InlineSession session = new InlineSession();
    List<Scene.Run> runs = new java.util.ArrayList<>();
    for (Experiment experiment : experiments) {
      runs.add(new Scene.Run(runs.isEmpty() ? Scene.MAIN : "run" + (runs.size() + 1), experiment));
    }
    session.send(new Command.Load(new Scene(runs, epochs)));
    if (epoch > 0) {
      session.send(new Command.RunTo(epoch));
    }
    return session;
  }

  /** The thesis run after {@code epoch} epochs. */
  public static Frame after(long epoch) {
    return played(epoch, 1500, experiment(0.01)).newest();
  }

  /** A view with these options, given as name, value, name, value. */
  public static <S extends ViewSpec> S view(Class<S> type, String... options) {
    List<Scene.Run> runs =
        Stream.of(Scene.MAIN, "run2", "run3")
            .map(id -> new Scene.Run(id, experiment(0.01)))
            .toList();
    return WrittenView.of(type, new Scene(runs, 1), Scene.MAIN, options);
  }
}
