package org.ladera.ui.window;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.ladera.engine.spec.Edit;
import org.ladera.explain.Notation;
import org.ladera.landscape.gradient.GradientReport;
import org.ladera.lesson.model.Check;
import org.ladera.lesson.model.Fault;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.LessonText;
import org.ladera.lesson.model.Verdict;
import org.ladera.present.check.GradientRows;
import org.ladera.present.shared.Asked;
import org.ladera.present.shared.ReadersFrame;
import org.ladera.present.time.TimelineModel;
import org.ladera.present.time.TransportModel;
import org.ladera.session.Command;
import org.ladera.session.Frame;
import org.ladera.session.Granularity;
import org.ladera.session.Session;
import org.ladera.session.Status;
import org.ladera.store.file.Trouble;
import org.ladera.text.Language;
import org.ladera.text.Messages;
import org.ladera.ui.control.Focus;
import org.ladera.ui.formula.Typesetter;
import org.ladera.ui.lesson.Grader;
import org.ladera.ui.lesson.NarrativeActions;
import org.ladera.ui.lesson.NarrativePane;
import org.ladera.ui.theme.Profile;
import org.ladera.ui.window.action.Action;
import org.ladera.ui.window.action.WindowActions;
import org.ladera.ui.window.appearance.Appearance;
import org.ladera.ui.window.appearance.Settings;
import org.ladera.ui.window.sidebar.LessonListModel;
import org.ladera.ui.window.sidebar.Logo;
import org.ladera.ui.window.stage.LiveStage;
import org.ladera.ui.window.time.TimeMachine;

/**
 * Brings lessons, session and window together: which step is open, what the newest frame shows, and
 * what every gesture and key asks of the session. FX thread only.
 */
public final class MainController {
  private static final double DEFAULT_PACE = 60;
  private static final double ZOOM_STEP = 1.1;

  /** So many derivatives have room in the sheet of the check. */
  private static final int WORST = 12;

  private final Session session;
  private final Stage stage;
  private final Appearance appearance;
  private final Typesetter typesetter;
  private final Course course;
  private final NarrativePane narrative;
  private final FromWindow actions = new FromWindow();
  private final LaderaWindow window;
  private final LiveStage live;
  private final UserState person;
  private final TimeMachine time;
  private final StepThrough stepThrough;

  /** What was wrong with the person's files when it was last said. */
  private List<Trouble> troubles = List.of();

  /** Something beside the frame has changed: words, colours, the room there is. */
  private boolean stale;

  /** What the open sheet of the check shows. */
  private Optional<GradientReport> known = Optional.empty();

  /**
   * @param person keeps the settings and the progress whenever they change
   */
  public MainController(
      List<Lesson> lessons,
      Session session,
      Grader grader,
      Typesetter typesetter,
      Stage stage,
      UserState person,
      double width,
      double height) {
    this.session = session;
    this.stage = stage;
    this.typesetter = typesetter;
    this.person = person;
    appearance = new Appearance(person.settings(), person::keep);
    course = new Course(lessons, person.progress(), person::keep);
    narrative = new NarrativePane(typesetter, grader, new FromNarrative());
    window = new LaderaWindow(actions, narrative, this::lessonList, this::escape, width, height);
    live = new LiveStage(session, appearance, window.stage());
    time = new TimeMachine(this::sendTrained, appearance, window.drawer(), () -> live.labels());
    stepThrough =
        new StepThrough(session, appearance, window, live, typesetter, () -> stale = true);
    session.send(new Command.SetPace(DEFAULT_PACE, Granularity.EPOCH));
    typesetter.whenReady(() -> stale = true);
    window.dress(appearance.tokens());
    stage.getIcons().setAll(Logo.icons());
    stage.setFullScreenExitHint("");
    stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
  }

  public LaderaWindow window() {
    return window;
  }

  /** Says quietly, beside the list, which lessons could not be read; nothing for none. */
  public void report(List<Fault> faults) {
    if (!faults.isEmpty() && course.isEmpty()) {
      window.showFaults(faults, appearance.messages());
    } else if (!faults.isEmpty()) {
      long lessons = faults.stream().map(fault -> fault.file().split("/", 2)[0]).distinct().count();
      window
          .lessonList()
          .leaveOut((int) lessons, () -> window.showFaults(faults, appearance.messages()));
      lessonList();
    }
  }

  /** Opens the step that the person looked at last; at first the first one. */
  public void resume() {
    open(course.last());
  }

  /** Opens a step of a lesson; its scene starts anew. Without lessons the window says so. */
  public void open(int lessonIndex, int stepIndex) {
    open(new Course.Place(lessonIndex, stepIndex));
  }

