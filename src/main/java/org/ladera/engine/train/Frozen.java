package org.ladera.engine.train;

import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.ParameterLayout;

/** The parameters of layers that are not trained; whatever a rule does to them is taken back. */
final class Frozen {
  private final int[] from;
  private final double[][] kept;

  Frozen(NetworkSpec network) {
    ParameterLayout.Block[] blocks =
        new ParameterLayout(network)
            .blocks().stream()
                .filter(block -> !network.layers().get(block.layer() - 1).trainable())
                .toArray(ParameterLayout.Block[]::new);
    from = new int[blocks.length];
    kept = new double[blocks.length][];
    for (int i = 0; i < blocks.length; i++) {
      from[i] = blocks[i].offset();
      kept[i] = new double[blocks[i].size()];
    }
  }

  void keep(double[] theta) {
    for (int i = 0; i < from.length; i++) {
      System.arraycopy(theta, from[i], kept[i], 0, kept[i].length);
    }
  }

  /**
   * @param theta modified
   */
  void putBack(double[] theta) {
    for (int i = 0; i < from.length; i++) {
      System.arraycopy(kept[i], 0, theta, from[i], kept[i].length);
    }
  }
}
