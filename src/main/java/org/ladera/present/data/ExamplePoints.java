package org.ladera.present.data;

import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Stream;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.data.HeldOut;
import org.ladera.engine.data.Scaling;
import org.ladera.engine.spec.Experiment;
import org.ladera.present.plot.Scale;

/**
 * The examples as points: one input against the target, or two inputs against each other.
 *
 * @param held examples drawn beside them, for which there is room too
 * @param raw whether the axes are in the units of the source
 */
record ExamplePoints(Dataset data, List<Dataset> held, boolean raw) {
  /** The examples of a run: those it is trained on, and those held out that may be seen. */
  static ExamplePoints of(Experiment experiment, boolean raw) {
    HeldOut heldOut = experiment.heldOut();
    return new ExamplePoints(
        experiment.data(),
        Stream.concat(
                heldOut.validation().stream(),
                heldOut.test().filter(_ -> heldOut.testIsOpen()).stream())
            .toList(),
        raw);
  }

  /** The points of the examples that are not trained on. */
  List<ExamplePoints> heldPoints() {
    return held.stream().map(h -> new ExamplePoints(h, List.of(), raw)).toList();
  }

  boolean regression() {
    return data.inputs().size() == 1;
  }

  double x(int sample) {
    return shown(data.inputScaling(), 0, data.x().get(sample, 0));
  }

  double y(int sample) {
    return regression()
        ? target(0, data.y().get(sample, 0))
        : shown(data.inputScaling(), 1, data.x().get(sample, 1));
  }

  /** What stands for an output of the network on the y axis. */
  double target(int output, double value) {
    return shown(data.targetScaling(), output, value);
  }

  private double shown(Scaling scaling, int column, double value) {
    return raw ? scaling.invert(column, value) : value;
  }

  Scale across() {
    return scale(ExamplePoints::x, 0.1, false);
  }

  Scale up() {
    return scale(ExamplePoints::y, 0.2, regression());
  }

  /**
   * Room around the points, from zero where they begin near it. It depends on the data alone, so
   * that the axes stand still while the line moves.
   */
  private Scale scale(
      ToDoubleBiFunction<ExamplePoints, Integer> coordinate, double share, boolean fromZero) {
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (ExamplePoints of : Stream.concat(Stream.of(this), heldPoints().stream()).toList()) {
      for (int i = 0; i < of.data.size(); i++) {
        double value = coordinate.applyAsDouble(of, i);
        min = Math.min(min, value);
        max = Math.max(max, value);
      }
    }
    double room = (max - min) * share;
    boolean nearZero = fromZero && min >= 0 && min < 0.5 * max;
    return Scale.linear(nearZero ? 0 : min - room, max + room);
  }
}
