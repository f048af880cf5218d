package org.ladera.ui.window.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.data.Generator;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.session.Scene;
import org.ladera.store.document.DrawnPoints;
import org.ladera.store.document.LabDocument;
import org.ladera.store.document.Laboratory;
import org.ladera.store.document.NewLab;
import org.ladera.store.document.SuitingViews;
import org.ladera.store.lesson.LessonDraft;

/** Changes of a document that are made of several: what has to follow when the data change. */
public final class LabParts {
  private static final String[] LAYERS = {"scene", "network", "layers"};

  /** So many examples show what a set is like. */
  private static final int ENOUGH = 40;

  private LabParts() {}

  /** Learning from a set that the engine draws. */
  static LabDocument generated(LabDocument document, Generator generator) {
    Dataset drawn = generator.make(Math.min(ENOUGH, generator.usualExamples()), 0, 1);
    LessonDraft draft =
        document
            .draft()
            .with(NewLab.fields(generator), "scene", "data")
            .without("scene", "patience");
    return fitting(document.with(draft), drawn);
  }

  /**
   * With an output layer, a loss and views that belong to these data, where those there are do not.
   *
   * @param data what the network learns from
   */
  public static LabDocument fitting(LabDocument document, Dataset data) {
    Laboratory.Kind kind = Laboratory.Kind.of(data.y());
    boolean pictures = document.draft().has("scene", "data", "images");
    LessonDraft draft = ofRows(document.draft(), pictures);
    int last = draft.size(LAYERS) - 1;
    LessonDraft sized =
        draft.with(
            data.y().columns(), LAYERS[0], LAYERS[1], LAYERS[2], Integer.toString(last), "units");
    if (!sized.word("scene", "start").isPresent()) {
      // Weights that were given one by one are those of another network.
      sized = sized.with("glorot-uniform", "scene", "start");
    }
    sized = sized.without("scene", "batch");
    List<Object> views = new ArrayList<>();
    views.addAll(
        pictures
            ? SuitingViews.ofPictures()
            : SuitingViews.of(data.x().columns(), kind, sized.size(LAYERS) <= 6));
    LessonDraft seen =
        sized
            .with(views, "steps", "0", "views")
            .without("steps", "0", "runs")
            .without("scene", "claims");
    return LossSection.ending(document.with(seen), kind);
  }

  /** Learning from points by hand; what belongs to them stays, as far as it still does. */
  public static LabDocument drawn(LabDocument document, DrawnPoints points) {
    LessonDraft before = document.draft();
    LessonDraft draft = before.with(points.fields(), "scene", "data");
    draft = draft.copied(before, "scene", "data", "scaling");
    for (String part : List.of("validation", "test")) {
      if (before.has("scene", "data", part, "share")) {
        draft = draft.copied(before, "scene", "data", part);
      }
    }
    boolean alike =
        draft.words("scene", "data", "inputs").equals(before.words("scene", "data", "inputs"))
            && draft
                .words("scene", "data", "targets")
                .equals(before.words("scene", "data", "targets"));
    if (!draft.has("scene", "data", "validation")) {
      draft = draft.without("scene", "patience");
    }
    return alike ? document.with(draft) : fitting(document.with(draft), points.dataset());
  }

  /** Without the layers that look at pictures, where there are none. */
  private static LessonDraft ofRows(LessonDraft draft, boolean pictures) {
    LessonDraft rows = draft.without("scene", "network", "inputShape");
    for (int l = rows.size(LAYERS) - 1; l >= 0 && !pictures; l--) {
      String at = Integer.toString(l);
      boolean dense =
          rows.word(LAYERS[0], LAYERS[1], LAYERS[2], at, "kind").orElse("dense").equals("dense");
      if (!dense) {
        rows = rows.without(LAYERS[0], LAYERS[1], LAYERS[2], at);
      }
    }
    return rows;
  }

