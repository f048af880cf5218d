package org.ladera.present.activation;

import java.util.Arrays;
import org.ladera.engine.net.Activation;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.present.activation.ActivationModel.Stretch;

/** A stretch of an activation function and of its slope, as the engine computes whole layers. */
final class FunctionCurve {
  private static final int POINTS = 241;

  private final double[] zs = new double[POINTS];
  private final double[] values = new double[POINTS];
  private final double[] slopes = new double[POINTS];

  FunctionCurve(ActivationSpec function, double from, double to) {
    for (int i = 0; i < POINTS; i++) {
      zs[i] = from + (to - from) * i / (POINTS - 1);
    }
    Arrays.fill(slopes, 1);
    // One column, so that softmax, too, has one number in each row.
    Activation.apply(function, zs, values, POINTS, 1);
    Activation.multiplyDerivative(function, zs, values, slopes, POINTS, 1);
  }

  Stretch values() {
    return new Stretch(zs, values);
  }

  Stretch slopes() {
    return new Stretch(zs, slopes);
  }
}
