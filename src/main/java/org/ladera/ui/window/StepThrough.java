package org.ladera.ui.window;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.ladera.engine.trace.StepTrace;
import org.ladera.explain.Quantity;
import org.ladera.present.shared.Opening;
import org.ladera.present.step.CopiedBreakdown;
import org.ladera.present.step.CopiedBreakdown.Form;
import org.ladera.present.step.Grid;
import org.ladera.present.step.Phase;
import org.ladera.present.step.Stepping;
import org.ladera.session.Command;
import org.ladera.session.Frame;
import org.ladera.session.Granularity;
import org.ladera.session.Session;
import org.ladera.session.WhatIf;
import org.ladera.ui.control.Copying;
import org.ladera.ui.formula.Typesetter;
import org.ladera.ui.step.StepActions;
import org.ladera.ui.step.StepScreen;
import org.ladera.ui.window.action.Action;
import org.ladera.ui.window.action.WindowActions;
import org.ladera.ui.window.appearance.Appearance;
import org.ladera.ui.window.stage.LiveStage;
import org.ladera.ui.window.transport.StepClock;
import org.ladera.ui.window.transport.StepPace;

/**
 * The debugger of one update: opens it over the stage, moves through it by key, button or clock,
 * and asks the session for the update before or after where the way leads out of this one.
 */
final class StepThrough implements StepActions {
  private final Session session;
  private final Appearance appearance;
  private final LaderaWindow window;
  private final LiveStage live;
  private final StepScreen screen;
  private final StepDisplay display;
  private final WindowActions actions;
  private final Runnable changed;
  private final Stepping stepping = new Stepping();
  private final StepClock clock = new StepClock();
  private Optional<Opening> awaited = Optional.empty();
  private Optional<WhatIf> supposed = Optional.empty();
  private boolean open;

  /** The update that was asked of the session in this pulse. */
  private OptionalLong sought = OptionalLong.empty();

  /** What the keys and buttons mean while an update is open. */
  private final Map<Action, Runnable> meanings =
      Map.of(
          Action.NEXT_STEP, () -> phase(1),
          Action.PREVIOUS_STEP, () -> phase(-1),
          Action.LAYER_FORWARD, () -> stepping.nextLayer(1),
          Action.LAYER_BACK, () -> stepping.nextLayer(-1),
          Action.COPY, () -> copy(Form.TEXT),
          Action.TERMS, this::watch,
          Action.FOLD_LIST, () -> {});

  /** What they mean besides while the steps stay inside of it. */
  private final Map<Action, Runnable> inside =
      Map.of(
          Action.STEP_FORWARD, () -> step(1),
          Action.STEP_BACK, () -> step(-1),
          Action.RESET, stepping::toStart,
          Action.END, stepping::toEnd,
          Action.PLAY_PAUSE, this::playOrPause);

  private Granularity size = Granularity.PHASE;
  private int sample;

  /** Whether the clock puts one element together, and stops when it is there. */
  private boolean watching;

  /**
   * @param changed runs when it was opened, closed or its steps got another size
   */
  StepThrough(
      Session session,
      Appearance appearance,
      LaderaWindow window,
      LiveStage live,
      Typesetter typesetter,
      WindowActions actions,
      Runnable changed) {
    this.session = session;
    this.appearance = appearance;
    this.window = window;
    this.live = live;
    this.actions = actions;
    this.changed = changed;
    screen = new StepScreen(this, typesetter);
    display = new StepDisplay(screen, live, appearance);
    live.onExplain(this::open);
  }

  boolean isOpen() {
    return open;
  }

  /** Opens the update that the next step will do. */
  void open() {
    if (open || live.frame() == null) {
      return;
    }
    session.send(new Command.Pause());
    open = true;
    window.showStep(screen);
    changed.run();
    show(live.frame());
  }

  /** Opens the number that is chosen in a view, or the update; or goes back to the lesson. */
  void toggle() {
    if (open) {
      close();
    } else {
      live.asked().ifPresentOrElse(asked -> open(asked), () -> open());
    }
  }

  /** Opens the number of that name; for pictures. False when the update has none. */
  boolean open(String name) {
    open();
    return open
        && Quantity.parse(name, stepping.update().trace().update())
            .filter(q -> stepping.update().find(q).isPresent())
            .map(
                q -> {
                  stepping.open(q);
                  return true;
                })
            .orElse(false);
  }

  /** Opens a number of an update of the run, or one that is supposed as soon as it is there. */
  void open(Opening asked) {
    if (asked.supposed().isEmpty()) {
      open();
      stepping.forget();
      open(asked.number());
      return;
    }
    if (awaited.equals(Optional.of(asked))) {
      return;
    }
    close();
    session.send(new Command.Pause());
    awaited = Optional.of(asked);
    live.suppose(asked.supposed());
  }

