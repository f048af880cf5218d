package org.ladera.ui.lesson;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ladera.lesson.markup.Markup;
import org.ladera.lesson.model.Check;
import org.ladera.lesson.model.Verdict;
import org.ladera.present.shared.NotatedFrame;
import org.ladera.ui.control.FieldState;
import org.ladera.ui.control.PushButton;

/** A number to work out or to guess, and a verdict that names the mistake. */
final class NumberCard implements CheckCard {
  private final AnswerState state;
  private final StepScope scope;
  private final VBox box;
  private final TextField field = new TextField();
  private final StackPane frame = FieldState.framed(field);
  private final Attempts attempts;
  private final Judging judging;

  NumberCard(Check check, AnswerState state, Grader grader, StepScope scope) {
    this.state = state;
    this.scope = scope;
    judging = new Judging(check, state, grader, scope, this::update);
    String question = scope.labels().getOrDefault(check.id(), check.id());
    attempts = new Attempts(check, state, scope, this::update);
    field(Markup.plain(Markup.line(question)));
    PushButton button =
        new PushButton(
            scope
                .messages()
                .text(
                    check.prediction().isPresent() ? "lesson.predict.lock" : "lesson.check.button"),
            this::answer);
    FlowPane line = new FlowPane(scope.px(8), scope.px(8), frame, button);
    line.setAlignment(Pos.CENTER_LEFT);
    box =
        new VBox(scope.px(8), scope.line(question, LineStyle.body(scope.tokens())), line, attempts);
    update();
  }

  private void field(String name) {
    FieldState.bare(field, "size-13");
    field.setPadding(new Insets(0, scope.px(10), 0, scope.px(10)));
    field.setText(state.typed());
    field.setAccessibleText(name);
    field.setOnAction(e -> answer());
    field
        .textProperty()
        .addListener(
            (property, was, is) -> {
              state.type(is);
              dress(false);
            });
    frame.setMinSize(scope.px(120), scope.px(28));
    frame.setPrefSize(scope.px(120), scope.px(28));
    frame.setMaxSize(scope.px(120), scope.px(28));
  }

  private boolean judgedBad() {
    return switch (state.verdict()) {
      case Verdict.Right right -> false;
      case Verdict.Wrong wrong -> true;
      case Verdict.Partly partly -> true;
      case Verdict.Unreadable unreadable -> true;
      case Verdict.FewDigits fewDigits -> false;
      case Verdict.Locked locked -> false;
      case Verdict.NotYet notYet -> false;
    };
  }

  private void answer() {
    judging.answer(field.getText());
  }

  private void update() {
    dress(judgedBad());
    field.setDisable(state.verdict() instanceof Verdict.Locked);
    attempts.update(judging.values());
  }

  private void dress(boolean bad) {
    FieldState.WRONG.mark(frame, bad);
    FieldState.RIGHT.mark(frame, state.right());
  }

  @Override
  public Region node() {
    return box;
  }

  @Override
  public void render(NotatedFrame now) {
    judging.render(now);
  }
}
