package org.ladera.session.run;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.ladera.engine.kernel.PairExecutor;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.trace.Evaluation;
import org.ladera.session.RunFrame;
import org.ladera.session.SavedScene;
import org.ladera.timeline.Recipe;
import org.ladera.timeline.Timeline;

/** One line of a run's tree: where it left its parent, and what became of it. */
final class Branch {
  final int id;
  final int parent;
  final long fork;
  Timeline timeline;
  String name = "";
  boolean warned;

  /** Whether it was stopped early once; whoever plays on wants to see more. */
  boolean stalled;

  /** How far it had been then. */
  long stalledAt;

  /** So far it is to be replayed that was saved; 0 where nothing is left of that. */
  private long owed;

  /** Its way to its newest moment has failed once: it is not gone again by itself. */
  private boolean failed;

  private RunFrame.@Nullable Ghost ghost;
  private @Nullable Evaluation evaluation;

  /**
   * @param fork the update at which it left its parent
   */
  Branch(int id, int parent, long fork, Timeline timeline) {
    this.id = id;
    this.parent = parent;
    this.fork = fork;
    this.timeline = timeline;
  }

  /** One that was saved; {@link #settle} brings it back. */
  static Branch owed(SavedScene.SavedBranch saved, Experiment base, PairExecutor work) {
    Timeline timeline = new Timeline(saved.recipe(base), work);
    Branch branch = new Branch(saved.id(), saved.parent(), saved.fork(), timeline);
    branch.name = saved.name();
    branch.owed = saved.diverged() ? saved.reached() + 1 : saved.reached();
    // What was changed at the very start.
    timeline.seek(0);
    return branch;
  }

  /** What was saved of it and not yet brought back is given up. */
  void forgive() {
    if (owed > 0) {
      owed = 0;
      timeline.forgetFuture();
      changed();
    }
  }

  /** What was drawn of it before is out of date. */
  void changed() {
    ghost = null;
    evaluation = null;
  }

  /** After an exception on its way: back to a moment that is whole. */
  void putBack() {
    if (failed) {
      changed();
      timeline.rewind();
    }
  }

  /** Whether it stands at its newest moment, or cannot come to it. */
  boolean isSettled() {
    return failed || timeline.update() >= newest() || timeline.divergence().isPresent();
  }

  private long newest() {
    return Math.max(timeline.reached(), owed);
  }

  /**
   * Goes on to its newest moment.
   *
   * @return whether it is there
   */
  boolean settle(BooleanSupplier tired) {
    if (isSettled()) {
      return true;
    }
    changed();
    // Until the way is known to be good: an exception leaves it so.
    failed = true;
    boolean arrived;
    try {
      arrived = timeline.seek(newest(), tired);
    } catch (Attention.Interruption e) {
      failed = false;
      throw e;
    }
    failed = false;
    owed = arrived ? 0 : owed;
    return arrived;
  }

  private Evaluation evaluation() {
    if (evaluation == null) {
      evaluation = timeline.evaluate();
    }
    return evaluation;
  }

  RunFrame.Ghost ghost(boolean compared) {
    if (ghost == null || ghost.compared() != compared) {
      Evaluation now = evaluation();
      ghost =
          new RunFrame.Ghost(
              id,
              name,
              timeline.newestRate(),
              timeline.history(now),
              timeline.trajectory(now.totalLoss(), timeline::parameters),
              compared);
    }
    return ghost;
  }

  /**
   * @param leaves the branch it is shown to leave, and {@code at} the update
   * @param now the present moment, where it is known already
   */
  RunFrame.BranchFrame frame(
      int leaves, long at, boolean active, boolean compared, Optional<Evaluation> now) {
    Evaluation present = now.orElseGet(this::evaluation);
    Recipe recipe = timeline.recipe();
    return new RunFrame.BranchFrame(
        id,
        leaves,
        at,
        name,
        active ? timeline.experiment().optimizer().rate() : timeline.newestRate(),
        timeline.reached(),
        timeline.isDiverged(),
        active,
        compared,
        timeline.experiment(),
        recipe,
        new RunFrame.Standing(
            timeline.update(),
            present.totalLoss(),
            present.gradientNorm(),
            Math.min(timeline.best(), present.totalLoss())));
  }
}
