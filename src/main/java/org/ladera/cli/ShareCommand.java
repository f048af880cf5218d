package org.ladera.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ladera.lesson.model.Lesson;
import org.ladera.store.document.DocumentFiles;
import org.ladera.store.document.DocumentZip;
import org.ladera.store.document.ShareString;
import org.ladera.store.document.UnreadableDocument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "share", mixinStandardHelpOptions = true)
final class ShareCommand implements Callable<Integer> {
  private final Surroundings here;

  @Parameters(paramLabel = "DOCUMENT|LESSON", descriptionKey = "document")
  private String named;

  @Option(names = "--step", paramLabel = "ID", descriptionKey = "step")
  private String stepId;

  ShareCommand(Surroundings here) {
    this.here = here;
  }

  @Override
  public Integer call() throws IOException {
    Lesson lesson = here.lesson(named);
    String step = stepId == null ? "" : here.step(lesson, stepId).id();
    Optional<Path> path = NamedLesson.document(named);
    ShareString shared;
    try {
      shared =
          path.isPresent()
              ? new ShareString.Whole(
                  Files.isDirectory(path.get())
                      ? DocumentFiles.in(path.get())
                      : DocumentZip.read(path.get()))
              : new ShareString.Named(lesson.id(), step);
    } catch (UnreadableDocument e) {
      throw Refusal.fault(here.line(e.fault()));
    }
    String text = shared.text();
    if (text.length() > ShareString.LONGEST) {
      throw Refusal.fault(here.messages().text("cli.share.large", Map.of("file", named)));
    }
    here.out().println(text);
    here.out().flush();
    return 0;
  }
}
