package org.ladera.app;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.ladera.explain.Notation;
import org.ladera.lesson.model.Fault;
import org.ladera.lesson.model.Progress;
import org.ladera.store.progress.ProgressFile;
import org.ladera.text.Language;
import org.ladera.ui.theme.Profile;
import org.ladera.ui.window.appearance.Settings;

/**
 * What the program remembers of a person: how they like the window, and which steps they finished.
 * A damaged or missing file is the same as a new person; the lesson matters more.
 */
final class Memory {
  private static final System.Logger LOG = System.getLogger(Memory.class.getName());

  private final Path file;
  private final ProgressFile progress;

  /** Files are written on a thread of their own: the window does not wait for a disk. */
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("ladera-memory").daemon().factory());

  private volatile Settings settings = new Settings(Language.ofSystem(), Profile.LIGHT, 1);

  /** Reads {@code folder}'s file, if there is one. */
  Memory(Path folder) {
    file = folder.resolve("settings.properties");
    progress = ProgressFile.open(folder.resolve("progress.txt"));
    Properties stored = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        stored.load(reader);
      } catch (IOException | IllegalArgumentException damaged) {
        LOG.log(System.Logger.Level.WARNING, "settings are forgotten", damaged);
      }
    }
    read(stored);
  }

  private void read(Properties stored) {
    Language language =
        Stream.of(Language.values())
            .filter(l -> l.tag().equals(stored.getProperty("language")))
            .findFirst()
            .orElse(settings.language());
    Profile profile =
        Stream.of(Profile.values())
            .filter(p -> p.name().equals(stored.getProperty("profile")))
            .findFirst()
            .orElse(settings.profile());
    settings =
        new Settings(
            language,
            profile,
            zoom(stored.getProperty("zoom", "1")),
            Notation.ofWords(stored.getProperty("notation", "")));
  }

  private static double zoom(String text) {
    try {
      double zoom = Double.parseDouble(text);
      return Double.isFinite(zoom) ? zoom : 1;
    } catch (NumberFormatException damaged) {
      return 1;
    }
  }

  Settings settings() {
    return settings;
  }

  /** Takes the settings and writes them without letting the caller wait. */
  void keep(Settings changed) {
    settings = changed;
    writer.execute(this::write);
  }

  Progress progress() {
    return progress.progress();
  }

  /** What was wrong with the file of the progress. */
  Optional<Fault> fault() {
    return progress.fault();
  }

  void keep(Progress grown) {
    writer.execute(
        () ->
            progress
                .save(grown)
                .ifPresent(
                    fault ->
                        LOG.log(System.Logger.Level.WARNING, "progress is not kept: " + fault)));
  }

  /** Writes what is left to be written, and waits for it. */
  void close() {
    writer.execute(this::write);
    writer.close();
  }

  /** Writes all at once or not at all, so that a power cut leaves the old file or the new one. */
  private void write() {
    Properties stored = new Properties();
    stored.setProperty("language", settings.language().tag());
    stored.setProperty("profile", settings.profile().name());
    stored.setProperty("zoom", Double.toString(settings.zoom()));
    stored.setProperty("notation", settings.notation().words());
    try {
      Files.createDirectories(file.getParent());
      StringWriter text = new StringWriter();
      stored.store(text, null);
      Path fresh = Files.createTempFile(file.getParent(), "settings", ".tmp");
      Files.writeString(fresh, text.toString());
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException notWritable) {
      LOG.log(System.Logger.Level.WARNING, "settings are not kept", notWritable);
    }
  }
}
