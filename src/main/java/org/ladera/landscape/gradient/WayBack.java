package org.ladera.landscape.gradient;

import java.util.function.DoubleUnaryOperator;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.LayerKind;
import org.ladera.engine.trace.LayerTrace;

/** What stands at the units of a layer, carried back to the values that enter it. */
final class WayBack {
  private WayBack() {}

  /**
   * Σ over the units that a value reaches of what stands there times the weight between.
   *
   * @param at (units) what stands at the units of the layer, not modified
   * @param in (inputs) what entered the layer, for the choice of a greatest value; not modified
   * @param size applied to each weight
   */
  static double[] through(LayerTrace layer, double[] at, double[] in, DoubleUnaryOperator size) {
    double[] back = new double[in.length];
    MatrixView w = layer.w().before();
    switch (layer.spec().kind()) {
      case LayerKind.Dense _ -> {
        for (int k = 0; k < in.length; k++) {
          for (int j = 0; j < at.length; j++) {
            back[k] += size.applyAsDouble(w.get(k, j)) * at[j];
          }
        }
      }
      case LayerKind.Convolution c -> {
        for (int unit = 0; unit < at.length; unit++) {
          for (int k = 0; k < w.rows(); k++) {
            int input = c.inputAt(unit % c.places(), k);
            if (input >= 0) {
              back[input] += size.applyAsDouble(w.get(k, unit / c.places())) * at[unit];
            }
          }
        }
      }
      case LayerKind.Pool pool -> pool(pool, at, in, back);
      case LayerKind.Flatten _ -> System.arraycopy(at, 0, back, 0, back.length);
      case LayerKind.Function _ -> {
        // Nothing enters that could matter.
      }
    }
    return back;
  }

  private static void pool(LayerKind.Pool pool, double[] at, double[] in, double[] back) {
    int window = pool.size() * pool.size();
    for (int unit = 0; unit < at.length; unit++) {
      switch (pool.reduction()) {
        case MAX -> {
          int winner = pool.inputAt(unit, 0);
          for (int i = 1; i < window; i++) {
            int input = pool.inputAt(unit, i);
            winner = in[input] > in[winner] ? input : winner;
          }
          back[winner] += at[unit];
        }
        case AVERAGE -> {
          for (int i = 0; i < window; i++) {
            back[pool.inputAt(unit, i)] += at[unit] / window;
          }
        }
      }
    }
  }
}
