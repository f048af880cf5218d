package org.ladera.ui.lesson;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ladera.lesson.grading.PlayedAhead;
import org.ladera.lesson.model.Check;
import org.ladera.lesson.model.Step;
import org.ladera.ui.fx.NewestJob;

/**
 * Plays the open step ahead, beside the window, for its questions about later moments. FX thread
 * only.
 */
final class StepAhead {
  private record Result(Step step, Map<String, PlayedAhead> checks) {}

  private final NewestJob<Result> job;
  private final Runnable arrived;
  private @Nullable Step step;
  private Map<String, PlayedAhead> checks = Map.of();

  /**
   * @param arrived called when more is known
   */
  StepAhead(Runnable arrived) {
    this.arrived = arrived;
    job = new NewestJob<>("ladera-questions", this::take);
  }

  /** The step whose questions are asked now. */
  void open(Step next) {
    if (next == step) {
      return;
    }
    step = next;
    checks = Map.of();
    if (next.checks().stream().anyMatch(Check::isPlayedAhead)) {
      job.ask(() -> play(next));
    }
  }

  /** What comes, as soon as it is known. */
  Optional<PlayedAhead> of(Check check) {
    return Optional.ofNullable(checks.get(check.id()));
  }

  private static Result play(Step step) {
    Map<String, PlayedAhead> all = new HashMap<>();
    for (Check check : step.checks()) {
      if (check.isPlayedAhead()) {
        all.put(check.id(), PlayedAhead.of(step.scene(), check));
      }
    }
    return new Result(step, all);
  }

  private void take(Result result) {
    if (result.step() == step) {
      checks = result.checks();
      arrived.run();
    }
  }
}
