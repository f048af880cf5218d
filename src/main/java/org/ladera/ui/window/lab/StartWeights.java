package org.ladera.ui.window.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.store.document.LabDocument;
import org.ladera.store.lesson.LessonDraft;
import org.ladera.store.python.UnreadableArrays;
import org.ladera.store.weights.TrainedWeights;

/**
 * Weights of a file beside the network that is to begin with them.
 *
 * @param file its name
 * @param turned whether the file is read with a row for each unit
 * @param weights empty where they are no network, read so
 * @param misfit why the network as it is cannot begin with them; empty where it can
 * @param buildable whether a network of their shape fits inputs and outputs
 */
public record StartWeights(
    String file,
    boolean turned,
    Optional<TrainedWeights> weights,
    Optional<UnreadableArrays> misfit,
    boolean buildable,
    String shape) {
  private static final String FILE = "weights.json";

  public static StartWeights of(String file, TrainedWeights weights, NetworkSpec network) {
    boolean ends = weights.inputs() == network.inputs() && weights.outputs() == network.outputs();
    Optional<UnreadableArrays> misfit = Optional.empty();
    try {
      weights.parameters(network);
    } catch (UnreadableArrays e) {
      misfit = Optional.of(e);
    }
    return new StartWeights(
        file,
        weights.turned(),
        Optional.of(weights),
        misfit,
        ends && misfit.isPresent(),
        network.shape());
  }

  /** Arrays that are no network when they are read so. */
  public static StartWeights none(String file, boolean turned, UnreadableArrays why) {
    return new StartWeights(file, turned, Optional.empty(), Optional.of(why), false, "");
  }

  /**
   * A document that begins with them.
   *
   * @param build whether its network gets their shape
   */
  public LabDocument in(LabDocument document, boolean build) {
    TrainedWeights trained = weights.orElseThrow();
    LessonDraft draft =
        document
            .draft()
            .withFile(FILE, trained.json())
            .with(Map.of("file", FILE), "scene", "start");
    return document.with(build ? built(draft, trained) : draft);
  }

  /** Layers with the activations that stand there, as far as there are as many. */
  private static LessonDraft built(LessonDraft draft, TrainedWeights trained) {
    int before = draft.size("scene", "network", "layers");
    List<Object> layers = new ArrayList<>();
    for (int l = 0; l < trained.layers().size(); l++) {
      boolean last = l == trained.layers().size() - 1;
      int like = last ? before - 1 : Math.clamp(l, 0, Math.max(0, before - 2));
      String at = Integer.toString(like);
      Map<String, Object> layer = new LinkedHashMap<>();
      layer.put("units", trained.layers().get(l).w().columns());
      layer.put(
          "activation",
          before == 1 && !last
              ? "tanh"
              : draft.word("scene", "network", "layers", at, "activation").orElse("tanh"));
      if (trained.layers().get(l).b().isEmpty()) {
        layer.put("bias", false);
      }
      layers.add(layer);
    }
    return draft.with(layers, "scene", "network", "layers");
  }

  /** The shape that layer {@code layer} of the network has, from 0; empty where there is none. */
  static Optional<String> expected(NetworkSpec network, int layer) {
    if (layer >= network.layers().size()) {
      return Optional.empty();
    }
    LayerSpec spec = network.layers().get(layer);
    int inputs = layer == 0 ? network.inputs() : network.layers().get(layer - 1).units();
    return Optional.of(TrainedWeights.shape(inputs, spec.units()));
  }
}
