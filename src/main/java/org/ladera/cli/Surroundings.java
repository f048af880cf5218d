package org.ladera.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ladera.lesson.model.Fault;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.Step;
import org.ladera.store.lesson.LessonLibrary;
import org.ladera.text.Messages;

/**
 * What every command works with.
 *
 * @param terminal whether a person watches: then long work shows how far it is
 * @param lessons the folder of the program's lessons
 * @param added folders of further lessons
 * @param log the file in which details of a fault of the program are found
 * @param vectors adds instructions for vectors to this Java where it has them and they are not
 *     there yet; the engine asks for them once, when it first computes
 */
public record Surroundings(
    Messages messages,
    PrintWriter out,
    PrintWriter err,
    boolean terminal,
    Path lessons,
    List<Path> added,
    Path log,
    Runnable vectors) {

  /** Without further lessons, in a Java that has what it needs. */
  public Surroundings(
      Messages messages,
      PrintWriter out,
      PrintWriter err,
      boolean terminal,
      Path lessons,
      Path log) {
    this(messages, out, err, terminal, lessons, List.of(), log, () -> {});
  }

  /** The program's lessons and those that were added. */
  LessonLibrary library() {
    return LessonLibrary.load(roots());
  }

  /** The folders of lessons, the program's own first. */
  List<Path> roots() {
    List<Path> roots = new ArrayList<>(List.of(lessons));
    roots.addAll(added);
    return roots;
  }

  /** The lesson of that id, the document of that path, or what a string stands for. */
  Lesson lesson(String named) {
    return NamedLesson.of(named, this);
  }

  /** The lesson of that id, read alone; faults of other lessons are no reason not to go on. */
  Lesson inLibrary(String id) {
    return LessonLibrary.only(roots(), id).orElseGet(() -> amongAll(id));
  }

  /** Where its folder does not say so itself, or why there is none. */
  private Lesson amongAll(String id) {
    LessonLibrary library = library();
    return library
        .lesson(id)
        .orElseThrow(
            () -> {
              List<String> lines = new ArrayList<>();
              lines.add(
                  Refusal.unknownText(
                      messages, "lesson", id, library.lessons().stream().map(Lesson::id).toList()));
              library.faults().stream().map(this::line).forEach(lines::add);
              return Refusal.usage(String.join(System.lineSeparator(), lines));
            });
  }

  /** The step of that id, or the one the lesson plays for null. */
  Step step(Lesson lesson, @Nullable String id) {
    if (id == null) {
      return lesson.step(lesson.play()).orElseThrow();
    }
    return lesson
        .step(id)
        .orElseThrow(
            () ->
                Refusal.unknown(
                    messages, "step", id, lesson.steps().stream().map(Step::id).toList()));
  }

  /** A fault as one line. */
  String line(Fault fault) {
    return fault.text(messages);
  }

  /** A line for the person, at once. */
  void say(String key, Map<String, ?> values) {
    out.println(messages.text(key, values));
    out.flush();
  }

  String title(Lesson lesson) {
    return lesson.text(messages.language()).title();
  }

  String title(Lesson lesson, Step step) {
    return lesson.text(messages.language()).step(step.id()).title();
  }

  Refusal notWritten(Path file, IOException e) {
    return Refusal.fault(
        messages.text(
            "cli.file-not-written",
            Map.of("file", file, "reason", reason(e, "cli.reason.no-folder"))));
  }

  Refusal notRead(Path file, IOException e) {
    String reason =
        Files.isDirectory(file)
            ? messages.text("cli.reason.folder")
            : reason(e, "cli.reason.no-file");
    return Refusal.fault(
        messages.text("cli.file-not-read", Map.of("file", file, "reason", reason)));
  }

  private String reason(IOException e, String missing) {
    return switch (e) {
      case NoSuchFileException none -> messages.text(missing);
      case AccessDeniedException denied -> messages.text("cli.reason.denied");
      case FileSystemException other when other.getReason() != null -> other.getReason();
      default -> e.getClass().getSimpleName();
    };
  }
}
