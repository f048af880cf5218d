package org.ladera.store.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * One file on the disk. Writing makes a temporary file of a name that nobody else has, forces it to
 * the disk and moves it over the old one, so that at any moment there is a whole file; the three
 * before stay beside it. Who reads, merges and writes does it under a lock that all windows of a
 * person share; who only reads needs none.
 */
final class SafeFile {
  private static final int MOST_BYTES = 4 * 1024 * 1024;
  private static final int MOST_COPIES = 100;
  private static final long ROOM = 64 * 1024;
  private static final long PATIENCE_MS = 3000;
  private static final long PAUSE_MS = 10;
  private static final List<String> BEFORE = List.of(".bak", ".bak-2", ".bak-3");

  /** A lock of the system is one of the whole process; this one is between its threads. */
  private static final ReentrantLock HERE = new ReentrantLock();

  private final Path file;

  SafeFile(Path file) {
    this.file = file.toAbsolutePath();
  }

  /** What is done while nobody else writes. */
  interface Work<R> {
    R run() throws IOException;
  }

  /** Another window has kept the lock for too long. */
  static final class Busy extends IOException {
    private static final long serialVersionUID = 1;

    Busy(Path file) {
      super(file + " is locked by another program");
    }
  }

  Path path() {
    return file;
  }

  boolean folderExists() {
    return Files.isDirectory(file.getParent());
  }

  /** The file and those before it, newest first, as far as they exist. */
  List<Path> generations() {
    return Stream.concat(Stream.of(file), BEFORE.stream().map(this::beside))
        .filter(Files::exists)
        .toList();
  }

  static byte[] read(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(MOST_BYTES);
    }
  }

  /**
   * Does {@code work} while no other window and no other thread writes this file; makes the folder.
   */
  <R> R locked(Work<R> work) throws IOException {
    Files.createDirectories(file.getParent());
    HERE.lock();
    try (FileChannel channel =
        FileChannel.open(beside(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      // Closing the channel gives the lock back.
      lock(channel);
      return work.run();
    } finally {
      HERE.unlock();
    }
  }

  private void lock(FileChannel channel) throws IOException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MS);
    while (true) {
      if (channel.tryLock() != null) {
        return;
      }
      if (System.nanoTime() > end) {
        throw new Busy(file);
      }
      try {
        TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Busy(file);
      }
    }
  }

  /** Replaces the file; call it in {@link #locked}. */
  void replace(byte[] bytes) throws IOException {
    Path fresh = Files.createTempFile(file.getParent(), file.getFileName() + ".", ".tmp");
    try {
      write(fresh, bytes);
      keepOld();
      move(fresh, file);
    } finally {
      Files.deleteIfExists(fresh);
    }
    forceFolder();
  }

  static void write(Path path, byte[] bytes) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  /** The file before this one becomes a generation, by a second name: it is never missing. */
  private void keepOld() throws IOException {
    if (Files.notExists(file)) {
      return;
    }
    for (int i = BEFORE.size() - 1; i > 0; i--) {
      if (Files.exists(beside(BEFORE.get(i - 1)))) {
        move(beside(BEFORE.get(i - 1)), beside(BEFORE.get(i)));
      }
    }
    Path newest = beside(BEFORE.getFirst());
    try {
      Files.createLink(newest, file);
    } catch (UnsupportedOperationException | IOException noSecondNames) {
      Files.copy(file, newest, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** The new name outlives a power cut as well; some systems cannot do this and need not. */
  private void forceFolder() {
    try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
      folder.force(true);
    } catch (IOException notOnThisSystem) {
      // The content is on the disk in any case.
    }
  }

  /** Removes what saves left behind that were ended in the middle; call it in {@link #locked}. */
  void clean() throws IOException {
    String name = file.getFileName().toString();
    try (DirectoryStream<Path> left =
        Files.newDirectoryStream(
            file.getParent(),
            path -> {
              String other = path.getFileName().toString();
              return other.startsWith(name + ".") && other.endsWith(".tmp");
            })) {
      for (Path path : left) {
        Files.deleteIfExists(path);
      }
    }
  }

  /** Gives the file another name, so that nothing overwrites it; call it in {@link #locked}. */
  Path setAside() throws IOException {
    for (int i = 1; i <= MOST_COPIES; i++) {
      Path name = beside(".unreadable-" + i);
      if (Files.notExists(name)) {
        Files.move(file, name);
        return name;
      }
    }
    throw new IOException("too many unreadable copies of " + file);
  }

  /** Why writing has failed; asked of the disk, for its messages are in any language. */
  Trouble.Reason reason(IOException failed) {
    if (failed instanceof Busy) {
      return Trouble.Reason.BUSY;
    }
    Path there = file;
    while (there.getParent() != null && Files.notExists(there)) {
      there = there.getParent();
    }
    boolean inTheWay = there.equals(file) ? !Files.isRegularFile(file) : !Files.isDirectory(there);
    if (inTheWay) {
      return Trouble.Reason.BLOCKED;
    }
    try {
      FileStore disk = Files.getFileStore(there);
      if (!disk.isReadOnly() && disk.getUsableSpace() < ROOM) {
        return Trouble.Reason.FULL;
      }
      Path folder = there.equals(file) ? file.getParent() : there;
      if (disk.isReadOnly() || !Files.isWritable(folder)) {
        return Trouble.Reason.FORBIDDEN;
      }
    } catch (IOException unknown) {
      return Trouble.Reason.OTHER;
    }
    return Trouble.Reason.OTHER;
  }

  private Path beside(String ending) {
    return file.resolveSibling(file.getFileName() + ending);
  }
}
