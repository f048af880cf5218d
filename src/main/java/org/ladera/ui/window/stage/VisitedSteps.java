package org.ladera.ui.window.stage;

import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.ladera.lesson.model.Step;
import org.ladera.session.Scene;

/** Scenes and views of the steps that were opened, so that each is found as it was left. */
final class VisitedSteps {
  /** Views hold pictures; those of the steps before are made anew. */
  private static final int MOST_WITH_VIEWS = 4;

  /**
   * Kept as long as somebody has the step: a laboratory makes another step with every change, and
   * lets go of those before.
   */
  private record Visited(WeakReference<Step> step, Scene scene) {}

  private final List<Visited> scenes = new ArrayList<>();
  private final IdentityHashMap<Step, List<LiveSlot>> views = new IdentityHashMap<>();

  /** Those with views, the one opened last at the end. */
  private final Deque<Step> order = new ArrayDeque<>();

  /** The scene of a step, always the same one. */
  Scene scene(Step step) {
    Optional<Scene> known =
        scenes.stream().filter(v -> v.step().refersTo(step)).findFirst().map(Visited::scene);
    if (known.isEmpty()) {
      load(step, step.scene().again());
    }
    return known.orElseGet(() -> scenes.getLast().scene());
  }

  /** A control has loaded another scene for the step. */
  void load(Step step, Scene scene) {
    scenes.removeIf(v -> v.step().refersTo(step) || v.step().refersTo(null));
    scenes.add(new Visited(new WeakReference<>(step), scene));
  }

  /**
   * The views of a step as they were left, or new ones.
   *
   * @param make a view by its index in the step
   */
  List<LiveSlot> views(Step step, IntFunction<LiveSlot> make) {
    if (views.getOrDefault(step, List.of()).stream().anyMatch(LiveSlot::isClosed)) {
      forget(step);
    }
    List<LiveSlot> found =
        views.computeIfAbsent(
            step, s -> IntStream.range(0, s.views().size()).mapToObj(make).toList());
    order.removeIf(s -> s == step);
    order.addLast(step);
    if (order.size() > MOST_WITH_VIEWS) {
      forget(order.removeFirst());
    }
    return found;
  }

  private void forget(Step step) {
    Objects.requireNonNull(views.remove(step)).forEach(LiveSlot::dispose);
  }
}
