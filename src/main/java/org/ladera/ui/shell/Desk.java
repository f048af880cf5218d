package org.ladera.ui.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.ladera.engine.spec.Edit;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.trace.MatrixView;
import org.ladera.lesson.Check;
import org.ladera.lesson.Fault;
import org.ladera.lesson.Lesson;
import org.ladera.lesson.LessonText;
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
  private final LaderaWindow window;
  private final List<Seat<?>> seats = new ArrayList<>();
  private final Map<String, Set<String>> passed = new HashMap<>();
  private final Set<String> seen = new HashSet<>();
  private final Set<String> done;
  private Settings settings;
  private Brush brush = Brush.NONE;
  private Labels labels = Labels.NONE;
  private Set<FieldRequest> watched = Set.of();
  private int lesson;
  private int step;
  private Frame shown;
  private boolean stale;

  /**
   * @param done ids of finished steps, {@code lesson/step}; added to as steps are finished
   * @param keep gets the settings whenever they change
   */
  public Desk(
      List<Lesson> lessons,
      Session session,
      Grader grader,
      Typesetter typesetter,
      Stage stage,
      Settings settings,
      Set<String> done,
      Consumer<Settings> keep,
      double width,
      double height) {
    this.lessons = List.copyOf(lessons);
    this.session = session;
    this.stage = stage;
    this.settings = settings;
    this.done = done;
    this.keep = keep;
    tokens.set(Tokens.of(settings.profile()).zoomed(settings.zoom()));
    messages.set(language(settings.language()));
    narrative = new NarrativePane(typesetter, grader, new FromNarrative());
    window = new LaderaWindow(new FromWindow(), narrative, width, height);
    session.send(new Command.SetPace(DEFAULT_PACE, Granularity.EPOCH));
    typesetter.whenReady(() -> stale = true);
    window.dress(tokens.get());
  }

  public LaderaWindow window() {
    return window;
  }

  /** Says what could not be read of other lessons, one line each; nothing for none. */
  public void report(List<Fault> faults) {
    if (!faults.isEmpty()) {
      Messages now = messages.get();
      String text = faults.stream().map(f -> f.text(now)).collect(Collectors.joining("\n"));
      window.showFaults(text, now, () -> copy(text));
    }
  }

  private static void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  private Messages language(Language language) {
    return languages.computeIfAbsent(language, Messages::load);
  }

  /** Opens a step of a lesson; its scene starts anew. */
  public void open(int lessonIndex, int stepIndex) {
    lesson = lessonIndex;
    step = stepIndex;
    seen.add(place());
    brush = Brush.NONE;
    session.send(new Command.Load(step().scene()));
    shown = null;
    watched = Set.of();
    session.send(new Command.Watch(watched));
    seat();
    words();
  }

  private Lesson lesson() {
    return lessons.get(lesson);
  }

  private Step step() {
    return lesson().steps().get(step);
  }

  private String place() {
    return lesson().id() + "/" + step().id();
  }

  private void seat() {
    seats.forEach(Seat::dispose);
    seats.clear();
    for (ViewRef ref : step().views()) {
      int index = seats.size();
      ViewContext context = new ViewContext(tokens, messages, intent -> perform(intent, index));
      seats.add(Seats.of(ref, context));
    }
  }

  /** Everything that has words in it, in the language and the colours of now. */
  private void words() {
    Messages now = messages.get();
    LessonText text = lesson().texts().get(now.language().tag());
    LessonText.StepText stepText = text.steps().get(step().id());
    labels = Labels.of(text, step().id());
    narrative.show(lesson(), step, now, tokens.get());
    List<Region> nodes = seats.stream().<Region>map(Seat::node).toList();
    List<String> titles =
        step().views().stream()
            .map(v -> now.text("stage.view." + v.kind().name().toLowerCase(Locale.ROOT)))
            .toList();
    window.stage().show(nodes, titles, now);
    rail();
    stage.setTitle(now.text("app.title", Map.of("lesson", text.title(), "step", stepText.title())));
    stale = true;
  }

  private void rail() {
    Messages now = messages.get();
    List<RailModel.Entry> entries =
        lessons.stream()
            .map(
                l -> {
                  LessonText text = l.texts().get(now.language().tag());
                  List<RailModel.StepEntry> steps =
                      l.steps().stream()
                          .map(
                              s ->
                                  new RailModel.StepEntry(
                                      text.steps().get(s.id()).title(), mark(l, s)))
                          .toList();
                  return new RailModel.Entry(l.group(), text.title(), steps);
                })
            .toList();
    window.rail().show(new RailModel(entries, lesson, step), now, tokens.get());
  }

  private RailModel.Mark mark(Lesson l, Step s) {
    String id = l.id() + "/" + s.id();
    return done.contains(id)
        ? RailModel.Mark.DONE
        : seen.contains(id) ? RailModel.Mark.UNDER_WAY : RailModel.Mark.OPEN;
  }

  /** Takes the newest frame, if there is a newer one, and shows it. Once per pulse. */
  public void pulse() {
    Frame newest = session.newest();
    if (newest == null || (newest == shown && !stale)) {
      return;
    }
    stale = false;
    shown = newest;
    watch(newest);
    Messages now = messages.get();
    for (Seat<?> seat : seats) {
      if (seat.node().isVisible()) {
        seat.render(newest, brush, now, labels);
      }
    }
    TransportModel transport = TransportModel.of(newest, now);
    window.transport().show(transport, newest.main().experiment().seed(), now, tokens.get());
    transport
        .diverged()
        .ifPresentOrElse(
            d -> window.banner().show(d, tokens.get(), this::restartWith), window.banner()::hide);
    narrative.render(newest);
  }

  private void watch(Frame frame) {
    Set<FieldRequest> wanted = new HashSet<>();
    seats.forEach(seat -> wanted.addAll(seat.wanted(frame)));
    if (!wanted.equals(watched)) {
      watched = wanted;
      session.send(new Command.Watch(wanted));
    }
  }

  private void restartWith(double rate) {
    session.send(new Command.Apply(new Edit.SetRate(rate), false));
    session.send(new Command.Reset());
  }

  /** Finishes what the views are still drawing elsewhere, for a picture of the window. */
  public void settle() {
    seats.stream().filter(seat -> seat.node().isVisible()).forEach(Seat::settle);
  }

  private void perform(Intent intent, int seat) {
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
          stale = true;
        }
      }
      case Intent.ToggleExpand toggle -> expand(seat);
    }
  }

  /** The parameters of the main run, now or at its start, with some of them changed. */
  private MatrixView changed(boolean atStart, Map<ParameterRef, Double> values) {
    RunFrame run = shown.main();
    double[] theta = (atStart ? run.start() : run.parameters()).toArray();
    ParameterLayout layout = new ParameterLayout(run.experiment().network());
    values.forEach((ref, value) -> theta[layout.indexOf(ref)] = value);
    return MatrixView.of(1, theta.length, theta);
  }

  private void expand(int seat) {
    window.stage().toggle(seat);
    stale = true;
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
    words();
  }

  private void passed(Check check) {
    Set<String> checks = passed.computeIfAbsent(place(), p -> new HashSet<>());
    checks.add(check.id());
    if (step().checks().stream().allMatch(c -> checks.contains(c.id()))) {
      finished();
    }
  }

  private void finished() {
    if (done.add(place())) {
      rail();
    }
  }

  private void goTo(int target) {
    if (target < 0 || target >= lesson().steps().size()) {
      return;
    }
    if (target > step && step().checks().isEmpty()) {
      finished();
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
      if (verdict instanceof Verdict.Right) {
        passed(check);
      }
    }

    @Override
    public void open(String target) {
      // Links are shown, not followed: a lesson is read without a network.
    }
  }

  private final class FromWindow implements WindowActions {
    @Override
    public void send(Command command) {
      session.send(command);
    }

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
    public void open(int lessonIndex, int stepIndex) {
      Desk.this.open(lessonIndex, stepIndex);
    }

    @Override
    public void choose(Profile profile) {
      change(settings.withProfile(profile));
    }

    @Override
    public void perform(Action action) {
      switch (action) {
        case PLAY_PAUSE -> session.send(running() ? new Command.Pause() : new Command.Play());
        case STEP_FORWARD -> session.send(new Command.Step(size(), 1));
        case STEP_BACK -> session.send(new Command.Step(size(), -1));
        case RESET -> session.send(new Command.Reset());
        case NEXT_STEP -> Desk.this.goTo(step + 1);
        case PREVIOUS_STEP -> Desk.this.goTo(step - 1);
        case UNDO -> session.send(new Command.Undo());
        case VIEW_1 -> expand(0);
        case VIEW_2 -> expand(1);
        case VIEW_3 -> expand(2);
        case VIEW_4 -> expand(3);
        case FOLD_LIST -> {
          window.rail().fold(!window.rail().folded());
          rail();
        }
        case FOLD_TEXT -> window.foldNarrative(!window.narrativeFolded());
        case ZOOM_IN -> change(settings.withZoom(settings.zoom() * ZOOM_STEP));
        case ZOOM_OUT -> change(settings.withZoom(settings.zoom() / ZOOM_STEP));
        case ZOOM_RESET -> change(settings.withZoom(1));
        case FULL_SCREEN -> stage.setFullScreen(!stage.isFullScreen());
        case BLANK -> window.showBlank();
        case LANGUAGE ->
            change(
                settings.withLanguage(
                    settings.language() == Language.ES ? Language.EN : Language.ES));
        case PROFILE ->
            change(
                settings.withProfile(
                    Profile.values()[
                        (settings.profile().ordinal() + 1) % Profile.values().length]));
        case KEYS -> window.showKeys(messages.get());
      }
    }

    private Granularity size() {
      return shown == null ? Granularity.EPOCH : shown.granularity();
    }

    private boolean running() {
      return shown != null && shown.status() instanceof Status.Running;
    }
  }
}
