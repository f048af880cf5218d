package org.ladera.session.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.trace.StepTrace;
import org.ladera.landscape.Field;
import org.ladera.session.Checks;
import org.ladera.session.Command;
import org.ladera.session.FieldRequest;
import org.ladera.session.Frame;
import org.ladera.session.Granularity;
import org.ladera.session.PlaneSlice;
import org.ladera.session.RunFrame;
import org.ladera.session.Scene;
import org.ladera.session.Status;
import org.ladera.session.Stop;
import org.ladera.session.field.FieldWork;
import org.ladera.session.field.PathSample;
import org.ladera.timeline.Condition;
import org.ladera.timeline.Finding;
import org.ladera.timeline.Timeline;

/**
 * All runs of a scene and what was asked of them: the part of a session that has no threads and no
 * clock. The main run leads; the others follow it epoch by epoch.
 */
final class RunGroup {
  private enum Mode {
    READY,
    RUNNING,
    PAUSED,
    FINISHED
  }

  private final List<LiveRun> runs = new ArrayList<>();
  private final Map<String, FieldWork.Facts> facts = new HashMap<>();
  private Map<FieldRequest, Field> fields = Map.of();
  private Map<FieldRequest.PlaneSurface, PlaneSlice> slices = Map.of();
  private Checks checks = Checks.NONE;
  private Set<FieldRequest> watched = Set.of();
  private Scene scene;
  private double pace = 60;
  private Granularity granularity = Granularity.EPOCH;
  private Mode mode = Mode.READY;
  private final Deque<Command> waiting = new ArrayDeque<>();
  private SeekTask journey;
  private Optional<Stop> stop = Optional.empty();
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

  /** Whether something was begun that {@link #goOn} has to end. */
  boolean underWay() {
    return journey != null || runs.stream().anyMatch(run -> !run.isSettled());
  }

  /** Whether a moment is only being looked up, so that the way there is not worth a picture. */
  boolean isLookingUp() {
    return journey != null && journey.purpose() == SeekTask.Purpose.LOOK;
  }

  /** Hears a command: it is carried out at once, or when the moment it belongs to is reached. */
  void apply(Command command) {
    switch (command) {
      case Command.Load load -> load(load.scene());
      case Command.Watch watch -> watched = watch.fields();
      case Command.SetPace set -> {
        pace = set.perSecond();
        granularity = set.granularity();
      }
      case Command _ when isEmpty() -> {}
      case Command.Pause _ when isLookingUp() && journey.isIntoTheUnknown() -> {
        seek(main().timeline().update());
        waiting.add(command);
      }
      case Command _ when !waiting.isEmpty() -> waiting.add(command);
      case Command.Pause _, Command.Seek _, Command.Step _ -> carryOut(command);
      case Command _ when isLookingUp() -> waiting.add(command);
      case Command _ -> carryOut(command);
    }
  }

  private void carryOut(Command command) {
    switch (command) {
      case Command.Play _ -> play();
      case Command.Pause _ -> pause();
      case Command.Step step -> step(step);
      case Command.Seek seek -> seek(seek.update());
      case Command.RunTo run -> runTo(run.epoch());
      case Command.RunUntil run -> runUntil(run.condition());
      case Command.Apply edit -> edit(edit);
      case Command.NameBranch name -> main().name(name.branch(), name.name());
      case Command.DeleteBranch delete -> main().delete(delete.branch());
      case Command.Compare compare -> main().compare(compare.branch());
      case Command.SwitchBranch change -> {
        main().switchTo(change.branch());
        seek(main().timeline().update());
      }
      case Command.Undo _ -> seek(main().undo());
      case Command.Reset _ -> restart(LiveRun::reset);
      case Command.Reseed reseed -> restart(run -> run.reseed(reseed.seed()));
      case Command.SetStart start -> startAt(start.parameters().parameters());
      case Command.Load _, Command.Watch _, Command.SetPace _ -> apply(command);
    }
  }

  private void edit(Command.Apply edit) {
    stop = Optional.empty();
    for (LiveRun run : edit.all() ? runs : runs.subList(0, 1)) {
      run.edit(edit.edit());
    }
    if (mode == Mode.FINISHED && !done()) {
      mode = Mode.PAUSED;
    }
  }

