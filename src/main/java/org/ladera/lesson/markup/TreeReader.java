package org.ladera.lesson.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;

/**
 * Turns the parser's tree into blocks and inlines and checks every formula on the way. HTML is
 * shown as the plain text that it is.
 */
final class TreeReader {
  private static final String FORMULA = "formula";
  private static final String FOLD = "[!fold]";

  /** Neighbouring lines that are not blank are one formula. */
  private static final Pattern FORMULA_LINES =
      Pattern.compile("[^\\n]*\\S[^\\n]*(\\n[^\\n]*\\S[^\\n]*)*");

  private final int firstLine;
  private final List<TextFault> faults = new ArrayList<>();

  TreeReader(int firstLine) {
    this.firstLine = firstLine;
  }

  List<TextFault> faults() {
    return faults;
  }

  List<Block> blocks(Node parent) {
    List<Block> blocks = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      switch (node) {
        case org.commonmark.node.Paragraph p -> blocks.add(new Block.Paragraph(inlines(p)));
        case org.commonmark.node.Heading h ->
            blocks.add(new Block.Heading(h.getLevel(), inlines(h)));
        case BulletList list -> blocks.add(new Block.Bullets(items(list)));
        case OrderedList list -> blocks.add(numbered(list));
        case BlockQuote quote -> blocks.add(quote(blocks(quote)));
        case FencedCodeBlock code -> blocks.add(fenced(code));
        case IndentedCodeBlock code ->
            blocks.add(new Block.Code(code.getLiteral().stripTrailing()));
        case HtmlBlock html -> blocks.add(new Block.Code(html.getLiteral()));
        case TableBlock table -> blocks.add(table(table));
        case ThematicBreak rule -> blocks.add(new Block.Rule());
        case LinkReferenceDefinition definition -> {}
        default -> blocks.addAll(blocks(node));
      }
    }
    return blocks;
  }

  private static Block quote(List<Block> inside) {
    if (!inside.isEmpty()
        && inside.getFirst() instanceof Block.Paragraph(List<Inline> line)
        && !line.isEmpty()
        && line.getFirst() instanceof Inline.Words(String words)
        && words.startsWith(FOLD)) {
      List<Inline> title = new ArrayList<>(line);
      title.set(0, new Inline.Words(words.substring(FOLD.length()).stripLeading()));
      return new Block.Fold(title, inside.subList(1, inside.size()));
    }
    return new Block.Quote(inside);
  }

  private List<List<Block>> items(Node list) {
    List<List<Block>> items = new ArrayList<>();
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      items.add(blocks(item));
    }
    return items;
  }

  private Block numbered(OrderedList list) {
    Integer first = list.getMarkerStartNumber();
    return new Block.Numbered(first == null ? 1 : first, items(list));
  }

  private Block fenced(FencedCodeBlock code) {
    String info = code.getInfo() == null ? "" : code.getInfo().strip();
    String literal = code.getLiteral().stripTrailing();
    if (!info.equals(FORMULA) && !info.startsWith(FORMULA + " ")) {
      return new Block.Code(literal);
    }
    TextPosition fence = place(code);
    String spoken = info.substring(FORMULA.length()).strip();
    if (spoken.isEmpty()) {
      faults.add(new TextFault(fence, TextFault.Kind.NO_SPOKEN_TEXT, "```" + FORMULA));
    }
    TextPosition place = new TextPosition(fence.line() + 1, fence.column());
    List<String> lines = new ArrayList<>();
    Matcher part = FORMULA_LINES.matcher(literal);
    while (part.find()) {
      lines.add(part.group());
      TexCheck.of(part.group(), place.after(literal, part.start())).ifPresent(faults::add);
    }
    if (lines.isEmpty()) {
      faults.add(new TextFault(place, TextFault.Kind.EMPTY_FORMULA, ""));
    }
    return new Block.Formula(lines, spoken, place);
  }

  private Block table(TableBlock table) {
    List<Block.Side> sides = new ArrayList<>();
    List<List<Inline>> head = new ArrayList<>();
    List<List<List<Inline>>> rows = new ArrayList<>();
    for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
      for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
        List<List<Inline>> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
          cells.add(inlines(cell));
          if (part instanceof TableHead && cell instanceof TableCell headCell) {
            sides.add(side(headCell));
          }
        }
        if (part instanceof TableHead) {
          head = cells;
        } else {
          rows.add(cells);
        }
      }
    }
    return new Block.Table(sides, head, rows);
  }

  private static Block.Side side(TableCell cell) {
    return cell.getAlignment() == null
        ? Block.Side.LEFT
        : switch (cell.getAlignment()) {
          case LEFT -> Block.Side.LEFT;
          case CENTER -> Block.Side.CENTRE;
          case RIGHT -> Block.Side.RIGHT;
        };
  }

  private List<Inline> inlines(Node parent) {
    List<Inline> line = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      switch (node) {
        case Text text -> words(line, text.getLiteral());
        case SoftLineBreak soft -> words(line, " ");
        case HardLineBreak hard -> line.add(new Inline.LineBreak());
        case StrongEmphasis strong -> line.add(new Inline.Strong(inlines(strong)));
        case org.commonmark.node.Emphasis e -> line.add(new Inline.Emphasis(inlines(e)));
        case org.commonmark.node.Code code -> line.add(new Inline.Code(code.getLiteral()));
        case org.commonmark.node.Link link ->
            line.add(new Inline.Link(inlines(link), link.getDestination()));
        case Image image -> line.add(new Inline.Link(inlines(image), image.getDestination()));
        case HtmlInline html -> words(line, html.getLiteral());
        case DollarParser.Node math -> formula(line, math);
        default -> line.addAll(inlines(node));
      }
    }
    return line;
  }

  private void formula(List<Inline> line, DollarParser.Node math) {
    TextPosition place = place(math);
    if (!math.closed()) {
      faults.add(new TextFault(place, TextFault.Kind.UNCLOSED_FORMULA, "$"));
      words(line, "$");
      return;
    }
    TextPosition inside = new TextPosition(place.line(), place.column() + 1);
    TexCheck.of(math.tex(), inside).ifPresent(faults::add);
    line.add(new Inline.Formula(math.tex(), inside));
  }

  /** Neighbouring words become one piece, so that the screen can break and glue them well. */
  private static void words(List<Inline> line, String text) {
    if (!line.isEmpty() && line.getLast() instanceof Inline.Words(String before)) {
      line.removeLast();
      line.add(new Inline.Words(before + text));
    } else {
      line.add(new Inline.Words(text));
    }
  }

  private TextPosition place(Node node) {
    List<SourceSpan> spans = node.getSourceSpans();
    if (spans.isEmpty()) {
      return new TextPosition(firstLine, 1);
    }
    SourceSpan span = spans.getFirst();
    return new TextPosition(firstLine + span.getLineIndex(), span.getColumnIndex() + 1);
  }
}
