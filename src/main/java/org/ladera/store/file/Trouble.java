package org.ladera.store.file;

import java.nio.file.Path;

/** What is wrong with one of a person's files. */
public sealed interface Trouble {
  /** The file that is meant. */
  Path file();

  /**
   * It was cut off or changed.
   *
   * @param copy where it was kept
   * @param restored whether an older generation stood in for it
   */
  record Damaged(Path file, Path copy, boolean restored) implements Trouble {}

  /** A later version of the program has written it; it is left alone. */
  record Newer(Path file, int version) implements Trouble {}

  /** Nothing is lost yet: what was to be saved is still in memory. */
  record NotSaved(Path file, Reason reason) implements Trouble {}

  /** Why a file could not be written. */
  enum Reason {
    /** The disk has no room. */
    FULL,
    /** The person may not write here, or the disk is read-only. */
    FORBIDDEN,
    /** Something else has the name of the folder or of the file. */
    BLOCKED,
    /** Another window kept the file locked for too long. */
    BUSY,
    OTHER
  }
}
