package org.ladera.store.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.ladera.explain.comparison.GivenArray;
import org.ladera.lesson.model.Fault;
import org.ladera.lesson.model.Lesson;
import org.ladera.store.data.DataTable;
import org.ladera.store.data.ImageFolder;
import org.ladera.store.data.TableFormat;
import org.ladera.store.data.UnreadableData;
import org.ladera.store.lesson.LessonReader;
import org.ladera.store.python.GivenArrays;
import org.ladera.store.python.UnreadableArrays;

/** What a person opens, drops or pastes: a table, a document, a step that everybody has. */
public sealed interface OpenedFile {
  /**
   * A table, with its first rows as they are written.
   *
   * @param chosen what is learned and what from, as it looks
   */
  record Table(TableChoice chosen, List<List<String>> first) implements OpenedFile {}

  /** A laboratory, or a lesson of one's own. */
  record Document(Lesson lesson) implements OpenedFile {}

  /** Pictures, a folder for each class or the files of MNIST. */
  record Pictures(PictureChoice chosen) implements OpenedFile {}

  /** Parameters of a network that was trained elsewhere. */
  record Weights(Path file, List<GivenArray> arrays) implements OpenedFile {}

  /**
   * A step of a lesson that comes with the program.
   *
   * @param step empty for the one that the lesson plays
   */
  record Shipped(String lesson, String step) implements OpenedFile {}

  /** None of these, and why. */
  record Unreadable(List<Fault> faults) implements OpenedFile {}

  int ROWS = 4;
  int HEAD = 64;

  /** Opens a file or folder by what is in it. */
  static OpenedFile open(Path path) {
    try {
      Optional<Path> pictures = pictures(path);
      if (pictures.isPresent()) {
        return new Pictures(PictureChoice.of(pictures.get()));
      }
      if (isArrays(path)) {
        return new Weights(path, GivenArrays.read(path));
      }
      if (Files.isDirectory(path) || startsWith(path, "PK")) {
        return document(OpenDocument.read(path));
      }
      if (startsWith(path, "ladera")) {
        String text = Files.readString(path, StandardCharsets.UTF_8);
        if (ShareString.looksLike(text)) {
          return string(text);
        }
      }
      return table(path, looked -> looked);
    } catch (UnreadableDocument e) {
      return new Unreadable(List.of(e.fault()));
    } catch (UnreadableData e) {
      return new Unreadable(List.of(e.fault()));
    } catch (UnreadableArrays e) {
      return unreadable(path, "arrays." + e.key(), e.values());
    } catch (IOException e) {
      return unreadable(path, "file.unreadable", Map.of());
    }
  }

  private static Unreadable unreadable(Path path, String key, Map<String, String> values) {
    String name = String.valueOf(path.getFileName());
    return new Unreadable(List.of(new Fault(name, 0, 0, "", key, values)));
  }

  /** The folder of pictures that a path is of: itself, or that of one of its files. */
  private static Optional<Path> pictures(Path path) {
    if (Files.isDirectory(path)) {
      boolean document = Files.exists(path.resolve("lesson.yaml"));
      return document || !ImageFolder.has(path, ImageFolder.Part.TRAIN)
          ? Optional.empty()
          : Optional.of(path);
    }
    Path parent = path.toAbsolutePath().getParent();
    if (parent == null || !ImageFolder.isPicture(path)) {
      return Optional.empty();
    }
    // A picture lies in the folder of its class; MNIST's files lie side by side.
    Path around = parent.getParent();
    return around != null && ImageFolder.has(around, ImageFolder.Part.TRAIN)
        ? Optional.of(around)
        : Optional.of(parent);
  }

  private static boolean isArrays(Path path) {
    String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
    return Files.isRegularFile(path)
        && (name.endsWith(".npz") || name.endsWith(".safetensors") || name.endsWith(".json"));
  }

  /** Opens a file of arrays, whatever it is called. */
  static OpenedFile arrays(Path path) {
    try {
      return new Weights(path, GivenArrays.read(path));
    } catch (UnreadableArrays e) {
      return unreadable(path, "arrays." + e.key(), e.values());
    } catch (IOException e) {
      return unreadable(path, "file.unreadable", Map.of());
    }
  }

  /**
   * Opens a text: a shared string, or a table.
   *
   * @param name what the table is called
   */
  static OpenedFile open(String text, String name) {
    try {
      if (ShareString.looksLike(text)) {
        return string(text);
      }
      Path file = OpenDocument.temporary(name).resolve(name + ".csv");
      Files.writeString(file, text);
      return table(file, looked -> looked);
    } catch (UnreadableDocument e) {
      return new Unreadable(List.of(e.fault()));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Reads a table in a form that a person says. */
  static OpenedFile table(Path file, UnaryOperator<TableFormat> form) {
    try {
      DataTable table = DataTable.read(file, form);
      if (table.used().size() < 2) {
        return unreadable(file, "table.one-column", Map.of());
      }
      return new Table(TableChoice.of(table), table.first(ROWS));
    } catch (UnreadableData e) {
      return new Unreadable(List.of(e.fault()));
    }
  }

  private static OpenedFile string(String text) throws UnreadableDocument, IOException {
    return switch (ShareString.read(text)) {
      case ShareString.Named(String lesson, String step) -> new Shipped(lesson, step);
      case ShareString.Whole(DocumentFiles files) ->
          document(OpenDocument.read(files, LabDocument.STEP));
    };
  }

  private static OpenedFile document(LessonReader.Result read) {
    return read.lesson()
        .<OpenedFile>map(Document::new)
        .orElseGet(() -> new Unreadable(read.faults()));
  }

  private static boolean startsWith(Path path, String sign) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1).startsWith(sign);
    }
  }
}
