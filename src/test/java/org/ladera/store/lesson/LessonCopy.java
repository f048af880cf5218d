package org.ladera.store.lesson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ladera.lesson.model.Fault;
import org.ladera.text.Language;
import org.ladera.text.Messages;

/** A copy of a shipped lesson that a test may spoil. */
final class LessonCopy {
  static final Path SHIPPED = Path.of(System.getProperty("ladera.lessons", "lessons"));

  private final Path folder;

  LessonCopy(Path shipped, Path parent) {
    folder = parent.resolve(shipped.getFileName());
    try (Stream<Path> files = Files.list(shipped)) {
      Files.createDirectories(folder);
      for (Path file : files.toList()) {
        Files.write(folder.resolve(file.getFileName()), Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static LessonCopy ofLine(Path parent) {
    return new LessonCopy(SHIPPED.resolve("01-linear-regression"), parent);
  }

  static List<Path> shipped() {
    try (Stream<Path> folders = Files.list(SHIPPED)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("lesson.yaml")))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path folder() {
    return folder;
  }

  String text(String file) {
    return new String(bytes(file), StandardCharsets.UTF_8);
  }

  byte[] bytes(String file) {
    try {
      return Files.readAllBytes(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  LessonCopy write(String file, byte[] bytes) {
    try {
      Files.write(folder.resolve(file), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  LessonCopy write(String file, String text) {
    return write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Replaces the first {@code from}, which must be there. */
  LessonCopy replace(String file, String from, String to) {
    String text = text(file);
    int at = text.indexOf(from);
    if (at < 0) {
      throw new IllegalArgumentException(from + " is not in " + file);
    }
    return write(file, text.substring(0, at) + to + text.substring(at + from.length()));
  }

  LessonReader.Result read() {
    return LessonReader.read(folder);
  }

  /** The first fault as a person reads it. */
  String said(Language language) {
    Fault first = read().faults().getFirst();
    return first.text(Messages.load(language));
  }
}
