package org.ladera.engine.data;

import java.util.function.DoubleUnaryOperator;
import org.ladera.engine.random.SplitMix64;

/** Regression on one input. */
final class Curves {
  private Curves() {}

  /** x drawn evenly from −1 to 1, y = f(x) with normal noise. */
  static Dataset draw(DoubleUnaryOperator f, int examples, double noise, SplitMix64 random) {
    double[][] x = new double[examples][1];
    double[][] y = new double[examples][1];
    for (int i = 0; i < examples; i++) {
      x[i][0] = 2 * random.nextDouble() - 1;
      y[i][0] = f.applyAsDouble(x[i][0]) + noise * random.nextNormal();
    }
    return Dataset.of(x, y);
  }
}