  /**
   * A document with what was changed on the way of its run: rule, activations, examples.
   *
   * @param written the settings of the document
   * @param now those of the run
   */
  public static LabDocument settled(LabDocument document, Experiment written, Experiment now) {
    LessonDraft draft = document.draft();
    if (!now.optimizer().equals(written.optimizer())) {
      draft = draft.with(TrainingSections.written(now.optimizer()), "scene", "optimizer");
      draft = draft.with(now.optimizer().rate(), "scene", "learningRate");
    }
    List<LayerSpec> layers = now.network().layers();
    for (int l = 0; l < layers.size() && now.function().isEmpty(); l++) {
      ActivationSpec activation = layers.get(l).activation();
      String at = Integer.toString(l);
      if (!activation.equals(written.network().layers().get(l).activation())) {
        draft =
            draft.with(activation.kind().id(), LAYERS[0], LAYERS[1], LAYERS[2], at, "activation");
        draft =
            activation.kind().constant().isPresent()
                ? draft.with(
                    activation.parameter(), LAYERS[0], LAYERS[1], LAYERS[2], at, "parameter")
                : draft.without(LAYERS[0], LAYERS[1], LAYERS[2], at, "parameter");
      }
    }
    return now.data().equals(written.data())
        ? document.with(draft)
        : document.with(tabled(draft, now));
  }

  /** With the examples as tables beside, in the units they had. */
  private static LessonDraft tabled(LessonDraft draft, Experiment now) {
    Dataset data = now.data();
    LessonDraft next =
        draft
            .withFile("points.csv", csv(data))
            .without("scene", "data", "rows")
            .without("scene", "data", "generate")
            .without("scene", "data", "examples")
            .without("scene", "data", "noise")
            .without("scene", "data", "seed")
            .with("points.csv", "scene", "data", "file")
            .with(data.inputs(), "scene", "data", "inputs")
            .with(data.targets(), "scene", "data", "targets");
    if (now.heldOut().validation().isPresent()) {
      next =
          next.withFile("validation.csv", csv(now.heldOut().validation().get()))
              .with(Map.of("file", "validation.csv"), "scene", "data", "validation");
    }
    if (now.heldOut().test().isPresent()) {
      next =
          next.withFile("test.csv", csv(now.heldOut().test().get()))
              .with(Map.of("file", "test.csv"), "scene", "data", "test");
    }
    return next;
  }

  /**
   * A document with the data of another one; what does not belong to them any more follows.
   *
   * @param fresh whose data they are
   * @param scene of the fresh one
   */
  public static LabDocument replaced(LabDocument document, LabDocument fresh, Scene scene) {
    LessonDraft draft =
        document
            .draft()
            .copied(fresh.draft(), "scene", "data")
            .withFiles(fresh.draft())
            .without("scene", "patience");
    Map<String, Map<String, String>> words = new LinkedHashMap<>();
    fresh
        .words()
        .forEach(
            (language, texts) -> {
              Map<String, String> own = new LinkedHashMap<>(texts);
              own.putAll(
                  Map.of(
                      "title",
                      document.words().getOrDefault(language, texts).getOrDefault("title", "?")));
              words.put(language, own);
            });
    return fitting(
        new LabDocument(draft, words, Optional.empty()),
        scene.runs().getFirst().experiment().data());
  }

  /** Examples as a lesson's table. */
  static String csv(Dataset data) {
    StringBuilder text = new StringBuilder();
    text.append(String.join(",", data.inputs())).append(',');
    text.append(String.join(",", data.targets())).append('\n');
    for (int row = 0; row < data.size(); row++) {
      for (int c = 0; c < data.inputs().size(); c++) {
        text.append(data.inputScaling().invert(c, data.x().get(row, c))).append(',');
      }
      for (int c = 0; c < data.targets().size(); c++) {
        text.append(c == 0 ? "" : ",");
        text.append(data.targetScaling().invert(c, data.y().get(row, c)));
      }
      text.append('\n');
    }
    return text.toString();
  }
}
