package org.ladera.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ladera.IceCream;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.InitSpec;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.Progress;
import org.ladera.lesson.model.Step;
import org.ladera.lesson.model.Verdict;
import org.ladera.session.Command;
import org.ladera.session.Failure;
import org.ladera.session.RefusedChange;
import org.ladera.session.Scene;
import org.ladera.session.run.TrainingSession;
import org.ladera.text.Language;
import org.ladera.timeline.Footprint;
import org.ladera.ui.Fx;
import org.ladera.ui.formula.Typesetter;

class NoticesTest {
  @ParameterizedTest
  @CsvSource({
    "EN,RUN,'program. What you asked for needs more memory than there is.'",
    "ES,RUN,'programa. Lo que pediste necesita más memoria de la que hay.'",
    "EN,PICTURE,'program. A picture needs more memory than there is.'",
    "ES,PICTURE,'programa. Una imagen necesita más memoria de la que hay.'"
  })
  void aMistakeOfTheProgramIsToldUntilItIsRead(
      Language language, Failure.Where where, String sentence) {
    Fx.start();
    Typesetter typesetter = new Typesetter();
    typesetter.awaitReady();
    Fx.on(
        () -> {
          try (WindowBench bench =
              new WindowBench(typesetter, WindowBench.plain(language), 1024, 640)) {
            bench.controller.open(0, 2);
            bench.settle();
            assertTrue(bench.find("failure-way").isEmpty());
            bench.controller.window().notices().tell(new Failure(where, true));
            bench.settle();
            String spoken = bench.find("failure-way").orElseThrow().getParent().getAccessibleText();
            assertTrue(spoken.contains(sentence), spoken);
            assertEquals(List.of(), bench.cut());
            bench.press(KeyCode.RIGHT);
            assertEquals(1, bench.frame().main().epoch(), "the run can go on");
            assertTrue(bench.find("failure-way").isPresent(), "it is not read yet");
            ((Button) bench.find("failure-way").orElseThrow()).fire();
            bench.settle();
            assertTrue(bench.find("failure-way").isEmpty());
          }
          return null;
        });
  }

  @ParameterizedTest
  @CsvSource({
    "EN,'The change was not made. With it the runs would need about 9 MB of memory and there are 3"
        + " MB at most.'",
    "ES,'El cambio no se hizo. Con él las ejecuciones necesitarían unos 9 MB de memoria y aquí hay"
        + " 3 MB como mucho.'"
  })
  void aChangeThatIsRefusedIsToldWithItsFigures(Language language, String sentence) {
    Fx.start();
    Typesetter typesetter = new Typesetter();
    typesetter.awaitReady();
    Fx.on(
        () -> {
          try (WindowBench bench =
              new WindowBench(typesetter, WindowBench.plain(language), 1024, 640)) {
            bench.controller.open(0, 2);
            bench.settle();
            bench
                .controller
                .window()
                .notices()
                .tell(new RefusedChange(new Footprint(9L << 20, 1), 3L << 20));
            bench.settle();
            assertEquals(
                sentence, bench.find("failure-way").orElseThrow().getParent().getAccessibleText());
            assertEquals(List.of(), bench.cut());
          }
          return null;
        });
  }

  /** A second step whose start has a number too many. */
  private static List<Lesson> broken() {
    Lesson whole = HillLesson.lessons().getFirst();
    Step step = whole.steps().get(1);
    Experiment misfit =
        IceCream.experiment(0.01).withInit(new InitSpec.Given(MatrixView.of(1, 3, 1, 2, 3)));
    List<Step> steps = new ArrayList<>(whole.steps());
    steps.set(
        1,
        new Step(
            step.id(),
            Scene.of(misfit, 10),
            step.views(),
            step.controls(),
            step.checks(),
            List.of()));
    return List.of(new Lesson(whole.id(), whole.folder(), whole.group(), steps, whole.texts()));
  }

  private static void await(MainController window, BooleanSupplier there) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!there.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "too long");
      Fx.on(
          () -> {
            window.pulse();
            window.window().scene().getRoot().applyCss();
            window.window().scene().getRoot().layout();
            return null;
          });
    }
  }

  @ParameterizedTest
  @CsvSource({
    "EN,'The run of this step could not begin.'",
    "ES,'La ejecución de este paso no pudo empezar.'"
  })
  void aStepThatCannotBeginSaysSoAndLeadsOut(Language language, String sentence) {
    Fx.start();
    Typesetter typesetter = new Typesetter();
    typesetter.awaitReady();
    try (TrainingSession session = new TrainingSession()) {
      Stage stage = Fx.on(Stage::new);
      MainController window =
          Fx.on(
              () -> {
                MainController made =
                    new MainController(
                        broken(),
                        session,
                        (check, answer, frame) -> new Verdict.Wrong(""),
                        typesetter,
                        stage,
                        new InMemoryState(WindowBench.plain(language), Progress.NONE),
                        1024,
                        640);
                stage.setScene(made.window().scene());
                stage.show();
                made.open(0, 0);
                return made;
              });
      javafx.scene.Scene scene = window.window().scene();
      await(window, () -> window.live().frame() != null);
      session.send(new Command.RunTo(3));
      await(window, () -> window.live().shown().main().epoch() == 3);
      Fx.on(
          () -> {
            window.open(0, 1);
            return null;
          });
      await(window, () -> scene.lookup("#stage-fault-again") != null);
      Fx.keep(Fx.on(() -> Fx.picture(scene)), "stage-fault-" + language.tag());
      assertTrue(
          Fx.on(
              () ->
                  WindowBench.nodes(scene.getRoot())
                      .anyMatch(n -> n instanceof Label l && sentence.equals(l.getText()))));
      assertTrue(scene.lookup(".transport").isDisabled(), "no reading is of this step");
      session.send(new Command.RunTo(9));
      Fx.on(
          () -> {
            ((Button) scene.lookup("#stage-fault-again")).fire();
            assertNull(scene.lookup("#stage-fault-again"));
            return null;
          });
      await(window, () -> scene.lookup("#stage-fault-again") != null);
      Fx.on(
          () -> {
            ((Button) scene.lookup("#stage-fault-back")).fire();
            return null;
          });
      await(window, () -> window.live().frame() != null);
      assertEquals(3, window.live().shown().main().epoch(), "no command was meant for it");
      assertFalse(scene.lookup(".transport").isDisabled());
      assertNull(Fx.on(() -> scene.lookup("#stage-fault-again")));
      Fx.on(
          () -> {
            stage.close();
            return null;
          });
    }
  }
}
