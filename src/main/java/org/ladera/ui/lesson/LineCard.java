package org.ladera.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.ladera.lesson.markup.Markup;
import org.ladera.lesson.model.Check;
import org.ladera.present.shared.NotatedFrame;
import org.ladera.ui.control.PushButton;
import org.ladera.ui.control.Shapes;

/**
 * Find the error: the lines of a derivation one below the other, each a button. Once the wrong one
 * is found it is shown as it should be, with what came of the slip.
 */
final class LineCard implements CheckCard {
  private static final Pattern FORMULA = Pattern.compile("\\$([^$]+)\\$");

  private final Check.Line check;
  private final AnswerState state;
  private final Judging judging;
  private final StepScope scope;
  private final VBox box;
  private final VBox solved;
  private final Attempts attempts;
  private final List<PushButton> buttons = new ArrayList<>();

  LineCard(Check.Line check, AnswerState state, Grader grader, StepScope scope) {
    this.check = check;
    this.state = state;
    judging = new Judging(check, state, grader, scope, this::update);
    this.scope = scope;
    attempts = new Attempts(check, state, scope, this::update);
    for (int i = 0; i < check.lines().size(); i++) {
      buttons.add(button(i));
    }
    VBox lines = new VBox(scope.px(4));
    lines.getChildren().addAll(buttons);
    solved = solved();
    box =
        new VBox(
            scope.px(8),
            scope.line(words(""), LineStyle.control(scope.tokens())),
            lines,
            attempts,
            solved);
    update();
  }

  /** The check's own label, or one of its parts. */
  private String words(String part) {
    String id = part.isEmpty() ? check.id() : check.id() + "." + part;
    return scope.labels().getOrDefault(id, part);
  }

  private PushButton button(int index) {
    String line = check.lines().get(index);
    PushButton button = new PushButton("", () -> judging.answer(line));
    button.getStyleClass().add("dense");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setAlignment(Pos.CENTER_LEFT);
    button.setGraphic(numbered(index));
    String place =
        scope
            .messages()
            .text("lesson.line.of", Map.of("number", index + 1, "lines", check.lines().size()));
    button.setAccessibleText(place + ": " + Markup.plain(Markup.line(words(line))));
    return button;
  }

  private HBox numbered(int index) {
    TextFlow number =
        scope.line(
            scope.messages().text("lesson.line.number", Map.of("number", index + 1)),
            LineStyle.caption(scope.tokens()));
    number.setMinWidth(Region.USE_PREF_SIZE);
    HBox row = new HBox(scope.px(8), number, formula(check.lines().get(index)));
    row.setAlignment(Pos.CENTER_LEFT);
    row.setPadding(new Insets(scope.px(2), 0, scope.px(2), 0));
    return row;
  }

  /** A line that is one formula is set as one, with tall fractions. */
  private Region formula(String part) {
    String written = words(part);
    Matcher whole = FORMULA.matcher(written);
    Region formula =
        whole.matches()
            ? scope.formulas().view(whole.group(1), 14, scope.tokens().text(), true)
            : scope.line(written, LineStyle.body(scope.tokens()));
    HBox.setHgrow(formula, Priority.ALWAYS);
    return formula;
  }

  private VBox solved() {
    // A formula has no padding of its own.
    HBox corrected = new HBox(formula(Check.Line.CORRECTED));
    corrected.setPadding(new Insets(scope.px(8), scope.px(12), scope.px(8), scope.px(12)));
    corrected.setBackground(Shapes.ground(scope.tokens().panel()));
    return new VBox(
        scope.px(8),
        scope.line(
            scope.messages().text("lesson.line.corrected"), LineStyle.caption(scope.tokens())),
        corrected,
        scope.line(words(Check.Line.CONSEQUENCE), LineStyle.body(scope.tokens())));
  }

  private void update() {
    for (int i = 0; i < buttons.size(); i++) {
      boolean chosen = check.lines().get(i).equals(state.typed());
      buttons.get(i).show(ChoiceCard.outcome(chosen, state));
    }
    attempts.update(List.of());
    StepScope.reveal(solved, state.right());
  }

  @Override
  public Region node() {
    return box;
  }

  @Override
  public void render(NotatedFrame frame) {
    judging.render(frame);
  }
}
