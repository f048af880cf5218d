package org.ladera.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.ladera.engine.spec.Edit;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.trace.Evaluation;
import org.ladera.engine.trace.MatrixView;
import org.ladera.timeline.Timeline;

/** One run of a scene while it is alive: its timeline, and the earlier runs it left behind. */
final class LiveRun {
  private static final int MOST_GHOSTS = 4;

  /** A loss that grew this many epochs in a row, at least to the double, is called divergence. */
  private static final int GROWING_EPOCHS = 12;

  private static final double GROWN = 2;

  private final String id;
  private final List<RunFrame.Ghost> ghosts = new ArrayList<>();
  private Timeline timeline;
  private boolean warned;

  LiveRun(Scene.Run run) {
    id = run.id();
    timeline = new Timeline(run.experiment());
  }

  String id() {
    return id;
  }

  Timeline timeline() {
    return timeline;
  }

  /** Epochs done, with the part of the one under way. */
  double epochs() {
    return (double) timeline.update() / timeline.updatesPerEpoch();
  }

  /** True once, when the loss has been growing for so long that going on shows nothing. */
  boolean newlyGrowing() {
    if (warned || !growing()) {
      return false;
    }
    warned = true;
    return true;
  }

  private boolean growing() {
    Timeline.Growth growth = timeline.growth();
    return timeline.updatesPerEpoch() == 1
        && growth.epochs() >= GROWING_EPOCHS
        && growth.now() > GROWN * growth.before();
  }

  boolean stopped() {
    return timeline.divergence().isPresent();
  }

  /** An edit at the present moment; a future that is cut off stays as a ghost. */
  void edit(Edit edit) {
    if (timeline.update() < timeline.reached()) {
      leaveGhost();
    }
    timeline.edit(edit);
    warned = false;
  }

  /** The same start again, with the settings as they are now. */
  void reset() {
    restart(timeline.experiment());
  }

  void startAt(MatrixView parameters) {
    restart(timeline.experiment().withInit(new InitSpec.Given(parameters)));
  }

  /**
   * New start weights. Where the present ones were given by hand or by a source there is no rule to
   * draw from; then they are uniform in ±2.
   */
  void reseed(long seed) {
    Experiment now = timeline.experiment().withSeed(seed);
    restart(
        switch (now.init()) {
          case InitSpec.Given given ->
              now.withInit(new InitSpec.Given(uniform(given.parameters().size(), seed)));
          case InitSpec.NumpyRandom numpy ->
              now.withInit(new InitSpec.NumpyRandom(seed, numpy.scale(), numpy.shift()));
          case InitSpec other -> now;
        });
  }

  private static MatrixView uniform(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return MatrixView.of(1, count, random.doubles(count, -2, 2).toArray());
  }

  private void restart(Experiment experiment) {
    leaveGhost();
    timeline = new Timeline(experiment);
    warned = false;
  }

  private void leaveGhost() {
    if (timeline.reached() == 0) {
      return;
    }
    Evaluation now = timeline.evaluate();
    ghosts.add(
        new RunFrame.Ghost(
            timeline.experiment().optimizer().rate(),
            timeline.history(now),
            timeline.trajectory(now)));
    if (ghosts.size() > MOST_GHOSTS) {
      ghosts.removeFirst();
    }
  }

  RunFrame frame(Status mode, Optional<Stability> stability, Optional<MatrixView> optimum) {
    Evaluation now = timeline.evaluate();
    double[] parameters = timeline.parameters();
    double[] start = timeline.start();
    return new RunFrame(
        id,
        timeline.experiment(),
        status(mode),
        timeline.update(),
        timeline.epoch(),
        timeline.updatesPerEpoch(),
        (double) timeline.reached() / timeline.updatesPerEpoch(),
        MatrixView.of(1, parameters.length, parameters),
        MatrixView.of(1, start.length, start),
        timeline.preview(),
        now,
        timeline.history(now),
        timeline.trajectory(now),
        List.copyOf(ghosts),
        stability,
        optimum);
  }

  private Status status(Status mode) {
    Timeline.Growth growth = timeline.growth();
    boolean atTheEnd = timeline.update() == timeline.reached();
    if (atTheEnd && (stopped() || growing())) {
      return new Status.Diverged(
          timeline.divergence().orElse(null),
          growth.fromEpoch(),
          growth.epochs(),
          growth.before(),
          growth.now());
    }
    return mode;
  }
}
