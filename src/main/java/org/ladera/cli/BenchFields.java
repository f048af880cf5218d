package org.ladera.cli;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.net.Objective;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.spec.RegularisationSpec;
import org.ladera.engine.spec.ScheduleSpec;
import org.ladera.engine.train.Trainer;
import org.ladera.landscape.Axis;
import org.ladera.landscape.Plane;
import org.ladera.session.FieldRequest;
import org.ladera.session.Scene;
import org.ladera.session.field.FieldWork;
import org.ladera.session.field.PathSample;

/**
 * Loss surfaces of 200 × 200 points, as the window has them computed beside every point by itself.
 */
final class BenchFields {
  /** Takes the name of a picture and the two ways to it. */
  interface Comparison {
    void compare(String name, Runnable window, Runnable everyPoint);
  }

  /** Asks a process for these. */
  static final String SURFACES = "surfaces";

  private static final Axis AXIS = new Axis(-2, 2, 200);

  private final Comparison comparison;

  BenchFields(Comparison comparison) {
    this.comparison = comparison;
  }

  void surfaces() {
    Dataset line =
        Dataset.of(new double[][] {{1}, {2}, {3}, {4}}, new double[][] {{2}, {3}, {5}, {6}});
    surface("loss surface of the line", line, "b[1][1]", 1, 1);
    Dataset xor =
        Dataset.of(
            new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}, new double[][] {{0}, {1}, {1}, {0}});
    surface("loss surface of two XOR weights, one unit", xor, "W[1][2,1]", 2, 4, 1);
    surface("loss surface of two XOR weights, two layers", xor, "W[2][1,1]", 2, 4, 1);
    surface("loss surface of one sigmoid, 100 points", points(100, 1), "W[1][2,1]", 2, 1);
    surface("loss surface of 2-16-3, 90 points", points(90, 3), "W[1][2,1]", 2, 16, 3);
    surface("loss surface of 2-8-8-8-1, 50 points", points(50, 1), "W[1][2,1]", 2, 8, 8, 8, 1);
    surface("loss surface of 2-8-8-8-1, third layer", points(50, 1), "W[3][1,1]", 2, 8, 8, 8, 1);
    surface("loss surface of 2-2-40-40-1, 90 points", points(90, 1), "W[1][2,1]", 2, 2, 40, 40, 1);
  }

  private static Dataset points(int count, int outputs) {
    Random random = new Random(7);
    double[][] x = new double[count][2];
    double[][] y = new double[count][outputs];
    for (int i = 0; i < count; i++) {
      x[i] = new double[] {random.nextDouble(), random.nextDouble()};
      y[i][i % outputs] = x[i][0] > x[i][1] ? 1 : 0;
    }
    return Dataset.of(x, y);
  }

  private void surface(String name, Dataset data, String second, int... sizes) {
    Trainer trainer = trainer(data, sizes);
    MatrixView theta = theta(trainer);
    // In a later layer than the first when the second is, so that both sweep the same.
    ParameterRef v = ParameterRef.parse(second);
    ParameterRef u = v.layer() == 3 ? ParameterRef.weight(3, 2, 1) : ParameterRef.weight(1, 1, 1);
    FieldRequest request = new FieldRequest.LossSurface(Scene.MAIN, u, v, AXIS, AXIS);
    FieldWork.Input input =
        new FieldWork.Input(
            Scene.MAIN,
            trainer.experiment(),
            theta,
            theta,
            PathSample.NONE,
            Optional.empty(),
            Optional.empty());
    Objective objective = trainer.objective();
    Plane plane = Plane.of(trainer.layout(), theta, u, v);
    double[] values = new double[AXIS.count() * AXIS.count()];
    comparison.compare(
        name,
        () ->
            new FieldWork(FieldWork.Part.LOSSES)
                .compute(List.of(input), Set.of(request), () -> false),
        () -> everyPoint(objective, plane, theta.toArray(), values));
  }

  private static void everyPoint(
      Objective objective, Plane plane, double[] theta, double[] values) {
    for (int iy = 0, i = 0; iy < AXIS.count(); iy++) {
      for (int ix = 0; ix < AXIS.count(); ix++, i++) {
        plane.at(AXIS.at(ix), AXIS.at(iy), theta);
        values[i] = objective.loss(theta);
      }
    }
  }

  private static MatrixView theta(Trainer trainer) {
    double[] theta = new double[trainer.layout().count()];
    trainer.copyParameters(theta);
    return MatrixView.of(1, theta.length, theta);
  }

  private static Trainer trainer(Dataset data, int... sizes) {
    LayerSpec[] layers = new LayerSpec[sizes.length - 1];
    for (int l = 1; l < sizes.length; l++) {
      // One input alone is the line.
      layers[l - 1] =
          LayerSpec.dense(
              sizes[l], sizes[0] == 1 ? ActivationSpec.IDENTITY : ActivationSpec.SIGMOID);
    }
    return new Trainer(
        new Experiment(
            data,
            NetworkSpec.of(sizes[0], layers),
            LossSpec.HALF_SSE,
            RegularisationSpec.NONE,
            new OptimizerSpec.Sgd(0.01),
            new ScheduleSpec.Constant(),
            BatchSpec.FULL,
            new InitSpec.HeNormal(),
            1));
  }
}
