package org.ladera.session;

import org.ladera.engine.trace.Evaluation;
import org.ladera.timeline.Timeline;

/** One line of a run's tree: where it left its parent, and what became of it. */
final class Branch {
  final int id;
  final int parent;
  final long fork;
  Timeline timeline;
  String name = "";
  boolean warned;
  private RunFrame.Ghost ghost;

  /**
   * @param fork the update at which it left its parent
   */
  Branch(int id, int parent, long fork, Timeline timeline) {
    this.id = id;
    this.parent = parent;
    this.fork = fork;
    this.timeline = timeline;
  }

  /** What was drawn of it before is out of date. */
  void changed() {
    ghost = null;
  }

  RunFrame.Ghost ghost() {
    if (ghost == null) {
      Evaluation now = timeline.evaluate();
      ghost =
          new RunFrame.Ghost(
              id, name, timeline.newestRate(), timeline.history(now), timeline.trajectory(now));
    }
    return ghost;
  }

  RunFrame.BranchFrame frame(boolean active) {
    return new RunFrame.BranchFrame(
        id, parent, fork, name, timeline.newestRate(), timeline.reached(), active);
  }
}
