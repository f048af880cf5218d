package org.ladera.present.network;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.session.RunFrame;

/** Units that are copies of each other: no example tells them apart, and no update parts them. */
final class Twins {
  private Twins() {}

  /**
   * Whether a unit has, digit by digit, the weights to and from it and the bias of the one before.
   */
  static boolean isOne(RunFrame run, int layer, int unit) {
    NetworkSpec network = run.experiment().network();
    boolean hidden = layer > 0 && layer < network.layers().size();
    if (!hidden || unit == 1 || !isDense(network, layer) || !isDense(network, layer + 1)) {
      return false;
    }
    ParameterLayout layout = new ParameterLayout(network);
    List<ParameterRef> own = parameters(network, layer, unit);
    List<ParameterRef> before = parameters(network, layer, unit - 1);
    return IntStream.range(0, own.size())
        .allMatch(
            i ->
                run.parameters().get(layout.indexOf(own.get(i)))
                    == run.parameters().get(layout.indexOf(before.get(i))));
  }

  private static boolean isDense(NetworkSpec network, int layer) {
    return network.layers().get(layer - 1).isDense();
  }

  private static List<ParameterRef> parameters(NetworkSpec network, int layer, int unit) {
    List<ParameterRef> all = new ArrayList<>();
    LayerSpec own = network.layers().get(layer - 1);
    int inputs = layer == 1 ? network.inputs() : network.layers().get(layer - 2).units();
    for (int i = 1; i <= inputs; i++) {
      all.add(ParameterRef.weight(layer, i, unit));
    }
    if (own.bias()) {
      all.add(ParameterRef.bias(layer, unit));
    }
    for (int next = 1; next <= network.layers().get(layer).units(); next++) {
      all.add(ParameterRef.weight(layer + 1, unit, next));
    }
    return all;
  }
}
