package org.ladera.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ladera.store.document.DocumentFiles;
import org.ladera.store.document.DocumentZip;
import org.ladera.store.file.WholeFile;

/** The laboratory that was left, and the documents that were open: beside a person's settings. */
final class LabShelf {
  private static final System.Logger LOG = System.getLogger(LabShelf.class.getName());
  private static final int MOST = 8;

  private final Path folder;
  private volatile List<Path> recent;

  LabShelf(Path folder) {
    this.folder = folder;
    recent = read();
  }

  private Path left() {
    return folder.resolve("laboratory.ladera");
  }

  private Path list() {
    return folder.resolve("recent.txt");
  }

  private List<Path> read() {
    List<Path> found = new ArrayList<>();
    try {
      if (Files.isRegularFile(list())) {
        for (String line : Files.readAllLines(list(), StandardCharsets.UTF_8)) {
          found.add(Path.of(line));
        }
      }
    } catch (IOException | InvalidPathException e) {
      LOG.log(System.Logger.Level.INFO, "not read", e);
    }
    return List.copyOf(found);
  }

  void keep(DocumentFiles laboratory) {
    try {
      Files.createDirectories(folder);
      WholeFile.write(left(), DocumentZip.write(laboratory));
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "not kept", e);
    }
  }

  Optional<Path> laboratory() {
    return Optional.of(left()).filter(Files::isRegularFile);
  }

  /** Those that are still there, the newest first. */
  List<Path> recent() {
    return recent.stream().filter(Files::isRegularFile).toList();
  }

  void used(Path document) {
    List<Path> next = new ArrayList<>(recent);
    Path own = document.toAbsolutePath();
    next.remove(own);
    next.addFirst(own);
    recent = List.copyOf(next.subList(0, Math.min(MOST, next.size())));
  }

  void write() {
    try {
      Files.createDirectories(folder);
      String text = recent.stream().map(Path::toString).collect(Collectors.joining("\n"));
      WholeFile.write(list(), text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "not kept", e);
    }
  }
}
