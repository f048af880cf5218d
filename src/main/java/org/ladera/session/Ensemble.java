package org.ladera.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ladera.engine.trace.MatrixView;
import org.ladera.landscape.Field;
import org.ladera.landscape.gradient.GradientCheck;
import org.ladera.timeline.Condition;
import org.ladera.timeline.Timeline;

/**
 * All runs of a scene and what was asked of them: the part of a session that has no threads and no
 * clock. The main run leads; the others follow it epoch by epoch.
 */
final class Ensemble {
  private enum Mode {
    READY,
    RUNNING,
    PAUSED,
    FINISHED
  }

  private final List<LiveRun> runs = new ArrayList<>();
  private final Map<String, FieldWork.Facts> facts = new HashMap<>();
  private final Map<String, GradientCheck.Summary> gradients = new HashMap<>();
  private Map<FieldRequest, Field> fields = Map.of();
  private Map<FieldRequest.PlaneSurface, PlaneSlice> slices = Map.of();
  private Set<FieldRequest> watched = Set.of();
  private long epochs;
  private double pace = 60;
  private Granularity granularity = Granularity.EPOCH;
  private Mode mode = Mode.READY;
  private long sequence;

  boolean isEmpty() {
    return runs.isEmpty();
  }

  boolean running() {
    return mode == Mode.RUNNING;
  }

  double pace() {
    return pace;
  }

  /** Carries out a command at once. */
  void apply(Command command) {
    if (isEmpty() && !(command instanceof Command.Load)) {
      if (command instanceof Command.Watch watch) {
        watched = watch.fields();
      } else if (command instanceof Command.SetPace set) {
        pace = set.perSecond();
        granularity = set.granularity();
      }
      return;
    }
    switch (command) {
      case Command.Load load -> load(load.scene());
      case Command.Play play -> play();
      case Command.Pause pause -> pause();
      case Command.Step step -> step(step);
      case Command.Seek seek -> seek(seek.update());
      case Command.RunTo run -> runTo(run.epoch());
      case Command.RunUntil run -> runUntil(run.condition());
      case Command.Reset reset -> restart(LiveRun::reset);
      case Command.Reseed reseed -> restart(run -> run.reseed(reseed.seed()));
      case Command.SetStart start -> startAt(start.parameters().parameters());
      case Command.Apply edit -> {
        for (LiveRun run : edit.all() ? runs : runs.subList(0, 1)) {
          run.edit(edit.edit());
        }
        if (mode == Mode.FINISHED && !done()) {
          mode = Mode.PAUSED;
        }
      }
      case Command.SwitchBranch change -> changeBranch(() -> main().switchTo(change.branch()));
      case Command.NameBranch name -> main().name(name.branch(), name.name());
      case Command.DeleteBranch delete -> main().delete(delete.branch());
      case Command.Undo undo -> changeBranch(() -> main().undo());
      case Command.SetPace set -> {
        pace = set.perSecond();
        granularity = set.granularity();
      }
      case Command.Watch watch -> watched = watch.fields();
    }
  }

  private void changeBranch(Runnable change) {
    change.run();
    follow();
    mode = mode(main().timeline().update());
  }

  private void load(Scene scene) {
    runs.clear();
    scene.runs().forEach(run -> runs.add(new LiveRun(run)));
    epochs = scene.epochs();
    facts.clear();
    gradients.clear();
    fields = Map.of();
    slices = Map.of();
    mode = Mode.READY;
  }

  /** Runs that began where the main one began go with it; the others keep their own start. */
  private void startAt(MatrixView parameters) {
    double[] before = main().timeline().start();
    restart(
        run -> {
          boolean fits = parameters.size() == run.timeline().layout().count();
          if (fits && (run == main() || Arrays.equals(before, run.timeline().start()))) {
            run.startAt(parameters);
          } else {
            run.reset();
          }
        });
  }

  private void restart(java.util.function.Consumer<LiveRun> how) {
    boolean wasRunning = running();
    runs.forEach(how);
    mode = wasRunning ? Mode.RUNNING : Mode.READY;
  }

  private LiveRun main() {
    return runs.getFirst();
  }

