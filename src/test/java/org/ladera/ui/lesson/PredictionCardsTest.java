package org.ladera.ui.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.Progress;
import org.ladera.lesson.model.Step;
import org.ladera.lesson.model.Verdict;
import org.ladera.session.Command;
import org.ladera.session.Frame;
import org.ladera.session.run.InlineSession;
import org.ladera.store.lesson.LessonLibrary;
import org.ladera.text.Language;
import org.ladera.ui.Fx;
import org.ladera.ui.control.PushButton;
import org.ladera.ui.formula.Typesetter;
import org.ladera.ui.theme.Profile;

/** Answers that are locked, played and compared, by keyboard, in the shipped line. */
class PredictionCardsTest {
  private static Typesetter typesetter;
  private static Lesson lesson;

  @BeforeAll
  static void start() {
    Fx.start();
    typesetter = new Typesetter();
    typesetter.awaitReady();
    lesson = LessonLibrary.load(Path.of("lessons")).lesson("linear-regression").orElseThrow();
  }

  private static Step step(String id) {
    return lesson.step(id).orElseThrow();
  }

  private static Frame after(String id, long epochs) {
    try (InlineSession session = new InlineSession()) {
      session.send(new Command.Load(step(id).scene()));
      if (epochs > 0) {
        session.send(new Command.RunTo(epochs));
      }
      return session.newest();
    }
  }

  private static Stand stand(String id) {
    return new Stand(typesetter, lesson, lesson.steps().indexOf(step(id)), Language.EN);
  }

