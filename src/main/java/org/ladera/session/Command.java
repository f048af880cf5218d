package org.ladera.session;

import java.util.Optional;
import java.util.Set;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.Edit;
import org.ladera.timeline.Condition;

/**
 * What a person or a script asks of a session. Commands are carried out between two updates, in the
 * order sent: one that belongs to a moment waits until that moment is reached. A run to an epoch or
 * a condition takes other commands on its way, as play does.
 */
public sealed interface Command {
  /** A new scene; everything before is forgotten. */
  record Load(Scene scene) implements Command {}

  /**
   * Another scene, as it was when it was left for another one by this command; else as it was
   * saved, replayed; else a new one. The scene on stage is kept with its runs and branches, paused.
   */
  record Resume(Scene scene, Optional<SavedScene> saved) implements Command {}

  record Play() implements Command {}

  record Pause() implements Command {}

  /** One step forwards (+1) or backwards (−1); pauses a running session. */
  record Step(Granularity granularity, int direction) implements Command {}

  /** To the moment after {@code update} updates of the main run. */
  record Seek(long update) implements Command {}

  /** Runs as fast as possible to the end of epoch {@code epoch}, or until it diverges. */
  record RunTo(long epoch) implements Command {}

  /** Runs as fast as possible until the condition holds, at most to the planned end. */
  record RunUntil(Condition condition) implements Command {}

  /**
   * Back to update 0 with the same start weights. When settings were changed on the way, a new run
   * begins with the settings as they are now and the old one stays as a branch.
   *
   * @param batch other batches for the main run, whose epochs have another length then: a run of
   *     its own as well
   */
  record Reset(Optional<BatchSpec> batch) implements Command {
    public Reset() {
      this(Optional.empty());
    }

    /** What it means for the main run, or for another. */
    public Optional<BatchSpec> batch(boolean main) {
      return main ? batch : Optional.empty();
    }
  }

  /** New start weights: another seed. */
  record Reseed(long seed) implements Command {}

  /** An edit of the main run, or of every run when {@code all}. */
  record Apply(Edit edit, boolean all) implements Command {}

  /** Another start: as {@code Apply} of parameters at update 0, the old run stays as a ghost. */
  record SetStart(Edit.SetParameters parameters) implements Command {}

  /** Puts another branch of the main run on stage. */
  record SwitchBranch(int branch) implements Command {}

  record NameBranch(int branch, String name) implements Command {}

  /** Forgets a branch that is not on stage. */
  record DeleteBranch(int branch) implements Command {}

  /** Puts another branch of the main run beside the one on stage; empty = none. */
  record Compare(Optional<Integer> branch) implements Command {}

  /** Takes back the last edit, start, branch or deletion of the main run. */
  record Undo() implements Command {}

  /** Steps of the granularity per second; infinite = as fast as possible. */
  record SetPace(double perSecond, Granularity granularity) implements Command {}

  /** The pictures that are wanted from now on. */
  record Watch(Set<FieldRequest> fields) implements Command {
    public Watch {
      fields = Set.copyOf(fields);
    }
  }
}
