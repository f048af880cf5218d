package org.ladera.store.lesson;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.spec.Catalogue;
import org.ladera.engine.spec.Factor;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.RegularisationSpec;

/** The fields {@code network}, {@code loss} and {@code regularisation} of a scene. */
final class ModelReader {
  private static final int MOST_LAYERS = 20;
  private static final int MOST_PARAMETERS = 2_000_000;

  private static final Map<String, Factor> FACTORS =
      Map.of(
          "sum", Factor.ONE,
          "half", Factor.HALF,
          "mean", Factor.PER_SAMPLE,
          "half-mean", Factor.HALF_PER_SAMPLE,
          "element-mean", Factor.PER_ELEMENT);

  private ModelReader() {}

  static NetworkSpec network(FieldReader scene, Dataset data) {
    FieldReader network = scene.fields("network", Set.of("layers", "inputShape"));
    List<Node> items = network.items("layers");
    if (items.isEmpty() || items.size() > MOST_LAYERS) {
      throw network.refuse("layers", "network.layers", "limit", String.valueOf(MOST_LAYERS));
    }
    LayersReader layers = new LayersReader(network, data);
    for (int l = 0; l < items.size(); l++) {
      layers.add(items.get(l), network.at("layers") + "[" + (l + 1) + "]");
    }
    NetworkSpec spec = new NetworkSpec(data.inputs().size(), layers.layers());
    int outputs = data.targets().size();
    if (spec.outputs() != outputs) {
      throw network.refuse("layers", "network.outputs", "expected", String.valueOf(outputs));
    }
    if (new ParameterLayout(spec).count() > MOST_PARAMETERS) {
      throw network.refuse("layers", "network.large", "limit", String.valueOf(MOST_PARAMETERS));
    }
    return spec;
  }

  /**
   * @param field {@code loss}, or {@code claims} for the one that the program is said to descend
   */
  static LossSpec loss(FieldReader scene, String field) {
    FieldReader loss = scene.fields(field, Set.of("kind", "factor"));
    LossSpec.Kind kind = loss.part("kind", Catalogue.LOSSES);
    String name = loss.text("factor");
    Factor factor =
        FACTORS.containsKey(name) || !startsNumber(name)
            ? loss.part("factor", FACTORS)
            : Factor.fixed(loss.number("factor", Bounds.POSITIVE));
    return new LossSpec(kind, factor);
  }

  private static boolean startsNumber(String text) {
    return Character.isDigit(text.charAt(0)) || "+-.".indexOf(text.charAt(0)) >= 0;
  }

  static RegularisationSpec regularisation(FieldReader scene) {
    if (!scene.has("regularisation")) {
      return RegularisationSpec.NONE;
    }
    FieldReader fields = scene.fields("regularisation", Catalogue.PENALTIES.keySet());
    return RegularisationSpec.of(
        fields.constants(
            Catalogue.PENALTIES.values().stream()
                .map(RegularisationSpec.Penalty::strength)
                .toList()));
  }
}
