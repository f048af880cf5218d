package org.ladera.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.Misfit;
import org.ladera.engine.trace.Evaluation;
import org.ladera.engine.trace.StepTrace;
import org.ladera.landscape.Curvature;
import org.ladera.landscape.Stall;
import org.ladera.landscape.Standstill;
import org.ladera.timeline.History;
import org.ladera.timeline.Moment;
import org.ladera.timeline.Norms;
import org.ladera.timeline.Recipe;
import org.ladera.timeline.Trajectory;

/**
 * One run at one moment: everything a view may show of it.
 *
 * @param parameters (1 × count) in the order of ParameterLayout
 * @param start (1 × count) the parameters at update 0
 * @param next the update that the next step will do, in full
 * @param now the whole data set at the present parameters
 * @param plan what it will do to its planned end, once that was computed ahead; it may be out of
 *     date for a moment after a change
 * @param curvature of the loss at the present parameters, where it is worked out beside the run
 * @param optimum the parameters of least loss where a closed form exists
 * @param validation where examples are held out for it
 * @param test the test examples at the present parameters, without penalty; while the run goes on
 *     or where they are closed, empty
 * @param misfits what of output layer, loss, targets and batches does not belong together
 */
public record RunFrame(
    String id,
    Experiment experiment,
    Status status,
    Position position,
    MatrixView parameters,
    Landmark start,
    StepTrace next,
    Evaluation now,
    Recording recording,
    Tree tree,
    Optional<Plan> plan,
    Optional<Curvature> curvature,
    Optional<Landmark> optimum,
    Optional<Validation> validation,
    Optional<Evaluation> test,
    List<Misfit> misfits) {
  public RunFrame {
    misfits = List.copyOf(misfits);
  }

  /**
   * What is known from the validation examples.
   *
   * @param now at the present parameters, without penalty
   * @param history the loss after each epoch, as far as the run has been
   * @param least the least loss so far
   * @param leastEpoch epochs done there
   */
  public record Validation(Evaluation now, History history, double least, long leastEpoch) {}

  /**
   * Where in its time the run stands.
   *
   * @param update updates done
   * @param epoch epochs done
   * @param updatesPerEpoch updates in one epoch
   * @param reachedEpoch how far this run has been (a rewound run still shows its future)
   */
  public record Position(long update, long epoch, int updatesPerEpoch, double reachedEpoch) {}

  /**
   * What was kept of the way, up to {@link Position#reachedEpoch}.
   *
   * @param history the loss
   * @param path the parameters
   * @param norms of deltas and gradients of each layer
   * @param moments what the timeline marks
   */
  public record Recording(History history, Trajectory path, Norms norms, List<Moment> moments) {}

  /**
   * The branches of the run.
   *
   * @param ghosts loss and path of the newest other branches, newest last
   * @param branches all of them, oldest first
   * @param canUndo whether there is an edit, start, branch or deletion to take back
   */
  public record Tree(List<Ghost> ghosts, List<BranchFrame> branches, boolean canUndo) {}

  /**
   * A branch that is not on stage.
   *
   * @param name given by a person, or empty
   * @param rate the learning rate it ended with
   * @param compared whether it was put beside the branch on stage
   */
  public record Ghost(
      int branch, String name, double rate, History history, Trajectory path, boolean compared) {}

  /**
   * A branch of the tree.
   *
   * @param parent the branch it left; itself for the first
   * @param fork the update at which it left; 0 for another start
   * @param name given by a person, or empty
   * @param rate of the next update on stage; elsewhere of the newest one
   * @param reached the furthest update it has been to
   * @param diverged whether the update after that was not possible
   * @param active whether it is on stage
   * @param compared whether it was put beside the one on stage
   * @param experiment with every edit up to {@code standing}
   * @param recipe what it was made of
   * @param standing of the branch on stage at the present moment, of others at their newest
   */
  public record BranchFrame(
      int id,
      int parent,
      long fork,
      String name,
      double rate,
      long reached,
      boolean diverged,
      boolean active,
      boolean compared,
      Experiment experiment,
      Recipe recipe,
      Standing standing) {}

  /**
   * How well a branch does at one moment.
   *
   * @param loss over the whole data set, with the penalty
   * @param gradientNorm ‖∇J‖ there
   * @param least the least loss of an epoch so far
   */
  public record Standing(long update, double loss, double gradientNorm, double least) {}

  /**
   * How far it came in the last half of its epochs, at the present moment; empty where it has not
   * begun.
   */
  public Optional<Standstill.Progress> progress() {
    History losses = history();
    int since = -1;
    for (int i = 0; i < losses.count() && losses.epoch(i) <= epoch() / 2.0; i++) {
      since = i;
    }
    return since < 0 || epoch() == 0
        ? Optional.empty()
        : Optional.of(
            new Standstill.Progress(
                losses.loss(since),
                now.totalLoss(),
                epoch() - (long) Math.ceil(losses.epoch(since))));
  }

  /** Why it is stuck, if it is; looked for when asked, which may take half a second. */
  public Optional<Stall> stuck() {
    return status instanceof Status.Diverged
        ? Optional.empty()
        : Standstill.of(next, parameters, progress(), () -> false).cause();
  }

  public long update() {
    return position.update();
  }

  public long epoch() {
    return position.epoch();
  }

  public int updatesPerEpoch() {
    return position.updatesPerEpoch();
  }

  public double reachedEpoch() {
    return position.reachedEpoch();
  }

  public History history() {
    return recording.history();
  }

  public Trajectory path() {
    return recording.path();
  }

  public Norms norms() {
    return recording.norms();
  }

  public List<Moment> moments() {
    return recording.moments();
  }

  public List<Ghost> ghosts() {
    return tree.ghosts();
  }

  public List<BranchFrame> branches() {
    return tree.branches();
  }

  public boolean canUndo() {
    return tree.canUndo();
  }

  /** The same with a ghost more, which is older than the others. */
  RunFrame beside(Ghost ghost) {
    List<Ghost> ghosts = new ArrayList<>(tree.ghosts());
    ghosts.addFirst(ghost);
    return new RunFrame(
        id,
        experiment,
        status,
        position,
        parameters,
        start,
        next,
        now,
        recording,
        new Tree(ghosts, tree.branches(), tree.canUndo()),
        plan,
        curvature,
        optimum,
        validation,
        test,
        misfits);
  }
}
