package org.ladera.store.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.data.Generator;
import org.ladera.engine.spec.Catalogue;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.LessonText;
import org.ladera.lesson.model.Progress;
import org.ladera.lesson.model.Step;
import org.ladera.session.SavedScene;
import org.ladera.store.lesson.LessonDraft;
import org.ladera.store.progress.SavedSteps;
import org.ladera.store.progress.SavedStepsText;
import org.ladera.text.Language;
import org.ladera.text.Messages;

/**
 * A laboratory as a document: a lesson of one step whose scene a person edits, the words for its
 * columns and runs, and how its run stood. Never changed itself.
 *
 * @param draft the lesson's files without its texts, which follow from the words
 * @param words by the language's tag: {@code title}, {@code column.<name>}, {@code run.<id>}
 * @param run with its branches and the changes made on the way
 */
public record LabDocument(
    LessonDraft draft, Map<String, Map<String, String>> words, Optional<SavedScene> run) {
  /** The one step of a laboratory; a lesson of this step alone opens as one. */
  public static final String STEP = "laboratory";

  private static final String TITLE = "title";
  private static final String RUNS = "runs.txt";
  private static final int LONGEST_ID = 40;

  public LabDocument {
    Map<String, Map<String, String>> copy = new TreeMap<>();
    words.forEach((language, texts) -> copy.put(language, Map.copyOf(texts)));
    words = Map.copyOf(copy);
  }

  /** Whether a lesson is a laboratory. */
  public static boolean isOne(Lesson lesson) {
    return lesson.steps().size() == 1 && lesson.steps().getFirst().id().equals(STEP);
  }

  /**
   * A step of a lesson taken along: its scene, runs and views, and how its run stands.
   *
   * @throws IOException when the lesson's files cannot be read any more
   * @throws UnreadableDocument when they are no lesson any more
   */
  public static LabDocument of(Lesson lesson, Step step, Optional<SavedScene> run)
      throws IOException, UnreadableDocument {
    DocumentFiles files = DocumentFiles.in(lesson.folder());
    int index = lesson.steps().indexOf(step);
    LessonDraft all = draft(files, lesson.id());
    Map<String, Map<String, String>> words = new HashMap<>();
    for (Language language : Language.values()) {
      LessonText text = lesson.text(language);
      Map<String, String> own = new HashMap<>();
      text.labels().forEach((id, label) -> keep(id, label, own));
      text.step(step.id()).labels().forEach((id, label) -> keep(id, label, own));
      String title = LaboratoryTable.plain(text.title());
      String part = LaboratoryTable.plain(text.step(step.id()).title());
      own.put(TITLE, lesson.steps().size() == 1 ? title : title + ": " + part);
      words.put(language.tag(), own);
    }
    String id = isOne(lesson) ? lesson.id() : "lab-" + lesson.id();
    LessonDraft draft =
        all.alone(index, STEP)
            .with(id.substring(0, Math.min(LONGEST_ID, id.length())), "id")
            .with("own", "group");
    return new LabDocument(draft, words, run.or(() -> saved(files)));
  }

  /**
   * A laboratory that was kept as files.
   *
   * @param lesson that was read from them
   */
  public static LabDocument of(Lesson lesson) throws IOException, UnreadableDocument {
    return of(lesson, lesson.steps().getFirst(), Optional.empty());
  }

  private static LessonDraft draft(DocumentFiles files, String name) throws UnreadableDocument {
    LessonDraft draft =
        LessonDraft.of(files.files()).orElseThrow(() -> new UnreadableDocument(name, "damaged"));
    for (String file : files.files().keySet()) {
      if (file.endsWith(".md") || file.endsWith(".txt") || file.endsWith(".yaml")) {
        draft = draft.withoutFile(file);
      }
    }
    return draft;
  }

  private static void keep(String id, String label, Map<String, String> own) {
    if (id.startsWith("column.") || id.startsWith("run.")) {
      own.put(id, label.replaceAll("\\s+", " ").strip());
    }
  }

  public LabDocument with(LessonDraft next) {
    return new LabDocument(next, words, Optional.empty());
  }

  public LabDocument with(Optional<SavedScene> stands) {
    return new LabDocument(draft, words, stands);
  }

  /** With another word in every language. */
  public LabDocument with(String id, String word) {
    Map<String, Map<String, String>> all = new HashMap<>();
    words.forEach(
        (language, texts) -> {
          Map<String, String> own = new HashMap<>(texts);
          own.put(id, LaboratoryTable.plain(word));
          all.put(language, own);
        });
    return new LabDocument(draft, all, run);
  }

  public LabDocument titled(String title) {
    return with(TITLE, title);
  }

  public String title(Language language) {
    return word(language, TITLE, "?");
  }

  private String word(Language language, String id, String otherwise) {
    return words.getOrDefault(language.tag(), Map.of()).getOrDefault(id, otherwise);
  }

  /** All files of the document. */
  public DocumentFiles files() {
    Map<String, String> texts = new TreeMap<>();
    for (Language language : Language.values()) {
      texts.put(language.tag() + ".md", text(language));
    }
    run.ifPresent(stands -> texts.put(RUNS, runs(stands)));
    SortedMap<String, byte[]> files = new TreeMap<>(DocumentFiles.of(texts).files());
    files.putAll(draft.files());
    return new DocumentFiles(files);
  }

  private String text(Language language) {
    Messages messages = Messages.load(language);
    StringBuilder text = new StringBuilder("# " + title(language) + "\n\n### labels\n\n");
    for (String column : columns()) {
      String label = word(language, "column." + column, column);
      text.append("- column.").append(column).append(": ").append(label).append('\n');
    }
    text.append("\n## ").append(title(language)).append(" {#").append(STEP).append("}\n\n");
    text.append(messages.text("lab.body.free", Map.of("J", "{J}"))).append('\n');
    List<String> ids = runIds();
    if (!ids.isEmpty()) {
      text.append("\n### labels\n\n");
      text.append("- run.main: ").append(word(language, "run.main", "A")).append('\n');
      for (String id : ids) {
        text.append("- run.").append(id).append(": ").append(word(language, "run." + id, id));
        text.append('\n');
      }
    }
    return text.toString();
  }

  /** Ids of the runs beside the main one. */
  public List<String> runIds() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < draft.size("steps", "0", "runs"); i++) {
      draft.word("steps", "0", "runs", Integer.toString(i), "id").ifPresent(ids::add);
    }
    return ids;
  }

  /** The columns that the network learns from and towards; none of a function. */
  private List<String> columns() {
    List<String> columns = new ArrayList<>(draft.words("scene", "data", "inputs"));
    columns.addAll(draft.words("scene", "data", "targets"));
    Generator generator =
        draft.word("scene", "data", "generate").map(Catalogue.GENERATORS::get).orElse(null);
    if (columns.isEmpty() && generator != null && !draft.has("scene", "data", "images")) {
      Dataset drawn = generator.make(generator.usualExamples(), 0, 0);
      columns.addAll(drawn.isNameless() ? List.of() : drawn.inputs());
      columns.addAll(drawn.targets());
    }
    for (int i = 0; i < draft.size("steps", "0", "runs"); i++) {
      String run = Integer.toString(i);
      columns.addAll(draft.words("steps", "0", "runs", run, "data", "inputs"));
      columns.addAll(draft.words("steps", "0", "runs", run, "data", "targets"));
    }
    return columns.stream().distinct().toList();
  }

  /** The version of the text of runs, then a run. */
  private static String runs(SavedScene stands) {
    SavedStepsText form = new SavedStepsText();
    SavedSteps.SavedStep one = new SavedSteps.SavedStep(new Progress.Mark(STEP, STEP), stands);
    return form.kind() + " " + form.version() + "\n" + form.write(new SavedSteps(List.of(one)));
  }

  /** The run that stands in files; of another version of the text it begins anew. */
  private static Optional<SavedScene> saved(DocumentFiles files) {
    byte[] bytes = files.files().get(RUNS);
    if (bytes == null) {
      return Optional.empty();
    }
    SavedStepsText form = new SavedStepsText();
    String text = new String(bytes, StandardCharsets.UTF_8);
    String head = form.kind() + " " + form.version() + "\n";
    return text.startsWith(head)
        ? form.read(text.substring(head.length()))
            .flatMap(steps -> steps.steps().stream().findFirst())
            .map(SavedSteps.SavedStep::scene)
        : Optional.empty();
  }
}
