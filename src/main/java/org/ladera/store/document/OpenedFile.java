package org.ladera.store.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ladera.lesson.model.Fault;
import org.ladera.lesson.model.Lesson;
import org.ladera.store.data.DataTable;
import org.ladera.store.data.TableFormat;
import org.ladera.store.data.UnreadableData;
import org.ladera.store.lesson.LessonReader;

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
    } catch (IOException e) {
      return new Unreadable(
          List.of(
              new Fault(
                  String.valueOf(path.getFileName()),
                  0,
                  0,
                  "",
                  "file.unreadable",
                  java.util.Map.of())));
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
        return new Unreadable(
            List.of(
                new Fault(
                    String.valueOf(file.getFileName()),
                    0,
                    0,
                    "",
                    "table.one-column",
                    java.util.Map.of())));
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