  private void open(Course.Place place) {
    if (course.isEmpty()) {
      window.showEmpty(appearance.messages());
      return;
    }
    course.open(place);
    stepThrough.close();
    live.open(course.step());
    words();
  }

  private void goTo(int step) {
    if (course.isEmpty() || course.stepAt(step).equals(course.place())) {
      return;
    }
    if (step > course.place().step()) {
      course.pass();
    }
    open(course.stepAt(step));
  }

  /** Everything that has words in it, in the language and the colours of now. */
  private void words() {
    Messages messages = appearance.messages();
    LessonText text = course.text(messages.language());
    narrative.remember(course.progress());
    Focus.keep(
        narrative,
        () ->
            narrative.show(
                course.lesson(),
                course.place().step(),
                messages,
                appearance.notation(),
                appearance.tokens()));
    window.fitNarrative();
    live.label(text);
    lessonList();
    window.overlays().renew();
    time.renew();
    String step = LessonListModel.plain(text.steps().get(course.step().id()).title());
    stage.setTitle(
        messages.text(
            "app.title", Map.of("lesson", LessonListModel.plain(text.title()), "step", step)));
  }

  private void lessonList() {
    if (!course.isEmpty()) {
      Messages messages = appearance.messages();
      window
          .sidebar()
          .show(
              course.lessonList(messages.language()),
              troubles,
              window.listFolded(),
              messages,
              appearance.tokens());
      stale = true;
    }
  }

  /** Takes the newest frame, if there is a newer one, and shows it. Once per pulse. */
  public void pulse() {
    window.notices().pulse(session, appearance);
    if (course.isEmpty()) {
      return;
    }
    if (!person.troubles().equals(troubles)) {
      troubles = person.troubles();
      lessonList();
      window.overlays().renew();
    }
    boolean fresh = live.pulse();
    if (live.frame() != null && (fresh || stale)) {
      stale = false;
      show(live.shown());
    }
    stepThrough.pulse(System.nanoTime());
  }

  private Optional<GradientRows> checked() {
    Frame frame = live.frame();
    return live.checked()
        .map(
            report ->
                GradientRows.worst(
                    report, WORST, frame.main(), frame.claimed(), appearance.messages()));
  }

  private void show(Frame frame) {
    Optional<GradientReport> found = live.checked();
    if (!found.equals(known)) {
      known = found;
      window.overlays().renew();
    }
    TransportModel transport = TransportModel.of(frame, appearance.messages());
    long seed = frame.main().experiment().seed();
    TimelineModel timeline = TimelineModel.of(frame, appearance.messages());
    window
        .transport()
        .show(
            transport,
            timeline,
            stepThrough.pace(),
            seed,
            appearance.messages(),
            appearance.tokens());
    time.show(frame);
    window.notices().show(transport.diverged(), appearance.tokens());
    narrative.render(frame);
  }

  /** Opens the update at the number of that name; false when there is no such number. */
  public boolean openNumber(String name) {
    return stepThrough.open(name);
  }

  /** Finishes what the views are still drawing elsewhere, for a picture of the window. */
  public void settle() {
    live.settle();
  }

  void change(Settings next) {
    if (!appearance.change(next)) {
      return;
    }
    window.dress(appearance.tokens());
    if (course.isEmpty()) {
      window.showEmpty(appearance.messages());
    } else {
      words();
    }
  }

  /** What a person asked for in the numbers of their notation, in those of the engine. */
  private void sendTrained(Command command) {
    live.send(
        live.frame() == null
            ? command
            : ReadersFrame.trained(command, live.frame(), appearance.notation()));
  }

  private void escape() {
    if (time.close()) {
      return;
    }
    if (stepThrough.isOpen()) {
      stepThrough.close();
    } else if (window.stage().isExpanded()) {
      window.stage().restore();
    } else {
      stage.setFullScreen(false);
    }
  }

  private final class FromNarrative implements NarrativeActions {
    @Override
    public void next() {
      goTo(course.place().step() + 1);
    }

    @Override
    public void back() {
      goTo(course.place().step() - 1);
    }

    @Override
    public void goTo(int stepIndex) {
      MainController.this.goTo(stepIndex);
    }

    @Override
    public void send(Command command) {
      sendTrained(command);
    }

    @Override
    public void answered(Check check, String answer, Verdict verdict) {
      course.answered(check, answer, verdict);
      narrative.remember(course.progress());
      lessonList();
    }

    @Override
    public void open(String target) {
      // Other links are shown, not followed: a lesson is read without a network.
      course.linked(target).ifPresent(MainController.this::open);
    }
  }

