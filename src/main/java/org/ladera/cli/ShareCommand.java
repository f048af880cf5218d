package org.ladera.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ladera.lesson.model.Lesson;
import org.ladera.store.document.DocumentFiles;
import org.ladera.store.document.DocumentZip;
import org.ladera.store.document.ShareString;
import org.ladera.store.document.UnreadableDocument;
import org.ladera.store.image.Picture;
import org.ladera.store.image.QrCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "share", mixinStandardHelpOptions = true)
final class ShareCommand implements Callable<Integer> {
  /** Pixels of a square of the code: sharp in slides and in print. */
  private static final int SQUARE = 8;

  private final Surroundings here;

  @Parameters(paramLabel = "DOCUMENT|LESSON", descriptionKey = "document")
  private String named;

  @Option(names = "--step", paramLabel = "ID", descriptionKey = "step")
  private String stepId;

  @Option(names = "--qr", paramLabel = "FILE.png", descriptionKey = "qr")
  private @Nullable Path qr;

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
    if (qr != null) {
      code(text, qr);
    }
    return 0;
  }

  private void code(String text, Path file) throws IOException {
    Picture picture =
        QrCode.of(text, SQUARE)
            .orElseThrow(
                () ->
                    Refusal.fault(
                        here.messages()
                            .text(
                                "cli.share.qr-large",
                                Map.of(
                                    "letters",
                                    here.messages().numbers().whole(text.length()),
                                    "limit",
                                    here.messages().numbers().whole(QrCode.LONGEST)))));
    try {
      picture.writePng(file);
    } catch (IOException e) {
      throw here.notWritten(file, e);
    }
    here.say("cli.render.written", Map.of("file", file));
  }
}
