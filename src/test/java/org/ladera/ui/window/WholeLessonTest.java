package org.ladera.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ladera.Rigs;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.Edit;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.lesson.grading.Grading;
import org.ladera.lesson.markup.Markup;
import org.ladera.lesson.model.Check;
import org.ladera.lesson.model.Control;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.LessonText;
import org.ladera.lesson.model.Progress;
import org.ladera.lesson.model.Step;
import org.ladera.session.Command;
import org.ladera.session.Granularity;
import org.ladera.session.RunFrame;
import org.ladera.session.Scene;
import org.ladera.session.Status;
import org.ladera.session.run.TrainingSession;
import org.ladera.store.lesson.LessonLibrary;
import org.ladera.text.Language;
import org.ladera.text.Messages;
import org.ladera.ui.Fx;
import org.ladera.ui.formula.Typesetter;
import org.ladera.ui.theme.Profile;
import org.ladera.ui.window.appearance.Settings;

/**
 * Every shipped lesson from its first step to its last in the real window, with nothing but keys:
 * every target is reached by going from one focus to the next. The languages take turns; in the
 * daily build every other step is only passed through.
 */
class WholeLessonTest {
  private static final int MOST_STOPS = 300;

  /** Places of the pen of a sketch, with the arrows. */
  private static final int SKETCHED = 9;

  private final Queue<Throwable> thrown = new ConcurrentLinkedQueue<>();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
  private final PrintStream usual = System.err;
  private InMemoryState person;
  private TrainingSession session;
  private Stage stage;
  private MainController controller;

