package org.ladera.ui.window.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.ladera.present.time.BranchTree.Role;
import org.ladera.present.time.BranchTree.Row;
import org.ladera.text.Messages;
import org.ladera.text.RichText;
import org.ladera.ui.control.RichTextNodes;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type;

/**
 * The tree of branches as a list with one row chosen: arrows choose, Enter shows, C compares, N
 * renames, Delete deletes. A name is written in its row.
 */
final class BranchList extends VBox {
  /** What is asked for a branch. */
  enum Wish {
    SHOW,
    COMPARE,
    DELETE
  }

  private static final double INDENT = 14;
  private static final double HEIGHT = 44;

  /** What a row has for all its words. */
  private static final double WIDTH = 314;

  private final Messages messages;
  private final Tokens tokens;
  private final BiConsumer<Wish, Row> wishes;
  private final BiConsumer<Row, String> named;
  private final Runnable chosen;
  private List<Row> rows = List.of();
  private int choice = -1;
  private Optional<TextField> writing = Optional.empty();

  /**
   * @param named gets the new name of a branch
   * @param chosen runs when another row was chosen
   */
  BranchList(
      Messages messages,
      Tokens tokens,
      BiConsumer<Wish, Row> wishes,
      BiConsumer<Row, String> named,
      Runnable chosen) {
    this.messages = messages;
    this.tokens = tokens;
    this.wishes = wishes;
    this.named = named;
    this.chosen = chosen;
    setId("branch-list");
    getStyleClass().add("branch-list");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    setOnKeyPressed(this::key);
  }

  /** The chosen row; empty before there is one. */
  Optional<Row> choice() {
    return rows.stream().filter(r -> r.id() == choice).findFirst();
  }

  void show(List<Row> now) {
    if (now.equals(rows) || writing.isPresent()) {
      return;
    }
    boolean fewer = now.stream().noneMatch(r -> r.id() == choice);
    boolean more = now.size() > rows.size();
    rows = now;
    if (fewer || more) {
      choice =
          now.stream().filter(r -> r.role() == Role.ON_STAGE).findFirst().map(Row::id).orElse(-1);
    }
    lay();
  }

  private void lay() {
    List<Node> nodes = new ArrayList<>();
    for (Row row : rows) {
      nodes.add(node(row));
    }
    getChildren().setAll(nodes);
    setAccessibleText(messages.text("branch.list"));
    setAccessibleHelp(choice().map(Row::spoken).orElse(""));
    chosen.run();
  }

  private Node node(Row row) {
    TextFlow name = flow(row.name(), 13, Type.Weight.MEDIUM);
    String second = row.depth() == 0 ? row.rule() : row.from() + " · " + row.rule();
    TextFlow about = new TextFlow();
    about
        .getChildren()
        .setAll(RichTextNodes.nodes(second, 12, Type.Weight.REGULAR, tokens.muted(), tokens));
    VBox words = new VBox(name, about);
    words.setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    TextFlow loss =
        flow(messages.text("branch.loss", Map.of("value", row.loss())), 12, Type.Weight.MEDIUM);
    loss.setMinWidth(USE_PREF_SIZE);
    double gap = tokens.px(6);
    double before = tokens.px(INDENT) * row.depth() + tokens.px(30);
    double room = tokens.px(WIDTH) - before - loss.prefWidth(-1) - 2 * gap;
    double side = Math.max(tokens.px(HEIGHT), Math.ceil(words.prefHeight(room)) + 2 * gap);
    Canvas guide = new Canvas(before, side);
    draw(guide, row);
    HBox line = new HBox(gap, guide, words, loss);
    line.setAlignment(Pos.CENTER_LEFT);
    line.setFillHeight(false);
    line.setMinHeight(side);
    line.setPadding(tokens.insets(0, 8, 0, 4));
    line.getStyleClass().add("branch-row");
    line.setId("branch-" + row.id());
    if (row.id() == choice) {
      line.getStyleClass().add("chosen");
    }
    line.setOnMousePressed(
        e -> {
          requestFocus();
          choose(row.id());
          if (e.getClickCount() == 2) {
            wishes.accept(Wish.SHOW, row);
          }
        });
    return line;
  }

  private TextFlow flow(String source, double px, Type.Weight weight) {
    TextFlow flow = new TextFlow();
    flow.getChildren().setAll(RichTextNodes.nodes(source, px, weight, tokens.text(), tokens));
    return flow;
  }

  /** The lines of the tree, then a sample of the line that this branch is drawn with. */
  private void draw(Canvas canvas, Row row) {
    GraphicsContext g = canvas.getGraphicsContext2D();
    double indent = tokens.px(INDENT);
    double h = canvas.getHeight();
    g.setTextBaseline(VPos.CENTER);
    g.setStroke(tokens.controlBorder());
    g.setLineWidth(1);
    for (int d = 0; d < row.open().size(); d++) {
      if (row.open().get(d)) {
        double x = Math.round(indent * (d + 0.5)) + 0.5;
        g.strokeLine(x, 0, x, h);
      }
    }
    if (row.depth() > 0) {
      double x = Math.round(indent * (row.depth() - 0.5)) + 0.5;
      g.strokeLine(x, 0, x, row.last() ? h / 2 : h);
      g.strokeLine(x, Math.round(h / 2) + 0.5, indent * row.depth(), Math.round(h / 2) + 0.5);
    }
    LineSample.draw(g, row.role(), indent * row.depth() + 3, h / 2, tokens.px(24), tokens);
  }

  private void choose(int id) {
    if (id != choice) {
      choice = id;
      lay();
    }
  }

  private void key(KeyEvent event) {
    if (writing.isPresent() || rows.isEmpty()) {
      return;
    }
    int at = Math.max(0, rows.indexOf(choice().orElse(rows.getFirst())));
    Row row = rows.get(at);
    switch (event.getCode()) {
      case UP -> choose(rows.get(Math.max(0, at - 1)).id());
      case DOWN -> choose(rows.get(Math.min(rows.size() - 1, at + 1)).id());
      case ENTER -> wishes.accept(Wish.SHOW, row);
      case C -> wishes.accept(Wish.COMPARE, row);
      case N -> rename();
      case DELETE, BACK_SPACE -> wishes.accept(Wish.DELETE, row);
      default -> {
        return;
      }
    }
    event.consume();
  }

  /** Writes the name of the chosen branch in its row; Enter keeps it, Escape does not. */
  void rename() {
    choice().ifPresent(this::write);
  }

  private void write(Row row) {
    HBox line = (HBox) getChildren().get(rows.indexOf(row));
    VBox words = (VBox) line.getChildren().get(1);
    TextField field = new TextField(row.written());
    field.setId("branch-name");
    field.setPromptText(RichText.parse(row.name()).plain());
    field.getStyleClass().addAll("field", "size-13");
    field.setAccessibleText(messages.text("branch.name"));
    words.getChildren().set(0, field);
    writing = Optional.of(field);
    field.requestFocus();
    field.selectAll();
    field.setOnAction(e -> written(row, field.getText().strip()));
    field.setOnKeyPressed(
        e -> {
          if (e.getCode() == KeyCode.ESCAPE) {
            e.consume();
            written(row, row.written());
          }
        });
    field
        .focusedProperty()
        .addListener(
            (property, was, is) -> {
              if (!is && writing.isPresent()) {
                written(row, field.getText().strip());
              }
            });
  }

  private void written(Row row, String name) {
    writing = Optional.empty();
    if (!name.equals(row.written())) {
      named.accept(row, name);
    }
    lay();
    requestFocus();
  }
}
