package org.ladera.ui.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.ladera.engine.spec.Edit;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.trace.MatrixView;
import org.ladera.lesson.Check;
import org.ladera.lesson.Fault;
import org.ladera.lesson.Lesson;
import org.ladera.lesson.LessonText;
import org.ladera.lesson.Progress;
import org.ladera.lesson.Step;
import org.ladera.lesson.Verdict;
import org.ladera.lesson.ViewRef;
import org.ladera.present.Brush;
import org.ladera.present.Labels;
import org.ladera.present.TransportModel;
import org.ladera.session.Command;
import org.ladera.session.FieldRequest;
import org.ladera.session.Frame;
import org.ladera.session.Granularity;
import org.ladera.session.RunFrame;
import org.ladera.session.Scene;
import org.ladera.session.Session;
import org.ladera.session.Status;
import org.ladera.text.Language;
import org.ladera.text.Messages;
import org.ladera.ui.formula.Typesetter;
import org.ladera.ui.lesson.Grader;
import org.ladera.ui.lesson.NarrativeActions;
import org.ladera.ui.lesson.NarrativePane;
import org.ladera.ui.theme.Profile;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.view.Intent;
import org.ladera.ui.view.ViewContext;

/**
 * Brings lessons, session and window together: which step is open, what the newest frame shows, and
 * what every gesture and key asks of the session. FX thread only.
 */
public final class Desk {
  private static final double DEFAULT_PACE = 60;
  private static final double ZOOM_STEP = 1.1;

  private final List<Lesson> lessons;
  private final Session session;
  private final Stage stage;
  private final Consumer<Settings> keep;
  private final ReadOnlyObjectWrapper<Tokens> tokens = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Messages> messages = new ReadOnlyObjectWrapper<>();
  private final Map<Language, Messages> languages = new HashMap<>();
  private final NarrativePane narrative;
  private final FromWindow actions;
  private final LaderaWindow window;
  private final List<LiveSeat> seats = new ArrayList<>();
  private final Consumer<Progress> keepProgress;
  private Progress progress;
  private Settings settings;
  private Brush brush = Brush.NONE;
  private Labels labels = Labels.NONE;
  private Set<FieldRequest> watched = Set.of();
  private int lesson;
  private int step;
  private Frame shown;
  private long sequenceBefore;
  private boolean stale;

  /**
   * @param keep gets the settings whenever they change
   * @param progress what the person has done so far
   * @param keepProgress gets the progress whenever it grows
   */
  public Desk(
      List<Lesson> lessons,
      Session session,
      Grader grader,
      Typesetter typesetter,
      Stage stage,
      Settings settings,
      Consumer<Settings> keep,
      Progress progress,
      Consumer<Progress> keepProgress,
      double width,
      double height) {
    this.lessons = List.copyOf(lessons);
    this.session = session;
    this.stage = stage;
    this.settings = settings;
    this.keep = keep;
    this.progress = progress;
    this.keepProgress = keepProgress;
    tokens.set(Tokens.of(settings.profile()).zoomed(settings.zoom()));
    messages.set(language(settings.language()));
    narrative = new NarrativePane(typesetter, grader, new FromNarrative());
    actions = new FromWindow();
    window = new LaderaWindow(actions, narrative, this::rail, this::escape, width, height);
    session.send(new Command.SetPace(DEFAULT_PACE, Granularity.EPOCH));
    typesetter.whenReady(() -> stale = true);
    window.dress(tokens.get());
    stage.getIcons().setAll(Logo.icons());
    stage.setFullScreenExitHint("");
    stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
  }

  public LaderaWindow window() {
    return window;
  }

  /** Says what could not be read of other lessons; nothing for none. */
  public void report(List<Fault> faults) {
    if (!faults.isEmpty()) {
      window.showFaults(faults, messages.get());
    }
  }

  private Messages language(Language language) {
    return languages.computeIfAbsent(language, Messages::load);
  }

  /** Opens the step that the person looked at last; at first the first one. */
  public void resume() {
    for (int l = 0; l < lessons.size(); l++) {
      for (int s = 0; s < lessons.get(l).steps().size(); s++) {
        Progress.Mark mark =
            new Progress.Mark(lessons.get(l).id(), lessons.get(l).steps().get(s).id());
        if (progress.at().filter(mark::equals).isPresent()) {
          open(l, s);
          return;
        }
      }
    }
    open(0, 0);
  }

  /** Opens a step of a lesson; its scene starts anew. Without lessons the window says so. */
  public void open(int lessonIndex, int stepIndex) {
    if (lessons.isEmpty()) {
      window.showEmpty(messages.get());
      return;
    }
    lesson = lessonIndex;
    step = stepIndex;
    advance(progress.opened(lesson().id(), step().id()));
    brush = Brush.NONE;
    watched = Set.of();
    sequenceBefore = shown == null ? sequenceBefore : shown.sequence();
    shown = null;
    session.send(new Command.Load(step().scene()));
    session.send(new Command.Watch(watched));
    seat();
    words();
  }

