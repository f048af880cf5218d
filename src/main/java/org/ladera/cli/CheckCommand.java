package org.ladera.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ladera.store.lesson.LessonLibrary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "check", mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  private final Surroundings here;

  @Parameters(arity = "0..1", paramLabel = "FOLDER", descriptionKey = "folder")
  private Path folder;

  CheckCommand(Surroundings here) {
    this.here = here;
  }

  @Override
  public Integer call() {
    LessonLibrary library = LessonLibrary.load(folder == null ? here.lessons() : folder);
    library.faults().forEach(fault -> here.out().println(here.line(fault)));
    int count = library.lessons().size();
    if (library.faults().isEmpty()) {
      here.out()
          .println(
              count == 1
                  ? here.messages().text("cli.check.one-good")
                  : here.messages().text("cli.check.good", Map.of("count", count)));
    }
    here.out().flush();
    return library.faults().isEmpty() ? 0 : Refusal.FAULT;
  }
}
