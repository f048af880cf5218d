package org.ladera.ui.window;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.stage.Stage;
import org.ladera.lesson.model.Check;
import org.ladera.lesson.model.Fault;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.LessonText;
import org.ladera.lesson.model.Verdict;
import org.ladera.session.ElderRun;
import org.ladera.session.Failure;
import org.ladera.session.Granularity;
import org.ladera.session.SavedScene;
import org.ladera.session.Session;
import org.ladera.text.Messages;
import org.ladera.ui.control.Focus;
import org.ladera.ui.formula.Typesetter;
import org.ladera.ui.fx.PulseGuard;
import org.ladera.ui.lesson.Grader;
import org.ladera.ui.lesson.NarrativePane;
import org.ladera.ui.window.appearance.Appearance;
import org.ladera.ui.window.appearance.Settings;
import org.ladera.ui.window.sidebar.LessonListModel;
import org.ladera.ui.window.stage.LiveStage;
import org.ladera.ui.window.stage.StageSweeps;
import org.ladera.ui.window.time.TimeMachine;

/**
 * Brings lessons, session and window together: which step is open and what the newest frame shows.
 * FX thread only.
 */
public final class MainController {
  private final Session session;
  private final Stage stage;
  private final Appearance appearance;
  private final Course course;
  private final NarrativePane narrative;
  private final WindowGestures actions = new WindowGestures(this);
  private final LaderaWindow window;
  final StageSweeps sweeps = new StageSweeps();
  private final LiveStage live;
  final Reports reports;
  final RunCommands run;
  private final GradientChecking checking;
  final TimeMachine time;
  private final StepThrough stepThrough;
  private final KeptRuns kept;
  private final Pages pages;
  final CourseWalk walk;
  private final StepFault fault;
  final Sheets sheets;
  final LabDesk lab;
  private final PulseGuard stepping;
  private final BesideStage beside;

