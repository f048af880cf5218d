package org.ladera.ui.window.stage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.trace.StepTrace;
import org.ladera.explain.Conversion;
import org.ladera.lesson.markup.TexNotation;
import org.ladera.lesson.model.Covered;
import org.ladera.lesson.model.Landscape;
import org.ladera.lesson.model.LessonText;
import org.ladera.lesson.model.Step;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.check.DerivativeModel;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.present.shared.NotatedFrame;
import org.ladera.present.shared.Opening;
import org.ladera.present.shared.ReadersFrame;
import org.ladera.present.time.TransportModel;
import org.ladera.session.Command;
import org.ladera.session.FieldRequest;
import org.ladera.session.Frame;
import org.ladera.session.SavedScene;
import org.ladera.session.Scene;
import org.ladera.session.Session;
import org.ladera.session.WhatIf;
import org.ladera.text.Messages;
import org.ladera.ui.fx.Initializer;
import org.ladera.ui.view.Intent;
import org.ladera.ui.window.appearance.Appearance;

/** The views of the open step over the session: the newest frame in, gestures out as commands. */
public final class LiveStage {
  private final Session session;
  private final Appearance appearance;
  private final StagePane pane;
  private final StageSweeps sweeps;
  private final VisitedSteps visited = new VisitedSteps();
  private final List<LiveSlot> slots = new ArrayList<>();
  private final Turns turns = new Turns();
  private final Pointing pointing = new Pointing(slots);
  private Step step;

  /** Frames of another scene are of the step before, which the session has not left yet. */
  private Scene loaded;

  private final UpdateLandscape landscape = new UpdateLandscape();
  private Optional<ParameterRef> inspected = Optional.empty();
  private Optional<WhatIf> supposed = Optional.empty();
  private Consumer<Opening> explain = opening -> {};
  private Consumer<RuntimeException> closed = why -> {};
  private Consumer<String> ask = check -> {};
  private Labels labels = Labels.NONE;
  private Highlight highlight = Highlight.NONE;
  private Set<FieldRequest> watched = Set.of();
  private @Nullable Frame frame;
  private final ReadersFrame reader = new ReadersFrame();

  /** Whether every derivative is to be checked, which somebody waits for. */
  private boolean thorough;

  public LiveStage(Session session, Appearance appearance, StagePane pane, StageSweeps sweeps) {
    this.session = session;
    this.appearance = appearance;
    this.pane = pane;
    this.sweeps = sweeps;
  }

  /** The frame in the reader's notation; there must be one. */
  public Frame shown() {
    return reader.of(now(), appearance.notation());
  }

  /** The frame in both numbers; there must be one. */
  public NotatedFrame notated() {
    return new NotatedFrame(now(), shown(), appearance.notation());
  }

  private Frame now() {
    return Objects.requireNonNull(frame);
  }

  /** The frame as the session has it; null until the session has come to the open step. */
  public @Nullable Frame frame() {
    return frame;
  }

  /** The same, where there is one. */
  public Optional<Frame> present() {
    return Optional.ofNullable(frame);
  }

  /**
   * Takes up a step as it was left; {@link #label} gives its views their words.
   *
   * @param saved how its run stood before the program was started
   */
  @Initializer
  public void open(Step next, Optional<SavedScene> saved) {
    step = next;
    highlight = Highlight.NONE;
    watched = Set.of();
    frame = null;
    loaded = visited.scene(step);
    session.send(new Command.Resume(loaded, saved));
    session.send(new Command.Watch(watched));
    dropLandscape();
    slots.clear();
    slots.addAll(visited.views(step, this::view));
  }

  /**
   * Other views of the scene that is on stage, whose run goes on; false where another scene is.
   *
   * @param next a step with the very scene that is on stage
   */
  public boolean arrange(Step next) {
    if (frame == null || next.scene() != step.scene()) {
      return false;
    }
    visited.load(next, loaded);
    step = next;
    highlight = Highlight.NONE;
    dropLandscape();
    slots.clear();
    slots.addAll(visited.views(step, this::view));
    return true;
  }

  private LiveSlot view(int index) {
    return pointing.follow(slot(step.views().get(index), intent -> perform(intent, index)));
  }

  private LiveSlot slot(ViewSpec view, Consumer<Intent> intents) {
    return new LiveSlot(sweeps.slot(view, appearance.context(intents)), why -> closed.accept(why));
  }

  public void onClosed(Consumer<RuntimeException> why) {
    closed = why;
  }

  /** Who leads a person to the check with an id. */
  public void onQuestion(Consumer<String> check) {
    ask = check;
  }

  /** Passes a command on; with another scene it is that one's frames that are waited for. */
  public void send(Command command) {
    if (command instanceof Command.Load(Scene scene)) {
      loaded = scene;
      visited.load(step, scene);
    }
    session.send(command);
  }

  /**
   * The views' words, colours and covers of now.
   *
   * @param answers to the checks of the step, by their ids
   */
  public void label(LessonText text, Covered covered, Map<String, String> answers) {
    Messages messages = appearance.messages();
    Conversion conversion =
        Conversion.of(step.scene().runs().getFirst().experiment(), appearance.notation());
    labels =
        Labels.of(text, step.id(), covered, answers)
            .written(
                new TexNotation(appearance.notation(), messages.language().decimal(), conversion));
    List<Region> nodes =
        LiveSlot.cover(slots, labels, messages, appearance.tokens(), check -> ask.accept(check));
    List<ViewTitle> titles =
        step.views().stream().map(v -> ViewTitle.of(v, step, labels, messages)).toList();
    pane.show(nodes, titles, messages, appearance.tokens());
  }

