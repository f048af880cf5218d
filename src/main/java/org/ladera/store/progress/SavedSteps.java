package org.ladera.store.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ladera.lesson.model.Progress.Mark;
import org.ladera.session.Frame;
import org.ladera.session.SavedScene;
import org.ladera.session.Scene;

/**
 * The runs of the steps that a person used.
 *
 * @param steps the one used last at the end
 */
public record SavedSteps(List<SavedStep> steps) {
  private static final int MOST = 24;

  public static final SavedSteps NONE = new SavedSteps(List.of());

  /** The runs of one step. */
  public record SavedStep(Mark step, SavedScene scene) {}

  public SavedSteps {
    steps = List.copyOf(steps);
  }

  public Optional<SavedScene> of(Mark step) {
    return steps.stream()
        .filter(saved -> saved.step().equals(step))
        .findFirst()
        .map(SavedStep::scene);
  }

  /**
   * These, and the step used now, where something was done in it.
   *
   * @param scene as its lesson has it
   * @param frame the newest of it, as the session made it
   */
  public SavedSteps with(Mark step, Scene scene, Frame frame) {
    List<SavedStep> next = new ArrayList<>(steps);
    next.removeIf(saved -> saved.step().equals(step));
    if (!SavedScene.isUntouched(frame, scene)) {
      next.addLast(new SavedStep(step, SavedScene.of(frame, scene)));
    }
    return newest(next);
  }

  /** These, and steps that only another window used. */
  SavedSteps and(SavedSteps other) {
    List<SavedStep> next = new ArrayList<>(other.steps);
    next.removeIf(saved -> of(saved.step()).isPresent());
    next.addAll(steps);
    return newest(next);
  }

  private static SavedSteps newest(List<SavedStep> steps) {
    return new SavedSteps(steps.subList(Math.max(0, steps.size() - MOST), steps.size()));
  }
}
