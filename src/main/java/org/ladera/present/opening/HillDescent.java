package org.ladera.present.opening;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ladera.engine.function.FunctionGraph;
import org.ladera.engine.function.FunctionSyntaxException;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.spec.ScheduleSpec;
import org.ladera.engine.train.Trainer;
import org.ladera.landscape.Axis;
import org.ladera.landscape.Field;
import org.ladera.landscape.LossFunction;
import org.ladera.landscape.LossPlane;
import org.ladera.present.plot.Scale;
import org.ladera.present.relief.Terrain;

/**
 * The loss J(w, b) = ½Σ(sin(w·x + b) − y)² of one neuron over 14 examples, and gradient descent on
 * it. Takes some tens of milliseconds; for another thread than that of the window.
 *
 * @param path places in the order of the updates, the start first
 */
public record HillDescent(Terrain terrain, List<Place> path) {
  /** Where the descent is after an update. */
  public record Place(double w, double b, double loss) {}

  private static final double[] X = {
    -1.6, -1.3077, -1.0154, -0.7231, -0.4308, -0.1385, 0.1538, 0.4462, 0.7385, 1.0308, 1.3231,
    1.6154, 1.9077, 2.2
  };
  private static final double[] Y = {
    -1.0604, -0.9999, -0.6257, -0.4657, -0.3775, 0.2108, 0.4962, 0.8606, 0.7919, 1.0047, 0.8448,
    0.721, 0.2034, -0.1652
  };

  private static final double REACH = 8;
  private static final int POINTS = 201;

  /** The vertical axis ends at this many times the highest loss. */
  public static final double SKY = 2.2;

  private static final double GROUND = 0.075;
  private static final double RATE = 0.008;
  private static final int MOST_UPDATES = 600;

  /** A gradient shorter than this means the bottom. */
  private static final double LEVEL = 0.02;

  private static final double[] START = {-1, 0};

  /** How many examples there are. */
  public static int examples() {
    return X.length;
  }

  public static HillDescent compute() {
    Experiment experiment =
        Experiment.of(loss(), START, new OptimizerSpec.Sgd(RATE), new ScheduleSpec.Constant(), 0);
    Axis axis = new Axis(-REACH, REACH, POINTS);
    Field field =
        LossPlane.of(
                LossFunction.of(experiment),
                MatrixView.of(1, START.length, START),
                new ParameterRef(ParameterRef.Kind.WEIGHT, 1, 1, 1),
                new ParameterRef(ParameterRef.Kind.WEIGHT, 1, 1, 2),
                axis,
                axis,
                () -> false)
            .orElseThrow();
    return new HillDescent(gentle(Terrain.of(field, false)), descend(experiment));
  }

  /** The same heights under a higher sky, so that the slopes let one see the ground of a valley. */
  private static Terrain gentle(Terrain steep) {
    double ground = 2 * steep.low() - steep.high();
    Scale scale = Scale.linear(steep.low() + (ground - steep.low()) * GROUND, steep.high() * SKY);
    return new Terrain(steep.field(), scale, steep.low(), steep.high() * SKY);
  }

  private static List<Place> descend(Experiment experiment) {
    Trainer trainer = new Trainer(experiment);
    List<Place> path = new ArrayList<>();
    double[] at = START.clone();
    do {
      trainer.copyParameters(at);
      path.add(new Place(at[0], at[1], trainer.loss()));
      trainer.step();
    } while (path.size() <= MOST_UPDATES && trainer.gradientNorm() > LEVEL);
    return List.copyOf(path);
  }

  private static FunctionGraph loss() {
    String sum =
        IntStream.range(0, X.length)
            .mapToObj(i -> String.format(Locale.ROOT, "(sin(w*(%s) + b) - (%s))^2", X[i], Y[i]))
            .collect(Collectors.joining(" + "));
    try {
      return FunctionGraph.parse("0.5*(" + sum + ")");
    } catch (FunctionSyntaxException impossible) {
      throw new IllegalStateException(sum, impossible);
    }
  }
}
