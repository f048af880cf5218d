package org.ladera.store.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that a person chose: at any moment there is the whole old one or the whole new one. */
public final class WholeFile {
  private WholeFile() {}

  /**
   * Writes a file, or replaces it.
   *
   * @throws IOException when it cannot be written; then the old one is as it was
   */
  public static void write(Path file, byte[] bytes) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Path fresh = Files.createTempFile(folder, file.getFileName() + ".", ".tmp");
    try {
      SafeFile.write(fresh, bytes);
      SafeFile.move(fresh, file);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }
}
