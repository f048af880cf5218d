package org.ladera.ui.lesson;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.ladera.lesson.model.Check;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.Progress;
import org.ladera.lesson.model.Step;
import org.ladera.ui.control.PushButton;
import org.ladera.ui.control.Row;
import org.ladera.ui.control.SideTooltip;

/** The foot of a step: back and next, and on a step that is half done the way to the rest. */
final class StepFooter extends VBox {
  private final Lesson lesson;
  private final Step step;
  private final StepScope scope;
  private final PushButton missing;
  private final PushButton question;
  private final PushButton controls;
  private List<Check> open = List.of();
  private boolean asking;

  /**
   * @param side room at the left and at the right
   * @param toControls brings the controls into sight
   * @param toCheck brings a check into sight
   */
  StepFooter(
      Lesson lesson,
      int stepIndex,
      StepScope scope,
      double side,
      Runnable toControls,
      Consumer<Check> toCheck) {
    super(scope.px(8));
    this.lesson = lesson;
    this.scope = scope;
    step = lesson.steps().get(stepIndex);
    missing = new PushButton("", PushButton.Kind.LINK, () -> toCheck.accept(open.getFirst()));
    missing.setId("missing");
    controls =
        new PushButton(
            scope.messages().text("lesson.reach.controls"), PushButton.Kind.LINK, toControls);
    controls.setId("reach-controls");
    question =
        new PushButton(
            scope.messages().text("lesson.reach.question"),
            PushButton.Kind.LINK,
            () -> toCheck.accept(step.checks().getFirst()));
    question.setId("reach-question");
    reach(false, false);
    PushButton back =
        new PushButton(scope.messages().text("lesson.back"), scope.actions()::back)
            .icon(MaterialDesignC.CHEVRON_LEFT, ContentDisplay.LEFT)
            .tall();
    PushButton next =
        new PushButton(
                scope.messages().text("lesson.next"),
                PushButton.Kind.PRIMARY,
                scope.actions()::next)
            .icon(MaterialDesignC.CHEVRON_RIGHT, ContentDisplay.RIGHT)
            .tall();
    Row row = new Row(Row.Share.APART, scope.px(8), List.of(back, next));
    row.setPadding(Insets.EMPTY);
    Row ways = new Row(Row.Share.APART, scope.px(8), List.of(controls, question, missing));
    getChildren().addAll(ways, row);
    ways.managedProperty()
        .bind(
            controls
                .managedProperty()
                .or(question.managedProperty())
                .or(missing.managedProperty()));
    setPadding(new Insets(scope.px(12), side, scope.px(12), side));
    setMinHeight(Region.USE_PREF_SIZE);
    off(back, stepIndex == 0, "lesson.back.off");
    off(next, stepIndex == lesson.steps().size() - 1, "lesson.next.off");
  }

  /** A button that cannot be pressed says why; the reason lies on the place it stands on. */
  private void off(PushButton button, boolean off, String key) {
    button.setDisable(off);
    if (off) {
      String reason = scope.messages().text(key);
      button.setAccessibleHelp(reason);
      Tooltip.install(button, new SideTooltip(reason));
    }
  }

  /** The ways to what lies below the part of the text that is seen. */
  void reach(boolean controlsBelow, boolean questionBelow) {
    asking = questionBelow;
    StepScope.reveal(controls, controlsBelow);
    StepScope.reveal(question, asking && !missing.isManaged());
  }

  /** Says how much of the step is done, where that is neither nothing nor all. */
  void show(Progress person) {
    Map<String, Progress.Answer> answers = person.of(lesson.id(), step.id()).answers();
    open =
        step.checks().stream()
            .filter(check -> !answers.containsKey(check.id()) || !answers.get(check.id()).right())
            .toList();
    int all = step.checks().size();
    boolean half = !open.isEmpty() && open.size() < all;
    StepScope.reveal(missing, half);
    StepScope.reveal(question, asking && !half);
    missing.setText(
        scope.messages().text("lesson.missing", Map.of("done", all - open.size(), "all", all)));
  }
}
