package org.ladera.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ladera.engine.spec.Catalogue;
import org.ladera.store.lesson.LessonHeading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "list", mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
  private static final List<String> NAMES = List.of("lessons", "parts");

  private final Surroundings here;

  @Parameters(arity = "0..1", paramLabel = "lessons|parts", descriptionKey = "list")
  private String name = "lessons";

  ListCommand(Surroundings here) {
    this.here = here;
  }

  @Override
  public Integer call() {
    if (!NAMES.contains(name)) {
      throw Refusal.unknown(here.messages(), "list", name, NAMES);
    }
    if (name.equals("parts")) {
      parts();
    } else {
      lessons();
    }
    return 0;
  }

  /** What a scene can be made of, by the words of the lesson files. */
  private void parts() {
    Catalogue.names()
        .forEach(
            (kind, words) -> {
              here.out().println(here.messages().text("part.heading." + kind));
              for (String word : words) {
                String name = here.messages().text("part." + kind + "." + word);
                here.out().printf(Locale.ROOT, "  %-26s %s%n", word, name);
              }
            });
  }

  private void lessons() {
    LessonHeading.All read = LessonHeading.in(here.roots(), here.messages().language());
    int width = read.headings().stream().mapToInt(l -> l.id().length()).max().orElse(0);
    for (LessonHeading lesson : read.headings()) {
      here.out()
          .println(
              here.messages()
                  .text(
                      lesson.steps() == 1 ? "cli.list.line.one" : "cli.list.line",
                      Map.of(
                          "id",
                          lesson.id() + " ".repeat(width - lesson.id().length()),
                          "title",
                          lesson.title(),
                          "steps",
                          lesson.steps())));
    }
    if (read.headings().isEmpty() && read.faults().isEmpty()) {
      throw Refusal.fault(
          here.messages().text("cli.list.none", Map.of("folder", here.lessons().toString())));
    }
    here.out().flush();
    read.faults().forEach(fault -> here.err().println(here.line(fault)));
  }
}
