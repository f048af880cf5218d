package org.ladera.store.lesson;

/** Where something stands in a file; line and column count from 1, 0 means the whole. */
record SourcePosition(int line, int column) {
  static final SourcePosition FILE = new SourcePosition(0, 0);

  /** The place of position {@code index} in {@code text}. */
  static SourcePosition in(CharSequence text, int index) {
    int line = 1;
    int start = 0;
    for (int i = 0; i < index && i < text.length(); i++) {
      if (text.charAt(i) == '\n') {
        line++;
        start = i + 1;
      }
    }
    return new SourcePosition(line, Math.max(0, index - start) + 1);
  }
}
