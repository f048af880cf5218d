package org.ladera.session.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ladera.engine.kernel.PairExecutor;
import org.ladera.session.Command;
import org.ladera.session.Frame;
import org.ladera.session.Granularity;
import org.ladera.session.RunFrame;
import org.ladera.session.SavedScene;
import org.ladera.session.Scene;
import org.ladera.session.Status;
import org.ladera.session.Stop;
import org.ladera.session.field.FieldWork;
import org.ladera.timeline.Condition;
import org.ladera.timeline.Finding;

/**
 * All runs of a scene and what was asked of them: the part of a session that has no threads and no
 * clock. The main run leads; the others follow it epoch by epoch.
 */
final class RunGroup {
  private final List<LiveRun> runs = new ArrayList<>();
  private final WatchedFields pictures = new WatchedFields();
  private final LeftScenes left = new LeftScenes();
  private final PairExecutor work;

  /** Set by the first command that loads one; until then the group is empty. */
  @SuppressWarnings("NullAway.Init")
  private Scene scene;

  private Command.SetPace pace = new Command.SetPace(60, Granularity.EPOCH);
  private Mode mode = Mode.READY;
  private final Deque<Command> waiting = new ArrayDeque<>();
  private @Nullable SeekTask task;
  private Optional<Stop> stop = Optional.empty();
  private long sequence;

  /**
   * @param work who does the work of every run
   */
  RunGroup(PairExecutor work) {
    this.work = work;
  }

  boolean isEmpty() {
    return runs.isEmpty();
  }

  Scene scene() {
    return scene;
  }

  WatchedFields pictures() {
    return pictures;
  }

  /** What the field workers need to bring all watched pictures up to date. */
  List<FieldWork.Input> inputs() {
    return pictures.inputs(runs, scene);
  }

  boolean running() {
    return mode == Mode.RUNNING;
  }

  double pace() {
    return pace.perSecond();
  }

  /** Whether something was begun that {@link #goOn} has to end. */
  boolean underWay() {
    return task != null || runs.stream().anyMatch(run -> !run.branches().isSettled());
  }

  /** Whether a moment is only being looked up, so that the way there is not worth a picture. */
  boolean isLookingUp() {
    return task != null && task.isLook();
  }

  private boolean isRestoring() {
    return task != null && task.purpose() == SeekTask.Purpose.RESTORE;
  }

  /** Hears a command: it is carried out at once, or when the moment it belongs to is reached. */
  void apply(Command command) {
    switch (command) {
      case Command.Load load -> show(LeftScenes.Left.fresh(load.scene(), work));
      case Command.Resume resume -> resume(resume.scene(), resume.saved());
      case Command.Watch watch -> pictures.watch(watch.fields());
      case Command.SetPace set -> pace = set;
      case Command _ when isEmpty() -> {}
      case Command.Pause _ when isLookingUpTheUnknown() -> {
        seek(main().timeline().update());
        waiting.add(command);
      }
      case Command _ when isRestoring() || !waiting.isEmpty() -> waiting.add(command);
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
      case Command.NameBranch name -> main().branches().name(name.branch(), name.name());
      case Command.DeleteBranch delete -> main().branches().delete(delete.branch());
      case Command.Compare compare -> main().branches().compare(compare.branch());
      case Command.SwitchBranch change -> {
        main().switchTo(change.branch());
        seek(main().timeline().update());
      }
      case Command.Undo _ -> seek(main().undo());
      case Command.Reset again -> restart(run -> run.reset(again.batch(run == main())));
      case Command.Reseed reseed -> restart(run -> run.reseed(reseed.seed()));
      case Command.SetStart start -> {
        var before = main().timeline().start();
        restart(run -> run.startAt(start.parameters().parameters(), before));
      }
      case Command.Load _, Command.Resume _, Command.Watch _, Command.SetPace _ -> apply(command);
    }
    runs.forEach(run -> run.branches().allIsWell());
  }

  /**
   * After an exception: what is under way is given up, and every run goes back to its last good
   * moment.
   */
  void putBack() {
    leave();
    waiting.clear();
    mode = Mode.PAUSED;
    runs.forEach(LiveRun::putBack);
    if (!isEmpty()) {
      mode = main().resting(scene.epochs());
    }
  }

  private void edit(Command.Apply edit) {
    stop = Optional.empty();
    for (LiveRun run : edit.all() ? runs : runs.subList(0, 1)) {
      run.edit(edit.edit());
    }
    if (mode == Mode.FINISHED && !main().isDone(scene.epochs())) {
      mode = Mode.PAUSED;
    }
  }

  private void resume(Scene next, Optional<SavedScene> saved) {
    if (isEmpty() || next != scene) {
      // What is not yet replayed can be so once more.
      if (!isEmpty() && !isRestoring()) {
        left.keep(new LeftScenes.Left(scene, runs, mode, stop, OptionalLong.empty()));
      }
      // Nothing is on stage where the next one cannot be begun: no command is meant for the last.
      runs.clear();
      LeftScenes.Left found =
          left.take(next).orElseGet(() -> LeftScenes.Left.begun(next, saved, work));
      show(found);
      found.owed().ifPresent(to -> task = new SeekTask(SeekTask.Purpose.RESTORE, runs, to, null));
    }
  }

  private void show(LeftScenes.Left next) {
    scene = next.scene();
    runs.clear();
    runs.addAll(next.runs());
    pictures.clear();
    waiting.clear();
    task = null;
    stop = next.stop();
    mode = next.mode();
  }

