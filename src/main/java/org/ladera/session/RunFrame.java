package org.ladera.session;

import java.util.List;
import java.util.Optional;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.trace.Evaluation;
import org.ladera.engine.trace.StepTrace;
import org.ladera.landscape.Curvature;
import org.ladera.timeline.History;
import org.ladera.timeline.Moment;
import org.ladera.timeline.Norms;
import org.ladera.timeline.Recipe;
import org.ladera.timeline.Trajectory;

/**
 * One run at one moment: everything a view may show of it.
 *
 * @param update updates done
 * @param epoch epochs done
 * @param updatesPerEpoch updates in one epoch
 * @param reachedEpoch how far this run has been (a rewound run still shows its future)
 * @param parameters (1 × count) in the order of ParameterLayout
 * @param start (1 × count) the parameters at update 0
 * @param next the update that the next step will do, in full
 * @param now the whole data set at the present parameters
 * @param history loss up to {@code reachedEpoch}
 * @param path parameters up to {@code reachedEpoch}
 * @param norms of deltas and gradients of each layer up to {@code reachedEpoch}
 * @param ghosts loss and path of the newest other branches, newest last
 * @param branches the tree of this run, oldest first
 * @param moments what the timeline marks
 * @param canUndo whether there is an edit, start, branch or deletion to take back
 * @param curvature of the loss at the present parameters, where it is worked out beside the run
 * @param optimum the least-squares parameters where a closed form exists (1 × count)
 */
public record RunFrame(
    String id,
    Experiment experiment,
    Status status,
    long update,
    long epoch,
    int updatesPerEpoch,
    double reachedEpoch,
    MatrixView parameters,
    MatrixView start,
    StepTrace next,
    Evaluation now,
    History history,
    Trajectory path,
    Norms norms,
    List<Ghost> ghosts,
    List<BranchFrame> branches,
    List<Moment> moments,
    boolean canUndo,
    Optional<Curvature> curvature,
    Optional<MatrixView> optimum) {
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
}
