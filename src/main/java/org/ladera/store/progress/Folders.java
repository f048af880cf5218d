package org.ladera.store.progress;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where each system wants a program's own files of one person. */
public record Folders(Path settings, Path logs) {
  private static final String NAME = "ladera";

  /** The folders of this system and person; they need not exist yet. */
  public static Folders ofSystem() {
    return of(
        System.getProperty("os.name", ""),
        Path.of(System.getProperty("user.home")),
        System.getenv());
  }

  static Folders of(String system, Path home, Map<String, String> environment) {
    String os = system.toLowerCase(Locale.ROOT);
    if (os.startsWith("windows")) {
      Path roaming = path(environment, "APPDATA", home.resolve("AppData/Roaming"));
      Path local = path(environment, "LOCALAPPDATA", home.resolve("AppData/Local"));
      return new Folders(roaming.resolve("Ladera"), local.resolve("Ladera"));
    }
    if (os.startsWith("mac")) {
      Path library = home.resolve("Library");
      return new Folders(
          library.resolve("Application Support/Ladera"), library.resolve("Logs/Ladera"));
    }
    Path config = path(environment, "XDG_CONFIG_HOME", home.resolve(".config"));
    Path state = path(environment, "XDG_STATE_HOME", home.resolve(".local/state"));
    return new Folders(config.resolve(NAME), state.resolve(NAME));
  }

  /** The XDG rule: a variable that is not an absolute path is as good as none. */
  private static Path path(Map<String, String> environment, String name, Path otherwise) {
    String value = environment.get(name);
    if (value == null || value.isBlank() || !Path.of(value).isAbsolute()) {
      return otherwise;
    }
    return Path.of(value);
  }
}