  @BeforeEach
  void listen() {
    Fx.start();
    Thread.setDefaultUncaughtExceptionHandler((thread, e) -> thrown.add(e));
    System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void close() {
    System.setErr(usual);
    Thread.setDefaultUncaughtExceptionHandler(null);
    if (stage != null) {
      run(stage::close);
    }
    if (session != null) {
      session.close();
    }
  }

  private static void run(Runnable action) {
    Fx.on(
        () -> {
          action.run();
          return null;
        });
  }

  private void open(List<Lesson> lessons, Language language) {
    session = new TrainingSession();
    person = new InMemoryState(new Settings(language, Profile.LIGHT, 1), Progress.NONE);
    Typesetter typesetter = new Typesetter();
    typesetter.awaitReady();
    run(
        () -> {
          stage = new Stage();
          controller =
              new MainController(
                  lessons, session, Grading::grade, typesetter, stage, person, 1280, 800);
          stage.setScene(controller.window().scene());
          controller.open(0, 0);
          stage.show();
          stage.requestFocus();
        });
    session.send(new Command.SetPace(Double.POSITIVE_INFINITY, Granularity.EPOCH));
  }

  /** Waits for the screen to get there; the pulse is the test's. */
  private void await(String what, BooleanSupplier there) {
    long end = System.nanoTime() + Duration.ofSeconds(120).toNanos();
    while (System.nanoTime() < end) {
      boolean now =
          Fx.on(
              () -> {
                controller.pulse();
                return there.getAsBoolean();
              });
      if (now) {
        // What was waited for may be newer than what that pulse has shown.
        run(controller::pulse);
        return;
      }
      Fx.pulse();
    }
    fail("in time: " + what);
  }

  /** Null also while the control that had it is gone and the next pulse has not noticed. */
  private Node focus() {
    Node owner = stage.getScene().getFocusOwner();
    return owner == null || owner.getScene() == null ? null : owner;
  }

  private void press(KeyCode code) {
    run(
        () -> {
          Node target = focus();
          fire(target, KeyEvent.KEY_PRESSED, "", code);
          fire(focus() == null ? target : focus(), KeyEvent.KEY_RELEASED, "", code);
        });
  }

  private void type(String text) {
    run(
        () -> {
          ((TextField) focus()).selectAll();
          for (char c : text.toCharArray()) {
            fire(focus(), KeyEvent.KEY_TYPED, String.valueOf(c), KeyCode.UNDEFINED);
          }
        });
  }

  private void fire(Node target, EventType<KeyEvent> kind, String text, KeyCode code) {
    Node to = target == null ? stage.getScene().getRoot() : target;
    Event.fireEvent(to, new KeyEvent(kind, text, text, code, false, false, false, false));
  }

  /** Goes on from focus to focus until one is the target. */
  private void tabTo(String what, Predicate<Node> target) {
    for (int i = 0; i < MOST_STOPS; i++) {
      boolean there = Fx.on(() -> focus() != null && target.test(focus()));
      if (there) {
        return;
      }
      run(
          () -> {
            Node from = focus() == null ? stage.getScene().getRoot() : focus();
            from.requestFocusTraversal(TraversalDirection.NEXT);
          });
    }
    fail("the focus never came to " + what + ", it is at " + Fx.on(this::focus));
  }

  private void play() {
    session.send(new Command.SetPace(Double.POSITIVE_INFINITY, Granularity.EPOCH));
    leaveFields();
    press(KeyCode.SPACE);
    await(
        "the run ends",
        () ->
            session.newest().status() instanceof Status.Finished
                // Early stopping goes back to the best epoch and stands there.
                || session.newest().stop().isPresent()
                || session.newest().status() instanceof Status.Diverged);
  }

  /** Space belongs to a button, a field or a link that has the focus; a view has no use for it. */
  private void leaveFields() {
    tabTo(
        "a view",
        n -> !(n instanceof ButtonBase) && !(n instanceof TextField) && !(n instanceof Text));
  }

  private void choose(Check.Choice choice, Step step, LessonText.StepText text) {
    String words = words(choice, choice.right(), text);
    // Several questions may offer the same words: the buttons stand in the order of the questions.
    long before =
        step.checks().subList(0, step.checks().indexOf(choice)).stream()
            .filter(c -> c instanceof Check.Choice)
            .map(c -> (Check.Choice) c)
            .flatMap(c -> c.options().stream().map(option -> words(c, option, text)))
            .filter(words::equals)
            .count();
    Node button =
        Fx.on(
            () ->
                WindowBench.nodes(stage.getScene().getRoot())
                    .filter(n -> n instanceof ButtonBase && words.equals(n.getAccessibleText()))
                    .skip(before)
                    .findFirst()
                    .orElseThrow());
    tabTo(words, n -> n == button);
    press(KeyCode.SPACE);
  }

  /** Presses runs in their order, and then the button that follows them. */
  private void rank(Check.Rank check, String value, Language language, LessonText.StepText text) {
    Messages messages = Messages.load(language);
    for (String run : Check.Rank.order(value)) {
      String name = Markup.plain(Markup.line(text.labels().get("run." + run)));
      String words = messages.text("lesson.rank.spoken.none", Map.of("run", name));
      tabTo(words, n -> n instanceof ButtonBase && words.equals(n.getAccessibleText()));
      press(KeyCode.SPACE);
    }
    String lock = messages.text("lesson.predict.lock");
    tabTo(lock, n -> n instanceof ButtonBase button && lock.equals(button.getText()));
    press(KeyCode.SPACE);
  }

  /** Draws with the arrows: nine places of the pen, each raised or lowered from the middle. */
  private void sketch(Check.Sketch check, String value, Language language) {
    tabTo("the sketch", n -> ("sketch-" + check.id()).equals(n.getId()));
    double[] values = Check.Sketch.values(value).orElseThrow();
    for (int place = 0; place < SKETCHED; place++) {
      double where = (double) place * (values.length - 1) / (SKETCHED - 1);
      int left = Math.min((int) where, values.length - 2);
      double from = check.heights().of(values[left]);
      double height = from + (where - left) * (check.heights().of(values[left + 1]) - from);
      long presses = Math.round((height - 0.5) / 0.05);
      for (long i = 0; i < Math.abs(presses); i++) {
        press(presses > 0 ? KeyCode.UP : KeyCode.DOWN);
      }
      press(KeyCode.RIGHT);
    }
    String lock = Messages.load(language).text("lesson.predict.lock");
    tabTo(lock, n -> n instanceof ButtonBase button && lock.equals(button.getText()));
    press(KeyCode.SPACE);
  }

  /** The lines of a derivation are spoken with their number and all are different. */
  private void choose(Check.Line check, LessonText.StepText text) {
    String words = Markup.plain(Markup.line(text.labels().get(check.id() + "." + check.wrong())));
    Predicate<Node> line =
        n ->
            n instanceof ButtonBase
                && n.getAccessibleText() != null
                && n.getAccessibleText().endsWith(": " + words);
    tabTo(words, line);
    press(KeyCode.SPACE);
  }

  private static String words(Check.Choice choice, String option, LessonText.StepText text) {
    return Markup.plain(Markup.line(text.labels().get(choice.id() + "." + option)));
  }

  /** Types what a move of the solution sets into the field of its control. */
  private void set(Command command, Step step) {
    switch (command) {
      case Command.SetStart start -> {
        ParameterLayout layout = layout(step);
        MatrixView values = start.parameters().parameters();
        for (Control control : step.controls()) {
          if (control instanceof Control.Start(String id, List<ParameterRef> named, boolean seed)) {
            for (int i = 0; i < named.size(); i++) {
              field(place(step, control) + i, values.get(layout.indexOf(named.get(i))));
            }
          }
        }
      }
      case Command.Apply(Edit.SetRate(double rate), boolean all) ->
          field(place(step, control(step, c -> c instanceof Control.Rate)), rate);
      case Command.Apply(Edit.SetParameter(ParameterRef ref, double value), boolean all) ->
          field(
              place(
                  step,
                  control(
                      step, c -> c instanceof Control.Parameter p && p.parameter().equals(ref))),
              value);
      case Command.Load(Scene loaded) -> choose(loaded, step);
      // The other moves only lead to what is asked for, which playing does as well.
      default -> {}
    }
  }

  /** Presses the button of the setting with which the scene is that one. */
  private void choose(Scene loaded, Step step) {
    Experiment wanted = loaded.runs().getFirst().experiment();
    Experiment main = step.scene().runs().getFirst().experiment();
    int place = 0;
    for (Control control : step.controls()) {
      if (control instanceof Control.Setting(String id, var setting, List<String> values)) {
        for (String value : values) {
          if (setting.in(main, value).equals(wanted)) {
            int index = place + values.indexOf(value);
            Fx.on(
                () -> {
                  List<Node> buttons =
                      List.copyOf(stage.getScene().getRoot().lookupAll(".setting-value"));
                  ((Button) buttons.get(index)).fire();
                  return null;
                });
            return;
          }
        }
        place += values.size();
      }
    }
    throw new AssertionError("no button leads to " + wanted);
  }

  private static ParameterLayout layout(Step step) {
    return new ParameterLayout(step.scene().runs().getFirst().experiment().network());
  }

  private static Control control(Step step, Predicate<Control> which) {
    return step.controls().stream().filter(which).findFirst().orElseThrow();
  }

  /** The first field of a control among all of the narrative. */
  private static int place(Step step, Control wanted) {
    int place = 0;
    for (Control control : step.controls()) {
      if (control.equals(wanted)) {
        return place;
      }
      place +=
          switch (control) {
            case Control.Start start -> start.parameters().size();
            case Control.Rate rate -> 1;
            case Control.Parameter parameter -> 1;
            case Control.BatchSize batch -> 0;
            case Control.Setting setting -> 0;
            case Control.Images images -> 0;
          };
    }
    throw new IllegalArgumentException(wanted.toString());
  }

  /** The n-th field of the narrative. */
  private void field(int index, double value) {
    List<TextField> fields =
        Fx.on(
            () -> {
              List<TextField> found = new ArrayList<>();
              for (Node node : stage.getScene().getRoot().lookupAll(".text-field")) {
                found.add((TextField) node);
              }
              return found;
            });
    tabTo("field " + index, n -> n == fields.get(index));
    type(Double.toString(value));
    press(KeyCode.ENTER);
    await("field " + index + " is taken", () -> isTaken(value));
  }

  private boolean isTaken(double value) {
    RunFrame run = session.newest().main();
    return run.experiment().optimizer().rate() == value
        || Arrays.stream(run.start().parameters().toArray()).anyMatch(v -> v == value)
        || Arrays.stream(run.parameters().toArray()).anyMatch(v -> v == value);
  }

  /** How many fields the narrative has for a check. */
  private static int fields(Check check) {
    return switch (check) {
      case Check.Number number -> 1;
      case Check.Cells cells -> cells.asked().size();
      case Check.Choice choice -> 0;
      case Check.Reach reach -> 0;
      case Check.Line _, Check.Rank _, Check.Sketch _ -> 0;
      case Check.Epochs _ -> 1;
    };
  }

  /** Types the solution into the fields of a check, which stand in the order of the screen. */
  private void answer(Check check, String value, Step step) {
    List<String> texts =
        check instanceof Check.Cells cells ? inReadingOrder(cells, value) : List.of(value);
    List<TextField> all =
        Fx.on(
            () ->
                stage.getScene().getRoot().lookupAll(".text-field").stream()
                    .map(n -> (TextField) n)
                    .toList());
    int after =
        step.checks().stream()
            .skip(step.checks().indexOf(check))
            .mapToInt(WholeLessonTest::fields)
            .sum();
    for (int i = 0; i < texts.size(); i++) {
      TextField field = all.get(all.size() - after + i);
      tabTo("the answer to " + check.id(), n -> n == field);
      type(texts.get(i).strip());
    }
    press(KeyCode.ENTER);
  }

  private static List<String> inReadingOrder(Check.Cells cells, String value) {
    List<String> texts = cells.texts(value);
    return IntStream.range(0, texts.size())
        .boxed()
        .sorted(
            Comparator.comparingInt((Integer i) -> cells.asked().get(i).row())
                .thenComparingInt(i -> cells.asked().get(i).column()))
        .map(texts::get)
        .toList();
  }

  static Stream<Arguments> lessons() {
    List<Lesson> lessons = LessonLibrary.load(Path.of("lessons")).lessons();
    return IntStream.range(0, lessons.size())
        .boxed()
        .flatMap(
            i ->
                Rigs.sample(Arrays.asList(Language.values()), 1, i).stream()
                    .map(language -> Arguments.of(lessons.get(i), language)));
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void aLessonIsPlayedToItsEndByKeys(Lesson lesson, Language language) {
    open(List.of(lesson), language);
    Map<String, LessonText.StepText> texts = lesson.texts().get(language.tag()).steps();
    for (Step step : lesson.steps()) {
      String place = step.id();
      await(
          "step " + place + " is on stage",
          () -> stage.getTitle().contains(texts.get(place).title()));
      // The run of the step before may still be on its way when its page is turned.
      await(
          "its run stands still",
          () -> session.newest() != null && !(session.newest().status() instanceof Status.Running));
      // A control hears keys from its first layout on.
      Fx.pulse();
      if (Rigs.sample(List.of(true, false), 1, lesson.steps().indexOf(step)).getFirst()) {
        solve(lesson, step, language, texts.get(place));
        await("step " + place + " is done", () -> isDone(lesson, place));
      }
      leaveFields();
      press(KeyCode.PAGE_DOWN);
    }
    assertEquals(List.of(), List.copyOf(thrown));
    String printed = errors.toString(StandardCharsets.UTF_8);
    assertTrue(!printed.contains("Exception") && !printed.contains("\tat "), printed);
  }

  /** Plays the solution of a step, each key once. */
  private void solve(Lesson lesson, Step step, Language language, LessonText.StepText text) {
    for (Step.Move move : step.solution()) {
      switch (move) {
        case Step.Move.Send(Command command) -> set(command, step);
        case Step.Move.Answer(String check, String value) -> {
          switch (step.check(check).orElseThrow()) {
            case Check.Choice choice -> choose(choice, step, text);
            case Check.Number number -> answer(number, value, step);
            case Check.Cells cells -> answer(cells, value, step);
            case Check.Reach reach -> {}
            case Check.Line line -> choose(line, text);
            case Check.Rank rank -> rank(rank, value, language, text);
            case Check.Sketch sketch -> sketch(sketch, value, language);
            case Check.Epochs epochs -> answer(epochs, value, step);
          }
        }
      }
    }
    if (step.checks().stream().anyMatch(c -> c instanceof Check.Reach || c.prediction().isPresent())
        && !Fx.on(() -> isDone(lesson, step.id()))) {
      play();
    }
  }

  private boolean isDone(Lesson lesson, String step) {
    return person.progress().of(lesson.id(), step).state() == Progress.State.DONE;
  }
}
