package org.ladera.present.data;

import java.util.Optional;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.ParameterLayout;

/**
 * The function ŷ = intercept + slope · x that a network of one input computes when every activation
 * is the identity, in the units the network sees.
 */
public record StraightLine(double intercept, double slope) {
  /**
   * The first output of {@code network} as a line; empty when it has several inputs or bends.
   *
   * @param parameters (1 × count), not modified
   */
  public static Optional<StraightLine> of(NetworkSpec network, MatrixView parameters) {
    if (network.inputs() != 1 || !network.layers().stream().allMatch(StraightLine::straight)) {
      return Optional.empty();
    }
    double atZero = forward(network, parameters, 0, true);
    double slope = forward(network, parameters, 1, false);
    return Optional.of(new StraightLine(atZero, slope));
  }

  /** Between another line and this one: of one weight and one bias, the parameters between. */
  StraightLine after(StraightLine before, double share) {
    return new StraightLine(
        before.intercept + share * (intercept - before.intercept),
        before.slope + share * (slope - before.slope));
  }

  /** The prediction at {@code x}. */
  public double at(double x) {
    return intercept + slope * x;
  }

  /** The same line in the units of the source. */
  public StraightLine raw(Dataset data) {
    double x0 = data.inputScaling().apply(0, 0);
    double x1 = data.inputScaling().apply(0, 1);
    double y0 = data.targetScaling().invert(0, at(x0));
    // The slope from the divisors and not from two heights: a difference would lose digits.
    double perRaw = slope * (x1 - x0) * data.targetScaling().divisor().get(0, 0);
    return new StraightLine(y0, perRaw);
  }

  private static boolean straight(LayerSpec layer) {
    return layer.activation().kind() == ActivationSpec.Kind.IDENTITY && !layer.batchNorm();
  }

  private static double forward(
      NetworkSpec network, MatrixView parameters, double x, boolean withBias) {
    ParameterLayout layout = new ParameterLayout(network);
    double[] a = {x};
    for (ParameterLayout.Block block : layout.blocks()) {
      switch (block.kind()) {
        case WEIGHT -> a = weighted(a, block, parameters);
        case BIAS -> {
          for (int j = 0; withBias && j < a.length; j++) {
            a[j] += parameters.get(block.offset() + j);
          }
        }
        case GAMMA, BETA -> throw new IllegalStateException("batch normalisation bends the line");
      }
    }
    return a[0];
  }

  private static double[] weighted(double[] a, ParameterLayout.Block block, MatrixView parameters) {
    double[] z = new double[block.columns()];
    for (int i = 0; i < block.rows(); i++) {
      for (int j = 0; j < block.columns(); j++) {
        z[j] += a[i] * parameters.get(block.offset() + i * block.columns() + j);
      }
    }
    return z;
  }
}
