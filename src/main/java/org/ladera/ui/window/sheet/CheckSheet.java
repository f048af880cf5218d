package org.ladera.ui.window.sheet;

import java.util.List;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import javafx.scene.text.TextFlow;
import org.ladera.present.check.DerivativeModel.Verdict;
import org.ladera.present.check.GradientRows;
import org.ladera.text.Messages;
import org.ladera.text.RichText;
import org.ladera.ui.control.PushButton;
import org.ladera.ui.control.RichTextNodes;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;

/** The gradient of the present update against dual numbers: how it went, and the worst of it. */
public final class CheckSheet extends VBox {
  private static final double WIDTH = 460;

  /**
   * @param found nothing while it is still being computed
   */
  public CheckSheet(
      Optional<GradientRows> found, Messages messages, Tokens tokens, Runnable close) {
    getStyleClass().addAll("sheet", "size-13");
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    Label title = new Label(messages.text("check.sheet.title"));
    title.getStyleClass().addAll("sheet-title", "size-20");
    getChildren().add(title);
    String summary = found.map(GradientRows::summary).orElse(messages.text("check.waiting"));
    getChildren().add(words(summary, tokens.text(), tokens));
    found
        .filter(f -> !f.note().isEmpty())
        .ifPresent(f -> getChildren().add(words(f.note(), tokens.danger().mark(), tokens)));
    found
        .filter(f -> !f.rows().isEmpty())
        .ifPresent(f -> getChildren().add(table(f, messages, tokens)));
    Button done = new PushButton(messages.text("settings.close"), close);
    done.setId("sheet-close");
    HBox foot = new HBox(done);
    foot.setAlignment(Pos.CENTER_RIGHT);
    getChildren().add(foot);
  }

  private static TextFlow words(String source, Color ink, Tokens tokens) {
    TextFlow flow = new TextFlow();
    flow.getChildren().setAll(RichTextNodes.plain(source, 13, Weight.REGULAR, ink, tokens));
    flow.setMaxWidth(tokens.px(WIDTH));
    flow.setPrefWidth(tokens.px(WIDTH));
    return flow;
  }

  private static GridPane table(GradientRows found, Messages messages, Tokens tokens) {
    GridPane grid = new GridPane(tokens.px(24), tokens.px(4));
    grid.setId("check-rows");
    List<String> names =
        List.of("check.column.derivative", "check.column.backprop", "check.column.dual");
    for (int c = 0; c < names.size(); c++) {
      grid.add(cell(messages.text(names.get(c)), c > 0, tokens.muted(), tokens), c, 0);
    }
    grid.add(cell(messages.text("check.column.ratio"), true, tokens.muted(), tokens), 3, 0);
    for (int r = 0; r < found.rows().size(); r++) {
      GradientRows.Row row = found.rows().get(r);
      boolean fails = row.kind() == Verdict.Kind.FAIL;
      Color ink = fails ? tokens.danger().mark() : tokens.text();
      grid.add(cell(row.symbol(), false, tokens.gradient().ink(), tokens), 0, r + 1);
      grid.add(cell(row.backprop(), true, tokens.text(), tokens), 1, r + 1);
      grid.add(cell(row.dual(), true, tokens.text(), tokens), 2, r + 1);
      grid.add(cell(row.ratio(), true, ink, tokens), 3, r + 1);
    }
    return grid;
  }

  private static Node cell(String source, boolean number, Color ink, Tokens tokens) {
    TextFlow flow = new TextFlow();
    flow.getChildren().setAll(RichTextNodes.plain(source, 12, Weight.REGULAR, ink, tokens));
    flow.setTextAlignment(number ? TextAlignment.RIGHT : TextAlignment.LEFT);
    flow.setAccessibleText(RichText.parse(source).plain());
    flow.setMinWidth(USE_PREF_SIZE);
    GridPane.setHalignment(flow, number ? HPos.RIGHT : HPos.LEFT);
    return flow;
  }
}
