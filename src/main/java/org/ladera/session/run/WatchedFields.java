package org.ladera.session.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.ladera.engine.trace.StepTrace;
import org.ladera.landscape.Curvature;
import org.ladera.landscape.Field;
import org.ladera.session.Checks;
import org.ladera.session.FieldRequest;
import org.ladera.session.Frame;
import org.ladera.session.Granularity;
import org.ladera.session.Landmark;
import org.ladera.session.Plan;
import org.ladera.session.PlaneSlice;
import org.ladera.session.RunFrame;
import org.ladera.session.Scene;
import org.ladera.session.Status;
import org.ladera.session.Stop;
import org.ladera.session.field.FieldWork;
import org.ladera.session.field.KnownPlaces;
import org.ladera.session.field.PathSample;

/** Which pictures of the runs are wanted, and the newest answer to each. */
final class WatchedFields {
  private final Map<String, FieldWork.Facts> facts = new HashMap<>();
  private Map<FieldRequest, Field> fields = Map.of();
  private Map<FieldRequest.PlaneSurface, PlaneSlice> slices = Map.of();
  private final Map<String, Plan> plans = new HashMap<>();
  private final Map<String, KnownPlaces> places = new HashMap<>();
  private Checks checks = Checks.NONE;
  private Set<FieldRequest> watched = Set.of();

  void watch(Set<FieldRequest> requests) {
    watched = requests;
  }

  Set<FieldRequest> watched() {
    return watched;
  }

  /** Forgets all answers: they are of other runs. */
  void clear() {
    facts.clear();
    plans.clear();
    places.clear();
    fields = Map.of();
    slices = Map.of();
    checks = Checks.NONE;
  }

  /**
   * What is needed to bring all watched pictures up to date.
   *
   * @param scene its planned length, and what ends the main run before that
   */
  List<FieldWork.Input> inputs(List<LiveRun> runs, Scene scene) {
    long epochs = runs.isEmpty() ? 0 : runs.getFirst().length(scene.epochs());
    return runs.stream()
        .map(
            run ->
                new FieldWork.Input(
                    run.id(),
                    run.timeline().experiment(),
                    run.parameters(),
                    run.timeline().start(),
                    path(run),
                    next(run),
                    Optional.of(
                        new FieldWork.Ahead(
                            run.timeline().recipe(),
                            epochs,
                            run.id().equals(Scene.MAIN)
                                ? run.patienceAhead(scene.patience())
                                : OptionalLong.empty()))))
        .toList();
  }

  /** The runs as they are now. */
  List<RunFrame> frames(List<LiveRun> runs, Status status) {
    return runs.stream()
        .map(run -> run.frame(status, plan(run.id()), curvature(run.id()), optimum(run.id())))
        .toList();
  }

  /** The runs with the newest pictures of them. */
  Frame frame(
      long sequence,
      Scene scene,
      Status status,
      double pace,
      Granularity granularity,
      List<RunFrame> frames,
      Optional<Stop> stop) {
    return new Frame(
        sequence, scene, status, pace, granularity, frames, fields, slices, stop, checks);
  }

  /** Only where a gradient is checked. */
  private Optional<StepTrace> next(LiveRun run) {
    boolean wanted =
        watched.stream().anyMatch(r -> r instanceof FieldRequest.Check && r.run().equals(run.id()));
    return wanted ? Optional.of(run.next()) : Optional.empty();
  }

  /** Only where a picture needs it. */
  private PathSample path(LiveRun run) {
    boolean wanted =
        watched.stream()
            .anyMatch(
                r ->
                    (r instanceof FieldRequest.PlaneSurface || r instanceof FieldRequest.Layers)
                        && r.run().equals(run.id()));
    return wanted
        ? PathSample.of(
            run.trajectory(Double.NaN),
            run.branches().ghosts(),
            places.computeIfAbsent(run.id(), _ -> new KnownPlaces()))
        : PathSample.NONE;
  }

  void receive(FieldWork.Result result) {
    Map<FieldRequest, Field> all = new HashMap<>(result.fields());
    fields.forEach(
        (request, field) -> {
          if (!result.part().has(request)) {
            all.put(request, field);
          }
        });
    fields = all;
    if (result.part() != FieldWork.Part.MAPS) {
      slices = result.slices();
      facts.putAll(result.facts());
      plans.putAll(result.plans());
      checks = result.checks();
    }
  }

  private Optional<Plan> plan(String run) {
    return Optional.ofNullable(plans.get(run));
  }

  private Optional<Curvature> curvature(String run) {
    return Optional.ofNullable(facts.get(run)).flatMap(FieldWork.Facts::curvature);
  }

  private Optional<Landmark> optimum(String run) {
    return Optional.ofNullable(facts.get(run)).flatMap(FieldWork.Facts::optimum);
  }
}
