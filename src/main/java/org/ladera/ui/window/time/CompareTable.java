package org.ladera.ui.window.time;

import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.text.TextAlignment;
import javafx.scene.text.TextFlow;
import org.ladera.present.time.BranchTree.Comparison;
import org.ladera.present.time.BranchTree.Line;
import org.ladera.present.time.BranchTree.Role;
import org.ladera.text.RichText;
import org.ladera.ui.control.RichTextNodes;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type;

/** Two branches in two columns; what is not the same in both stands out. */
final class CompareTable extends GridPane {
  private final Tokens tokens;

  CompareTable(Tokens tokens) {
    this.tokens = tokens;
    setId("compare-table");
    getStyleClass().add("compare-table");
    setHgap(tokens.px(10));
    setVgap(tokens.px(4));
    ColumnConstraints names = new ColumnConstraints();
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    values.setHalignment(HPos.RIGHT);
    values.setPercentWidth(36);
    ColumnConstraints others = new ColumnConstraints();
    others.setHgrow(Priority.ALWAYS);
    others.setHalignment(HPos.RIGHT);
    others.setPercentWidth(36);
    getColumnConstraints().setAll(names, values, others);
  }

  void show(Comparison comparison) {
    getChildren().clear();
    add(head(comparison.here(), Role.ON_STAGE), 1, 0);
    add(head(comparison.there(), Role.COMPARED), 2, 0);
    int row = 1;
    StringBuilder spoken = new StringBuilder();
    for (Line line : comparison.lines()) {
      Type.Weight weight = line.differs() ? Type.Weight.SEMI_BOLD : Type.Weight.REGULAR;
      add(cell(line.what(), Type.Weight.REGULAR, TextAlignment.LEFT), 0, row);
      add(cell(line.here(), weight, TextAlignment.RIGHT), 1, row);
      add(cell(line.there(), weight, TextAlignment.RIGHT), 2, row);
      spoken.append(String.join(" ", line.what(), line.here(), line.there())).append(". ");
      row++;
    }
    setAccessibleText(RichText.parse(spoken.toString()).plain());
  }

  private HBox head(String name, Role role) {
    double width = tokens.px(22);
    Canvas sample = new Canvas(width, tokens.px(12));
    LineSample.draw(sample.getGraphicsContext2D(), role, 0, sample.getHeight() / 2, width, tokens);
    HBox head = new HBox(tokens.px(6), sample, cell(name, Type.Weight.MEDIUM, TextAlignment.RIGHT));
    head.setAlignment(Pos.CENTER_RIGHT);
    return head;
  }

  private TextFlow cell(String source, Type.Weight weight, TextAlignment side) {
    TextFlow flow = new TextFlow();
    flow.getChildren().setAll(RichTextNodes.nodes(source, 12, weight, tokens.text(), tokens));
    flow.setTextAlignment(side);
    return flow;
  }
}
