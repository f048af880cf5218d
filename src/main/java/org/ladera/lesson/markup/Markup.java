package org.ladera.lesson.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Reads the Markdown of a step. */
public final class Markup {
  // A lesson needs three or four levels; the limits keep hostile files from overflowing the stack.
  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create()))
          .customInlineContentParserFactory(new DollarParser())
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .maxOpenBlockParsers(32)
          .maxInlineNesting(32)
          .build();

  /** A line in which nothing can be a sign of Markdown, as every second label is. */
  private static final Pattern WORDS =
      Pattern.compile("[\\p{L}¿¡][\\p{L}\\d ,.;:()?¿¡%/+=–—…'’\"«»“”·-]*(?<! )");

  private Markup() {}

  /**
   * Reads a text; never fails, whatever it contains.
   *
   * @param firstLine the line of the file at which {@code markdown} begins, from 1
   */
  public static Document read(String markdown, int firstLine) {
    return WORDS.matcher(markdown).matches()
        ? new Document(List.of(new Block.Paragraph(List.of(new Inline.Words(markdown)))), List.of())
        : parsed(markdown, firstLine);
  }

  static Document parsed(String markdown, int firstLine) {
    TreeReader reader = new TreeReader(firstLine);
    Node root = PARSER.parse(markdown);
    return new Document(reader.blocks(root), reader.faults());
  }

  /** Reads a label: one line of text, of which only the first paragraph counts. */
  public static List<Inline> line(String markdown) {
    for (Block block : read(markdown, 1).blocks()) {
      if (block instanceof Block.Paragraph(List<Inline> inside)) {
        return inside;
      }
    }
    return List.of(new Inline.Words(markdown));
  }

  /** The words of a line without their form; formulas in plain signs, live numbers left out. */
  public static String plain(List<Inline> line) {
    StringBuilder text = new StringBuilder();
    for (Inline inline : line) {
      switch (inline) {
        case Inline.Words(String words) -> text.append(words);
        case Inline.Strong(List<Inline> inside) -> text.append(plain(inside));
        case Inline.Emphasis(List<Inline> inside) -> text.append(plain(inside));
        case Inline.Code(String code) -> text.append(code);
        case Inline.Link(List<Inline> inside, String target) -> text.append(plain(inside));
        case Inline.Formula(String tex, TextPosition place) -> text.append(PlainTex.of(tex));
        case Inline.LineBreak() -> text.append(' ');
      }
    }
    return text.toString();
  }

  /** Every formula of a document, inline or block, in the order of the text. */
  public static List<String> formulas(Document document) {
    List<String> found = new ArrayList<>();
    document.blocks().forEach(block -> collect(block, found));
    return found;
  }

  private static void collect(Block block, List<String> found) {
    switch (block) {
      case Block.Paragraph(List<Inline> inside) -> collect(inside, found);
      case Block.Heading(int level, List<Inline> inside) -> collect(inside, found);
      case Block.Bullets(List<List<Block>> items) ->
          items.forEach(item -> item.forEach(inner -> collect(inner, found)));
      case Block.Numbered(int first, List<List<Block>> items) ->
          items.forEach(item -> item.forEach(inner -> collect(inner, found)));
      case Block.Quote(List<Block> inside) -> inside.forEach(inner -> collect(inner, found));
      case Block.Fold(List<Inline> title, List<Block> inside) -> {
        collect(title, found);
        inside.forEach(inner -> collect(inner, found));
      }
      case Block.Code code -> {}
      case Block.Formula(List<String> lines, String spoken, TextPosition place) ->
          found.addAll(lines);
      case Block.Table(
              List<Block.Side> sides,
              List<List<Inline>> head,
              List<List<List<Inline>>> rows) -> {
        head.forEach(cell -> collect(cell, found));
        rows.forEach(row -> row.forEach(cell -> collect(cell, found)));
      }
      case Block.Rule rule -> {}
    }
  }

  private static void collect(List<Inline> line, List<String> found) {
    for (Inline inline : line) {
      switch (inline) {
        case Inline.Formula(String tex, TextPosition place) -> found.add(tex);
        case Inline.Strong(List<Inline> inside) -> collect(inside, found);
        case Inline.Emphasis(List<Inline> inside) -> collect(inside, found);
        case Inline.Link(List<Inline> inside, String target) -> collect(inside, found);
        case Inline.Words words -> {}
        case Inline.Code code -> {}
        case Inline.LineBreak lineBreak -> {}
      }
    }
  }
}
