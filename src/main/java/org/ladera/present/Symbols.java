package org.ladera.present;

import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.ParameterRef;

/** How parameters are written in labels: as simply as the network allows. */
public final class Symbols {
  private Symbols() {}

  /**
   * w and b in a single unit of one input, w with its input in a single unit of several, else with
   * layer and place, between dollar signs.
   */
  public static String of(ParameterRef ref, NetworkSpec network) {
    boolean oneUnit = network.layers().size() == 1 && network.outputs() == 1;
    return switch (ref.kind()) {
      case WEIGHT -> {
        if (oneUnit) {
          yield network.inputs() == 1 ? "$w$" : "$w_(" + ref.row() + ")$";
        }
        yield "$W^(" + ref.layer() + ")_(" + ref.row() + "," + ref.column() + ")$";
      }
      case BIAS -> oneUnit ? "$b$" : placed("b", ref);
      case GAMMA -> placed("\u03b3", ref);
      case BETA -> placed("\u03b2", ref);
    };
  }

  /** ∂J/∂ of the parameter. */
  public static String derivative(ParameterRef ref, NetworkSpec network) {
    return "\u2202$J$/\u2202" + of(ref, network);
  }

  private static String placed(String symbol, ParameterRef ref) {
    return "$" + symbol + "^(" + ref.layer() + ")_(" + ref.column() + ")$";
  }
}
