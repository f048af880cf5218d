package org.ladera.store.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.Factor;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.RegularisationSpec;

/** The fields {@code network}, {@code loss} and {@code regularisation} of a scene. */
final class ModelReader {
  private static final Set<String> LAYER =
      Set.of("units", "activation", "parameter", "bias", "batchNorm", "dropout");
  private static final int MOST_LAYERS = 20;
  private static final int MOST_UNITS = 1024;
  private static final int MOST_PARAMETERS = 2_000_000;

  static final Map<String, ActivationSpec.Kind> ACTIVATIONS =
      Map.of(
          "identity", ActivationSpec.Kind.IDENTITY,
          "step", ActivationSpec.Kind.STEP,
          "sigmoid", ActivationSpec.Kind.SIGMOID,
          "tanh", ActivationSpec.Kind.TANH,
          "relu", ActivationSpec.Kind.RELU,
          "leaky-relu", ActivationSpec.Kind.LEAKY_RELU,
          "elu", ActivationSpec.Kind.ELU,
          "softplus", ActivationSpec.Kind.SOFTPLUS,
          "softmax", ActivationSpec.Kind.SOFTMAX);

  static final Map<String, LossSpec.Kind> LOSSES =
      Map.of(
          "squared", LossSpec.Kind.SQUARED,
          "absolute", LossSpec.Kind.ABSOLUTE,
          "root-squared", LossSpec.Kind.ROOT_SQUARED,
          "huber", LossSpec.Kind.HUBER,
          "squared-log", LossSpec.Kind.SQUARED_LOG,
          "binary-cross-entropy", LossSpec.Kind.BINARY_CROSS_ENTROPY,
          "categorical-cross-entropy", LossSpec.Kind.CATEGORICAL_CROSS_ENTROPY,
          "negative-log-likelihood", LossSpec.Kind.NEGATIVE_LOG_LIKELIHOOD);

  private static final Map<String, Factor> FACTORS =
      Map.of(
          "sum", Factor.ONE,
          "half", Factor.HALF,
          "mean", Factor.PER_SAMPLE,
          "half-mean", Factor.HALF_PER_SAMPLE,
          "element-mean", Factor.PER_ELEMENT);

  private ModelReader() {}

  static NetworkSpec network(FieldReader scene, int inputs, int outputs) {
    FieldReader network = scene.fields("network", Set.of("layers"));
    List<LayerSpec> layers = new ArrayList<>();
    List<Node> items = network.items("layers");
    if (items.isEmpty() || items.size() > MOST_LAYERS) {
      throw network.refuse("layers", "network.layers", "limit", String.valueOf(MOST_LAYERS));
    }
    for (Node item : items) {
      String field = network.at("layers") + "[" + (layers.size() + 1) + "]";
      layers.add(layer(network.fields(item, field, LAYER)));
    }
    NetworkSpec spec = new NetworkSpec(inputs, layers);
    if (spec.outputs() != outputs) {
      throw network.refuse("layers", "network.outputs", "expected", String.valueOf(outputs));
    }
    long parameters = 0;
    for (int l = 0; l < layers.size(); l++) {
      parameters += (spec.inputsOf(l) + 1L) * layers.get(l).units();
    }
    if (parameters > MOST_PARAMETERS) {
      throw network.refuse("layers", "network.large", "limit", String.valueOf(MOST_PARAMETERS));
    }
    return spec;
  }

  private static LayerSpec layer(FieldReader layer) {
    return new LayerSpec(
        (int) layer.whole("units", 1, MOST_UNITS),
        activation(layer),
        layer.flag("bias", true),
        layer.flag("batchNorm", false),
        layer.number("dropout", Bounds.of(0, 0.95), 0));
  }

  private static ActivationSpec activation(FieldReader layer) {
    ActivationSpec.Kind kind = ACTIVATIONS.get(layer.word("activation", ACTIVATIONS.keySet()));
    Bounds bounds = Bounds.of(0, 10);
    return switch (kind) {
      case LEAKY_RELU -> ActivationSpec.leakyRelu(layer.number("parameter", bounds, 0.01));
      case ELU -> ActivationSpec.elu(layer.number("parameter", bounds, 1));
      case IDENTITY, STEP, SIGMOID, TANH, RELU, SOFTPLUS, SOFTMAX -> {
        if (layer.has("parameter")) {
          throw layer.refuse("parameter", "network.no-parameter");
        }
        yield new ActivationSpec(kind, 0);
      }
    };
  }

  /**
   * @param field {@code loss}, or {@code claims} for the one that the program is said to descend
   */
  static LossSpec loss(FieldReader scene, String field) {
    FieldReader loss = scene.fields(field, Set.of("kind", "factor"));
    LossSpec.Kind kind = LOSSES.get(loss.word("kind", LOSSES.keySet()));
    String name = loss.text("factor");
    Factor factor =
        FACTORS.containsKey(name) || !startsNumber(name)
            ? FACTORS.get(loss.word("factor", FACTORS.keySet()))
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
    FieldReader fields = scene.fields("regularisation", Set.of("l1", "l2"));
    Bounds bounds = Bounds.of(0, 1e6);
    return new RegularisationSpec(fields.number("l1", bounds, 0), fields.number("l2", bounds, 0));
  }
}
