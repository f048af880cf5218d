package org.ladera.ui.window;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.ladera.lesson.model.Progress.Mark;
import org.ladera.lesson.model.Step;
import org.ladera.session.Failure;
import org.ladera.session.Frame;
import org.ladera.session.SavedScene;
import org.ladera.session.Scene;
import org.ladera.session.Status;

/**
 * Has the run of the open step kept for the next start of the program: soon after it comes to rest,
 * now and then while it runs, and when the step is left. FX thread only.
 */
final class KeptRuns {
  private static final long AT_REST = TimeUnit.SECONDS.toNanos(1);
  private static final long RUNNING = TimeUnit.SECONDS.toNanos(10);

  /** The open step, and its scene as the lesson has it. */
  private record Place(Mark step, Scene scene) {}

  private final UserState person;
  private final Notices notices;
  private final Set<Mark> opened = new HashSet<>();
  private Optional<Place> place = Optional.empty();

  /** What is replayed now and was not yet compared with what came out. */
  private Optional<SavedScene> replayed = Optional.empty();

  private @Nullable Frame newest;
  private @Nullable Frame kept;
  private long keptAt;

  KeptRuns(UserState person, Notices notices) {
    this.person = person;
    this.notices = notices;
  }

  /**
   * The open step is left for this one.
   *
   * @return how its run stood when it was kept last
   */
  Optional<SavedScene> open(Mark next, Step of) {
    leave();
    place = Optional.of(new Place(next, of.scene()));
    newest = null;
    Optional<SavedScene> saved = person.runs().of(next);
    replayed = saved.filter(s -> opened.add(next));
    return saved;
  }

  /** Once per pulse; {@code frame} is null until the step is on stage. */
  void pulse(@Nullable Frame frame, long now) {
    if (frame == null || frame.status() instanceof Status.Restoring) {
      return;
    }
    if (newest == null) {
      boolean other = replayed.filter(saved -> saved.departs(frame)).isPresent();
      if (other) {
        notices.tell(new Failure(Failure.Where.SAVED, false));
      }
      // What comes back is known; only what is done from now on is news.
      kept = replayed.isPresent() && !other ? frame : null;
      replayed = Optional.empty();
    }
    newest = frame;
    boolean running = frame.status() instanceof Status.Running;
    if (frame != kept && now - keptAt > (running ? RUNNING : AT_REST)) {
      keptAt = now;
      keep(frame);
    }
  }

  /** No step is open: what is on stage is not kept here. */
  void rest() {
    leave();
    place = Optional.empty();
    newest = null;
    kept = null;
  }

  /** The step is left, or the window closed. */
  void leave() {
    if (newest != null && newest != kept) {
      keep(newest);
    }
  }

  private void keep(Frame frame) {
    kept = frame;
    place.ifPresent(open -> person.keep(open.step(), open.scene(), frame));
  }
}
