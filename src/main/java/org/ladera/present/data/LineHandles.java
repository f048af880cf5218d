package org.ladera.present.data;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.ladera.engine.data.Scaling;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.present.plot.Scale;

/**
 * The two grips on a model's line and what the parameters become when one of them is moved up or
 * down while the other stays.
 *
 * @param left x of the first grip, in the units of the axes
 * @param right x of the second one
 * @param line the line now, in the units of the axes
 */
public record LineHandles(
    double left, double right, StraightLine line, boolean raw, Scaling input, Scaling target) {
  /** How far from the ends of the visible line the grips lie, as a share of it. */
  private static final double INSET = 0.05;

  /** On the line between another one and this. */
  LineHandles after(LineHandles before, double share) {
    return new LineHandles(left, right, line.after(before.line, share), raw, input, target);
  }

  /** Grips for a network with one weight and one bias; empty for any other. */
  public static Optional<LineHandles> of(
      Experiment experiment, StraightLine line, boolean raw, Scale x, Scale y) {
    NetworkSpec network = experiment.network();
    if (network.layers().size() != 1
        || network.outputs() != 1
        || !network.layers().getFirst().bias()) {
      return Optional.empty();
    }
    double from = x.min();
    double to = x.max();
    if (line.slope() != 0) {
      double a = (y.min() - line.intercept()) / line.slope();
      double b = (y.max() - line.intercept()) / line.slope();
      double enters = Math.max(from, Math.min(a, b));
      double leaves = Math.min(to, Math.max(a, b));
      // Grips closer than a tenth of the axis would turn the line at a touch.
      if (leaves - enters > 0.1 * (to - from)) {
        from = enters;
        to = leaves;
      }
    }
    double inset = INSET * (to - from);
    return Optional.of(
        new LineHandles(
            from + inset,
            to - inset,
            line,
            raw,
            experiment.data().inputScaling(),
            experiment.data().targetScaling()));
  }

  /** x of grip {@code index}, 0 or 1. */
  public double x(int index) {
    return index == 0 ? left : right;
  }

  /** y of grip {@code index}, 0 or 1. */
  public double y(int index) {
    return line.at(x(index));
  }

  /** The weight and the bias, in the network's units, when grip {@code index} lies at {@code y}. */
  public Map<ParameterRef, Double> moved(int index, double y) {
    double ya = scaledY(index == 0 ? y : y(0));
    double yb = scaledY(index == 1 ? y : y(1));
    double xa = scaledX(left);
    double xb = scaledX(right);
    double w = (yb - ya) / (xb - xa);
    Map<ParameterRef, Double> values = new LinkedHashMap<>();
    values.put(ParameterRef.weight(1, 1, 1), w);
    values.put(ParameterRef.bias(1, 1), ya - w * xa);
    return values;
  }

  private double scaledX(double x) {
    return raw ? input.apply(0, x) : x;
  }

  private double scaledY(double y) {
    return raw ? target.apply(0, y) : y;
  }
}
