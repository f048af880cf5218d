package org.ladera.store.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that a person chose: at any moment there is the whole old one or the whole new one. */
public final class WholeFile {
  /**
   * What fills a file.
   *
   * @param <X> why it may not, other than that it cannot be written
   */
  public interface Filling<X extends Exception> {
    /** Writes to an empty file that there is. */
    void fill(Path fresh) throws IOException, X;
  }

  private WholeFile() {}

  /**
   * Writes a file, or replaces it.
   *
   * @throws IOException when it cannot be written; then the old one is as it was
   */
  public static void write(Path file, byte[] bytes) throws IOException {
    WholeFile.<RuntimeException>fill(file, fresh -> Files.write(fresh, bytes));
  }

  /**
   * Likewise, for what is written piece by piece.
   *
   * @throws IOException when it cannot be written; then the old one is as it was
   */
  public static <X extends Exception> void fill(Path file, Filling<X> filling)
      throws IOException, X {
    Path folder = file.toAbsolutePath().getParent();
    Path fresh = Files.createTempFile(folder, file.getFileName() + ".", ".tmp");
    try {
      filling.fill(fresh);
      try (FileChannel written = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        written.force(true);
      }
      SafeFile.move(fresh, file);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }
}