  /** Something beside the frame has changed. */
  private boolean stale;

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
    appearance = new Appearance(person.settings(), person::keep);
    course = new Course(lessons, person.progress(), person::keep);
    narrative = new NarrativePane(typesetter, grader, new NarrativeGestures(this));
    window = new LaderaWindow(actions, narrative, this::lessonList, this::escape, width, height);
    sheets = new Sheets(window.overlays(), actions, appearance, typesetter);
    reports = new Reports(person, window, sheets);
    var elder = new ElderRun(session);
    live = new LiveStage(elder, appearance, window.stage(), sweeps);
    walk = new CourseWalk(course, this::open);
    pages = new Pages(this, course, window.overlays(), appearance, person, typesetter);
    kept = new KeptRuns(person, window.notices());
    fault = new StepFault(session, live, window, appearance);
    run = new RunCommands(session, live);
    checking = new GradientChecking(session, live, appearance, window, sheets);
    time = new TimeMachine(run::send, appearance, window.drawer(), () -> live.labels());
    stepThrough =
        new StepThrough(session, appearance, window, live, typesetter, actions, () -> stale = true);
    lab = new LabDesk(this, course, person, elder);
    stepping = new PulseGuard(stepThrough::close, this::closed);
    var drawer = new PulseGuard(time::close, this::closed);
    beside =
        new BesideStage(
            live, window, narrative, appearance, now -> drawer.run(() -> time.show(now)));
    live.onClosed(this::closed);
    live.onQuestion(
        check -> {
          window.foldNarrative(false);
          narrative.goToCheck(check);
        });
    run.pace(RunCommands.PACE, Granularity.EPOCH);
    typesetter.whenReady(() -> stale = true);
    appearance.fit(window.room());
    window.dress(appearance.tokens());
    LaderaWindow.frame(stage);
  }

  public LaderaWindow window() {
    return window;
  }

  /** All lessons are read; those that could not be are said quietly, beside the list. */
  public void complete(List<Lesson> all, List<Fault> faults) {
    course.complete(all, () -> open(course.place()), this::words);
    reports.say(faults, course.isEmpty());
    lessonList();
    window.overlays().renew();
  }

  /** At the first start the opening, later the step of last time. */
  public void start() {
    if (course.isEmpty() || course.left().isPresent()) {
      resume();
    } else {
      pages.showOpening();
    }
  }

  public void openFile(Path file) {
    resume();
    lab.files.open(file);
  }

  public void resume() {
    open(course.last());
  }

  public void close() {
    kept.leave();
    lab.close();
    sweeps.close();
    session.close();
  }

  public void open(int lessonIndex, int stepIndex) {
    open(new Course.Place(lessonIndex, stepIndex));
  }

  private void open(Course.Place place) {
    if (course.isEmpty()) {
      window.showEmpty(appearance.messages());
      return;
    }
    course.open(place);
    lab.leaveStage();
    stepThrough.close();
    fault.open(course, () -> open(place), walk::move);
    live.open(course.step(), kept.open(course.mark(), course.step()));
    words();
    window.freeKeys();
  }

  /**
   * Puts a laboratory in the place of the open step.
   *
   * @param run how it stood when it was kept; where its scene is on stage, it goes on
   */
  void open(Lesson laboratory, Optional<SavedScene> run) {
    kept.rest();
    course.open(laboratory);
    stepThrough.close();
    fault.open(course, () -> open(laboratory, run), step -> {});
    if (!live.arrange(course.step())) {
      live.open(course.step(), run);
    }
    words();
  }

  /** Everything that has words in it, in the language and the colours of now. */
  private void words() {
    Messages messages = appearance.messages();
    LessonText text = course.text(messages.language());
    lab.renew();
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
    live.label(text, course.covered(), course.answers());
    fault.show();
    lessonList();
    window.overlays().renew();
    time.renew();
    String words = course.isLaboratory() ? "app.title.laboratory" : "app.title";
    String lesson = LessonListModel.plain(text.title());
    String step = LessonListModel.plain(text.step(course.step().id()).title());
    stage.setTitle(messages.text(words, Map.of("lesson", lesson, "step", step)));
  }

  void lessonList() {
    if (!course.isEmpty()) {
      Messages messages = appearance.messages();
      window
          .sidebar()
          .show(
              course.lessonList(messages.language()),
              reports.troubles(),
              window.listFolded(),
              messages,
              appearance.tokens());
      stale = true;
    }
  }

  /** Takes the newest frame, if there is a newer one, and shows it. Once per pulse. */
  public void pulse() {
    fault.pulse();
    window.notices().pulse(appearance);
    if (course.isEmpty()) {
      return;
    }
    if (reports.renew()) {
      lessonList();
      window.overlays().renew();
    }
    if (appearance.fit(window.room())) {
      dress();
    }
    boolean fresh = live.pulse(beside.nanos());
    kept.pulse(live.frame(), System.nanoTime());
    if (live.frame() != null && (fresh || stale || beside.isDue())) {
      boolean all = stale;
      stale = false;
      checking.renew();
      lab.show(live.shown());
      beside.show(live.notated(), all, stepThrough.pace());
    }
    stepping.run(() -> stepThrough.pulse(System.nanoTime()));
  }

  private void closed(RuntimeException why) {
    window.notices().tell(Failure.of(Failure.Where.PANEL, why));
  }

  /** Opens the update at a number by its name; false when there is none. */
  public boolean openNumber(String name) {
    return stepThrough.open(name);
  }

  public void settle() {
    live.settle();
  }

  void change(Settings next) {
    if (appearance.change(next)) {
      dress();
    }
  }

  private void dress() {
    window.dress(appearance.tokens());
    if (course.isEmpty()) {
      window.showEmpty(appearance.messages());
    } else if (course.isOpened()) {
      words();
    } else {
      window.overlays().renew();
    }
  }

  Pages pages() {
    return pages;
  }

  WindowGestures actions() {
    return actions;
  }

  LiveStage live() {
    return live;
  }

  StepThrough stepThrough() {
    return stepThrough;
  }

  Appearance appearance() {
    return appearance;
  }

  void toTheEnd() {
    if (!course.isEmpty()) {
      run.toTheEnd(course.step().scene().epochs());
    }
  }

  void toggleFullScreen() {
    stage.setFullScreen(!stage.isFullScreen());
  }

  void check() {
    checking.open();
  }

  private void escape() {
    boolean left = window.leaveField();
    if (time.close() || left) {
      return;
    }
    if (stepThrough.isOpen()) {
      stepThrough.close();
    } else if (window.stage().isExpanded()) {
      window.stage().restore();
    } else {
      stage.setFullScreen(false);
      window.giveKeysToTheRun();
    }
  }

  void answered(Check check, String answer, Verdict verdict) {
    course.answered(check, answer, verdict);
    narrative.remember(course.progress());
    live.label(course.text(appearance.messages().language()), course.covered(), course.answers());
    stale = true;
    lessonList();
  }
}
