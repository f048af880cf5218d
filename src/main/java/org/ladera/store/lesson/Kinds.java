package org.ladera.store.lesson;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.ladera.lesson.model.Word;

/**
 * The kinds of view, control or check: the field that names one, and the fields each may have.
 *
 * @param <K> the kinds
 */
final class Kinds<K extends Word> {
  private final String field;
  private final Map<String, K> kinds;

  /**
   * @param field the one that names the kind
   */
  Kinds(String field, K[] kinds) {
    this.field = field;
    this.kinds = Arrays.stream(kinds).collect(Collectors.toUnmodifiableMap(Word::word, k -> k));
  }

  /** The kind of an entry; nothing is said yet of its other fields. */
  K of(FieldReader step, Node item, String path) {
    if (!(item instanceof Node.Fields entry)) {
      throw step.source().refuse(item.place(), path, "field.fields");
    }
    FieldReader any = new FieldReader(step.source(), path, entry, entry.entries().keySet());
    return Objects.requireNonNull(kinds.get(any.word(field, kinds.keySet())));
  }

  /** An entry with the fields of its kind. */
  FieldReader fields(FieldReader step, Node item, String path, Set<String> own) {
    Set<String> known = new HashSet<>(own);
    known.add(field);
    return step.fields(item, path, known);
  }
}
