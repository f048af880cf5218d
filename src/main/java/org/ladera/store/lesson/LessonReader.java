package org.ladera.store.lesson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ladera.lesson.model.Fault;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.LessonText;
import org.ladera.lesson.model.Step;
import org.ladera.text.Language;

/**
 * Reads and validates the folder of one lesson. Whatever the files contain, it ends with an answer.
 */
public final class LessonReader {
  private static final Set<String> FIELDS =
      Set.of("id", "group", "play", "minutes", "scene", "steps");
  private static final Set<String> GROUPS =
      Set.of(
          "descent", "neurons", "networks", "classes", "backprop", "optimizers", "training", "own");
  private static final int MOST_BYTES = 256 * 1024;
  private static final int MOST_STEPS = 40;
  private static final int MOST_MINUTES = 600;

  private final LessonFolder folder;
  private final List<Fault> faults = new ArrayList<>();
  private final LessonSource yaml;

  private LessonReader(Path folder) {
    this.folder = new LessonFolder(folder);
    Path name = folder.toAbsolutePath().normalize().getFileName();
    yaml = new LessonSource((name == null ? "" : name) + "/lesson.yaml", faults);
  }

  /**
   * The lesson, or what is wrong with it.
   *
   * @param lesson empty when there is any fault
   */
  public record Result(Optional<Lesson> lesson, List<Fault> faults) {
    public Result {
      faults = List.copyOf(faults);
    }
  }

  /** Reads {@code folder}, which holds {@code lesson.yaml}, {@code es.md} and {@code en.md}. */
  public static Result read(Path folder) {
    return new LessonReader(folder).result();
  }

  /** What a folder's {@code lesson.yaml} says its id is, read as plain text; empty without one. */
  static String idOf(Path folder) {
    try (Stream<String> lines = Files.lines(folder.resolve("lesson.yaml"))) {
      return lines
          .filter(line -> line.startsWith("id:"))
          .map(line -> line.substring("id:".length()).strip())
          .findFirst()
          .orElse("");
    } catch (IOException | UncheckedIOException unreadable) {
      // Whoever reads the lesson says so.
      return "";
    }
  }

  /** The text of a folder in one language, not compared with its steps; empty when it is faulty. */
  static Optional<LessonText> text(Path folder, Language language, List<Fault> faults) {
    LessonReader reader = new LessonReader(folder);
    LessonSource file = reader.yaml.file(language.tag() + ".md");
    List<LessonText> read = new ArrayList<>();
    file.attempt(() -> read.add(reader.text(file, List.of(), false)));
    faults.addAll(reader.faults);
    return read.stream().findFirst();
  }

  private Result result() {
    if (!Files.isDirectory(folder.path(), LinkOption.NOFOLLOW_LINKS)) {
      yaml.add(SourcePosition.FILE, "", "folder.missing");
      return new Result(Optional.empty(), faults);
    }
    List<Lesson> read = new ArrayList<>();
    yaml.attempt(() -> read.add(lesson()));
    return new Result(faults.isEmpty() ? read.stream().findFirst() : Optional.empty(), faults);
  }

  private Lesson lesson() {
    Node.Fields document =
        YamlTree.read(StrictText.read(folder.file("lesson.yaml"), yaml, MOST_BYTES), yaml);
    FieldReader lesson = new FieldReader(yaml, "", document, FIELDS);
    List<Step> steps = steps(lesson);
    Map<String, LessonText> texts = new LinkedHashMap<>();
    boolean structured = !yaml.faulty();
    for (Language language : Language.values()) {
      LessonSource file = yaml.file(language.tag() + ".md");
      yaml.attempt(() -> texts.put(language.tag(), text(file, steps, structured)));
    }
    String id = lesson.id("id");
    String group = lesson.word("group", GROUPS);
    List<String> ids = steps.stream().map(Step::id).toList();
    String play = lesson.has("play") ? lesson.word("play", ids) : ids.getFirst();
    int minutes = lesson.has("minutes") ? (int) lesson.whole("minutes", 1, MOST_MINUTES) : 0;
    return new Lesson(id, folder.path(), group, steps, texts, play, minutes);
  }

  private List<Step> steps(FieldReader lesson) {
    FieldReader scene = lesson.fields("scene", SceneReader.FIELDS);
    StepReader reader = new StepReader(new SceneReader(folder), scene);
    List<Node> items = lesson.items("steps");
    if (items.isEmpty() || items.size() > MOST_STEPS) {
      throw lesson.refuse("steps", "lesson.steps", "limit", String.valueOf(MOST_STEPS));
    }
    List<Step> steps = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < items.size(); i++) {
      Node item = items.get(i);
      String field = "steps[" + (i + 1) + "]";
      yaml.attempt(
          () -> {
            Step step = reader.read(lesson, item, field);
            if (!ids.add(step.id())) {
              throw yaml.refuse(item.place(), field + ".id", "field.repeated", "found", step.id());
            }
            steps.add(step);
          });
    }
    if (steps.isEmpty()) {
      throw new Refused();
    }
    return steps;
  }

  /** With a faulty structure the text is read alone: comparing would repeat the same fault. */
  private LessonText text(LessonSource file, List<Step> steps, boolean structured) {
    String name = file.name().substring(file.name().lastIndexOf('/') + 1);
    WrittenText text = TextReader.read(StrictText.read(folder.file(name), file, MOST_BYTES), file);
    if (structured) {
      new LessonValidator(file, text).check(steps);
    }
    return text.text();
  }
}