  /** The update that was supposed has come. */
  private void receive() {
    Optional<StepTrace> trace = live.supposed();
    if (awaited.isPresent() && trace.isPresent()) {
      Opening asked = awaited.get();
      awaited = Optional.empty();
      supposed = asked.supposed();
      open();
      seek(stepping.open(asked.number().at(trace.get().update())));
    }
  }

  /** Opens a number where it is computed; the update is opened first when it is not. */
  @Override
  public void open(Quantity q) {
    open();
    if (supposed.isPresent() && q.update() != stepping.update().trace().update()) {
      // The way leads on into the run.
      suppose(Optional.empty());
      stepping.forget();
      live.present().ifPresent(this::show);
    }
    if (open) {
      seek(stepping.open(q));
    }
  }

  @Override
  public void close() {
    if (open) {
      open = false;
      clock.stop();
      stepping.close();
      suppose(Optional.empty());
      live.inspect(Optional.empty());
      display.forget();
      window.hideStep();
      changed.run();
    }
  }

  /** How the transport shows itself while an update is open; empty while none is. */
  Optional<StepPace> pace() {
    return open ? Optional.of(clock.pace(size, appearance.messages())) : Optional.empty();
  }

  /** Another size of steps; one inside an update opens it. */
  void resize(Granularity next) {
    size = next;
    if (next.isInsideUpdate()) {
      stepping.resize(next);
      open();
    } else {
      clock.stop();
    }
    changed.run();
  }

  /**
   * @param share of the speed slider, 0 to 1
   */
  void speed(double share) {
    clock.speed(share);
    changed.run();
  }

  /**
   * What a key or a button means while an update is open; false when it means what it always does.
   */
  boolean perform(Action action) {
    Optional<Runnable> meant =
        !open
            ? Optional.empty()
            : Optional.ofNullable(meanings.get(action))
                .or(
                    () ->
                        Optional.ofNullable(inside.get(action))
                            .filter(known -> size.isInsideUpdate()));
    meant.ifPresent(Runnable::run);
    return meant.isPresent();
  }

  private void playOrPause() {
    watching = false;
    clock.toggle();
    changed.run();
  }

  @Override
  public void watch() {
    if (stepping.accumulates()) {
      stepping.begin();
      resize(Granularity.TERM);
      clock.stop();
      playOrPause();
      watching = true;
    }
  }

  /** Opens the update with the field in which a number is asked for by its name. */
  void find() {
    open();
    if (open) {
      screen.ask();
    }
  }

  private void suppose(Optional<WhatIf> what) {
    supposed = what;
    live.suppose(what);
  }

  private void step(int direction) {
    seek(stepping.step(direction));
  }

  @Override
  public void phase(int direction) {
    Granularity before = stepping.size();
    stepping.resize(Granularity.PHASE);
    step(direction);
    stepping.resize(before);
  }

  private void seek(OptionalLong update) {
    if (update.isPresent() && !update.equals(sought)) {
      sought = update;
      session.send(new Command.Pause());
      session.send(new Command.Seek(update.getAsLong()));
    }
  }

  @Override
  public void toPhase(int phase) {
    stepping.toPhase(phase);
  }

  @Override
  public void choose(int phase, int operation, Grid.Cell cell) {
    stepping.choose(phase, operation, cell);
  }

  @Override
  public void showSample(int only) {
    sample = only;
  }

  @Override
  public void search(String typed) {
    if (!stepping.search(typed)) {
      screen.notFound(typed, appearance.messages());
    }
  }

  @Override
  public void copy(Form form) {
    display.model().ifPresent(model -> Copying.copy(CopiedBreakdown.of(model, form)));
  }

  @Override
  public void compare() {
    actions.perform(Action.PROGRAM);
  }

  /** Once per pulse: shows the newest frame, and takes the next step when it is time. */
  void pulse(long nanos) {
    sought = OptionalLong.empty();
    receive();
    if (!open || live.frame() == null) {
      return;
    }
    if (clock.ticks(nanos)) {
      if (watching && stepping.isTogether()) {
        playOrPause();
      } else {
        step(1);
      }
    }
    show(live.frame());
  }

  /** The update of the run, or the newest one as it would be. */
  private void show(Frame frame) {
    Optional<StepTrace> trace =
        supposed.isEmpty() ? Optional.of(frame.main().next()) : live.supposed();
    display.show(stepping, trace, scope(), sample, clock.seconds());
  }

  private Phase.Scope scope() {
    return supposed
        .map(what -> what instanceof WhatIf.Sample ? Phase.Scope.SAMPLE : Phase.Scope.LOSS)
        .orElse(Phase.Scope.UPDATE);
  }
}