  private void restart(Consumer<LiveRun> how) {
    boolean wasPlaying = running() && (task == null || !isRun());
    leave();
    runs.forEach(how);
    mode = wasPlaying ? Mode.RUNNING : Mode.READY;
  }

  private LiveRun main() {
    return runs.getFirst();
  }

  private void play() {
    leave();
    if (main().isDone(scene.epochs())) {
      runs.forEach(run -> run.timeline().seek(0));
    }
    mode = main().stopped() ? Mode.PAUSED : Mode.RUNNING;
  }

  private boolean isLookingUpTheUnknown() {
    return task != null && isLookingUp() && task.isIntoTheUnknown();
  }

  /** Whether a run to an epoch or a condition is under way. */
  private boolean isRun() {
    return task != null && task.purpose() == SeekTask.Purpose.RUN;
  }

  /** Ends what makes new updates where it stands; known ones are looked up in a moment. */
  private void pause() {
    boolean was = running();
    Condition condition = task != null && isRun() ? early().asked(task) : null;
    if (condition != null) {
      Stop left = stopped(condition, Stop.Why.LEFT, Optional.empty());
      leave();
      stop = Optional.of(left);
    } else if (!isLookingUp()) {
      leave();
    }
    if (was) {
      mode = Mode.PAUSED;
      if (task == null) {
        // The other runs may still be on their way to this epoch.
        task = new SeekTask(SeekTask.Purpose.LOOK, runs, main().timeline().update(), null);
      }
    }
  }

  /** Ends what is under way where it stands; how the last run ended is no longer news. */
  private void leave() {
    if (isRun()) {
      mode = Mode.PAUSED;
    }
    if (isRestoring()) {
      runs.forEach(run -> run.branches().forgive());
    }
    stop = Optional.empty();
    task = null;
  }

  private Stop stopped(Condition condition, Stop.Why why, Optional<Finding> finding) {
    return new Stop(condition, main().timeline().update(), finding, why);
  }

  private void step(Command.Step step) {
    long now = task != null && isLookingUp() ? task.target() : main().timeline().update();
    leave();
    mode = Mode.PAUSED;
    long size = main().updatesIn(step.granularity());
    // Epoch steps end at the border of an epoch, wherever they begin.
    seek(step.direction() > 0 ? (now / size + 1) * size : (now - 1) / size * size);
  }

  private void seek(long update) {
    leave();
    task = new SeekTask(SeekTask.Purpose.LOOK, runs, Math.max(0, update), null);
  }

  private void runTo(long epoch) {
    leave();
    begin(epoch * main().timeline().updatesPerEpoch(), null);
  }

  private void runUntil(Condition condition) {
    leave();
    long end = main().length(scene.epochs()) * main().timeline().updatesPerEpoch();
    begin(condition instanceof Condition.AtUpdate at ? at.update() : end, condition);
  }

  private void begin(long target, @Nullable Condition condition) {
    Condition end = condition == null ? early().condition() : condition;
    task = new SeekTask(SeekTask.Purpose.RUN, runs, target, end);
    mode = Mode.RUNNING;
  }

  private EarlyStopping early() {
    return new EarlyStopping(scene.patience(), main());
  }

  /** Begins one step of play. */
  void beginStep() {
    long updates = main().updatesIn(pace.granularity());
    long target = (main().timeline().update() / updates + 1) * updates;
    task = new SeekTask(SeekTask.Purpose.STEP, runs, target, null);
  }

  /** Goes on with what was begun, until {@code tired} says so. */
  void goOn(BooleanSupplier tired) {
    if (task != null) {
      if (task.go(tired)) {
        arrive();
      }
    } else {
      runs.forEach(run -> run.branches().settle(tired));
    }
  }

  private void arrive() {
    SeekTask ended = Objects.requireNonNull(task);
    Condition asked = early().asked(ended);
    if (!ended.isLook() && asked == null && main().newlyStalled(scene.patience())) {
      Finding.Stalled least = Finding.Stalled.in(main().timeline());
      mode = Mode.PAUSED;
      seek(least.epoch() * main().timeline().updatesPerEpoch());
      stop = Optional.of(early().stop(least));
      return;
    }
    switch (ended.purpose()) {
      case LOOK, RESTORE -> mode = running() ? mode : main().resting(scene.epochs());
      case STEP -> {
        if (main().stopped() || main().newlyGrowing()) {
          mode = Mode.PAUSED;
        } else if (main().isDone(scene.epochs())) {
          mode = Mode.FINISHED;
        }
      }
      case RUN -> {
        mode = main().resting(scene.epochs());
        if (asked != null) {
          Stop.Why without = main().stopped() ? Stop.Why.DIVERGED : Stop.Why.PLANNED_END;
          Stop.Why why = ended.finding().isPresent() ? Stop.Why.MET : without;
          stop = Optional.of(stopped(asked, why, ended.finding()));
        }
      }
    }
    task = null;
    while (!isLookingUp() && !waiting.isEmpty()) {
      carryOut(waiting.poll());
    }
  }

  Frame frame() {
    // A long way into the unknown is a run, whoever asked for it.
    Mode shown = isLookingUpTheUnknown() ? Mode.RUNNING : mode;
    Status all = isRestoring() ? new Status.Restoring() : shown.status();
    List<RunFrame> frames = pictures.frames(runs, shown.status());
    Status status = shown == Mode.RUNNING ? all : frames.getFirst().status();
    return pictures.frame(
        ++sequence, scene, status, pace.perSecond(), pace.granularity(), frames, stop);
  }
}