  private void load(Scene next) {
    scene = next;
    runs.clear();
    scene.runs().forEach(run -> runs.add(new LiveRun(run)));
    facts.clear();
    fields = Map.of();
    slices = Map.of();
    waiting.clear();
    journey = null;
    stop = Optional.empty();
    checks = Checks.NONE;
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

  private void restart(Consumer<LiveRun> how) {
    boolean wasPlaying = running() && (journey == null || !isRun());
    leave();
    runs.forEach(how);
    mode = wasPlaying ? Mode.RUNNING : Mode.READY;
  }

  private LiveRun main() {
    return runs.getFirst();
  }

  private void play() {
    leave();
    if (done()) {
      runs.forEach(run -> run.timeline().seek(0));
    }
    mode = main().stopped() ? Mode.PAUSED : Mode.RUNNING;
  }

  /** Whether a run to an epoch or a condition is under way. */
  private boolean isRun() {
    return journey != null && journey.purpose() == SeekTask.Purpose.RUN;
  }

  /** Ends what makes new updates where it stands; known ones are looked up in a moment. */
  private void pause() {
    boolean was = running();
    if (isRun() && journey.condition() != null) {
      Stop left = stopped(Stop.Why.LEFT, Optional.empty());
      leave();
      stop = Optional.of(left);
    } else if (!isLookingUp()) {
      leave();
    }
    if (was) {
      mode = Mode.PAUSED;
      if (journey == null) {
        // The other runs may still be on their way to this epoch.
        journey = new SeekTask(SeekTask.Purpose.LOOK, runs, main().timeline().update(), null);
      }
    }
  }

  /** Ends what is under way where it stands; how the last run ended is no longer news. */
  private void leave() {
    if (isRun()) {
      mode = Mode.PAUSED;
    }
    stop = Optional.empty();
    journey = null;
  }

  private Stop stopped(Stop.Why why, Optional<Finding> finding) {
    return new Stop(journey.condition(), main().timeline().update(), finding, why);
  }

  private boolean done() {
    return main().timeline().epoch() >= scene.epochs();
  }

  private void step(Command.Step step) {
    long now = isLookingUp() ? journey.target() : main().timeline().update();
    leave();
    mode = Mode.PAUSED;
    long size = updatesIn(step.granularity());
    // Epoch steps end at the border of an epoch, wherever they begin.
    seek(step.direction() > 0 ? (now / size + 1) * size : (now - 1) / size * size);
  }

  private long updatesIn(Granularity step) {
    return step == Granularity.EPOCH ? main().timeline().updatesPerEpoch() : 1;
  }

  private void seek(long update) {
    leave();
    journey = new SeekTask(SeekTask.Purpose.LOOK, runs, Math.max(0, update), null);
  }

  private Mode mode() {
    Timeline timeline = main().timeline();
    return timeline.update() == 0 && timeline.reached() == 0
        ? Mode.READY
        : done() ? Mode.FINISHED : Mode.PAUSED;
  }

  private void runTo(long epoch) {
    leave();
    begin(epoch * main().timeline().updatesPerEpoch(), null);
  }

  private void runUntil(Condition condition) {
    leave();
    long end = scene.epochs() * main().timeline().updatesPerEpoch();
    begin(condition instanceof Condition.AtUpdate at ? at.update() : end, condition);
  }

  private void begin(long target, Condition condition) {
    journey = new SeekTask(SeekTask.Purpose.RUN, runs, target, condition);
    mode = Mode.RUNNING;
  }

  /** Begins one step of play. */
  void beginStep() {
    long updates = updatesIn(granularity);
    long target = (main().timeline().update() / updates + 1) * updates;
    journey = new SeekTask(SeekTask.Purpose.STEP, runs, target, null);
  }

  /** Goes on with what was begun, until {@code tired} says so. */
  void goOn(BooleanSupplier tired) {
    if (journey != null) {
      if (journey.go(tired)) {
        arrive();
      }
    } else {
      runs.forEach(run -> run.settle(tired));
    }
  }

  private void arrive() {
    SeekTask ended = journey;
    switch (ended.purpose()) {
      case LOOK -> mode = running() ? mode : mode();
      case STEP -> {
        if (main().stopped() || main().newlyGrowing()) {
          mode = Mode.PAUSED;
        } else if (done()) {
          mode = Mode.FINISHED;
        }
      }
      case RUN -> {
        mode = mode();
        if (ended.condition() != null) {
          Stop.Why why =
              ended.finding().isPresent()
                  ? Stop.Why.MET
                  : main().stopped() ? Stop.Why.DIVERGED : Stop.Why.PLANNED_END;
          stop = Optional.of(stopped(why, ended.finding()));
        }
      }
    }
    journey = null;
    while (!isLookingUp() && !waiting.isEmpty()) {
      carryOut(waiting.poll());
    }
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
                    walk(run),
                    next(run)))
        .toList();
  }

  /** Only where a gradient is checked. */
  private Optional<StepTrace> next(LiveRun run) {
    boolean wanted =
        watched.stream().anyMatch(r -> r instanceof FieldRequest.Check && r.run().equals(run.id()));
    return wanted ? Optional.of(run.next()) : Optional.empty();
  }

  /** Only where a picture needs it. */
  private PathSample walk(LiveRun run) {
    boolean wanted =
        watched.stream()
            .anyMatch(r -> r instanceof FieldRequest.PlaneSurface && r.run().equals(run.id()));
    return wanted
        ? PathSample.of(run.timeline().trajectory(Double.NaN), run.ghosts())
        : PathSample.NONE;
  }

  Set<FieldRequest> watched() {
    return watched;
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
      checks = result.checks();
    }
  }

  /** A long way into the unknown is a run, whoever asked for it. */
  private Mode shownMode() {
    return isLookingUp() && journey.isIntoTheUnknown() ? Mode.RUNNING : mode;
  }

  Frame frame() {
    Status status =
        switch (shownMode()) {
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
              known.flatMap(FieldWork.Facts::optimum)));
    }
    return new Frame(
        ++sequence,
        scene,
        status instanceof Status.Running ? status : frames.getFirst().status(),
        pace,
        granularity,
        frames,
        fields,
        slices,
        stop,
        checks);
  }
}
