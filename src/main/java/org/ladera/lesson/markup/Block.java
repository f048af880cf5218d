package org.ladera.lesson.markup;

import java.util.List;

/** A part of a step's text that stands on its own lines. */
public sealed interface Block {
  record Paragraph(List<Inline> inside) implements Block {
    public Paragraph {
      inside = List.copyOf(inside);
    }
  }

  /**
   * @param level from 1
   */
  record Heading(int level, List<Inline> inside) implements Block {
    public Heading {
      inside = List.copyOf(inside);
    }
  }

  record Bullets(List<List<Block>> items) implements Block {
    public Bullets {
      items = items.stream().map(List::copyOf).toList();
    }
  }

  /**
   * @param first number of the first item
   */
  record Numbered(int first, List<List<Block>> items) implements Block {
    public Numbered {
      items = items.stream().map(List::copyOf).toList();
    }
  }

  record Quote(List<Block> inside) implements Block {
    public Quote {
      inside = List.copyOf(inside);
    }
  }

  /**
   * A part that is folded until a reader opens it. In the file it is a quote whose first paragraph
   * begins with {@code [!fold]} and is the title.
   */
  record Fold(List<Inline> title, List<Block> inside) implements Block {
    public Fold {
      title = List.copyOf(title);
      inside = List.copyOf(inside);
    }
  }

  record Code(String text) implements Block {}

  /**
   * Formulas on their own, one below the other.
   *
   * @param lines TeX; in the file an empty line stands between two of them
   * @param spoken what a screen reader says instead
   */
  record Formula(List<String> lines, String spoken, TextPosition place) implements Block {
    public Formula {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A table; every row has as many cells as {@code sides}.
   *
   * @param sides where the text of each column stands
   */
  record Table(List<Side> sides, List<List<Inline>> head, List<List<List<Inline>>> rows)
      implements Block {
    public Table {
      sides = List.copyOf(sides);
      head = head.stream().map(List::copyOf).toList();
      rows = rows.stream().map(row -> row.stream().map(List::copyOf).toList()).toList();
    }
  }

  record Rule() implements Block {}

  enum Side {
    LEFT,
    CENTRE,
    RIGHT
  }
}
