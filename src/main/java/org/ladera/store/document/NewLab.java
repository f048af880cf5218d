package org.ladera.store.document;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private static final int PICTURE_UNITS = 32;
  private static final double PICTURE_RATE = 0.002;
  private static final int PICTURE_EPOCHS = 20;

  private NewLab() {}

  /** A set drawn from a seed. */
  public static LabDocument drawn(Generator generator) {
    Dataset data =
        generator.make(Math.min(generator.usualExamples(), LARGE), generator.usualNoise(), 1);
    boolean pictures = fields(generator).containsKey("images");
    LabDocument document =
        pictures
            ? ofPictures(
                fields(generator),
                data.x().columns(),
                data.y().columns(),
                generator.usualExamples())
            : of(
                fields(generator),
                data.x().columns(),
                data.y().columns(),
                Laboratory.Kind.of(data.y()),
                generator.usualExamples() > LARGE);
    return named(document, "part.data." + generator.fileName());
  }

  /** The field {@code data} of a set drawn from a seed. */
  public static Map<String, Object> fields(Generator generator) {
    Map<String, Object> fields = new LinkedHashMap<>();
    side(generator).ifPresent(side -> fields.put("images", Map.of("shape", List.of(side, side))));
    fields.put("generate", generator.fileName());
    fields.put("seed", 1L);
    return fields;
  }

  /** Rows and columns of the pictures that it draws. */
  private static Optional<Integer> side(Generator generator) {
    return generator.fileName().startsWith("digits-")
        ? Optional.of(Integer.parseInt(generator.fileName().substring("digits-".length())))
        : Optional.empty();
  }

  /** Pictures of several classes, of which one hidden layer is a beginning. */
  static LabDocument ofPictures(Map<String, Object> data, int inputs, int classes, int examples) {
    LabDocument document = of(data, inputs, classes, Laboratory.Kind.CLASSES, examples > LARGE);
    return document.with(
        document
            .draft()
            .with(
                List.of(
                    Map.of("units", PICTURE_UNITS, "activation", "relu"),
                    Map.of("units", classes, "activation", Laboratory.Kind.CLASSES.activation())),
                "scene",
                "network",
                "layers")
            .with(PICTURE_RATE, "scene", "learningRate")
            .with("he-normal", "scene", "start")
            .with(PICTURE_EPOCHS, "scene", "epochs")
            .with(SuitingViews.ofPictures(), "steps", "0", "views"));
  }

  /** With the same title in every language. */
  static LabDocument titled(LabDocument document, String title) {
    Map<String, Map<String, String>> words = new HashMap<>();
    for (Language language : Language.values()) {
      words.put(language.tag(), Map.of("title", LaboratoryTable.plain(title)));
    }
    return new LabDocument(document.draft(), words, document.run());
  }

  /** Points by hand: a few to begin with, of two classes. */
  public static LabDocument points() {
    return points(
        DrawnPoints.none().with(-1, -1, 0).with(-0.5, 0.5, 0).with(1, 1, 1).with(0.5, -0.5, 1));
  }

  /** Points by hand. */
  public static LabDocument points(DrawnPoints drawn) {
    LabDocument document =
        of(
            drawn.fields(),
            drawn.inputs(),
            drawn.outputs(),
            drawn.kind(),
            drawn.points().size() > LARGE);
    return named(document, "lab.new.points.title");
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
    return titled(document.with(document.draft().withFile("data.csv", csv)), title);
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
    return new LabDocument(draft, Map.of(), Optional.empty());
  }

  private static LessonDraft empty() {
    SortedMap<String, byte[]> files = new TreeMap<>();
    files.put("lesson.yaml", "id: laboratory\ngroup: own\n".getBytes(StandardCharsets.UTF_8));
    return LessonDraft.of(files).orElseThrow();
  }
}
