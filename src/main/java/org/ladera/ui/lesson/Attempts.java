package org.ladera.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ladera.lesson.grading.Feedback;
import org.ladera.lesson.markup.TexTemplate;
import org.ladera.lesson.model.Check;
import org.ladera.lesson.model.Verdict;
import org.ladera.ui.control.PushButton;

/** What stands below an answer: the verdict as a sentence, attempts, a hint, and the value. */
final class Attempts extends VBox {
  private final Check check;
  private final AnswerState state;
  private final StepScope scope;
  private final Feedback feedback;

  private final Runnable changed;
  private final Optional<PredictionNotes> notes;

  /** Made once: its numbers are live. */
  private @Nullable Node hintLine;

  /**
   * @param changed is told when a person takes a locked answer back
   */
  Attempts(Check check, AnswerState state, StepScope scope, Runnable changed) {
    super(scope.px(8));
    this.check = check;
    this.state = state;
    this.scope = scope;
    this.changed = changed;
    feedback = scope.feedback(check);
    notes =
        check.prediction().map(prediction -> new PredictionNotes(check, prediction, state, scope));
  }

  /**
   * Says how it stands now.
   *
   * @param values the right values, where the check has some and a run shows them
   */
  void update(List<Double> values) {
    List<Node> pieces = new ArrayList<>();
    switch (state.verdict()) {
      case Verdict.Right right -> pieces.add(notice(Notice.Tone.SUCCESS, feedback.right()));
      case Verdict.Wrong(String mistake) ->
          pieces.add(notice(Notice.Tone.IDEA, feedback.wrong(mistake)));
      case Verdict.FewDigits(int asked) ->
          pieces.add(notice(Notice.Tone.IDEA, feedback.fewDigits(asked)));
      case Verdict.Partly partly -> cells(partly).addTo(pieces);
      case Verdict.Unreadable unreadable ->
          pieces.add(notice(Notice.Tone.PROBLEM, feedback.unreadable(state.typed())));
      case Verdict.Locked locked -> notes.ifPresent(c -> pieces.addAll(c.locked(changed)));
      case Verdict.NotYet notYet -> {
        if (state.judged() && !state.typed().isEmpty()) {
          pieces.add(notice(Notice.Tone.IDEA, scope.messages().text("lesson.check.not-yet")));
        }
      }
    }
    notes.ifPresent(c -> pieces.addAll(c.compared()));
    String hint = scope.labels().get(check.id() + ".hint");
    if (hint != null && state.hintShown() && !state.right()) {
      if (hintLine == null) {
        hintLine = scope.line(hint, LineStyle.body(scope.tokens()));
      }
      pieces.add(hintLine);
    }
    if (!values.isEmpty() && state.valueShown() && !state.right()) {
      String key = values.size() == 1 ? "lesson.check.value" : "lesson.cells.values";
      pieces.add(
          scope.line(
              scope.messages().text(key, Map.of("value", written(values))),
              LineStyle.body(scope.tokens())));
    }
    if (!state.right()) {
      links(hint, values).ifPresent(pieces::add);
    }
    getChildren().setAll(pieces);
    StepScope.reveal(this, !pieces.isEmpty());
  }

  private CellVerdicts cells(Verdict.Partly verdict) {
    Check.Cells cells = (Check.Cells) check;
    return new CellVerdicts(cells, verdict, cells.texts(state.typed()), scope);
  }

  private String written(List<Double> values) {
    return values.stream()
        .map(v -> "$" + TexTemplate.tex(scope.messages().numbers().shown(v, 6)) + "$")
        .collect(Collectors.joining("; "));
  }

  private Optional<Node> links(@Nullable String hint, List<Double> values) {
    FlowPane line = new FlowPane(scope.px(12), 0);
    line.setAlignment(Pos.BASELINE_LEFT);
    line.setRowValignment(VPos.BASELINE);
    if (state.attempts() > 0) {
      line.getChildren()
          .add(
              scope.line(
                  scope
                      .messages()
                      .text(
                          "lesson.check.attempt",
                          Map.of("attempt", scope.messages().numbers().whole(state.attempts()))),
                  LineStyle.caption(scope.tokens())));
    }
    boolean early =
        check instanceof Check.Number
            || check instanceof Check.Cells
            || check.prediction().isPresent();
    if (hint != null && !state.hintShown() && (early || state.attempts() > 0)) {
      line.getChildren()
          .add(
              link(
                  "lesson.check.hint",
                  () -> {
                    state.showHint();
                    update(values);
                  }));
    }
    if (!values.isEmpty() && state.attempts() >= AnswerState.GENEROUS && !state.valueShown()) {
      line.getChildren()
          .add(
              link(
                  "lesson.check.show-value",
                  () -> {
                    state.showValue();
                    update(values);
                  }));
    }
    return line.getChildren().isEmpty() ? Optional.empty() : Optional.of(line);
  }

  private PushButton link(String key, Runnable action) {
    return new PushButton(scope.messages().text(key), PushButton.Kind.LINK, action);
  }

  private Notice notice(Notice.Tone tone, String markdown) {
    return new Notice(tone, markdown, scope);
  }
}
