package org.ladera.lesson.markup;

import java.util.Set;
import org.commonmark.node.CustomNode;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/**
 * Takes {@code $…$} out of a line before Markdown sees the underscores, stars and backslashes in
 * it. A dollar that is followed by a space, or escaped, is a dollar.
 */
final class DollarParser implements InlineContentParser, InlineContentParserFactory {
  /** A formula, or a dollar that opens one that never ends. */
  static final class Node extends CustomNode {
    private final String tex;
    private final boolean closed;

    Node(String tex, boolean closed) {
      this.tex = tex;
      this.closed = closed;
    }

    String tex() {
      return tex;
    }

    boolean closed() {
      return closed;
    }
  }

  @Override
  public Set<Character> getTriggerCharacters() {
    return Set.of('$');
  }

  @Override
  public InlineContentParser create() {
    return this;
  }

  @Override
  public ParsedInline tryParse(InlineParserState state) {
    Scanner scanner = state.scanner();
    Position open = scanner.position();
    scanner.next();
    if (Character.isWhitespace(scanner.peek()) || !scanner.hasNext()) {
      return ParsedInline.none();
    }
    Position begin = scanner.position();
    while (scanner.hasNext() && scanner.peek() != '$') {
      boolean escape = scanner.peek() == '\\';
      scanner.next();
      if (escape && scanner.hasNext()) {
        scanner.next();
      }
    }
    if (!scanner.hasNext()) {
      scanner.setPosition(open);
      scanner.next();
      return ParsedInline.of(new Node("", false), scanner.position());
    }
    String tex = scanner.getSource(begin, scanner.position()).getContent();
    scanner.next();
    return ParsedInline.of(new Node(tex, true), scanner.position());
  }
}
