package org.ladera.store.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The folder of one lesson, out of which no name leads. */
final class LessonFolder {
  private static final Pattern FILE =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,60}\\.[a-z]{1,11}");
  private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)\\..*");

  private final Path folder;

  LessonFolder(Path folder) {
    this.folder = folder;
  }

  Path path() {
    return folder;
  }

  /** A file that every lesson has. */
  Path file(String name) {
    return folder.resolve(name);
  }

  /**
   * A file named in a lesson: it lies directly in the folder and is no link.
   *
   * @throws Refused for every other name
   */
  Path named(String name, FieldReader fields, String field) {
    if (!FILE.matcher(name).matches() || DEVICE.matcher(name).matches()) {
      throw fields.refuse(field, "path.outside", "found", name);
    }
    Path file = folder.resolve(name);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw fields.refuse(
          field, Files.isSymbolicLink(file) ? "path.link" : "path.missing", "found", name);
    }
    try {
      if (!folder.toRealPath().equals(file.toRealPath().getParent())) {
        throw fields.refuse(field, "path.outside", "found", name);
      }
    } catch (IOException e) {
      throw fields.refuse(field, "path.missing", "found", name);
    }
    return file;
  }
}
