package org.ladera.store.lesson;

import java.util.ArrayList;
import java.util.List;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.lesson.model.Control;
import org.ladera.session.Scene;
import org.ladera.session.sweep.Varied;

/** One entry of the list {@code controls}. */
final class ControlReader {
  private static final Kinds<Control.Kind> KINDS = new Kinds<>("control", Control.Kind.values());

  /** So many buttons have room beside each other. */
  private static final int MOST_VALUES = 6;

  private static final int MOST_IMAGES = 60_000;

  private final Experiment main;

  ControlReader(Scene scene) {
    main = scene.runs().getFirst().experiment();
  }

  Control read(FieldReader step, Node item, String field) {
    Control.Kind kind = KINDS.of(step, item, field);
    FieldReader control = KINDS.fields(step, item, field, kind.fields());
    return switch (kind) {
      case RATE -> rate(control);
      case PARAMETER -> parameter(control);
      case START -> start(control);
      case BATCH_SIZE -> batchSize(control);
      case SETTING -> setting(control);
      case IMAGES -> images(control);
    };
  }

  private static Control rate(FieldReader f) {
    double min = f.number("min", TrainingReader.RATE);
    double max = f.number("max", TrainingReader.RATE);
    refuseEmptyRange(f, min, max);
    List<Double> presets = f.has("presets") ? f.numbers("presets", Bounds.of(min, max)) : List.of();
    return new Control.Rate(f.id("id"), min, max, presets, f.flag("showLimit", true));
  }

  private Control parameter(FieldReader f) {
    boolean log = f.flag("log", false);
    Bounds bounds = log ? TrainingReader.RATE : Bounds.ANY;
    double min = f.number("min", bounds);
    double max = f.number("max", bounds);
    refuseEmptyRange(f, min, max);
    ParameterRef parameter = ref(f, "parameter", f.text("parameter"));
    return new Control.Parameter(f.id("id"), parameter, min, max, log);
  }

  private Control start(FieldReader f) {
    List<ParameterRef> parameters =
        f.texts("parameters").stream().map(text -> ref(f, "parameters", text)).toList();
    return new Control.Start(f.id("id"), parameters, f.flag("reseed", false));
  }

  private Control batchSize(FieldReader f) {
    List<Integer> sizes = new ArrayList<>();
    for (Node item : f.items("sizes")) {
      boolean all = item instanceof Node.Scalar scalar && scalar.text().equals("all");
      sizes.add(all ? 0 : (int) f.whole(item, f.at("sizes"), 1, main.data().size()));
    }
    if (sizes.size() < 2) {
      throw f.refuse("sizes", "field.list-short");
    }
    return new Control.BatchSize(f.id("id"), sizes);
  }

  private Control setting(FieldReader f) {
    Varied varied = SettingReader.varied(f, "setting", f.items("values"), "values", main);
    if (varied.values().size() < 2 || varied.values().size() > MOST_VALUES) {
      throw f.refuse("values", "field.two-to", "most", String.valueOf(MOST_VALUES));
    }
    return new Control.Setting(f.id("id"), varied.setting(), varied.values());
  }

  private Control images(FieldReader f) {
    if (main.data().images().isEmpty()) {
      throw f.refuse("id", "images.control");
    }
    return new Control.Images(f.id("id"), (int) f.whole("examples", 1, MOST_IMAGES, MOST_IMAGES));
  }

  private ParameterRef ref(FieldReader f, String name, String text) {
    return StartReader.parameter(f.source(), f.place(name), f.at(name), text, main.network());
  }

  private static void refuseEmptyRange(FieldReader f, double min, double max) {
    if (!(min < max)) {
      throw f.refuse("max", "field.min-max");
    }
  }
}
