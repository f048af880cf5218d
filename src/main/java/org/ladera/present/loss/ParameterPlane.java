package org.ladera.present.loss;

import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.landscape.Axis;
import org.ladera.landscape.Field;
import org.ladera.lesson.model.PlaneChoice;
import org.ladera.lesson.model.Range;
import org.ladera.session.FieldRequest;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.timeline.Trajectory;

/** The two parameters over which a view shows the loss, and their ranges. */
record ParameterPlane(String run, ParameterRef u, ParameterRef v, Axis uAxis, Axis vAxis) {
  /** Grid points along each edge: enough that no facet is seen. */
  static final int POINTS = 200;

  /** Room around start, path and optimum, in shares of their spread. */
  private static final double ROOM = 0.35;

  /** A diverging path may stretch the range by this factor, no further. */
  private static final double STRETCH = 3;

  /** As the view asks, or around what there is to show. */
  static ParameterPlane of(PlaneChoice.Weights weights, RunFrame run) {
    return new ParameterPlane(
        run.id(),
        weights.u(),
        weights.v(),
        axis(weights.uRange(), run, weights.u()),
        axis(weights.vRange(), run, weights.v()));
  }

  FieldRequest.LossSurface request() {
    return new FieldRequest.LossSurface(run, u, v, uAxis, vAxis);
  }

  /** The picture that was asked for, or while it is computed an older one of the same plane. */
  @Nullable Field field(Frame frame) {
    Field exact = frame.fields().get(request());
    if (exact != null) {
      return exact;
    }
    for (Map.Entry<FieldRequest, Field> entry : frame.fields().entrySet()) {
      if (entry.getKey() instanceof FieldRequest.LossSurface other
          && other.run().equals(run)
          && other.u().equals(u)
          && other.v().equals(v)) {
        return entry.getValue();
      }
    }
    return null;
  }

  private static Axis axis(Optional<Range> range, RunFrame run, ParameterRef parameter) {
    return range
        .map(r -> new Axis(r.low(), r.high(), POINTS))
        .orElseGet(
            () ->
                around(
                    run,
                    new ParameterLayout(run.experiment().network()).indexOf(parameter),
                    POINTS));
  }

  /** A range with round ends around start, optimum, present and path of one parameter. */
  static Axis around(RunFrame run, int index, int points) {
    double[] fixed = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
    DoubleConsumer add = value -> widen(fixed, value);
    add.accept(run.start().parameters().get(index));
    run.optimum().ifPresent(optimum -> add.accept(optimum.parameters().get(index)));
    double spread = Math.max(fixed[1] - fixed[0], Math.max(0.5, Math.abs(fixed[0]) * 0.1));
    double middle = (fixed[0] + fixed[1]) / 2;
    double[] all = {middle - spread / 2, middle + spread / 2};
    hold(run.path(), index, middle, STRETCH * spread, all);
    run.plan().ifPresent(plan -> hold(plan.path(), index, middle, STRETCH * spread, all));
    double room = (all[1] - all[0]) * ROOM;
    // Round ends keep still while the path grows a little.
    double step = StrictMath.pow(2, StrictMath.ceil(StrictMath.log(room) / StrictMath.log(2)));
    double min = StrictMath.floor((all[0] - room / 2) / step) * step;
    double max = StrictMath.ceil((all[1] + room / 2) / step) * step;
    return new Axis(min, max, points);
  }

  private static void hold(Trajectory path, int index, double middle, double most, double[] range) {
    for (int i = 0; i < path.count(); i++) {
      double value = path.get(i, index);
      if (Math.abs(value - middle) <= most) {
        widen(range, value);
      }
    }
  }

  private static void widen(double[] range, double value) {
    if (Double.isFinite(value)) {
      range[0] = Math.min(range[0], value);
      range[1] = Math.max(range[1], value);
    }
  }
}