  private void advance(Progress next) {
    if (next != progress) {
      progress = next;
      keepProgress.accept(next);
    }
  }

  private Lesson lesson() {
    return lessons.get(lesson);
  }

  private Step step() {
    return lesson().steps().get(step);
  }

  private void seat() {
    seats.forEach(LiveSeat::dispose);
    seats.clear();
    for (ViewRef ref : step().views()) {
      int index = seats.size();
      ViewContext context = new ViewContext(tokens, messages, intent -> perform(intent, index));
      seats.add(new LiveSeat(Seats.of(ref, context)));
    }
  }

  /** Everything that has words in it, in the language and the colours of now. */
  private void words() {
    Messages now = messages.get();
    LessonText text = lesson().texts().get(now.language().tag());
    labels = Labels.of(text, step().id());
    Focus.keep(narrative, () -> narrative.show(lesson(), step, now, tokens.get()));
    window.fitNarrative();
    List<Region> nodes = seats.stream().map(LiveSeat::node).toList();
    List<String> titles =
        step().views().stream()
            .map(v -> now.text("stage.view." + v.kind().name().toLowerCase(Locale.ROOT)))
            .toList();
    window.stage().show(nodes, titles, now, tokens.get());
    rail();
    window.covers().renew();
    String title = RailModel.plain(text.steps().get(step().id()).title());
    stage.setTitle(
        now.text("app.title", Map.of("lesson", RailModel.plain(text.title()), "step", title)));
    stale = true;
  }

  private void rail() {
    if (lessons.isEmpty()) {
      return;
    }
    Messages now = messages.get();
    RailModel model = RailModel.of(lessons, lesson, step, progress, now.language());
    window.rail().show(model, window.listFolded(), now, tokens.get());
    stale = true;
  }

  /** Takes the newest frame, if there is a newer one, and shows it. Once per pulse. */
  public void pulse() {
    Frame newest = session.newest();
    if (newest == null || lessons.isEmpty() || (shown == null && !isOfThisStep(newest))) {
      return;
    }
    Messages now = messages.get();
    boolean fresh = newest != shown;
    shown = newest;
    if (fresh) {
      watch(newest);
    }
    LiveSeat.Moment moment = new LiveSeat.Moment(newest, brush, now, labels, tokens.get());
    seats.forEach(seat -> seat.show(moment));
    if (fresh || stale) {
      stale = false;
      TransportModel transport = TransportModel.of(newest, now);
      window.transport().show(transport, newest.main().experiment().seed(), now, tokens.get());
      transport
          .diverged()
          .ifPresentOrElse(d -> window.banner().show(d, tokens.get()), window.banner()::hide);
      narrative.render(newest);
    }
  }

  /**
   * Whether the session has come to the scene of this step; for a moment it still shows the last.
   */
  private boolean isOfThisStep(Frame frame) {
    List<Scene.Run> wanted = step().scene().runs();
    List<RunFrame> runs = frame.runs();
    if (frame.sequence() <= sequenceBefore || runs.size() != wanted.size()) {
      return false;
    }
    for (int i = 0; i < runs.size(); i++) {
      Experiment here = runs.get(i).experiment();
      Experiment there = wanted.get(i).experiment();
      if (!runs.get(i).id().equals(wanted.get(i).id())
          || !here.network().equals(there.network())
          || !here.data().equals(there.data())) {
        return false;
      }
    }
    return true;
  }

  private void watch(Frame frame) {
    Set<FieldRequest> wanted = new HashSet<>();
    seats.forEach(seat -> wanted.addAll(seat.wanted(frame)));
    if (!wanted.equals(watched)) {
      watched = wanted;
      session.send(new Command.Watch(wanted));
    }
  }

  /** Finishes what the views are still drawing elsewhere, for a picture of the window. */
  public void settle() {
    seats.forEach(LiveSeat::settle);
  }

  private void perform(Intent intent, int seat) {
    if (shown == null) {
      return;
    }
    switch (intent) {
      case Intent.PutStart put ->
          session.send(new Command.SetStart(new Edit.SetParameters(changed(true, put.values()))));
      case Intent.SetParameters set ->
          session.send(
              new Command.Apply(new Edit.SetParameters(changed(false, set.values())), false));
      case Intent.SeekUpdate seek -> {
        session.send(new Command.Pause());
        session.send(new Command.Seek(seek.update()));
      }
      case Intent.Light light -> {
        if (!light.brush().equals(brush)) {
          brush = light.brush();
        }
      }
      case Intent.SetData set ->
          session.send(new Command.Apply(new Edit.SetData(set.data()), sharedData()));
      case Intent.ToggleExpand toggle -> window.stage().toggle(seat);
    }
  }

  /** Whether all runs learn from the same examples, so that a change is one of all of them. */
  private boolean sharedData() {
    return shown.runs().stream()
        .allMatch(r -> r.experiment().data().equals(shown.main().experiment().data()));
  }

