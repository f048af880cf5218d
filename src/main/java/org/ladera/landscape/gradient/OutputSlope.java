package org.ladera.landscape.gradient;

import java.util.ArrayList;
import java.util.List;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.net.Activation;
import org.ladera.engine.trace.LayerTrace;
import org.ladera.engine.trace.StepTrace;

/**
 * How the first output answers to the net inputs of the layers: ∂a/∂z of each layer for one example
 * of the batch. In a chain of single units it is the product of slopes and weights on the way,
 * f′(z_L)·w_L·f′(z_{L−1})·…·w_{l+1}·f′(z_l). It is what backpropagation multiplies ∂J/∂a with;
 * batch normalisation and dropout are left out.
 */
public final class OutputSlope {
  private final List<double[]> byLayer = new ArrayList<>();

  /**
   * @param trace the update whose forward pass is used
   * @param row of the batch, from 0
   */
  public OutputSlope(StepTrace trace, int row) {
    List<LayerTrace> layers = trace.layers();
    double[] incoming = new double[layers.getLast().spec().units()];
    incoming[0] = 1;
    for (int l = layers.size() - 1; l >= 0; l--) {
      LayerTrace layer = layers.get(l);
      double[] slope = timesDerivative(layer, row, incoming);
      byLayer.addFirst(slope);
      MatrixView from = l == 0 ? trace.x() : layers.get(l - 1).a();
      double[] in = new double[from.columns()];
      from.copyRows(row, 1, in, 0);
      incoming = WayBack.through(layer, slope, in, w -> w);
    }
  }

  /** ∂a/∂z of unit {@code unit} of layer {@code layer}, both from 1. */
  public double at(int layer, int unit) {
    return byLayer.get(layer - 1)[unit - 1];
  }

  /** The Euclidean norm of ∂a/∂z over the units of a layer, from 1; of one unit its size. */
  public double norm(int layer) {
    double[] slopes = byLayer.get(layer - 1);
    if (slopes.length == 1) {
      return Math.abs(slopes[0]);
    }
    double sum = 0;
    for (double slope : slopes) {
      sum += slope * slope;
    }
    return Math.sqrt(sum);
  }

  public int layers() {
    return byLayer.size();
  }

  private static double[] timesDerivative(LayerTrace layer, int row, double[] incoming) {
    int units = layer.spec().units();
    double[] z = new double[units];
    double[] a = new double[units];
    layer.z().copyRows(row, 1, z, 0);
    Activation.apply(layer.spec().activation(), z, a, 1, units);
    double[] slope = incoming.clone();
    Activation.multiplyDerivative(layer.spec().activation(), z, a, slope, 1, units);
    return slope;
  }
}
