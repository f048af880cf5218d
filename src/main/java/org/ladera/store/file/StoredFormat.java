package org.ladera.store.file;

import java.util.Optional;

/**
 * What a {@link StoredFile} holds, as text.
 *
 * @param <T> immutable, with {@code equals}
 */
public interface StoredFormat<T> {
  /** The first word of the file: {@code ladera-progress}. */
  String kind();

  /** The version that is written; older ones are read. */
  int version();

  /** What there is before anything was saved. */
  T empty();

  String write(T content);

  /** Empty when these are not lines of this kind. */
  Optional<T> read(String body);

  /**
   * What is saved when another window has saved in the meantime.
   *
   * @param base what this window read or saved last
   * @param mine what this window wants to save
   * @param stored what is on the disk now
   */
  T merge(T base, T mine, T stored);
}