  /** What comes is worked out beside the window. */
  private static void await(Stand stand, Frame frame, BooleanSupplier there) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!there.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, stand::words);
      stand.render(frame);
    }
  }

  private static boolean said(Stand stand, String words) {
    return stand.words().contains(words);
  }

  private static PushButton run(Stand stand, String name) {
    return stand.the(
        PushButton.class,
        b -> b.getAccessibleText() != null && b.getAccessibleText().contains(name + ","));
  }

  @Test
  void a_guess_is_locked_then_played_then_compared() {
    try (Stand stand = stand("descent")) {
      Frame begin = after("descent", 0);
      stand.render(begin);
      TextField field =
          stand.the(
              TextField.class,
              f ->
                  f.getAccessibleText().contains("1500")
                      || f.getAccessibleText().contains("epochs"));
      stand.type(field, "100");
      stand.press(field, KeyCode.ENTER);
      assertTrue(said(stand, "Play to epoch 1500"), stand::words);
      assertTrue(Fx.on(field::isDisabled));
      assertEquals("below-one 100 Locked[]", stand.recorder.said.getLast());
      stand.press(stand.button("change it"), KeyCode.SPACE);
      assertFalse(Fx.on(field::isDisabled));
      stand.type(field, "50");
      stand.press(field, KeyCode.ENTER);
      stand.render(after("descent", 1499));
      assertTrue(said(stand, "Play to epoch 1500"), stand::words);
      Frame played = after("descent", 1500);
      await(stand, played, () -> said(stand, "It takes longer."));
      assertTrue(said(stand, "You said 50; it took 508."), stand::words);
      assertEquals(1, stand.all(PredictionPlot.class, Node::isVisible).size());
      assertEquals("below-one 50 Wrong[mistake=too-few]", stand.recorder.said.getLast());
    }
  }

  @Test
  void runs_are_pressed_in_order_and_stand_beside_what_came() {
    try (Stand stand = stand("rate")) {
      stand.render(after("rate", 0));
      for (String name : List.of("0.01", "your rate", "0.0108", "0.011")) {
        stand.press(run(stand, name), KeyCode.SPACE);
      }
      stand.press(run(stand, "your rate"), KeyCode.SPACE);
      assertEquals("your rate, no place yet", run(stand, "your rate").getAccessibleText());
      assertTrue(run(stand, "0.0108").getAccessibleText().endsWith(", place 2"));
      stand.press(run(stand, "your rate"), KeyCode.SPACE);
      stand.press(stand.button("Lock in"), KeyCode.SPACE);
      assertTrue(said(stand, "Play to epoch 1500"), stand::words);
      await(
          stand,
          after("rate", 1500),
          () ->
              said(stand, "Two that follow")
                  || said(stand, "other way")
                  || said(stand, "otherwise")
                  || said(stand, "The first one is right"));
      assertEquals(
          "finish thesis;edge;over;main Wrong[mistake=only-first]", stand.recorder.said.getLast());
      // ½·1.554684488220280, the least of the four.
      assertTrue(said(stand, "0.7773"), stand::words);
    }
  }

  @Test
  void what_was_compared_in_an_earlier_session_is_compared_again_and_counts_as_done() {
    Progress.Answer answer = new Progress.Answer("600", true);
    AnswerState state =
        AnswerState.of(
            step("descent").check("below-one").orElseThrow(), java.util.Optional.of(answer));
    assertTrue(state.isSettled());
    assertFalse(state.right());
    Progress person =
        Progress.NONE.answered(
            lesson.id(), step("descent"), "below-one", "600", new Verdict.Wrong("too-many"));
    assertTrue(person.of(lesson.id(), "descent").answers().get("below-one").right());
    try (Stand stand = new Stand(typesetter, lesson, 0, Language.EN)) {
      stand.on(() -> stand.pane.remember(person));
      stand.show(lesson.steps().indexOf(step("descent")), Language.EN, Profile.LIGHT);
      Frame begin = after("descent", 0);
      await(stand, begin, () -> said(stand, "You said 600; it took 508."));
    }
  }

  @Test
  void a_curve_is_drawn_by_mouse_and_keys_and_stays_as_it_was_locked() {
    try (Stand stand = stand("descent")) {
      stand.render(after("descent", 0));
      Node plot = stand.the(Node.class, n -> "sketch-curve".equals(n.getId()));
      assertTrue(plot.getAccessibleText().contains("still empty"));
      assertTrue(stand.button("Lock in").isDisabled());
      // From the upper left corner down and to the right, as far as the plot goes.
      drag(stand, plot, 0, 0, 300, 160);
      assertTrue(
          plot.getAccessibleText().contains("at epoch 1500, the curve there at 0."),
          plot::getAccessibleText);
      stand.press(plot, KeyCode.UP);
      assertTrue(plot.getAccessibleText().contains("there at 2."), plot::getAccessibleText);
      stand.press(plot, KeyCode.DOWN);
      stand.press(stand.button("Lock in"), KeyCode.SPACE);
      String locked = stand.recorder.said.getLast();
      assertTrue(locked.matches("curve (39|40).*") && locked.endsWith("Locked[]"), locked);
      stand.press(plot, KeyCode.UP);
      drag(stand, plot, 0, 400, 400, 0);
      await(stand, after("descent", 1500), () -> said(stand, "Attempt 1"));
      String judged = locked.replace("Locked[]", "Wrong[");
      assertTrue(
          stand.recorder.said.stream().anyMatch(said -> said.startsWith(judged)),
          stand.recorder.said::toString);
      assertTrue(plot.getAccessibleText().endsWith("The run has 0.7773 there."));
    }
  }

  private static void drag(Stand stand, Node node, double x, double y, double toX, double toY) {
    stand.on(
        () -> {
          node.fireEvent(mouse(node, MouseEvent.MOUSE_PRESSED, x, y));
          for (int i = 1; i <= 50; i++) {
            node.fireEvent(
                mouse(
                    node,
                    MouseEvent.MOUSE_DRAGGED,
                    x + (toX - x) * i / 50,
                    y + (toY - y) * i / 50));
          }
        });
  }

  private static MouseEvent mouse(Node on, EventType<MouseEvent> kind, double x, double y) {
    Point2D scene = on.localToScene(x, y);
    return new MouseEvent(
        on,
        on,
        kind,
        x,
        y,
        scene.getX(),
        scene.getY(),
        MouseButton.PRIMARY,
        1,
        false,
        false,
        false,
        false,
        true,
        false,
        false,
        true,
        false,
        true,
        null);
  }
}
