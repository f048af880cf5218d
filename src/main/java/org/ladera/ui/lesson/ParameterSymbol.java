package org.ladera.ui.lesson;

import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.ParameterNames;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.explain.Tex;
import org.ladera.present.shared.ParameterSymbols;

/** How a parameter is written in formulas. */
final class ParameterSymbol {
  private ParameterSymbol() {}

  /** TeX without dollar signs; simply w and b for a line, its own name for a variable. */
  static String tex(ParameterRef ref, NetworkSpec network) {
    if (network.function().isPresent()) {
      return Tex.variable(ParameterNames.of(network).of(ref));
    }
    if (ParameterSymbols.isLine(network)) {
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
