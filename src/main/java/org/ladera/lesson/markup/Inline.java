package org.ladera.lesson.markup;

import java.util.List;

/** What stands inside a line of text. */
public sealed interface Inline {
  record Words(String text) implements Inline {}

  record Strong(List<Inline> inside) implements Inline {
    public Strong {
      inside = List.copyOf(inside);
    }
  }

  record Emphasis(List<Inline> inside) implements Inline {
    public Emphasis {
      inside = List.copyOf(inside);
    }
  }

  record Code(String text) implements Inline {}

  /** Shown, never opened by itself. */
  record Link(List<Inline> inside, String target) implements Inline {
    public Link {
      inside = List.copyOf(inside);
    }
  }

  /** A formula between dollar signs. */
  record Formula(String tex, TextPosition place) implements Inline {}

  record LineBreak() implements Inline {}
}
