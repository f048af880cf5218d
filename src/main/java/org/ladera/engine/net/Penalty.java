package org.ladera.engine.net;

import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.spec.RegularisationSpec;

/** l1·Σ|W| + l2·ΣW² over all weights; gradient l1·sign(W) + 2·l2·W, with sign(0) = 0. */
public final class Penalty {
  private final double l1;
  private final double l2;
  private final int[] from;
  private final int[] to;

  public Penalty(RegularisationSpec spec, NetworkSpec network) {
    l1 = spec.l1();
    l2 = spec.l2();
    var weights =
        new ParameterLayout(network)
            .blocks().stream().filter(b -> b.kind() == ParameterRef.Kind.WEIGHT).toList();
    from = weights.stream().mapToInt(ParameterLayout.Block::offset).toArray();
    to = weights.stream().mapToInt(b -> b.offset() + b.size()).toArray();
  }

  /** The penalty of {@code theta}, which is not modified. */
  public double value(double[] theta) {
    if (l1 == 0 && l2 == 0) {
      return 0;
    }
    double absolute = 0;
    double squares = 0;
    for (int block = 0; block < from.length; block++) {
      for (int i = from[block]; i < to[block]; i++) {
        absolute += Math.abs(theta[i]);
        squares += theta[i] * theta[i];
      }
    }
    return l1 * absolute + l2 * squares;
  }

  /** Adds the penalty's gradient to {@code gradient}. Modified. */
  public void addGradient(double[] theta, double[] gradient) {
    if (l1 == 0 && l2 == 0) {
      return;
    }
    for (int block = 0; block < from.length; block++) {
      for (int i = from[block]; i < to[block]; i++) {
        gradient[i] += l1 * Math.signum(theta[i]) + 2 * l2 * theta[i];
      }
    }
  }
}
