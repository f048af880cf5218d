package org.ladera.lesson.markup;

/**
 * Where something stands in a text file; both count from 1.
 *
 * @param line of the file
 * @param column in characters
 */
public record TextPosition(int line, int column) {
  /** The place {@code offset} characters further in {@code text}, which begins here. */
  TextPosition after(String text, int offset) {
    int lines = line;
    int columns = column;
    for (int i = 0; i < Math.min(offset, text.length()); i++) {
      if (text.charAt(i) == '\n') {
        lines++;
        columns = 1;
      } else {
        columns++;
      }
    }
    return new TextPosition(lines, columns);
  }
}
