package org.ladera.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import org.ladera.lesson.grading.PlayedAhead;
import org.ladera.lesson.model.Check;
import org.ladera.lesson.model.Prediction;
import org.ladera.lesson.model.RunMoment;
import org.ladera.lesson.model.Verdict;
import org.ladera.text.Messages;
import org.ladera.ui.control.PushButton;

/** What is shown of a prediction: that it is locked, and, once it was played, what came. */
final class PredictionNotes {
  private final Check check;
  private final Prediction prediction;
  private final AnswerState state;
  private final StepScope scope;
  private final Messages messages;

  PredictionNotes(Check check, Prediction prediction, AnswerState state, StepScope scope) {
    this.check = check;
    this.prediction = prediction;
    this.state = state;
    this.scope = scope;
    messages = scope.messages();
  }

  /**
   * What to do until it is compared.
   *
   * @param unlocked is told when the person wants to change the answer
   */
  List<Node> locked(Runnable unlocked) {
    RunMoment until = prediction.until();
    String count = messages.numbers().whole(until.count());
    String words =
        state.wasCompared()
            ? messages.text("lesson.predict.working")
            : switch (until.unit()) {
              case EPOCH -> messages.text("lesson.predict.epoch", Map.of("count", count));
              case UPDATE -> messages.text("lesson.predict.update", Map.of("count", count));
            };
    PushButton change =
        new PushButton(
            messages.text("lesson.predict.change"),
            PushButton.Kind.LINK,
            () -> {
              state.unlock();
              unlocked.run();
            });
    return List.of(new Notice(Notice.Tone.QUIET, words, scope), change);
  }

  /** The answer and what came, in words and as a picture where there is one. */
  List<Node> compared() {
    Optional<PlayedAhead> ahead = scope.ahead().of(check);
    boolean judged =
        state.verdict() instanceof Verdict.Right || state.verdict() instanceof Verdict.Wrong;
    if (ahead.isEmpty() || !judged) {
      return List.of();
    }
    List<Node> nodes = new ArrayList<>();
    PredictionModel model = PredictionModel.of(ahead.get(), state.typed(), scope);
    model.words().ifPresent(words -> nodes.add(scope.line(words, LineStyle.body(scope.tokens()))));
    if (model.hasPicture()) {
      nodes.add(new PredictionPlot(model, scope));
    }
    return nodes;
  }
}
