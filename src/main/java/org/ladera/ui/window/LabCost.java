package org.ladera.ui.window;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ladera.engine.spec.Experiment;
import org.ladera.lesson.model.Fault;
import org.ladera.lesson.model.Lesson;
import org.ladera.session.EpochTime;
import org.ladera.session.Scene;
import org.ladera.timeline.Footprint;

/**
 * What the runs of a laboratory need, estimated before they are built.
 *
 * @param seconds an epoch of the main run
 * @param all an epoch of every run
 * @param bytes of all runs
 */
record LabCost(double seconds, double all, long bytes) {
  static final LabCost NONE = new LabCost(0, 0, 0);

  /** More than that is asked about first. */
  private static final double LONG = 5;

  private static final long LARGE = 400_000_000;

  static LabCost of(Optional<Lesson> lesson, EpochTime pace) {
    if (lesson.isEmpty()) {
      return NONE;
    }
    List<Experiment> runs =
        lesson.get().steps().getFirst().scene().runs().stream().map(Scene.Run::experiment).toList();
    return new LabCost(
        pace.seconds(runs.getFirst()),
        runs.stream().mapToDouble(pace::seconds).sum(),
        runs.stream().mapToLong(run -> Footprint.ofRun(run).bytes()).sum());
  }

  /** Whether a person is asked before it is built: it is much, and more than there is now. */
  boolean isAsked(LabCost now) {
    return all > Math.max(LONG, now.all()) || bytes > Math.max(LARGE, now.bytes());
  }

  /** Whether this machine can hold it. */
  boolean fits(long heap) {
    return new Footprint(bytes, 0).fits(heap);
  }

  /** What is said about it. */
  Fault fault(long heap) {
    return new Fault(
        "",
        0,
        0,
        "",
        fits(heap) ? "lab.dear" : "lab.large",
        Map.of(
            "megabytes", Long.toString(Math.max(1, bytes / 1_000_000)),
            "heap", Long.toString(heap / 1_000_000),
            "seconds", Long.toString(Math.max(1, Math.round(all)))));
  }
}
