package org.ladera.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What goes wrong is written into a file of the person, in full, and never over the terminal. */
final class Logs {
  private static final int BYTES = 1 << 20;
  private static final int FILES = 2;

  private Logs() {}

  /**
   * Sends all that the program and its libraries log into {@code folder}. Where nothing can be
   * written the program works without.
   *
   * @return the file with the newest entries
   */
  static Path open(Path folder) {
    Path file = folder.resolve("ladera.0.log");
    LogManager.getLogManager().reset();
    Logger root = Logger.getLogger("");
    root.setLevel(Level.INFO);
    try {
      Files.createDirectories(folder);
      Handler handler =
          new FileHandler(folder.resolve("ladera.%g.log").toString(), BYTES, FILES, true);
      handler.setFormatter(new SimpleFormatter());
      root.addHandler(handler);
    } catch (IOException readOnly) {
      root.setLevel(Level.OFF);
    }
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, e) -> root.log(Level.SEVERE, "in thread " + thread.getName(), e));
    return file;
  }
}
