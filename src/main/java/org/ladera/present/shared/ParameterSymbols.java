package org.ladera.present.shared;

import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.ParameterNames;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.text.Letters;

/** How parameters are written in labels: as simply as the network allows. */
public final class ParameterSymbols {
  private ParameterSymbols() {}

  /**
   * w and b in a single unit of one input, w with its input in a single unit of several, else with
   * layer and place, between dollar signs. The variables of a function keep their names.
   */
  public static String of(ParameterRef ref, NetworkSpec network, Letters letters) {
    if (network.function().isPresent()) {
      return letters.variable(ParameterNames.of(network).of(ref));
    }
    boolean oneUnit = isUnit(network);
    return switch (ref.kind()) {
      case WEIGHT -> {
        if (oneUnit) {
          yield network.inputs() == 1 ? letters.onlyWeight() : letters.weight(ref.row());
        }
        yield letters.weight(ref.layer(), ref.row(), ref.column());
      }
      case BIAS -> oneUnit ? letters.onlyBias() : letters.bias(ref.layer(), ref.column());
      case GAMMA -> placed("\u03b3", ref, letters);
      case BETA -> placed("\u03b2", ref, letters);
    };
  }

  /** ∂J/∂ of the parameter. */
  public static String derivative(ParameterRef ref, NetworkSpec network, Letters letters) {
    return "\u2202$J$/\u2202" + of(ref, network, letters);
  }

  /** Whether the model is a line: one unit of one input. */
  public static boolean isLine(NetworkSpec network) {
    return isUnit(network) && network.inputs() == 1;
  }

  /** Whether the model is a single unit. */
  public static boolean isUnit(NetworkSpec network) {
    return network.function().isEmpty() && network.layers().size() == 1 && network.outputs() == 1;
  }

  private static String placed(String symbol, ParameterRef ref, Letters letters) {
    return "$" + symbol + letters.layer(ref.layer()) + "_(" + ref.column() + ")$";
  }
}
