package org.ladera.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.Suitability;
import org.ladera.landscape.Stall;
import org.ladera.lesson.grading.Exposure;
import org.ladera.lesson.grading.SolutionPlayer;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.Step;
import org.ladera.lesson.model.Verdict;
import org.ladera.session.Causes;
import org.ladera.session.Scene;
import org.ladera.store.document.ShareString;
import org.ladera.store.lesson.LessonLibrary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "check", mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  private final Surroundings here;

  @Parameters(arity = "0..1", paramLabel = "FOLDER|DOCUMENT", descriptionKey = "folder")
  private String named;

  CheckCommand(Surroundings here) {
    this.here = here;
  }

  @Override
  public Integer call() {
    LessonLibrary library =
        named == null
            ? here.library()
            : NamedLesson.document(named).isPresent() || ShareString.looksLike(named)
                ? NamedLesson.library(named, here)
                : LessonLibrary.load(Path.of(named));
    List<String> lines = new ArrayList<>();
    library.faults().forEach(fault -> lines.add(here.line(fault)));
    for (Lesson lesson : library.lessons()) {
      lesson.steps().forEach(step -> lines.addAll(unsolved(lesson, step)));
    }
    boolean good = lines.isEmpty();
    List<String> notes = new ArrayList<>();
    for (Lesson lesson : library.lessons()) {
      lesson.steps().forEach(step -> notes.addAll(notes(lesson, step)));
      lesson.steps().forEach(step -> notes.addAll(exposed(lesson, step)));
    }
    lines.addAll(notes);
    if (good) {
      int count = library.lessons().size();
      lines.add(
          count == 1
              ? here.messages().text("cli.check.one-good")
              : here.messages().text("cli.check.good", Map.of("count", count)));
    }
    lines.forEach(here.out()::println);
    return good ? 0 : Refusal.FAULT;
  }

  /** What works, but may not be what its author expects of it. */
  private List<String> notes(Lesson lesson, Step step) {
    List<String> lines = new ArrayList<>();
    for (Scene.Run run : step.scene().runs()) {
      Experiment experiment = run.experiment();
      Stream.concat(
              Suitability.of(experiment).stream().map(m -> Causes.text(m, here.messages())),
              Stall.atStart(experiment).stream().map(s -> Causes.text(s, here.messages())))
          .map(
              cause ->
                  here.messages()
                      .text(
                          "cli.check.note",
                          Map.of(
                              "lesson", lesson.id(),
                              "step", step.id(),
                              "run", run.id(),
                              "cause", cause)))
          .forEach(lines::add);
    }
    return lines;
  }

  /** Checks that the solution does not pass, or that doing nothing does. */
  private List<String> unsolved(Lesson lesson, Step step) {
    List<String> lines = new ArrayList<>();
    if (!step.checks().isEmpty()) {
      SolutionPlayer.play(step)
          .verdicts()
          .forEach(
              (check, verdict) -> {
                if (!(verdict instanceof Verdict.Right)) {
                  lines.add(line("cli.check.not-solved", lesson, step, check));
                }
              });
      SolutionPlayer.doNothing(step)
          .verdicts()
          .forEach(
              (check, verdict) -> {
                if (verdict instanceof Verdict.Right) {
                  lines.add(line("cli.check.given-away", lesson, step, check));
                }
              });
    }
    return lines;
  }

  /** Questions whose answer can be read while they are asked. */
  private List<String> exposed(Lesson lesson, Step step) {
    return Exposure.of(step, lesson.text(here.messages().language()).step(step.id())).stream()
        .map(
            found ->
                here.messages()
                    .text(
                        "cli.check.exposed." + found.place().name().toLowerCase(Locale.ROOT),
                        Map.of(
                            "lesson", lesson.id(),
                            "step", step.id(),
                            "check", found.check(),
                            "number", found.number(),
                            "view", found.view())))
        .toList();
  }

  private String line(String key, Lesson lesson, Step step, String check) {
    return here.messages()
        .text(key, Map.of("lesson", lesson.id(), "step", step.id(), "check", check));
  }
}
