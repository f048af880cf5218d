package org.ladera.present.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.landscape.Axis;
import org.ladera.landscape.DecisionGrid;
import org.ladera.landscape.Field;
import org.ladera.lesson.model.Range;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.session.FieldRequest;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;

/** The part of the plane of two inputs that a view shows, with the grid of its pictures. */
public record InputPlane(Axis x, Axis y) {
  private static final int COUNT = 160;

  /** A few examples need room for what is written beside them. */
  private static final int FEW = 8;

  /** Half widths of the planes in which examples may be put by hand. */
  private static final double[] STEPS = {1.5, 3, 6, 12, 25, 50, 100, 1000, 1e6};

  /**
   * The plane of a run with two inputs, or with more that are alike in all examples; empty for any
   * other network.
   */
  static Optional<InputPlane> of(RunFrame run, ViewSpec.Boundary spec) {
    Dataset data = run.experiment().data();
    return DecisionGrid.InputPlane.holds(data)
        ? Optional.of(plane(data, spec.xRange(), spec.yRange(), spec.edit()))
        : Optional.empty();
  }

  /** With room around the examples. */
  static Optional<InputPlane> around(RunFrame run) {
    return of(run, Optional.empty(), Optional.empty(), false);
  }

  public static Optional<InputPlane> of(
      RunFrame run, Optional<Range> xRange, Optional<Range> yRange, boolean edited) {
    Dataset data = run.experiment().data();
    return data.inputs().size() == 2
        ? Optional.of(plane(data, xRange, yRange, edited))
        : Optional.empty();
  }

  private static InputPlane plane(
      Dataset data, Optional<Range> xRange, Optional<Range> yRange, boolean edited) {
    return new InputPlane(axis(data, xRange, 0, edited), axis(data, yRange, 1, edited));
  }

  private static Axis axis(Dataset data, Optional<Range> range, int column, boolean edited) {
    if (range.isPresent()) {
      return new Axis(range.get().low(), range.get().high(), COUNT);
    }
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < data.size(); i++) {
      min = Math.min(min, data.x().get(i, column));
      max = Math.max(max, data.x().get(i, column));
    }
    if (edited) {
      return steady(min, max);
    }
    double room = (max - min) * (data.size() <= FEW ? 0.35 : 0.12);
    return max > min ? new Axis(min - room, max + room, COUNT) : new Axis(min - 1, max + 1, COUNT);
  }

  /** An axis that stands still while an example is moved inside it. */
  private static Axis steady(double min, double max) {
    if (min > -0.35 && max < 1.35) {
      return new Axis(-0.35, 1.35, COUNT);
    }
    for (double half : STEPS) {
      if (min > -half && max < half) {
        return new Axis(-half, half, COUNT);
      }
    }
    return new Axis(min - 1, max + 1, COUNT);
  }

  /** The pictures of a view over this plane. */
  static Collection<FieldRequest> wanted(String run, Optional<InputPlane> plane) {
    return plane.stream()
        .<FieldRequest>map(p -> new FieldRequest.OutputMaps(run, p.x, p.y))
        .toList();
  }

  /** The maps of all outputs, once they are there. */
  Optional<BackgroundField> background(Frame frame, String run) {
    Optional<BackgroundField> line = threshold(frame.run(run));
    if (line.isPresent()) {
      return line;
    }
    int outputs = frame.run(run).experiment().network().outputs();
    List<Field> maps = new ArrayList<>();
    for (int i = 1; i <= outputs; i++) {
      Field map = frame.fields().get(new FieldRequest.OutputMap(run, i, x, y));
      if (map == null) {
        return Optional.empty();
      }
      maps.add(map);
    }
    return Optional.of(new BackgroundField.Known(maps));
  }

  /** Of a network that is one unit with a step. */
  private Optional<BackgroundField> threshold(RunFrame run) {
    NetworkSpec network = run.experiment().network();
    LayerSpec only = network.layers().getFirst();
    if (network.layers().size() > 1
        || only.units() > 1
        || only.batchNorm()
        || network.inputs() != 2
        || only.activation().kind() != ActivationSpec.Kind.STEP) {
      return Optional.empty();
    }
    MatrixView theta = run.parameters();
    double bias = theta.size() > 2 ? theta.get(2) : 0;
    return Optional.of(new BackgroundField.Threshold(theta.get(0), theta.get(1), bias, x, y));
  }

  /** The corners of what the examples span, (4 × 2): for the grid that layers bend. */
  static MatrixView corners(Dataset data) {
    double[] low = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
    double[] high = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
    for (int i = 0; i < data.size(); i++) {
      for (int j = 0; j < 2; j++) {
        low[j] = Math.min(low[j], data.x().get(i, j));
        high[j] = Math.max(high[j], data.x().get(i, j));
      }
    }
    return MatrixView.of(2, 2, low[0], low[1], high[0], high[1]);
  }
}
