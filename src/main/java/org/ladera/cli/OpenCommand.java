package org.ladera.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ladera.lesson.model.Fault;
import org.ladera.lesson.model.Lesson;
import org.ladera.store.data.ImageFolder;
import org.ladera.store.data.UnreadableData;
import org.ladera.store.document.LabDocument;
import org.ladera.store.document.OpenedFile;
import org.ladera.store.lesson.LessonLibrary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "open", mixinStandardHelpOptions = true)
final class OpenCommand implements Callable<Integer> {
  private final Surroundings here;
  private final WindowOpener window;

  @Parameters(paramLabel = "TABLE|PICTURES|DOCUMENT|STRING|LESSON", descriptionKey = "opened")
  private String named;

  @Option(names = "--step", paramLabel = "ID", descriptionKey = "step")
  private @Nullable String stepId;

  OpenCommand(Surroundings here, WindowOpener window) {
    this.here = here;
    this.window = window;
  }

  @Override
  public Integer call() {
    Optional<Path> file =
        NamedLesson.document(named).or(this::pictures).filter(this::isForLaboratory);
    if (file.isPresent()) {
      LessonLibrary library = here.library();
      return opened(window.open(library.lessons(), library.faults(), null, file.get()));
    }
    Lesson lesson = here.lesson(named);
    // A person begins at the beginning, not at the step that a run without a window plays.
    String step = stepId == null ? lesson.steps().getFirst().id() : here.step(lesson, stepId).id();
    LessonLibrary library = here.library();
    List<Lesson> lessons = new ArrayList<>(library.lessons());
    lessons.removeIf(other -> other.id().equals(lesson.id()));
    lessons.add(lesson.playing(step));
    return opened(window.open(lessons, library.faults(), lessons.getLast(), null));
  }

  /** A folder of pictures, which is no document. */
  private Optional<Path> pictures() {
    try {
      Path path = Path.of(named);
      // All lessons are read for this only where a folder could be meant.
      if (Files.isDirectory(path)
          && here.library().lessons().stream().noneMatch(l -> l.id().equals(named))) {
        ImageFolder.checkClasses(path);
      }
      return Optional.of(path).filter(p -> ImageFolder.has(p, ImageFolder.Part.TRAIN));
    } catch (InvalidPathException noPath) {
      return Optional.empty();
    } catch (UnreadableData e) {
      throw Refusal.fault(here.line(e.fault()));
    }
  }

  /** A table, or a laboratory; of a lesson the window opens a step. */
  private boolean isForLaboratory(Path path) {
    return switch (OpenedFile.open(path)) {
      case OpenedFile.Table _ -> true;
      case OpenedFile.Pictures _ -> true;
      case OpenedFile.Weights _ -> true;
      case OpenedFile.Document(Lesson lesson) -> LabDocument.isOne(lesson);
      case OpenedFile.Shipped _ -> false;
      case OpenedFile.Unreadable(List<Fault> faults) -> {
        List<String> lines = faults.stream().map(here::line).toList();
        throw Refusal.fault(String.join(System.lineSeparator(), lines));
      }
    };
  }

  private Integer opened(boolean shown) {
    if (!shown) {
      throw Refusal.fault(here.messages().text("cli.open.no-display"));
    }
    return Commands.WINDOW;
  }
}
