package org.ladera.store.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One of a person's files, read when it is opened and saved as often as wanted. A file that cannot
 * be read is kept under another name and never overwritten; an older generation stands in for it.
 * Saving reads what is there, merges and writes, so that two windows lose nothing. One thread.
 *
 * @param <T> what it holds
 */
public final class StoredFile<T> {
  private static final System.Logger LOG = System.getLogger(StoredFile.class.getName());

  private final SafeFile disk;
  private final StoredFormat<T> format;
  private T content;
  private Optional<Trouble> trouble = Optional.empty();

  private StoredFile(Path file, StoredFormat<T> format) {
    disk = new SafeFile(file);
    this.format = format;
    content = format.empty();
  }

  /** Reads {@code file}, or an older generation of it. A missing file is no trouble. */
  public static <T> StoredFile<T> open(Path file, StoredFormat<T> format) {
    StoredFile<T> opened = new StoredFile<>(file, format);
    opened.content = opened.load().orElse(opened.content);
    return opened;
  }

  /** What was read, or saved last. */
  public T content() {
    return content;
  }

  /** What was wrong when the file was opened, or saved last. */
  public Optional<Trouble> trouble() {
    return trouble;
  }

  private Optional<T> load() {
    if (!disk.folderExists()) {
      return Optional.empty();
    }
    try {
      return disk.locked(
          () -> {
            disk.clean();
            return stored(true);
          });
    } catch (IOException notWritable) {
      try {
        return stored(false);
      } catch (IOException e) {
        LOG.log(System.Logger.Level.INFO, "cannot be read: " + disk.path(), e);
        trouble = Optional.of(new Trouble.NotSaved(disk.path(), disk.reason(e)));
        return Optional.empty();
      }
    }
  }

  /**
   * What is on the disk now.
   *
   * @param own whether this window may set a damaged file aside
   */
  private Optional<T> stored(boolean own) throws IOException {
    List<Path> generations = disk.generations();
    if (generations.isEmpty()) {
      return Optional.empty();
    }
    Read<T> newest = read(generations.getFirst());
    if (newest instanceof Read.Good<T>(T good)) {
      return Optional.of(good);
    }
    if (newest instanceof Read.Later<T>(int version)) {
      trouble = Optional.of(new Trouble.Newer(disk.path(), version));
      return Optional.empty();
    }
    Optional<T> older = Optional.empty();
    for (int i = 1; i < generations.size() && older.isEmpty(); i++) {
      older = read(generations.get(i)) instanceof Read.Good<T>(T g) ? Optional.of(g) : older;
    }
    if (generations.getFirst().equals(disk.path())) {
      Path copy = own ? disk.setAside() : disk.path();
      trouble = Optional.of(new Trouble.Damaged(disk.path(), copy, older.isPresent()));
    }
    return older;
  }

  private sealed interface Read<T> {
    record Good<T>(T content) implements Read<T> {}

    record Later<T>(int version) implements Read<T> {}

    record Bad<T>() implements Read<T> {}
  }

  private Read<T> read(Path path) throws IOException {
    return switch (Envelope.open(SafeFile.read(path), format.kind(), format.version())) {
      case Envelope.Opened.Whole(String body) ->
          format.read(body).<Read<T>>map(Read.Good::new).orElseGet(Read.Bad::new);
      case Envelope.Opened.Newer(int version) -> new Read.Later<>(version);
      case Envelope.Opened.Broken broken -> new Read.Bad<>();
    };
  }

  /**
   * Saves {@code mine}, together with what other windows have saved since.
   *
   * @return false when it could not be saved: {@link #trouble} says why, the old file is as it was
   */
  public boolean save(T mine) {
    Optional<Trouble> before = trouble;
    trouble = Optional.empty();
    try {
      return disk.locked(() -> merge(mine));
    } catch (IOException e) {
      trouble = Optional.of(new Trouble.NotSaved(disk.path(), disk.reason(e)));
      if (!trouble.equals(before)) {
        // Whoever tries again every few seconds must not fill the log.
        LOG.log(System.Logger.Level.INFO, "not saved: " + disk.path(), e);
      }
      return false;
    }
  }

  private boolean merge(T mine) throws IOException {
    Optional<T> stored = stored(true);
    if (trouble.isPresent() && trouble.get() instanceof Trouble.Newer) {
      return false;
    }
    T merged = stored.map(other -> format.merge(content, mine, other)).orElse(mine);
    boolean there =
        trouble.isEmpty()
            && stored.equals(Optional.of(merged))
            && disk.generations().getFirst().equals(disk.path());
    if (!there) {
      disk.replace(Envelope.seal(format.kind(), format.version(), format.write(merged)));
    }
    content = merged;
    return true;
  }
}
