package org.ladera.ui.window.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.RegularisationSpec.Penalty;
import org.ladera.session.setting.Setting;
import org.ladera.session.sweep.Sweep;
import org.ladera.session.sweep.Varied;
import org.ladera.store.document.LabDocument;
import org.ladera.store.lesson.LessonDraft;

/** A document with the settings of one run of a sweep, which then plays that very run. */
public final class SweptRun {
  private SweptRun() {}

  /** The settings of an experiment that a sweep can vary, the most used ones first. */
  public static List<String> names(Experiment e) {
    return new SweptValues(e).names();
  }

  /** A setting with values around the present one. */
  public static Varied usual(Experiment e, String name) {
    return new Varied(new Setting(name), new SweptValues(e).usual(name));
  }

  public static LabDocument in(LabDocument document, Sweep sweep, Sweep.Case of) {
    Experiment e = sweep.scene(of).runs().getFirst().experiment();
    LessonDraft draft =
        document
            .draft()
            .with(TrainingSections.written(e.optimizer()), "scene", "optimizer")
            .with(e.optimizer().rate(), "scene", "learningRate")
            .with(of.seed(), "scene", "seed");
    for (Penalty penalty : Penalty.values()) {
      double strength = e.regularisation().strength(penalty);
      if (strength != 0 || draft.has("scene", "regularisation", penalty.id())) {
        draft = draft.with(strength, "scene", "regularisation", penalty.id());
      }
    }
    for (int i = 0; i < sweep.varied().size(); i++) {
      Varied varied = sweep.varied().get(i);
      String value = varied.values().get(of.values().get(i));
      draft =
          switch (varied.setting().name()) {
            case "batchSize" -> draft.with(batch(e), "scene", "batch");
            case "start" -> draft.with(value, "scene", "start");
            case "gain" -> draft.with(start(e.init()), "scene", "start");
            default -> draft;
          };
    }
    if (e.init() instanceof InitSpec.NumpyRandom) {
      draft = draft.with(start(e.init()), "scene", "start");
    }
    Experiment base = sweep.base().runs().getFirst().experiment();
    if (!e.network().equals(base.network())
        || sweep.varied().stream().anyMatch(SweptRun::ofShape)) {
      draft = draft.with(layers(e), "scene", "network", "layers");
    }
    return document.with(draft);
  }

  /** The base has the first of the values, whatever the document has. */
  private static boolean ofShape(Varied varied) {
    String name = varied.setting().name();
    return name.startsWith("units") || List.of("depth", "activation", "dropout").contains(name);
  }

  private static Map<String, Object> batch(Experiment e) {
    boolean all = e.batch().size() == 0;
    Map<String, Object> batch = new LinkedHashMap<>();
    batch.put("size", all ? "all" : (long) e.batch().size());
    batch.put("order", e.batch().order() instanceof BatchSpec.Order.Fixed ? "fixed" : "shuffled");
    return batch;
  }

  /** A rule with a gain or a seed of its own. */
  private static Object start(InitSpec init) {
    return switch (init) {
      case InitSpec.GlorotUniform(double gain) -> Map.of(InitSpec.Rule.GLOROT_UNIFORM.id(), gain);
      case InitSpec.GlorotNormal(double gain) -> Map.of(InitSpec.Rule.GLOROT_NORMAL.id(), gain);
      case InitSpec.NumpyRandom(long seed, double scale, double shift) ->
          Map.of(InitSpec.Rule.NUMPY.id(), Map.of("seed", seed, "scale", scale, "shift", shift));
      case InitSpec other -> throw new IllegalArgumentException("no gain and no seed: " + other);
    };
  }

  /** Of a network of dense layers, which are the only ones whose shape can be varied. */
  private static List<Object> layers(Experiment e) {
    List<Object> layers = new ArrayList<>();
    for (LayerSpec layer : e.network().layers()) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("units", layer.units());
      fields.put("activation", layer.activation().kind().id());
      if (layer.activation().kind().constant().isPresent()) {
        fields.put("parameter", layer.activation().parameter());
      }
      if (!layer.bias()) {
        fields.put("bias", false);
      }
      if (layer.batchNorm()) {
        fields.put("batchNorm", true);
      }
      if (layer.dropout() > 0) {
        fields.put("dropout", layer.dropout());
      }
      if (!layer.trainable()) {
        fields.put("trainable", false);
      }
      layers.add(fields);
    }
    return layers;
  }
}
