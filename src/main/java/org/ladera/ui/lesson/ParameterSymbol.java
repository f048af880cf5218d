package org.ladera.ui.lesson;

import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.ParameterRef;

/** How a parameter is written in formulas. */
final class ParameterSymbol {
  private ParameterSymbol() {}

  /** Whether the network is a line: then its parameters are simply w and b. */
  static boolean isLine(NetworkSpec network) {
    return network.layers().size() == 1 && network.inputs() == 1 && network.outputs() == 1;
  }

  /**
   * TeX without dollar signs.
   *
   * @param line whether the network is a line
   */
  static String tex(ParameterRef ref, boolean line) {
    if (line && ref.layer() == 1) {
      return switch (ref.kind()) {
        case WEIGHT -> "w";
        case BIAS -> "b";
        case GAMMA -> "\\gamma";
        case BETA -> "\\beta";
      };
    }
    return switch (ref.kind()) {
      case WEIGHT -> "W^{" + ref.layer() + "}_{" + ref.row() + "," + ref.column() + "}";
      case BIAS -> "b^{" + ref.layer() + "}_{" + ref.column() + "}";
      case GAMMA -> "\\gamma^{" + ref.layer() + "}_{" + ref.column() + "}";
      case BETA -> "\\beta^{" + ref.layer() + "}_{" + ref.column() + "}";
    };
  }
}
