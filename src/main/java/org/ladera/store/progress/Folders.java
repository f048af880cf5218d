package org.ladera.store.progress;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Where each system wants a program's own files of one person.
 *
 * @param settings settings and progress
 * @param logs what went wrong
 * @param cache what can be made again
 */
public record Folders(Path settings, Path logs, Path cache) {
  private static final String NAME = "ladera";

  /** The folders of this system and person; they need not exist yet. */
  public static Folders ofSystem() {
    return of(
        System.getProperty("os.name", ""),
        home(System.getProperty("os.name", ""), System.getProperty("user.home"), System.getenv()),
        System.getenv());
  }

  /** Java takes the home of the account; a person may have said another one. */
  static Path home(String system, String account, Map<String, String> environment) {
    boolean windows = system.toLowerCase(Locale.ROOT).startsWith("windows");
    return windows ? Path.of(account) : path(environment, "HOME", Path.of(account));
  }

  /** Libraries write where the program does: their caches, too, are files of the person. */
  public void tellLibraries() {
    if (System.getProperty("javafx.cachedir") == null) {
      System.setProperty("javafx.cachedir", cache.resolve("natives").toString());
    }
    Path home =
        home(System.getProperty("os.name", ""), System.getProperty("user.home"), System.getenv());
    System.setProperty("user.home", home.toString());
  }

  static Folders of(String system, Path home, Map<String, String> environment) {
    String os = system.toLowerCase(Locale.ROOT);
    if (os.startsWith("windows")) {
      Path roaming = path(environment, "APPDATA", home.resolve("AppData/Roaming"));
      Path local = path(environment, "LOCALAPPDATA", home.resolve("AppData/Local"));
      return new Folders(
          roaming.resolve("Ladera"), local.resolve("Ladera"), local.resolve("Ladera/Cache"));
    }
    if (os.startsWith("mac")) {
      Path library = home.resolve("Library");
      return new Folders(
          library.resolve("Application Support/Ladera"),
          library.resolve("Logs/Ladera"),
          library.resolve("Caches/Ladera"));
    }
    Path config = path(environment, "XDG_CONFIG_HOME", home.resolve(".config"));
    Path state = path(environment, "XDG_STATE_HOME", home.resolve(".local/state"));
    Path cache = path(environment, "XDG_CACHE_HOME", home.resolve(".cache"));
    return new Folders(config.resolve(NAME), state.resolve(NAME), cache.resolve(NAME));
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
