package org.ladera.ui.window;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.ladera.landscape.gradient.Answer;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.PictureView;
import org.ladera.lesson.model.Step;
import org.ladera.present.images.RaiseModel;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.present.shared.Table;
import org.ladera.session.Command;
import org.ladera.session.RunFrame;
import org.ladera.session.run.InlineSession;
import org.ladera.store.lesson.LessonLibrary;
import org.ladera.text.Language;
import org.ladera.text.Messages;
import org.ladera.ui.Fx;
import org.ladera.ui.formula.Typesetter;

/** A score is raised by the buttons of its view, in the real window, and undone. */
class RaiseTest {
  /** The lesson shows the sixth picture, a 5. */
  private static final int PICTURE = 5;

  private static Answer answer(RunFrame run) {
    return Answer.of(
        run.experiment().network(),
        run.parameters().toArray(),
        run.experiment().data().x().rows(PICTURE));
  }

  /** At the start products are far below a hundredth: none of the first ones is told as 0. */
  @Test
  void whatUnitsBringIsToldWithDigitsThatCount() {
    Lesson digits =
        LessonLibrary.load(Path.of("lessons")).lessons().stream()
            .filter(l -> l.id().equals("digits"))
            .findFirst()
            .orElseThrow();
    Step step = digits.step("raise").orElseThrow();
    InlineSession session = new InlineSession();
    session.send(new Command.Load(step.scene()));
    RaiseModel model =
        RaiseModel.of(
            session.newest(),
            (PictureView.Raise) step.views().getFirst(),
            Highlight.NONE,
            Messages.load(Language.EN),
            new Labels(digits.text(Language.EN).step("raise").labels()));
    for (Table.Row row : model.table().rows().subList(0, 3)) {
      List<Double> numbers =
          row.cells().stream()
              .map(c -> Double.parseDouble(c.shown().replace('\u2212', '-')))
              .toList();
      assertEquals(numbers.get(1) * numbers.get(2), numbers.get(3), 0.05 * 0.004, row.toString());
      assertTrue(Math.abs(numbers.get(3)) > 0.001, row.toString());
    }
    assertTrue(model.reading().contains("0.0072"), model.reading());
    session.close();
  }

  @Test
  void eachWayRaisesTheScoreToWhatItsButtonSaysAndUndoTakesItBack() {
    Fx.start();
    Typesetter typesetter = new Typesetter();
    typesetter.awaitReady();
    List<Lesson> lessons = LessonLibrary.load(Path.of("lessons")).lessons();
    Lesson digits = lessons.stream().filter(l -> l.id().equals("digits")).findFirst().orElseThrow();
    int step = digits.steps().indexOf(digits.step("raise").orElseThrow());
    // The program draws them when they are first looked at: not while the window waits.
    digits.steps().get(step).scene().runs().getFirst().experiment().data().x().get(0);
    WindowBench bench =
        Fx.on(
            () -> new WindowBench(lessons, typesetter, WindowBench.plain(Language.EN), 1280, 800));
    Fx.on(
        () -> {
          bench.controller.open(lessons.indexOf(digits), step);
          return bench.settle();
        });
    Answer before = Fx.on(() -> answer(bench.frame().main()));
    double[] theta = Fx.on(() -> bench.frame().main().parameters().toArray());
    List<String> said =
        Fx.on(
            () ->
                IntStream.range(0, 3)
                    .mapToObj(way -> bench.find("raise-" + way).orElseThrow().getAccessibleText())
                    .toList());
    for (int way = 0; way < 3; way++) {
      String id = "raise-" + way;
      Answer after =
          Fx.on(
              () -> {
                Button button = (Button) bench.find(id).orElseThrow();
                assertTrue(button.getText().contains("%"), button.getText());
                button.fire();
                bench.settle();
                return answer(bench.frame().main());
              });
      double risen = after.scores().get(5) - before.scores().get(5);
      // Units that fall silent on the way leave the activations below what the slope promises.
      assertEquals(1, risen, way < 2 ? 1e-9 : 0.6, id);
      String reached = String.format(Locale.ROOT, "%.2f", after.scores().get(5));
      assertTrue(said.get(way).contains(" to " + reached + " through"), said.get(way));
      double[] undone = Fx.on(() -> bench.control(KeyCode.Z).frame().main().parameters().toArray());
      assertArrayEquals(theta, undone, id);
    }
    Fx.on(
        () -> {
          bench.close();
          return null;
        });
  }
}
