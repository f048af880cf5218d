package org.ladera.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ladera.lesson.markup.Markup;
import org.ladera.lesson.model.Check;
import org.ladera.lesson.model.CurveShape;
import org.ladera.lesson.model.Verdict;
import org.ladera.present.shared.NotatedFrame;
import org.ladera.ui.control.PushButton;
import org.ladera.ui.control.Row;
import org.ladera.ui.theme.Type;

/** One of several options. */
final class ChoiceCard implements CheckCard {
  private final Check.Choice check;
  private final AnswerState state;
  private final Judging judging;
  private final StepScope scope;
  private final VBox box;
  private final Attempts attempts;
  private final List<PushButton> buttons = new ArrayList<>();

  ChoiceCard(Check.Choice check, AnswerState state, Grader grader, StepScope scope) {
    this.check = check;
    this.state = state;
    judging = new Judging(check, state, grader, scope, this::update);
    this.scope = scope;
    attempts = new Attempts(check, state, scope, this::update);
    for (String option : check.options()) {
      String words = scope.labels().getOrDefault(check.id() + "." + option, option);
      buttons.add(button(option, words));
    }
    String question = scope.labels().getOrDefault(check.id(), check.id());
    box =
        new VBox(
            scope.px(8),
            scope.line(question, LineStyle.control(scope.tokens())),
            new Row(Row.Share.EQUAL, scope.px(8), buttons),
            attempts);
    update();
  }

  private PushButton button(String option, String words) {
    boolean formula = words.contains("$");
    PushButton button = new PushButton(formula ? "" : words, () -> judging.answer(option));
    if (formula) {
      button.setGraphic(
          scope.line(words, new LineStyle(13, Type.Weight.MEDIUM, scope.tokens().text())));
    }
    CurveShape shape = check.shapes().get(option);
    if (shape != null) {
      button.setGraphic(new ShapePicture(shape, scope.tokens()));
      button.setContentDisplay(ContentDisplay.TOP);
    }
    button.getStyleClass().add("dense");
    button.setAccessibleText(Markup.plain(Markup.line(words)));
    return button;
  }

  private void update() {
    for (int i = 0; i < buttons.size(); i++) {
      boolean chosen = check.options().get(i).equals(state.typed());
      buttons.get(i).show(outcome(chosen, state));
      boolean locked = state.verdict() instanceof Verdict.Locked;
      buttons.get(i).choose(chosen && locked);
      buttons.get(i).hold(locked);
    }
    attempts.update(List.of());
  }

  static PushButton.Outcome outcome(boolean chosen, AnswerState state) {
    return chosen && state.right()
        ? PushButton.Outcome.RIGHT
        : chosen && state.verdict() instanceof Verdict.Wrong
            ? PushButton.Outcome.WRONG
            : PushButton.Outcome.NONE;
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
