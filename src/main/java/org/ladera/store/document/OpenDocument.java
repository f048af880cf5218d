package org.ladera.store.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.ladera.store.lesson.LessonReader;

/** Reads the lesson that a document is, from a folder, a file or the files of a string. */
public final class OpenDocument {
  private OpenDocument() {}

  /** Whether a path is one of a document: a folder with a lesson in it, or any file. */
  public static boolean isOne(Path path) {
    return Files.isRegularFile(path) || Files.isRegularFile(path.resolve("lesson.yaml"));
  }

  /**
   * @throws IOException when the file cannot be read
   * @throws UnreadableDocument when it is no document
   */
  public static LessonReader.Result read(Path path) throws IOException, UnreadableDocument {
    if (Files.isDirectory(path)) {
      String name = String.valueOf(path.toAbsolutePath().normalize().getFileName());
      DocumentFiles.in(path).checked(name);
      return LessonReader.read(path);
    }
    String name = String.valueOf(path.getFileName());
    return read(DocumentZip.read(path), name.replaceAll("\\.[A-Za-z]+$", ""));
  }

  /**
   * Unpacks files for as long as the program runs.
   *
   * @param name of the folder in which they lie, for messages about them
   */
  public static LessonReader.Result read(DocumentFiles document, String name) throws IOException {
    Path folder = temporary(name);
    document.writeInto(folder);
    return LessonReader.read(folder);
  }

  /** An empty folder for as long as the program runs. */
  static Path temporary(String name) throws IOException {
    Path unpacked = Files.createTempDirectory("ladera-");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(unpacked), "documents"));
    String safe = name.replaceAll("[^\\p{L}\\p{N}_-]", "_");
    return Files.createDirectory(unpacked.resolve(safe.isEmpty() ? "document" : safe));
  }

  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> inside = all.sorted(Comparator.reverseOrder()).toList();
      for (Path path : inside) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      System.getLogger(OpenDocument.class.getName())
          .log(System.Logger.Level.DEBUG, "left behind: " + folder, e);
    }
  }
}
