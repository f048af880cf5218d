package org.ladera.ui.program;

import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.ladera.explain.comparison.CodeLine;
import org.ladera.present.program.Beside;
import org.ladera.text.Messages;
import org.ladera.ui.control.Boxes;
import org.ladera.ui.control.PushButton;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type;

/** What is wrong with a quantity of the program, and the line that is right. */
final class VerdictPane extends VBox {
  private final Messages messages;
  private final Tokens tokens;

  /**
   * @param words makes a paragraph with formulas of a line of Markdown
   */
  VerdictPane(
      Beside beside,
      ProgramActions actions,
      Function<String, TextFlow> words,
      Messages messages,
      Tokens tokens) {
    this.messages = messages;
    this.tokens = tokens;
    setSpacing(tokens.px(12));
    setPadding(tokens.insets(16, 24, 16, 24));
    TextFlow head = words.apply("**" + beside.head() + "**");
    head.setId("program-verdict");
    for (Node node : head.getChildren()) {
      if (node instanceof Text text) {
        text.setFont(Type.text(tokens, 18, Type.Weight.SEMI_BOLD));
      }
    }
    getChildren().add(head);
    beside.sentences().forEach(sentence -> getChildren().add(words.apply(sentence)));
    getChildren().addAll(Boxes.separator(), figures(beside), Boxes.separator());
    beside.code().ifPresent(code -> code(code, actions));
    PushButton see =
        new PushButton(
                messages.text("program.see"),
                PushButton.Kind.LINK,
                () -> actions.see(beside.number()))
            .icon(MaterialDesignC.CHEVRON_RIGHT, ContentDisplay.RIGHT);
    see.setId("program-see");
    getChildren().add(see);
  }

  private Node figures(Beside beside) {
    boolean wrong = beside.wrong()[beside.chosen().row()][beside.chosen().column()];
    Color mine = wrong ? tokens.danger().mark() : tokens.text();
    return new HBox(
        tokens.px(20),
        figure("program.yours", beside.figures().yours(), mine),
        figure("program.right", beside.figures().right(), tokens.success().mark()),
        figure("program.ratio", beside.figures().ratio(), tokens.text()));
  }

  private VBox figure(String key, String value, Color ink) {
    Label what = new Label(messages.text(key));
    what.getStyleClass().addAll("muted", "size-12");
    Label number = new Label(value);
    number.setFont(Type.text(tokens, 16, Type.Weight.SEMI_BOLD));
    number.setTextFill(ink);
    number.setMinWidth(Region.USE_PREF_SIZE);
    return new VBox(tokens.px(2), what, number);
  }

  private void code(CodeLine code, ProgramActions actions) {
    boolean mended = code.wrong().isPresent();
    Label title = new Label(messages.text(mended ? "program.line.mended" : "program.line"));
    title.getStyleClass().addAll("semibold", "size-12");
    PushButton copy =
        new PushButton(
                messages.text("program.copy"),
                PushButton.Kind.LINK,
                () -> actions.copy(code.right()))
            .icon(MaterialDesignC.CONTENT_COPY, ContentDisplay.LEFT);
    copy.setId("program-copy");
    HBox row = new HBox(title, Boxes.space(), copy);
    row.setAlignment(Pos.CENTER_LEFT);
    VBox lines = new VBox();
    code.wrong().ifPresent(wrong -> lines.getChildren().add(line("− ", wrong, "wrong")));
    lines.getChildren().add(line(mended ? "+ " : "", code.right(), mended ? "right" : "plain"));
    getChildren().addAll(row, lines);
  }

  private Label line(String sign, String source, String kind) {
    Label label = new Label(sign + source);
    label.getStyleClass().addAll("code-line", kind, "size-12");
    label.setWrapText(true);
    label.setMaxWidth(Double.MAX_VALUE);
    return label;
  }
}
