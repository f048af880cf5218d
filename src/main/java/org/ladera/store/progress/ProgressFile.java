package org.ladera.store.progress;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import org.ladera.lesson.model.Fault;
import org.ladera.lesson.model.Progress;

/**
 * A person's progress on disk. Saving writes a temporary file, forces it to the disk and moves it
 * over the old one, so that at any moment there is a whole file; the one before stays as {@code
 * .bak}. What could not be read is kept under another name and never overwritten. One thread.
 */
public final class ProgressFile {
  private static final int MOST_BYTES = 4 * 1024 * 1024;
  private static final int MOST_COPIES = 100;

  private final Path file;
  private Progress progress = Progress.NONE;
  private Fault fault;
  private boolean writable = true;

  private ProgressFile(Path file) {
    this.file = file;
  }

  /** Reads {@code file}, or its backup where that is all there is. A missing file is no fault. */
  public static ProgressFile open(Path file) {
    ProgressFile opened = new ProgressFile(file);
    opened.load();
    return opened;
  }

  /** What was read, or saved last. */
  public Progress progress() {
    return progress;
  }

  /** What was wrong when the file was opened. */
  public Optional<Fault> fault() {
    return Optional.ofNullable(fault);
  }

  private void load() {
    try {
      Files.deleteIfExists(beside(".tmp"));
      if (Files.exists(file)) {
        take(ProgressText.read(bytes(file)));
      } else if (Files.exists(beside(".bak"))) {
        restore();
      }
    } catch (IOException e) {
      writable = false;
      fault = fault("file.unreadable", Map.of());
    }
  }

  private void take(ProgressText.Content content) throws IOException {
    switch (content) {
      case ProgressText.Content.Readable(Progress read) -> progress = read;
      case ProgressText.Content.Newer(int version) -> {
        writable = false;
        fault = fault("progress.newer", Map.of("version", String.valueOf(version)));
      }
      case ProgressText.Content.Broken broken -> {
        Path copy = freeName();
        Files.move(file, copy);
        fault = fault("progress.unreadable", Map.of("copy", copy.getFileName().toString()));
        restore();
      }
    }
  }

  private void restore() throws IOException {
    Path backup = beside(".bak");
    if (Files.exists(backup)
        && ProgressText.read(bytes(backup))
            instanceof ProgressText.Content.Readable(Progress read)) {
      progress = read;
    }
  }

  private Path freeName() throws IOException {
    for (int i = 1; i <= MOST_COPIES; i++) {
      Path name = beside(".unreadable-" + i);
      if (Files.notExists(name)) {
        return name;
      }
    }
    throw new IOException("too many unreadable copies of " + file);
  }

  private static byte[] bytes(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(MOST_BYTES);
    }
  }

  /**
   * Replaces the file by {@code changed}.
   *
   * @return why it could not be saved; the old file is then as it was
   */
  public Optional<Fault> save(Progress changed) {
    progress = changed;
    if (!writable) {
      return fault();
    }
    try {
      if (file.toAbsolutePath().getParent() != null) {
        Files.createDirectories(file.toAbsolutePath().getParent());
      }
      Path fresh = beside(".tmp");
      write(fresh, ProgressText.write(changed));
      keepOld();
      move(fresh, file);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(fault("progress.not-saved", Map.of()));
    }
  }

  private static void write(Path path, byte[] bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            path,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  /** The file before this one becomes the backup, by a copy: the file itself never goes missing. */
  private void keepOld() throws IOException {
    Path copy = beside(".bak.tmp");
    try {
      Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
    } catch (NoSuchFileException firstSave) {
      return;
    }
    move(copy, beside(".bak"));
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private Path beside(String ending) {
    return file.resolveSibling(file.getFileName() + ending);
  }

  private Fault fault(String key, Map<String, String> values) {
    return new Fault(file.toString(), 0, 0, "", key, values);
  }
}
