package org.ladera.app;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the program's own files are. */
final class Installation {
  private Installation() {}

  /**
   * The folder of the lessons: as {@code -Dladera.lessons} says, else beside the program, be it
   * installed ({@code lib/ladera.jar}) or built ({@code target/classes}), else in the folder it was
   * started from.
   */
  static Path lessons() {
    String given = System.getProperty("ladera.lessons");
    if (given != null) {
      return Path.of(given);
    }
    Path here = Path.of("lessons");
    return Stream.iterate(
            code().orElse(Path.of("").toAbsolutePath()), p -> p != null, Path::getParent)
        .limit(4)
        .map(folder -> folder.resolve("lessons"))
        .filter(Files::isDirectory)
        .findFirst()
        .orElse(here);
  }

  private static Optional<Path> code() {
    try {
      return Optional.of(
          Path.of(Installation.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
    } catch (URISyntaxException | IllegalArgumentException notAFile) {
      return Optional.empty();
    }
  }
}
