package org.ladera.ui.lesson;

import java.util.Optional;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ladera.lesson.grading.RunCurve;
import org.ladera.lesson.model.Check;
import org.ladera.lesson.model.Verdict;
import org.ladera.present.shared.NotatedFrame;
import org.ladera.ui.control.PushButton;

/** A curve to be drawn by hand, locked, and compared with the curve of the run. */
final class SketchCard implements CheckCard {
  private final Check.Sketch check;
  private final AnswerState state;
  private final StepScope scope;
  private final Judging judging;
  private final SketchPlot plot;
  private final PushButton lock;
  private final Attempts attempts;
  private final VBox box;

  SketchCard(Check.Sketch check, AnswerState state, Grader grader, StepScope scope) {
    this.check = check;
    this.state = state;
    this.scope = scope;
    judging = new Judging(check, state, grader, scope, this::update);
    attempts = new Attempts(check, state, scope, this::update);
    plot = new SketchPlot(check, scope, this::drawn);
    Check.Sketch.values(state.typed()).ifPresent(plot::draw);
    lock =
        new PushButton(
            scope.messages().text("lesson.predict.lock"), () -> judging.answer(state.typed()));
    String question = scope.labels().getOrDefault(check.id(), check.id());
    box =
        new VBox(
            scope.px(8),
            scope.line(question, LineStyle.control(scope.tokens())),
            scope.line(
                scope.messages().text("lesson.sketch.how"), LineStyle.caption(scope.tokens())),
            plot,
            lock,
            attempts);
    update();
  }

  private void drawn(double[] values) {
    state.type(Check.Sketch.answer(values));
    update();
  }

  private void update() {
    boolean locked = state.verdict() instanceof Verdict.Locked;
    boolean judged =
        state.verdict() instanceof Verdict.Right || state.verdict() instanceof Verdict.Wrong;
    lock.setDisable(state.typed().isBlank());
    StepScope.reveal(lock, !locked && !state.right());
    plot.hold(locked || state.right());
    Optional<RunCurve> came =
        scope.ahead().of(check).filter(ahead -> judged).map(ahead -> ahead.curves().getFirst());
    plot.compare(came);
    attempts.update(judging.values());
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
