package org.ladera.ui.lesson;

import java.util.List;
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
import org.ladera.session.Frame;
import org.ladera.ui.control.FieldState;
import org.ladera.ui.control.PushButton;

/** A number to work out, and a verdict that names the mistake. */
final class NumberCard implements CheckCard {
  private final Check.Number check;
  private final AnswerState state;
  private final Grader grader;
  private final StepScope scope;
  private final VBox box;
  private final TextField field = new TextField();
  private final StackPane frame = FieldState.framed(field);
  private final Attempts attempts;
  private final NewestFrame newest;

  NumberCard(Check.Number check, AnswerState state, Grader grader, StepScope scope) {
    this.check = check;
    this.state = state;
    this.grader = grader;
    this.scope = scope;
    newest = scope.newest(check.id());
    String question = scope.labels().getOrDefault(check.id(), check.id());
    attempts = new Attempts(check, state, scope);
    field(Markup.plain(Markup.line(question)));
    PushButton button = new PushButton(scope.messages().text("lesson.check.button"), this::answer);
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
      case Verdict.NotYet notYet -> false;
    };
  }

  private void answer() {
    String typed = field.getText();
    newest.with(frame -> answer(typed, frame));
  }

  private void answer(String typed, Frame frame) {
    Verdict verdict = grader.grade(check, typed, frame);
    state.judge(verdict);
    update();
    scope.actions().answered(check, typed, verdict);
  }

  private void update() {
    dress(judgedBad());
    attempts.update(
        newest
            .get()
            .map(frame -> check.reading().value(frame).stream().boxed().toList())
            .orElse(List.of()));
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
    newest.take(now.shown(), this::update);
  }
}
