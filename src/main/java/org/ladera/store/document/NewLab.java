package org.ladera.store.document;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.data.Generator;
import org.ladera.store.lesson.LessonDraft;
import org.ladera.text.Language;
import org.ladera.text.Messages;

/** Laboratories that begin with no file: sets that the engine draws, points, formulas. */
public final class NewLab {
  private static final int HIDDEN = 8;
  private static final int EPOCHS = 500;
  private static final int LARGE = 64;
  private static final int BATCH = 32;

  private NewLab() {}

  /** A set drawn from a seed. */
  public static LabDocument drawn(Generator generator) {
    Dataset data =
        generator.make(Math.min(generator.usualExamples(), LARGE), generator.usualNoise(), 1);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("generate", generator.fileName());
    fields.put("seed", 1L);
    LabDocument document =
        of(
            fields,
            data.x().columns(),
            data.y().columns(),
            Laboratory.Kind.of(data.y()),
            generator.usualExamples() > LARGE);
    return named(document, "part.data." + generator.fileName());
  }

  /** Points by hand: a few to begin with, of two classes. */
  public static LabDocument points() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("inputs", List.of("x1", "x2"));
    fields.put("targets", List.of("class"));
    fields.put(
        "rows",
        List.of(
            List.of(-1L, -1L, 0L),
            List.of(-0.5, 0.5, 0L),
            List.of(1L, 1L, 1L),
            List.of(0.5, -0.5, 1L)));
    return named(of(fields, 2, 1, Laboratory.Kind.TWO_CLASSES, false), "lab.new.points.title");
  }

  /**
   * Numbers of a table to learn.
   *
   * @param csv as lessons have it
   */
  static LabDocument table(String csv, List<String> inputs, String target, String title) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("file", "data.csv");
    fields.put("inputs", inputs);
    fields.put("targets", List.of(target));
    fields.put("scaling", Map.of("inputs", "standardise", "targets", "standardise"));
    LabDocument document =
        of(fields, inputs.size(), 1, Laboratory.Kind.NUMBER, csv.lines().count() > LARGE);
    LabDocument filed = document.with(document.draft().withFile("data.csv", csv));
    Map<String, Map<String, String>> words = new HashMap<>();
    for (Language language : Language.values()) {
      words.put(language.tag(), Map.of("title", LaboratoryTable.plain(title)));
    }
    return new LabDocument(filed.draft(), words, filed.run());
  }

  private static LabDocument named(LabDocument document, String key) {
    Map<String, Map<String, String>> words = new HashMap<>();
    for (Language language : Language.values()) {
      String title = Messages.load(language).text(key).replaceAll(":.*", "");
      words.put(language.tag(), Map.of("title", LaboratoryTable.plain(title)));
    }
    return new LabDocument(document.draft(), words, document.run());
  }

  /** A network with one hidden layer, and what suits the targets. */
  private static LabDocument of(
      Map<String, Object> data, int inputs, int outputs, Laboratory.Kind kind, boolean large) {
    LessonDraft draft =
        empty()
            .with(data, "scene", "data")
            .with(
                List.of(
                    Map.of("units", HIDDEN, "activation", "tanh"),
                    Map.of("units", outputs, "activation", kind.activation())),
                "scene",
                "network",
                "layers")
            .with(Map.of("kind", kind.loss(), "factor", kind.factor()), "scene", "loss")
            .with("adam", "scene", "optimizer")
            .with(0.01, "scene", "learningRate")
            .with("glorot-uniform", "scene", "start")
            .with(1L, "scene", "seed")
            .with(EPOCHS, "scene", "epochs")
            .with(List.of(Map.of("id", LabDocument.STEP)), "steps")
            .with(SuitingViews.of(inputs, kind, inputs <= HIDDEN), "steps", "0", "views");
    if (large) {
      draft = draft.with(Map.of("size", BATCH, "order", "shuffled"), "scene", "batch");
    }
    return new LabDocument(draft, Map.of(), java.util.Optional.empty());
  }

  private static LessonDraft empty() {
    SortedMap<String, byte[]> files = new TreeMap<>();
    files.put("lesson.yaml", "id: laboratory\ngroup: own\n".getBytes(StandardCharsets.UTF_8));
    return LessonDraft.of(files).orElseThrow();
  }
}