  private final class FromWindow implements WindowActions {
    @Override
    public void seek(double epoch) {
      Frame frame = live.frame();
      if (frame != null) {
        session.send(new Command.Pause());
        int updates = frame.main().updatesPerEpoch();
        boolean whole = frame.granularity() == Granularity.EPOCH;
        long update = whole ? Math.round(epoch) * updates : Math.round(epoch * updates);
        session.send(new Command.Seek(update));
      }
    }

    @Override
    public void explain(Asked number) {
      if (live.frame() != null) {
        number.opening(live.frame().main().next()).ifPresent(stepThrough::open);
      }
    }

    @Override
    public void seekUpdate(long update) {
      session.send(new Command.Pause());
      session.send(new Command.Seek(update));
    }

    @Override
    public void pace(double perSecond, Granularity granularity) {
      stepThrough.resize(granularity);
      if (granularity.isInsideUpdate()) {
        return;
      }
      session.send(new Command.SetPace(perSecond, granularity));
    }

    @Override
    public void stepSpeed(double share) {
      stepThrough.speed(share);
    }

    @Override
    public void useRate(double rate) {
      sendTrained(new Command.Apply(new Edit.SetRate(rate), false));
      session.send(new Command.Reset());
    }

    @Override
    public void open(int lessonIndex, int stepIndex) {
      MainController.this.open(lessonIndex, stepIndex);
    }

    @Override
    public void showStorage() {
      window.showStorage(person, appearance);
    }

    @Override
    public void choose(Profile profile) {
      change(appearance.settings().withProfile(profile));
    }

    @Override
    public void choose(Language language) {
      change(appearance.settings().withLanguage(language));
    }

    @Override
    public void choose(Notation notation) {
      change(appearance.settings().withNotation(notation));
    }

    @Override
    public void perform(Action action) {
      if (stepThrough.perform(action)) {
        return;
      }
      switch (action) {
        case PLAY_PAUSE -> session.send(running() ? new Command.Pause() : new Command.Play());
        case STEP_FORWARD -> session.send(new Command.Step(size(), 1));
        case STEP_BACK -> session.send(new Command.Step(size(), -1));
        case RESET -> session.send(new Command.Reset());
        case END -> toTheEnd();
        case RUN_UNTIL, CHANGE, BRANCHES -> time.toggle(action);
        case UNDO -> session.send(new Command.Undo());
        case CHECK -> check();
        case STEP_THROUGH -> stepThrough.toggle();
        case LAYER_FORWARD, LAYER_BACK, COPY -> {}
        case NEXT_STEP -> MainController.this.goTo(course.place().step() + 1);
        case PREVIOUS_STEP -> MainController.this.goTo(course.place().step() - 1);
        case VIEW_1 -> window.stage().toggle(0);
        case VIEW_2 -> window.stage().toggle(1);
        case VIEW_3 -> window.stage().toggle(2);
        case VIEW_4 -> window.stage().toggle(3);
        case VIEW_5 -> window.stage().toggle(4);
        case FOLD_LIST -> {
          window.foldList(!window.listFolded());
          lessonList();
        }
        case FOLD_TEXT -> window.foldNarrative(!window.narrativeFolded());
        case ZOOM_IN -> zoom(appearance.settings().zoom() * ZOOM_STEP);
        case ZOOM_OUT -> zoom(appearance.settings().zoom() / ZOOM_STEP);
        case ZOOM_RESET -> zoom(1);
        case FULL_SCREEN -> stage.setFullScreen(!stage.isFullScreen());
        case BLANK -> window.overlays().black();
        case LANGUAGE -> choose(after(Language.values(), appearance.settings().language()));
        case PROFILE -> choose(after(Profile.values(), appearance.settings().profile()));
        case SETTINGS -> window.showSettings(this, appearance, typesetter);
        case KEYS -> window.showKeys(appearance);
      }
    }

    /** The run stands still, so that what is found is of what is seen. */
    private void check() {
      if (live.frame() != null) {
        session.send(new Command.Pause());
        live.check(true);
        window.showCheck(MainController.this::checked, appearance, () -> live.check(false));
      }
    }

    private void zoom(double zoom) {
      change(appearance.settings().withZoom(zoom));
    }

    private void toTheEnd() {
      if (!course.isEmpty()) {
        Frame frame = live.frame();
        long epochs = frame == null ? course.step().scene().epochs() : frame.epochs();
        session.send(new Command.RunTo(epochs));
      }
    }

    private static <T extends Enum<T>> T after(T[] all, T now) {
      return all[(now.ordinal() + 1) % all.length];
    }

    private Granularity size() {
      return live.frame() == null ? Granularity.EPOCH : live.frame().granularity();
    }

    private boolean running() {
      return live.frame() != null && live.frame().status() instanceof Status.Running;
    }
  }
}
