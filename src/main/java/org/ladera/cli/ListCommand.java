package org.ladera.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.ladera.lesson.Lesson;
import org.ladera.store.lesson.LessonLibrary;
import picocli.CommandLine.Command;

@Command(name = "list", mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
  private final Surroundings here;

  ListCommand(Surroundings here) {
    this.here = here;
  }

  @Override
  public Integer call() {
    LessonLibrary library = LessonLibrary.load(here.lessons());
    int width = library.lessons().stream().mapToInt(l -> l.id().length()).max().orElse(0);
    for (Lesson lesson : library.lessons()) {
      here.out()
          .println(
              here.messages()
                  .text(
                      "cli.list.line",
                      Map.of(
                          "id",
                          lesson.id() + " ".repeat(width - lesson.id().length()),
                          "title",
                          here.title(lesson),
                          "steps",
                          lesson.steps().size())));
    }
    if (library.lessons().isEmpty() && library.faults().isEmpty()) {
      throw Refusal.fault(
          here.messages().text("cli.list.none", Map.of("folder", here.lessons().toString())));
    }
    here.out().flush();
    library.faults().forEach(fault -> here.err().println(here.line(fault)));
    here.err().flush();
    return 0;
  }
}
