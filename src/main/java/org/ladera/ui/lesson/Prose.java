package org.ladera.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.Border;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.BorderStrokeStyle;
import javafx.scene.layout.BorderWidths;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import javafx.scene.text.TextFlow;
import org.ladera.lesson.markup.Block;
import org.ladera.lesson.markup.Inline;
import org.ladera.lesson.markup.Markup;
import org.ladera.lesson.markup.TextPosition;
import org.ladera.ui.control.Boxes;
import org.ladera.ui.control.Shapes;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type;

/** Turns the blocks of a step's text into nodes. */
final class Prose {
  private static final double GAP = 12;

  private final Tokens tokens;
  private final LiveFormulas formulas;
  private final TextLinks links;

  /**
   * @param links gets the target of a link that a person follows
   */
  Prose(Tokens tokens, LiveFormulas formulas, TextLinks links) {
    this.tokens = tokens;
    this.formulas = formulas;
    this.links = links;
  }

  VBox blocks(List<Block> blocks) {
    return blocks(blocks, GAP, LineStyle.body(tokens));
  }

  /** One line of Markdown: a label, a question, a verdict. */
  TextFlow line(String markdown, LineStyle style) {
    return line(Markup.line(markdown), style);
  }

  private TextFlow line(List<Inline> line, LineStyle style) {
    return LineFlow.of(line, style, tokens, formulas, links);
  }

  private VBox blocks(List<Block> blocks, double gap, LineStyle style) {
    VBox box = new VBox(tokens.px(gap));
    box.setFillWidth(true);
    for (Block block : blocks) {
      box.getChildren().add(block(block, style));
    }
    return box;
  }

  private Node block(Block block, LineStyle style) {
    return switch (block) {
      case Block.Paragraph(List<Inline> inside) -> line(inside, style);
      case Block.Heading(int level, List<Inline> inside) ->
          line(inside, style.weighing(Type.Weight.SEMI_BOLD));
      case Block.Bullets(List<List<Block>> items) -> items(items, 0, style);
      case Block.Numbered(int first, List<List<Block>> items) -> items(items, first, style);
      case Block.Quote(List<Block> inside) -> quote(inside);
      case Block.Fold(List<Inline> title, List<Block> hidden) ->
          new Fold(
              line(title, style.weighing(Type.Weight.SEMI_BOLD)),
              Markup.plain(title),
              blocks(hidden, GAP, style),
              tokens);
      case Block.Code(String text) -> code(text);
      case Block.Formula(List<String> lines, String spoken, TextPosition place) ->
          formula(lines, spoken);
      case Block.Table table -> table(table);
      case Block.Rule() -> Boxes.separator();
    };
  }

  private Node items(List<List<Block>> items, int first, LineStyle style) {
    VBox list = new VBox(tokens.px(6));
    for (int i = 0; i < items.size(); i++) {
      Text mark = new Text(first == 0 ? "•" : first + i + ".");
      mark.setFont(Type.text(tokens, style.px(), Type.Weight.REGULAR));
      mark.setFill(tokens.muted());
      HBox markBox = new HBox(mark);
      markBox.setMinWidth(tokens.px(first == 0 ? 14 : 20));
      VBox body = blocks(items.get(i), 6, style);
      HBox.setHgrow(body, Priority.ALWAYS);
      HBox row = new HBox(markBox, body);
      row.setFillHeight(true);
      list.getChildren().add(row);
    }
    return list;
  }

  private Node quote(List<Block> inside) {
    LineStyle style = new LineStyle(14, Type.Weight.REGULAR, tokens.muted());
    VBox box = blocks(inside, GAP, style);
    box.setPadding(new Insets(0, 0, 0, tokens.px(12)));
    box.setBorder(
        new Border(
            new BorderStroke(
                tokens.separator(),
                BorderStrokeStyle.SOLID,
                CornerRadii.EMPTY,
                new BorderWidths(0, 0, 0, 3))));
    return box;
  }

  private Node code(String code) {
    Text text = new Text(code);
    text.setFont(new Font("Monospaced", Type.size(tokens, 12)));
    text.setFill(tokens.text());
    TextFlow flow = new TextFlow(text);
    flow.setPadding(padding());
    flow.setBackground(Shapes.ground(tokens.panel()));
    return flow;
  }

  private Node formula(List<String> lines, String spoken) {
    VBox box = new VBox(tokens.px(8));
    box.setPadding(padding());
    box.setBackground(Shapes.ground(tokens.panel()));
    box.setAlignment(Pos.TOP_LEFT);
    box.setAccessibleRole(AccessibleRole.TEXT);
    box.setAccessibleText(spoken);
    for (String line : lines) {
      box.getChildren().add(new FormulaLine(formulas.view(line, 14, tokens.text(), true)));
    }
    return box;
  }

  private Insets padding() {
    double across = tokens.px(16);
    double down = tokens.px(10);
    return new Insets(down, across, down, across);
  }

  private Node table(Block.Table table) {
    LineStyle head = LineStyle.caption(tokens).weighing(Type.Weight.SEMI_BOLD);
    LineStyle style = new LineStyle(13, Type.Weight.REGULAR, tokens.text());
    List<List<TextFlow>> rows = new ArrayList<>();
    rows.add(row(table.head(), table.sides(), head));
    table.rows().forEach(row -> rows.add(row(row, table.sides(), style)));
    return new TableBlock(rows, Boxes.separator(), tokens.px(12), tokens.px(4), tokens);
  }

  /** As many cells as there are columns. */
  private List<TextFlow> row(List<List<Inline>> texts, List<Block.Side> sides, LineStyle style) {
    List<TextFlow> cells = new ArrayList<>();
    for (int c = 0; c < sides.size(); c++) {
      List<Inline> text = c < texts.size() ? texts.get(c) : List.of();
      TextFlow cell = LineFlow.whole(text, style, tokens, formulas, links);
      cell.setTextAlignment(
          switch (sides.get(c)) {
            case LEFT -> TextAlignment.LEFT;
            case CENTRE -> TextAlignment.CENTER;
            case RIGHT -> TextAlignment.RIGHT;
          });
      cells.add(cell);
    }
    return cells;
  }
}
