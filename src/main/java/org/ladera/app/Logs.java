package org.ladera.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * What goes wrong is written into one file of the person, in full, and never over the terminal. The
 * file is opened for each entry only, so that several programs at once share it.
 */
final class Logs extends Handler {
  private static final long MOST_BYTES = 1 << 20;

  /** Kept here, for a logger that nobody holds forgets its filter. */
  private static final Logger LIBRARY = Logger.getLogger("javafx");

  /** JavaFX says so at every start. One folder of jars is wanted: the start cache knows it. */
  private static final String ON_THE_CLASS_PATH = "Unsupported JavaFX configuration";

  private final Path file;
  private final Formatter format = new SimpleFormatter();

  private Logs(Path file) {
    this.file = file;
  }

  /**
   * Sends all that the program and its libraries log into {@code folder}. Where nothing can be
   * written the program works without.
   *
   * @return the file
   */
  static Path open(Path folder) {
    Path file = folder.resolve("ladera.log");
    LogManager.getLogManager().reset();
    Logger root = Logger.getLogger("");
    root.setLevel(Level.INFO);
    root.addHandler(new Logs(file));
    LIBRARY.setFilter(entry -> !entry.getMessage().startsWith(ON_THE_CLASS_PATH));
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, e) -> root.log(Level.SEVERE, "in thread " + thread.getName(), e));
    return file;
  }

  @Override
  public synchronized void publish(LogRecord entry) {
    try {
      Files.createDirectories(file.getParent());
      if (Files.exists(file) && Files.size(file) > MOST_BYTES) {
        Files.move(
            file, file.resolveSibling("ladera.old.log"), StandardCopyOption.REPLACE_EXISTING);
      }
      Files.writeString(
          file, format.format(entry), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException notWritable) {
      // A disk that takes no log is no reason to disturb a lesson; there is nowhere to say so.
      setLevel(Level.OFF);
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
