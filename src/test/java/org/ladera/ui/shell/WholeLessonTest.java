package org.ladera.ui.shell;

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
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ladera.lesson.Check;
import org.ladera.lesson.Control;
import org.ladera.lesson.Grading;
import org.ladera.lesson.Lesson;
import org.ladera.lesson.LessonText;
import org.ladera.lesson.Progress;
import org.ladera.lesson.Step;
import org.ladera.lesson.markup.Markup;
import org.ladera.session.Command;
import org.ladera.session.Granularity;
import org.ladera.session.RunFrame;
import org.ladera.session.Status;
import org.ladera.session.TrainingSession;
import org.ladera.store.lesson.LessonLibrary;
import org.ladera.text.Language;
import org.ladera.ui.Fx;
import org.ladera.ui.formula.Typesetter;
import org.ladera.ui.theme.Profile;

/**
 * A shipped lesson from its first step to its last in the real window, with nothing but keys: every
 * target is reached by going from one focus to the next.
 */
class WholeLessonTest {
  private static final int MOST_STOPS = 300;

  private final Queue<Throwable> thrown = new ConcurrentLinkedQueue<>();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
  private final PrintStream usual = System.err;
  private final AtomicReference<Progress> progress = new AtomicReference<>(Progress.NONE);
  private TrainingSession session;
  private Stage stage;
  private Desk desk;

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
    Typesetter typesetter = new Typesetter();
    typesetter.awaitReady();
    run(
        () -> {
          stage = new Stage();
          desk =
              new Desk(
                  lessons,
                  session,
                  Grading::grade,
                  typesetter,
                  stage,
                  new Settings(language, Profile.LIGHT, 1),
                  settings -> {},
                  Progress.NONE,
                  progress::set,
                  1280,
                  800);
          stage.setScene(desk.window().scene());
          desk.open(0, 0);
          stage.show();
          stage.requestFocus();
        });
    session.send(new Command.SetPace(Double.POSITIVE_INFINITY, Granularity.EPOCH));
  }

  /** Waits for the screen to get there; the pulse is the test's. */
  private void await(String what, BooleanSupplier there) {
    long end = System.nanoTime() + Duration.ofSeconds(40).toNanos();
    while (System.nanoTime() < end) {
      boolean now =
          Fx.on(
              () -> {
                desk.pulse();
                return there.getAsBoolean();
              });
      if (now) {
        // What was waited for may be newer than what that pulse has shown.
        run(desk::pulse);
        return;
      }
    }
    fail("in time: " + what);
  }

  private Node focus() {
    return stage.getScene().getFocusOwner();
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
    fail("the focus never came to " + what);
  }

  private void play() {
    session.send(new Command.SetPace(Double.POSITIVE_INFINITY, Granularity.EPOCH));
    leaveFields();
    press(KeyCode.SPACE);
    await(
        "the run ends",
        () ->
            session.newest().status() instanceof Status.Finished
                || session.newest().status() instanceof Status.Diverged);
  }

  /** Space belongs to a button or a field that has the focus; a view has no use for it. */
  private void leaveFields() {
    tabTo("a view", n -> !(n instanceof ButtonBase) && !(n instanceof TextField));
  }

  private void choose(Check.Choice choice, LessonText.StepText text) {
    String words = Markup.plain(Markup.line(text.labels().get(choice.id() + "." + choice.right())));
    tabTo(words, n -> n instanceof ButtonBase && words.equals(n.getAccessibleText()));
    press(KeyCode.SPACE);
  }

  private void set(Step step) {
    for (Step.Move move : step.solution()) {
      if (move instanceof Step.Move.Send(Command command)) {
        switch (command) {
          case Command.SetStart start -> {
            double w = start.parameters().parameters().get(0);
            double b = start.parameters().parameters().get(1);
            Control.Start control =
                (Control.Start)
                    step.controls().stream()
                        .filter(c -> c instanceof Control.Start)
                        .findFirst()
                        .orElseThrow();
            for (var parameter : control.parameters()) {
              double value =
                  parameter.kind() == org.ladera.engine.spec.ParameterRef.Kind.BIAS ? b : w;
              field(control.parameters().indexOf(parameter), value);
            }
          }
          case Command.Apply(org.ladera.engine.spec.Edit.SetRate(double rate), boolean all) ->
              field(0, rate);
          default -> {}
        }
      }
    }
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
        || Arrays.stream(run.start().toArray()).anyMatch(v -> v == value);
  }

  /** How many fields the narrative has for a check. */
  private static int fields(Check check) {
    return switch (check) {
      case Check.Number number -> 1;
      case Check.Cells cells -> cells.asked().size();
      case Check.Choice choice -> 0;
      case Check.Reach reach -> 0;
    };
  }

  /** Types the solution into the fields of a check, which stand in the order of the screen. */
  private void answer(Check check, Step step) {
    String value =
        step.solution().stream()
            .filter(m -> m instanceof Step.Move.Answer)
            .map(m -> (Step.Move.Answer) m)
            .filter(a -> a.check().equals(check.id()))
            .findFirst()
            .orElseThrow()
            .value();
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

  @ParameterizedTest
  @CsvSource({
    "linear-regression, ES",
    "linear-regression, EN",
    "backprop-by-hand, ES",
    "backprop-by-hand, EN"
  })
  void aLessonIsPlayedToItsEndByKeys(String id, Language language) {
    List<Lesson> lessons =
        LessonLibrary.load(Path.of("lessons")).lessons().stream()
            .filter(l -> l.id().equals(id))
            .toList();
    open(lessons, language);
    Lesson lesson = lessons.getFirst();
    Map<String, LessonText.StepText> texts = lesson.texts().get(language.tag()).steps();
    for (Step step : lesson.steps()) {
      await(
          "step " + step.id() + " is on stage",
          () -> stage.getTitle().contains(texts.get(step.id()).title()));
      await("its first frame", () -> session.newest() != null);
      set(step);
      for (Check check : step.checks()) {
        switch (check) {
          case Check.Choice choice -> choose(choice, texts.get(step.id()));
          case Check.Number number -> answer(number, step);
          case Check.Cells cells -> answer(cells, step);
          case Check.Reach reach -> {}
        }
      }
      if (step.checks().stream().anyMatch(c -> c instanceof Check.Reach)) {
        play();
      }
      String place = step.id();
      await(
          "step " + place + " is done",
          () -> progress.get().of(lesson.id(), place).state() == Progress.State.DONE);
      leaveFields();
      press(KeyCode.PAGE_DOWN);
    }
    assertEquals(List.of(), List.copyOf(thrown));
    String printed = errors.toString(StandardCharsets.UTF_8);
    assertTrue(!printed.contains("Exception") && !printed.contains("\tat "), printed);
  }
}