  /** The parameters of the main run, now or at its start, with some of them changed. */
  private MatrixView changed(boolean atStart, Map<ParameterRef, Double> values) {
    RunFrame run = shown.main();
    double[] theta = (atStart ? run.start() : run.parameters()).toArray();
    ParameterLayout layout = new ParameterLayout(run.experiment().network());
    values.forEach((ref, value) -> theta[layout.indexOf(ref)] = value);
    return MatrixView.of(1, theta.length, theta);
  }

  private void change(Settings next) {
    if (next.equals(settings)) {
      return;
    }
    settings = next;
    keep.accept(next);
    tokens.set(Tokens.of(next.profile()).zoomed(next.zoom()));
    messages.set(language(next.language()));
    window.dress(tokens.get());
    if (lessons.isEmpty()) {
      window.showEmpty(messages.get());
    } else {
      words();
    }
  }

  private void escape() {
    if (window.stage().isExpanded()) {
      window.stage().restore();
    } else {
      stage.setFullScreen(false);
    }
  }

  private void goTo(int target) {
    if (lessons.isEmpty() || target < 0 || target >= lesson().steps().size()) {
      return;
    }
    if (target > step) {
      advance(progress.passed(lesson().id(), step()));
    }
    open(lesson, target);
  }

  private final class FromNarrative implements NarrativeActions {
    @Override
    public void next() {
      goTo(step + 1);
    }

    @Override
    public void back() {
      goTo(step - 1);
    }

    @Override
    public void goTo(int stepIndex) {
      Desk.this.goTo(stepIndex);
    }

    @Override
    public void send(Command command) {
      session.send(command);
    }

    @Override
    public void answered(Check check, String answer, Verdict verdict) {
      advance(progress.answered(lesson().id(), step(), check.id(), answer, verdict));
      rail();
    }

    @Override
    public void open(String target) {
      // Links are shown, not followed: a lesson is read without a network.
    }
  }

  private final class FromWindow implements WindowActions {
    @Override
    public void seek(double epoch) {
      if (shown != null) {
        session.send(new Command.Pause());
        int updates = shown.main().updatesPerEpoch();
        boolean whole = shown.granularity() == Granularity.EPOCH;
        long update = whole ? Math.round(epoch) * updates : Math.round(epoch * updates);
        session.send(new Command.Seek(update));
      }
    }

    @Override
    public void pace(double perSecond, Granularity granularity) {
      session.send(new Command.SetPace(perSecond, granularity));
    }

    @Override
    public void useRate(double rate) {
      // First back: the run that is left keeps the rate it had.
      session.send(new Command.Reset());
      session.send(new Command.Apply(new Edit.SetRate(rate), false));
    }

    @Override
    public void open(int lessonIndex, int stepIndex) {
      Desk.this.open(lessonIndex, stepIndex);
    }

    @Override
    public void choose(Profile profile) {
      change(settings.withProfile(profile));
    }

    @Override
    public void choose(Language language) {
      change(settings.withLanguage(language));
    }

    @Override
    public void perform(Action action) {
      switch (action) {
        case PLAY_PAUSE -> session.send(running() ? new Command.Pause() : new Command.Play());
        case STEP_FORWARD -> session.send(new Command.Step(size(), 1));
        case STEP_BACK -> session.send(new Command.Step(size(), -1));
        case RESET -> session.send(new Command.Reset());
        case END -> session.send(new Command.RunTo(shown == null ? 0 : shown.epochs()));
        case UNDO -> session.send(new Command.Undo());
        case NEXT_STEP -> Desk.this.goTo(step + 1);
        case PREVIOUS_STEP -> Desk.this.goTo(step - 1);
        case VIEW_1 -> window.stage().toggle(0);
        case VIEW_2 -> window.stage().toggle(1);
        case VIEW_3 -> window.stage().toggle(2);
        case VIEW_4 -> window.stage().toggle(3);
        case FOLD_LIST -> {
          window.foldList(!window.listFolded());
          rail();
        }
        case FOLD_TEXT -> window.foldNarrative(!window.narrativeFolded());
        case ZOOM_IN -> change(settings.withZoom(settings.zoom() * ZOOM_STEP));
        case ZOOM_OUT -> change(settings.withZoom(settings.zoom() / ZOOM_STEP));
        case ZOOM_RESET -> change(settings.withZoom(1));
        case FULL_SCREEN -> stage.setFullScreen(!stage.isFullScreen());
        case BLANK -> window.covers().black();
        case LANGUAGE -> choose(after(Language.values(), settings.language()));
        case PROFILE -> choose(after(Profile.values(), settings.profile()));
        case SETTINGS ->
            window
                .covers()
                .show(
                    () ->
                        new SettingsSheet(
                            this, settings, messages.get(), tokens.get(), window.covers()::hide));
        case KEYS ->
            window
                .covers()
                .show(() -> new KeySheet(messages.get(), tokens.get(), window.covers()::hide));
      }
    }

    private static <T extends Enum<T>> T after(T[] all, T now) {
      return all[(now.ordinal() + 1) % all.length];
    }

    private Granularity size() {
      return shown == null ? Granularity.EPOCH : shown.granularity();
    }

    private boolean running() {
      return shown != null && shown.status() instanceof Status.Running;
    }
  }
}