  private void play() {
    if (done()) {
      seek(0);
    }
    mode = main().stopped() ? Mode.PAUSED : Mode.RUNNING;
  }

  private void pause() {
    if (running()) {
      mode = Mode.PAUSED;
    }
  }

  private boolean done() {
    return main().timeline().epoch() >= epochs;
  }

  private void step(Command.Step step) {
    mode = Mode.PAUSED;
    long size = updatesIn(step.granularity());
    long now = main().timeline().update();
    // Epoch steps end at the border of an epoch, wherever they begin.
    long target = step.direction() > 0 ? (now / size + 1) * size : (now - 1) / size * size;
    seek(target);
  }

  private long updatesIn(Granularity step) {
    return step == Granularity.EPOCH ? main().timeline().updatesPerEpoch() : 1;
  }

  private void seek(long update) {
    main().timeline().seek(update);
    follow();
    if (!running()) {
      mode = mode(update);
    }
  }

  private Mode mode(long update) {
    return update == 0 && main().timeline().reached() == 0
        ? Mode.READY
        : done() ? Mode.FINISHED : Mode.PAUSED;
  }

  private void runTo(long epoch) {
    mode = Mode.PAUSED;
    seek(epoch * main().timeline().updatesPerEpoch());
  }

  private void runUntil(Condition condition) {
    Timeline timeline = main().timeline();
    timeline.seek(condition, epochs * timeline.updatesPerEpoch());
    follow();
    mode = mode(timeline.update());
  }

  /** Brings the other runs to the epoch of the main one. */
  private void follow() {
    LiveRun main = main();
    for (LiveRun run : runs.subList(1, runs.size())) {
      long target = (long) (main.epochs() * run.timeline().updatesPerEpoch() + 1e-9);
      run.timeline().seek(target);
    }
  }

  /**
   * One step of play.
   *
   * @return whether there is more to do
   */
  boolean advance() {
    if (!running()) {
      return false;
    }
    LiveRun main = main();
    long updates = updatesIn(granularity);
    long target = (main.timeline().update() / updates + 1) * updates;
    main.timeline().seek(target);
    follow();
    if (main.stopped() || main.newlyGrowing()) {
      mode = Mode.PAUSED;
    } else if (done()) {
      mode = Mode.FINISHED;
    }
    return running();
  }

  /** What the field worker needs to bring all watched pictures up to date. */
  List<FieldWork.Input> inputs() {
    return runs.stream()
        .map(
            run ->
                new FieldWork.Input(
                    run.id(),
                    run.timeline().experiment(),
                    MatrixView.of(1, run.timeline().layout().count(), run.timeline().parameters()),
                    walk(run)))
        .toList();
  }

  /** Only where a picture needs it. */
  private Walk walk(LiveRun run) {
    boolean wanted =
        watched.stream()
            .anyMatch(r -> r instanceof FieldRequest.PlaneSurface && r.run().equals(run.id()));
    return wanted ? Walk.of(run.timeline().trajectory(Double.NaN)) : Walk.NONE;
  }

  Set<FieldRequest> watched() {
    return watched;
  }

  void receive(FieldWork.Result result) {
    fields = result.fields();
    slices = result.slices();
    facts.putAll(result.facts());
    gradients.putAll(result.gradients());
  }

  Frame frame() {
    Status status =
        switch (mode) {
          case READY -> new Status.Ready();
          case RUNNING -> new Status.Running();
          case PAUSED -> new Status.Paused();
          case FINISHED -> new Status.Finished();
        };
    List<RunFrame> frames = new ArrayList<>();
    for (LiveRun run : runs) {
      Optional<FieldWork.Facts> known = Optional.ofNullable(facts.get(run.id()));
      frames.add(
          run.frame(
              status,
              known.flatMap(FieldWork.Facts::stability),
              known.flatMap(FieldWork.Facts::optimum),
              Optional.ofNullable(gradients.get(run.id()))));
    }
    return new Frame(
        ++sequence,
        running() ? status : frames.getFirst().status(),
        epochs,
        pace,
        granularity,
        frames,
        fields,
        slices);
  }
}
