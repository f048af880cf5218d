package org.ladera.session.run;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.ladera.engine.kernel.PairExecutor;
import org.ladera.session.SavedScene;
import org.ladera.session.Scene;
import org.ladera.session.Stop;
import org.ladera.timeline.Footprint;
import org.ladera.timeline.Timeline;
import org.ladera.timeline.TimelineMemory;

/** Scenes that were left for another one, as they stood then. */
final class LeftScenes {
  private static final System.Logger LOG = System.getLogger(LeftScenes.class.getName());

  private static final int MOST = 32;

  /** Key frames of all of them share this room; the way to a moment becomes longer instead. */
  private static final long MOST_BYTES = 64L << 20;

  /**
   * A scene with its runs.
   *
   * @param mode never running: nothing trains that is not on stage
   * @param owed the update to which the main run is to be replayed, where it was saved
   */
  record Left(Scene scene, List<LiveRun> runs, Mode mode, Optional<Stop> stop, OptionalLong owed) {
    Left {
      runs = List.copyOf(runs);
      mode = mode == Mode.RUNNING ? Mode.PAUSED : mode;
    }

    /** All of it before anything is forgotten, for there may be no room for it. */
    static Left fresh(Scene scene, PairExecutor work) {
      List<LiveRun> runs = scene.runs().stream().map(run -> new LiveRun(run, work)).toList();
      return new Left(scene, runs, Mode.READY, Optional.empty(), OptionalLong.empty());
    }

    /** What was saved, still to be replayed; a fresh scene where it does not fit any more. */
    static Left begun(Scene scene, Optional<SavedScene> saved, PairExecutor work) {
      return saved.map(known -> saved(scene, known, work)).orElseGet(() -> fresh(scene, work));
    }

    private static Left saved(Scene scene, SavedScene saved, PairExecutor work) {
      try {
        List<LiveRun> runs =
            scene.runs().stream().map(run -> new LiveRun(run, saved.run(run.id()), work)).toList();
        long update = saved.run(scene.runs().getFirst().id()).update();
        return new Left(scene, runs, Mode.PAUSED, Optional.empty(), OptionalLong.of(update));
      } catch (IllegalArgumentException otherLesson) {
        LOG.log(System.Logger.Level.INFO, "does not fit", otherLesson);
        return fresh(scene, work);
      }
    }

    private Stream<Timeline> timelines() {
      return runs.stream().flatMap(run -> run.branches().timelines());
    }
  }

  /** The one left first is first. */
  private final List<Left> all = new ArrayList<>();

  void keep(Left left) {
    all.add(left);
    if (all.size() > MOST) {
      all.removeFirst();
    }
    TimelineMemory.bound(timelines(), MOST_BYTES);
    // What a run has at least is too much where it is very large.
    while (all.size() > 1 && bytes() > 2 * MOST_BYTES) {
      all.removeFirst();
    }
  }

  /** Of key frames, and of the trainers themselves. */
  private long bytes() {
    return timelines().stream()
        .map(Timeline::experiment)
        .map(Footprint::ofTraining)
        .mapToLong(Footprint::bytes)
        .reduce(TimelineMemory.bytes(timelines()), Long::sum);
  }

  private List<Timeline> timelines() {
    return all.stream().flatMap(Left::timelines).toList();
  }

  /** The scene as it was left, by identity; it is on stage from now on. */
  Optional<Left> take(Scene scene) {
    for (Iterator<Left> each = all.iterator(); each.hasNext(); ) {
      Left left = each.next();
      if (left.scene() == scene) {
        each.remove();
        return Optional.of(left);
      }
    }
    return Optional.empty();
  }
}
