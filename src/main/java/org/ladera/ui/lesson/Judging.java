package org.ladera.ui.lesson;

import java.util.List;
import java.util.Optional;
import org.ladera.lesson.grading.PlayedAhead;
import org.ladera.lesson.model.Check;
import org.ladera.lesson.model.Verdict;
import org.ladera.present.shared.NotatedFrame;
import org.ladera.present.shared.ReadersFrame;
import org.ladera.session.Frame;

/**
 * What becomes of the answers of one card: they are judged at once, or, where they are about a
 * later moment, locked and compared when it has been played.
 */
final class Judging {
  private final Check check;
  private final AnswerState state;
  private final Grader grader;
  private final StepScope scope;
  private final Runnable update;
  private final NewestFrame newest;
  private Optional<Frame> engine = Optional.empty();

  /**
   * @param update shows the state anew
   */
  Judging(Check check, AnswerState state, Grader grader, StepScope scope, Runnable update) {
    this.check = check;
    this.state = state;
    this.grader = grader;
    this.scope = scope;
    this.update = update;
    newest = scope.newest(check.id());
  }

  /** Takes an answer; one that comes before the first frame waits for it. */
  void answer(String text) {
    newest.with(frame -> answer(text, frame));
  }

  private void answer(String text, Frame frame) {
    state.type(text);
    Verdict verdict = grader.grade(check, text, frame);
    boolean waits = check.isPlayedAhead() && verdict instanceof Verdict.NotYet && !text.isBlank();
    state.judge(waits ? new Verdict.Locked() : verdict);
    tell();
    compare();
  }

  /** Takes the newest frame. */
  void render(NotatedFrame frame) {
    engine = Optional.of(frame.engine());
    newest.take(frame.shown(), update);
    compare();
  }

  /** Compares what is locked, once it has been played. */
  private void compare() {
    Optional<PlayedAhead> ahead = scope.ahead().of(check);
    if (state.verdict() instanceof Verdict.Locked && ahead.isPresent() && played()) {
      Verdict verdict = ahead.get().grade(state.typed(), this::readers);
      if (check.prediction().isPresent()) {
        state.compare(verdict);
      } else {
        state.judge(verdict);
      }
      tell();
    }
  }

  private boolean played() {
    return state.wasCompared()
        || check.prediction().map(p -> engine.filter(p::isPlayed).isPresent()).orElse(true);
  }

  private Frame readers(Frame frame) {
    return new ReadersFrame().of(frame, scope.notation());
  }

  private void tell() {
    update.run();
    scope.actions().answered(check, state.typed(), state.verdict());
  }

  /** The right value of a number, where a run has it and it may be told. */
  List<Double> values() {
    if (!(check instanceof Check.Number number)) {
      return List.of();
    }
    Optional<Frame> frame =
        number.at().isEmpty()
            ? newest.get()
            : scope.ahead().of(check).map(ahead -> ahead.at(this::readers));
    return frame.map(f -> number.reading().value(f).stream().boxed().toList()).orElse(List.of());
  }
}
