package org.ladera.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.ladera.lesson.model.Lesson;
import org.ladera.store.lesson.LessonLibrary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "open", mixinStandardHelpOptions = true)
final class OpenCommand implements Callable<Integer> {
  private final Surroundings here;
  private final WindowOpener window;

  @Parameters(paramLabel = "DOCUMENT|STRING|LESSON", descriptionKey = "document")
  private String named;

  @Option(names = "--step", paramLabel = "ID", descriptionKey = "step")
  private String stepId;

  OpenCommand(Surroundings here, WindowOpener window) {
    this.here = here;
    this.window = window;
  }

  @Override
  public Integer call() {
    Lesson lesson = here.lesson(named);
    String step = here.step(lesson, stepId).id();
    LessonLibrary library = here.library();
    List<Lesson> lessons = new ArrayList<>(library.lessons());
    lessons.removeIf(other -> other.id().equals(lesson.id()));
    lessons.add(lesson.playing(step));
    if (!window.open(lessons, library.faults(), lessons.getLast())) {
      throw Refusal.fault(here.messages().text("cli.open.no-display"));
    }
    return Commands.WINDOW;
  }
}
