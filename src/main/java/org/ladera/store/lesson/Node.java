package org.ladera.store.lesson;

import java.util.List;
import java.util.Map;

/** A YAML document as a tree whose parts know where they stand. */
sealed interface Node {
  SourcePosition place();

  /**
   * @param plain written without quotes, so that it may be a number or true
   */
  record Scalar(SourcePosition place, String text, boolean plain) implements Node {}

  record Items(SourcePosition place, List<Node> items) implements Node {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** Fields in the order of the file. */
  record Fields(SourcePosition place, Map<String, Entry> entries) implements Node {}

  /** A field's value and the place of its name. */
  record Entry(SourcePosition place, Node value) {}
}
