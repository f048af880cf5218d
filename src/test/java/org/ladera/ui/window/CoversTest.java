package org.ladera.ui.window;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.Step;
import org.ladera.lesson.model.Verdict;
import org.ladera.session.Command;
import org.ladera.session.run.InlineSession;
import org.ladera.store.lesson.LessonLibrary;
import org.ladera.text.Language;
import org.ladera.text.Messages;
import org.ladera.ui.Fx;
import org.ladera.ui.control.Focus;
import org.ladera.ui.formula.Typesetter;

/** What would tell the answer is covered in the real window until the question is answered. */
class CoversTest {
  private static Typesetter typesetter;
  private static List<Lesson> lessons;

  @BeforeAll
  static void start() {
    Fx.start();
    typesetter = new Typesetter();
    typesetter.awaitReady();
    lessons = LessonLibrary.load(Path.of("lessons")).lessons();
  }

  /** All words of the window, written or spoken, after these checks were answered rightly. */
  private static String words(String lesson, String step, String... answered) {
    return Fx.on(
        () -> {
          try (WindowBench bench =
              new WindowBench(lessons, typesetter, WindowBench.plain(Language.EN), 1280, 800)) {
            Lesson open =
                lessons.stream().filter(l -> l.id().equals(lesson)).findFirst().orElseThrow();
            Step at = open.step(step).orElseThrow();
            bench.controller.open(lessons.indexOf(open), open.steps().indexOf(at));
            bench.settle();
            for (String check : answered) {
              bench.controller.answered(at.check(check).orElseThrow(), "", new Verdict.Right());
            }
            bench.settle();
            String spoken =
                bench
                    .shown()
                    .map(Node::getAccessibleText)
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining("\n"));
            return String.join("\n", bench.words()) + "\n" + spoken;
          }
        });
  }

  @Test
  void whatEachRateWillDoIsCoveredUntilItWasPredicted() {
    String told = "beyond the limit it explodes";
    assertFalse(words("linear-regression", "rate").contains(told));
    assertTrue(words("linear-regression", "rate", "at-00108").contains(told));
  }

  @Test
  void aViewIsCoveredWholeAndComesBack() {
    String covered = "Covered until its question is answered.";
    String before = words("softmax", "scores");
    String after = words("softmax", "scores", "share");
    assertTrue(before.contains(covered));
    assertFalse(after.contains(covered));
    // ln 14, ln 5 and 0: 14 / (14 + 5 + 1).
    assertFalse(before.contains("70.0 %"), before);
    assertTrue(after.contains("70.0 %"), after);
  }

  /** Also where the text was folded away; the ring is the keyboard's alone. */
  @Test
  void theWayToTheQuestionEndsInItsField() {
    Lesson open = lessons.stream().filter(l -> l.id().equals("softmax")).findFirst().orElseThrow();
    Fx.on(
        () -> {
          try (WindowBench bench =
              new WindowBench(lessons, typesetter, WindowBench.plain(Language.EN), 1024, 640)) {
            bench.controller.open(
                lessons.indexOf(open), open.steps().indexOf(open.step("scores").orElseThrow()));
            bench.settle();
            bench.controller.window().foldNarrative(true);
            bench.settle();
            Button way = (Button) bench.find("cover-go").orElseThrow();
            way.requestFocus();
            way.fire();
            bench.settle();
            assertFalse(bench.controller.window().narrativeFolded());
            assertTrue(bench.scene().getFocusOwner() instanceof TextField);
            assertFalse(bench.scene().getFocusOwner().isFocusVisible());
            Focus.visibly(way);
            way.fire();
            assertTrue(bench.scene().getFocusOwner().isFocusVisible());
          }
          return null;
        });
  }

  @Test
  void aReadingIsCoveredInTheLineBelowTheStage() {
    Step regions =
        lessons.stream()
            .filter(l -> l.id().equals("softmax"))
            .findFirst()
            .orElseThrow()
            .step("regions")
            .orElseThrow();
    double loss;
    try (InlineSession session = new InlineSession()) {
      session.send(new Command.Load(regions.scene()));
      loss = session.newest().main().now().totalLoss();
    }
    String shown = Messages.load(Language.EN).numbers().shown(loss);
    // What a map says of itself aloud has its J; nothing that is written has.
    assertFalse(
        words("softmax", "regions").lines().anyMatch(l -> l.contains(shown) && l.length() < 60));
    assertTrue(words("softmax", "regions", "start-loss").contains(shown));
  }
}
