package org.ladera.landscape.gradient;

import org.jspecify.annotations.Nullable;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.trace.BatchNormTrace;
import org.ladera.engine.trace.LayerTrace;
import org.ladera.engine.trace.StepTrace;

/**
 * How far rounding alone may put two right computations of a derivative apart. Two things make
 * digits disappear: contributions that cancel, and slopes such as a·(1 − a) that are small because
 * two numbers near 1 are subtracted.
 */
final class Rounding {
  /** Parameters are shaken by this share of themselves to see how firm a derivative is. */
  private static final double SHAKE = 0x1p-40;

  /** So much of what the shaking did, a right computation may be off. */
  private static final double FIRMNESS = 0x1p-5;

  /** A sum is off by at most about this share of the sizes of its terms. */
  private static final double SHARE = 0x1p-49;

  private final StepTrace trace;
  private final BatchLoss loss;

  /** What would come back to each unit if no slope made it smaller; made when first needed. */
  private double @Nullable [][][] sizes;

  Rounding(StepTrace trace, BatchLoss loss) {
    this.trace = trace;
    this.loss = loss;
  }

  /**
   * @param theta (count) not modified
   * @param dual the derivative there
   * @param sides of its kinks
   * @return infinite where the last bits decide the side of a kink
   */
  double of(double[] theta, int index, double dual, Sides sides) {
    double[] shaken = theta.clone();
    for (int i = 0; i < shaken.length; i++) {
      shaken[i] *= i % 3 == 0 ? 1 - SHAKE : 1 + SHAKE;
    }
    Sides there = new Sides();
    double moved = Math.abs(loss.at(shaken, index, there).slope() - dual);
    return there.same(sides)
        ? Math.max(moved * FIRMNESS, terms(loss.layout().refAt(index)) * SHARE)
        : Double.POSITIVE_INFINITY;
  }

  /** The sizes of what the samples contribute to a derivative, summed without their signs. */
  private double terms(ParameterRef p) {
    if (trace.experiment().function().isPresent()) {
      // Its operations are few: the shaking shows all there is.
      return 0;
    }
    if (sizes == null) {
      sizes = sizes();
    }
    LayerTrace layer = trace.layers().get(p.layer() - 1);
    double sum = 0;
    for (int i = 0; i < trace.x().rows(); i++) {
      double in = p.kind() == ParameterRef.Kind.WEIGHT ? loss.into(layer, i, p.row() - 1) : 1;
      sum += Math.abs(in) * sizes[p.layer() - 1][i][p.column() - 1];
    }
    return sum;
  }

  private double[][][] sizes() {
    int depth = trace.layers().size();
    double[][][] all = new double[depth][trace.x().rows()][];
    for (int l = depth - 1; l >= 0; l--) {
      LayerTrace layer = trace.layers().get(l);
      for (int i = 0; i < trace.x().rows(); i++) {
        all[l][i] = new double[layer.spec().units()];
        for (int j = 0; j < all[l][i].length; j++) {
          double back = l == depth - 1 ? output(layer, i, j) : behind(l, all[l + 1][i], j);
          all[l][i][j] = back * Math.max(1, scale(layer, j));
        }
      }
    }
    return all;
  }

  private double output(LayerTrace last, int sample, int unit) {
    double y = trace.y().get(sample, unit);
    double size = 2 * trace.factor() * (Math.abs(last.a().get(sample, unit)) + Math.abs(y));
    boolean root = trace.experiment().loss().kind() == LossSpec.Kind.ROOT_SQUARED;
    double whole = root && trace.dataLoss() > 0 ? size / trace.dataLoss() : size;
    return Math.max(whole, Math.abs(last.delta().get(sample, unit)));
  }

  private double behind(int layer, double[] next, int unit) {
    LayerTrace after = trace.layers().get(layer + 1);
    double sum = 0;
    for (int o = 0; o < next.length; o++) {
      sum += next[o] * Math.abs(after.w().before().get(unit, o));
    }
    return sum;
  }

  /** What batch normalisation multiplies by on the way back. */
  private static double scale(LayerTrace layer, int unit) {
    if (layer.batchNorm().isEmpty()) {
      return 1;
    }
    BatchNormTrace norm = layer.batchNorm().get();
    double deviation = Math.sqrt(norm.variance().get(0, unit) + norm.epsilon());
    return Math.abs(norm.gamma().before().get(0, unit)) / deviation;
  }
}