  public Labels labels() {
    return labels;
  }

  /** Whether the open step has something to play. */
  public boolean trains() {
    return step.trains();
  }

  /**
   * A view of the loss with the point of the run on it: as the step has one, else over the plane of
   * the path. Empty where there is nothing to descend over.
   */
  public Optional<Region> landscape() {
    return present()
        .filter(now -> now.main().parameters().size() >= 2)
        .map(_ -> landscape.node(() -> slot(Landscape.among(step.views()), intent -> {})));
  }

  /** A derivative that is looked at closely, besides what the views of the step want. */
  public void inspect(Optional<ParameterRef> parameter) {
    if (!parameter.equals(inspected)) {
      inspected = parameter;
      watch();
    }
  }

  /** What is to be worked out as if it were so; nothing from now on when empty. */
  public void suppose(Optional<WhatIf> what) {
    if (!what.equals(supposed)) {
      supposed = what;
      watch();
    }
  }

  /** The update as it would be, of the present moment; empty until it is worked out. */
  public Optional<StepTrace> supposed() {
    Frame now = frame;
    if (now == null) {
      return Optional.empty();
    }
    long next = now.main().next().update();
    return supposed
        .map(what -> now.checks().supposed().get(new FieldRequest.Supposed(Scene.MAIN, what)))
        .filter(trace -> trace.update() == next || trace.update() == 0);
  }

  public void onExplain(Consumer<Opening> asked) {
    explain = asked;
  }

  /** The number that a person chose in a view or points at. */
  public Optional<Opening> asked() {
    return Optional.ofNullable(frame).flatMap(now -> pointing.asked(highlight, now.main().next()));
  }

  private void dropLandscape() {
    inspected = Optional.empty();
    supposed = Optional.empty();
    landscape.drop();
  }

  /** Shows the newest frame, true when it is newer. {@code beside} are nanoseconds for the rest. */
  public boolean pulse(long beside) {
    Frame newest = session.newest();
    if (newest == null || newest.scene() != loaded) {
      return false;
    }
    boolean fresh = newest != frame;
    frame = newest;
    if (landscape.pulse() || fresh) {
      watch();
    }
    var moment = new LiveSlot.Moment(shown(), highlight, appearance, labels, sweeps.version());
    turns.draw(slots, moment, beside);
    landscape.show(moment);
    return fresh;
  }

  /** Has the whole gradient of the present update checked, or no longer. */
  public void check(boolean all) {
    thorough = all;
    watch();
  }

  private void watch() {
    Frame now = frame;
    if (now == null) {
      return;
    }
    Set<FieldRequest> wanted = new HashSet<>();
    slots.forEach(slot -> wanted.addAll(slot.wanted(now)));
    wanted.addAll(TransportModel.wanted(now));
    if (thorough) {
      wanted.add(new FieldRequest.Gradient(now.main().id(), now.claimed(), true));
    }
    wanted.addAll(landscape.wanted(now));
    supposed.ifPresent(what -> wanted.add(new FieldRequest.Supposed(Scene.MAIN, what)));
    inspected.ifPresent(p -> wanted.add(DerivativeModel.request(now, now.main().id(), p)));
    if (!wanted.equals(watched)) {
      watched = wanted;
      session.send(new Command.Watch(wanted));
    }
  }

  /** Finishes what the views are still drawing elsewhere, for a picture of the window. */
  public void settle() {
    slots.forEach(LiveSlot::settle);
    pulse(0); // What one view has found out may be what all look at now.
    slots.forEach(LiveSlot::settle);
  }

  private void perform(Intent intent, int slot) {
    if (frame == null) {
      return;
    }
    IntentCommands commands = new IntentCommands(session, frame);
    switch (intent) {
      case Intent.PutStart put -> {
        if (showsMain(slot)) {
          commands.start(put);
        }
      }
      case Intent.SetParameters set -> {
        if (showsMain(slot)) {
          commands.parameters(set);
        }
      }
      case Intent.SetRule set -> {
        if (showsMain(slot)) {
          commands.rule(notated().conversion().typed(set.rule()));
        }
      }
      case Intent.SeekUpdate seek -> commands.seek(seek);
      case Intent.Light light -> light(light.highlight().looking(highlight.looked()));
      case Intent.Look look -> light(Highlight.NONE.looking(look.picture()));
      case Intent.SetData set -> commands.data(set);
      case Intent.Choose choose -> {
        slots.get(slot).choose(choose.parameter());
        watch();
      }
      case Intent.Explain asked -> {
        if (showsMain(slot)) {
          asked.number().opening(frame.main().next()).ifPresent(explain);
        }
      }
      case Intent.OfSweep asked -> sweeps.perform(asked, this::send);
      case Intent.ToggleExpand toggle -> pane.toggle(slot);
    }
  }

  /** What is lit stays the same object while it is the same, so that nothing is drawn anew. */
  private void light(Highlight next) {
    highlight = next.equals(highlight) ? highlight : next;
  }

  /** A hand in the view of another run must not move the main one behind its back. */
  private boolean showsMain(int slot) {
    return step.views().get(slot).run().equals(Scene.MAIN);
  }
}
