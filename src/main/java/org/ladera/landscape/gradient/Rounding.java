package org.ladera.landscape.gradient;

import org.jspecify.annotations.Nullable;
import org.ladera.engine.spec.LayerKind;
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
   * @param dual the derivative before the update
   * @param sides of its kinks
   * @return infinite where the last bits decide the side of a kink
   */
  double of(int index, double dual, Sides sides) {
    double[] shaken = loss.parameters();
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
      double[] in = loss.into(layer, i);
      double[] at = sizes[p.layer() - 1][i];
      if (layer.spec().kind() instanceof LayerKind.Convolution c) {
        for (int place = 0; place < c.places(); place++) {
          sum += seen(c, in, place, p) * at[(p.column() - 1) * c.places() + place];
        }
      } else {
        double value = p.kind() == ParameterRef.Kind.WEIGHT ? in[p.row() - 1] : 1;
        sum += Math.abs(value) * at[p.column() - 1];
      }
    }
    return sum;
  }

  /** The size of what a parameter of a kernel is multiplied with at a place. */
  private static double seen(LayerKind.Convolution c, double[] in, int place, ParameterRef p) {
    if (p.kind() != ParameterRef.Kind.WEIGHT) {
      return 1;
    }
    int input = c.inputAt(place, p.row() - 1);
    return input < 0 ? 0 : Math.abs(in[input]);
  }

  private double[][][] sizes() {
    int depth = trace.layers().size();
    double[][][] all = new double[depth][trace.x().rows()][];
    for (int l = depth - 1; l >= 0; l--) {
      LayerTrace layer = trace.layers().get(l);
      for (int i = 0; i < trace.x().rows(); i++) {
        all[l][i] = l == depth - 1 ? outputs(layer, i) : behind(l, all[l + 1][i], i);
        for (int j = 0; j < all[l][i].length; j++) {
          all[l][i][j] *= Math.max(1, scale(layer, j));
        }
      }
    }
    return all;
  }

  private double[] outputs(LayerTrace last, int sample) {
    double[] sizes = new double[last.spec().units()];
    for (int j = 0; j < sizes.length; j++) {
      sizes[j] = output(last, sample, j);
    }
    return sizes;
  }

  private double output(LayerTrace last, int sample, int unit) {
    double y = trace.y().get(sample, unit);
    double size = 2 * trace.factor() * (Math.abs(last.a().get(sample, unit)) + Math.abs(y));
    boolean root = trace.experiment().loss().kind() == LossSpec.Kind.ROOT_SQUARED;
    double whole = root && trace.dataLoss() > 0 ? size / trace.dataLoss() : size;
    return Math.max(whole, Math.abs(last.delta().get(sample, unit)));
  }

  private double[] behind(int layer, double[] next, int sample) {
    LayerTrace after = trace.layers().get(layer + 1);
    return WayBack.through(after, next, loss.into(after, sample), Math::abs);
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
