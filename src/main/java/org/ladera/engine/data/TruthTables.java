package org.ladera.engine.data;

import org.ladera.engine.random.SplitMix64;

/** Functions of two truth values. */
final class TruthTables {
  private TruthTables() {}

  /**
   * The rows 00, 01, 10, 11 over and over, with noise on the inputs.
   *
   * @param outputs bit i is the output of row i
   */
  static Dataset draw(int outputs, int examples, double noise, SplitMix64 random) {
    double[][] x = new double[examples][];
    double[][] y = new double[examples][];
    for (int i = 0; i < examples; i++) {
      int row = i % 4;
      x[i] =
          new double[] {
            (row >> 1) + noise * random.nextNormal(), (row & 1) + noise * random.nextNormal()
          };
      y[i] = new double[] {outputs >> row & 1};
    }
    return Dataset.of(x, y);
  }
}
