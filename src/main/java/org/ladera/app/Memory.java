package org.ladera.app;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ladera.text.Language;
import org.ladera.ui.shell.Settings;
import org.ladera.ui.theme.Profile;

/**
 * What the program remembers of a person: how they like the window, and which steps they finished.
 * A damaged or missing file is the same as a new person; the lesson matters more.
 */
final class Memory {
  private static final System.Logger LOG = System.getLogger(Memory.class.getName());

  private final Path file;
  private final Set<String> done = Collections.synchronizedSet(new TreeSet<>());
  private Settings settings = new Settings(Language.ofSystem(), Profile.LIGHT, 1);

  /** Reads {@code folder}'s file, if there is one. */
  Memory(Path folder) {
    file = folder.resolve("settings.properties");
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
    settings = new Settings(language, profile, zoom(stored.getProperty("zoom", "1")));
    Stream.of(stored.getProperty("done", "").split(" "))
        .filter(id -> !id.isBlank())
        .forEach(done::add);
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

  void keep(Settings changed) {
    settings = changed;
  }

  /** Ids of finished steps; what is added to it is remembered at {@link #write}. */
  Set<String> done() {
    return done;
  }

  /** Writes all at once or not at all, so that a power cut leaves the old file or the new one. */
  void write() {
    Properties stored = new Properties();
    stored.setProperty("language", settings.language().tag());
    stored.setProperty("profile", settings.profile().name());
    stored.setProperty("zoom", Double.toString(settings.zoom()));
    stored.setProperty("done", String.join(" ", done));
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
