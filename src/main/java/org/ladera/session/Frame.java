package org.ladera.session;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ladera.engine.spec.LossSpec;
import org.ladera.landscape.Field;

/**
 * What the screen may show at one moment, immutable. The newest one wins.
 *
 * @param sequence grows with every frame
 * @param scene the very one that was loaded; its runs may have been changed since
 * @param status of the main run
 * @param pace epochs (or updates) per second that were asked for; infinite = as fast as possible
 * @param fields the newest result of every request that has one; it may be older than the runs;
 *     requests of many maps are answered by the maps of one output or unit each
 * @param slices the same for planes through all parameters
 * @param stop how the last run to a condition ended, until something else is asked for
 * @param checks the same for gradient checks
 */
public record Frame(
    long sequence,
    Scene scene,
    Status status,
    double pace,
    Granularity granularity,
    List<RunFrame> runs,
    Map<FieldRequest, Field> fields,
    Map<FieldRequest.PlaneSurface, PlaneSlice> slices,
    Optional<Stop> stop,
    Checks checks) {
  public Frame {
    runs = List.copyOf(runs);
    fields = Map.copyOf(fields);
    slices = Map.copyOf(slices);
  }

  /** The same moment, at which the runs were told to stand. */
  public Frame paused() {
    return new Frame(
        sequence,
        scene,
        new Status.Paused(),
        pace,
        granularity,
        runs,
        fields,
        slices,
        stop,
        checks);
  }

  /** The same moment with other runs. */
  Frame with(List<RunFrame> others) {
    return new Frame(
        sequence, scene, status, pace, granularity, others, fields, slices, stop, checks);
  }

  /** The planned length, which has grown where a finished run goes on with a change. */
  public long epochs() {
    return main().branches().stream()
        .filter(RunFrame.BranchFrame::active)
        .findFirst()
        .map(branch -> branch.recipe().length(scene.epochs(), main().updatesPerEpoch()))
        .orElse(scene.epochs());
  }

  /** The loss that the scene is said to descend, where it is another than its own. */
  public Optional<LossSpec> claimed() {
    return scene.claimed();
  }

  /** Whether all runs learn from the same examples, so that a change is one of all of them. */
  public boolean sharesData() {
    return runs.stream().allMatch(r -> r.experiment().data().equals(main().experiment().data()));
  }

  public RunFrame main() {
    return runs.getFirst();
  }

  /** The run with this id, or the main one when there is none. */
  public RunFrame run(String id) {
    return runs.stream().filter(r -> r.id().equals(id)).findFirst().orElse(main());
  }
}
