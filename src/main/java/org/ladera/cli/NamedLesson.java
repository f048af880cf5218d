package org.ladera.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ladera.lesson.model.Lesson;
import org.ladera.store.document.OpenDocument;
import org.ladera.store.document.ShareString;
import org.ladera.store.document.UnreadableDocument;
import org.ladera.store.lesson.LessonLibrary;
import org.ladera.store.lesson.LessonReader;

/** What a command line names: a lesson by its id, a document, or what a string stands for. */
final class NamedLesson {
  private NamedLesson() {}

  /** A lesson, or the refusal that says why there is none. */
  static Lesson of(String named, Surroundings here) {
    LessonLibrary read = library(named, here);
    return read.lessons().stream()
        .findFirst()
        .orElseThrow(
            () -> {
              List<String> lines = read.faults().stream().map(here::line).toList();
              return Refusal.fault(String.join(System.lineSeparator(), lines));
            });
  }

  /** The document that a name is the path of. */
  static Optional<Path> document(String named) {
    if (ShareString.looksLike(named)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(named)).filter(OpenDocument::isOne);
    } catch (InvalidPathException noPath) {
      return Optional.empty();
    }
  }

  /** The one lesson that is named, or its faults. */
  static LessonLibrary library(String named, Surroundings here) {
    try {
      if (ShareString.looksLike(named)) {
        return switch (ShareString.read(named)) {
          case ShareString.Named(String lesson, String step) -> shipped(lesson, step, here);
          case ShareString.Whole whole -> of(OpenDocument.read(whole.document(), "document"));
        };
      }
      Optional<Path> document = document(named);
      if (document.isPresent()) {
        return of(OpenDocument.read(document.get()));
      }
      return new LessonLibrary(List.of(here.inLibrary(named)), List.of());
    } catch (UnreadableDocument e) {
      throw Refusal.fault(here.line(e.fault()));
    } catch (IOException e) {
      throw here.notRead(Path.of(named), e);
    }
  }

  private static LessonLibrary shipped(String id, String step, Surroundings here) {
    Lesson lesson = here.inLibrary(id);
    Lesson there = step.isEmpty() ? lesson : lesson.playing(here.step(lesson, step).id());
    return new LessonLibrary(List.of(there), List.of());
  }

  private static LessonLibrary of(LessonReader.Result read) {
    return new LessonLibrary(read.lesson().stream().toList(), read.faults());
  }
}
