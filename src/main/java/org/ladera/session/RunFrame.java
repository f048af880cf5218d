package org.ladera.session;

import java.util.List;
import java.util.Optional;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.trace.Evaluation;
import org.ladera.engine.trace.MatrixView;
import org.ladera.engine.trace.StepTrace;
import org.ladera.landscape.gradient.GradientCheck;
import org.ladera.timeline.History;
import org.ladera.timeline.Moment;
import org.ladera.timeline.Norms;
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
 * @param stability curvature of the loss, once computed
 * @param optimum the least-squares parameters where a closed form exists (1 × count)
 * @param gradientCheck the gradient of this run against dual numbers, once computed; of the main
 *     run only
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
    Optional<Stability> stability,
    Optional<MatrixView> optimum,
    Optional<GradientCheck.Summary> gradientCheck) {
  /**
   * A branch that is not on stage.
   *
   * @param name given by a person, or empty
   * @param rate the learning rate it ended with
   */
  public record Ghost(int branch, String name, double rate, History history, Trajectory path) {}

  /**
   * A branch of the tree.
   *
   * @param parent the branch it left
   * @param fork the update at which it left
   * @param name given by a person, or empty
   * @param reached the furthest update it has been to
   */
  public record BranchFrame(
      int id, int parent, long fork, String name, double rate, long reached, boolean active) {}
}
