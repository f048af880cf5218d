package org.ladera.store.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Folders with lessons of a person's own, which are looked at from time to time: whoever writes a
 * lesson sees it change in the open window. For one thread.
 */
public final class OwnLessons {
  private static final int DEPTH = 2;
  private static final int MOST_FILES = 5000;

  private record Seen(FileTime changed, long size) {}

  /** The lessons of no folder of the person's. */
  private final LessonLibrary shipped;

  private List<Path> roots;
  private Map<Path, Seen> seen;

  /**
   * @param all the lessons there are, those of {@code roots} among them
   */
  public OwnLessons(LessonLibrary all, List<Path> roots) {
    shipped = all.without(roots);
    this.roots = List.copyOf(roots);
    seen = look(roots);
  }

  /**
   * Looks once more.
   *
   * @param now the folders of now
   * @return all lessons, where something is not as it was
   */
  public Optional<LessonLibrary> renewed(List<Path> now) {
    Map<Path, Seen> files = look(now);
    if (now.equals(roots) && files.equals(seen)) {
      return Optional.empty();
    }
    roots = List.copyOf(now);
    seen = files;
    return Optional.of(shipped.renewed(now));
  }

  private static Map<Path, Seen> look(List<Path> roots) {
    Map<Path, Seen> files = new TreeMap<>();
    for (Path root : roots) {
      try (Stream<Path> inside = Files.walk(root, DEPTH)) {
        for (Path file : inside.limit(MOST_FILES).toList()) {
          if (Files.isRegularFile(file)) {
            files.put(file, new Seen(Files.getLastModifiedTime(file), Files.size(file)));
          }
        }
      } catch (IOException | java.io.UncheckedIOException e) {
        // A folder that is gone, or a file while it is written: what is there is looked at again.
        files.put(root, new Seen(FileTime.fromMillis(0), -1));
      }
    }
    return files;
  }
}
