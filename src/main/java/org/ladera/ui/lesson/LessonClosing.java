package org.ladera.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import javafx.scene.layout.VBox;
import org.ladera.lesson.grading.Feedback;
import org.ladera.lesson.model.Check;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.LessonText;
import org.ladera.lesson.model.Step;
import org.ladera.ui.control.Boxes;
import org.ladera.ui.control.PushButton;
import org.ladera.ui.theme.Type;

/** What stands at the end of a lesson: what was learned, what is open, one's own mistakes, next. */
final class LessonClosing extends VBox {
  private final Lesson lesson;
  private final LessonText text;
  private final StepScope scope;
  private final BiFunction<Step, Check, AnswerState> answers;
  private List<Step> open = List.of();
  private List<String> mistakes = List.of();

  /**
   * @param answers what the person has done with a check so far
   */
  LessonClosing(
      Lesson lesson,
      LessonText text,
      StepScope scope,
      BiFunction<Step, Check, AnswerState> answers) {
    super(scope.px(12));
    this.lesson = lesson;
    this.text = text;
    this.scope = scope;
    this.answers = answers;
    update();
  }

  /** Takes what was answered meanwhile. */
  void update() {
    List<Step> openNow =
        lesson.steps().stream()
            .filter(
                step -> step.checks().stream().anyMatch(c -> !answers.apply(step, c).isSettled()))
            .toList();
    List<String> mistakesNow = mistakes();
    if (!getChildren().isEmpty() && openNow.equals(open) && mistakesNow.equals(mistakes)) {
      return;
    }
    open = openNow;
    mistakes = mistakesNow;
    getChildren().setAll(Boxes.separator());
    if (!text.learned().isEmpty()) {
      title("lesson.closing.learned");
      text.learned().forEach(this::line);
    }
    boolean asks = lesson.steps().stream().anyMatch(step -> !step.checks().isEmpty());
    if (asks) {
      title("lesson.closing.open");
    }
    if (asks && open.isEmpty()) {
      line(scope.messages().text("lesson.closing.none-open"));
    }
    open.forEach(this::link);
    if (!mistakes.isEmpty()) {
      title("lesson.closing.mistakes");
      mistakes.forEach(this::line);
    }
    PushButton poster =
        new PushButton(scope.messages().text("lesson.closing.poster"), scope.actions()::poster);
    poster.setId("poster-open");
    getChildren().add(poster);
    text.label("next")
        .ifPresent(
            next -> {
              title("lesson.closing.next");
              line(next);
            });
  }

  private List<String> mistakes() {
    List<String> lines = new ArrayList<>();
    for (Step step : lesson.steps()) {
      Map<String, String> labels = text.step(step.id()).labels();
      for (Check check : step.checks()) {
        for (String mistake : answers.apply(step, check).mistakes()) {
          lines.add(new Feedback(check, labels, scope.messages(), step.scene()).wrong(mistake));
        }
      }
    }
    return lines.stream().distinct().toList();
  }

  private void title(String key) {
    getChildren()
        .add(
            scope.line(
                scope.messages().text(key),
                LineStyle.body(scope.tokens()).weighing(Type.Weight.SEMI_BOLD)));
  }

  private void line(String markdown) {
    getChildren().add(scope.line(markdown, LineStyle.body(scope.tokens())));
  }

  private void link(Step step) {
    int index = lesson.steps().indexOf(step);
    String name = NarrativePane.plain(text.step(step.id()).title());
    String words =
        scope.messages().text("lesson.closing.step", Map.of("step", index + 1, "title", name));
    getChildren()
        .add(new PushButton(words, PushButton.Kind.LINK, () -> scope.actions().goTo(index)));
  }
}
