package org.ladera.ui.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.LessonText;
import org.ladera.text.Language;
import org.ladera.ui.Fx;
import org.ladera.ui.formula.Typesetter;
import org.ladera.ui.theme.Profile;

/** The frame of a lesson: what stands before its first step and after its last, and what folds. */
class OpeningAndClosingTest {
  private static final int LAST = 4;
  private static Typesetter typesetter;

  @BeforeAll
  static void start() {
    Fx.start();
    typesetter = new Typesetter();
    typesetter.awaitReady();
  }

  private static Stand stand(int step) {
    Stand stand = new Stand(typesetter, framed(), step, Language.ES);
    stand.render(SurfaceLesson.frame(240));
    return stand;
  }

  private static Lesson framed() {
    Lesson lesson = SurfaceLesson.lesson();
    LessonText text = lesson.texts().get("es");
    Map<String, LessonText.StepText> steps = new HashMap<>(text.steps());
    String body = "Antes.\n\n> [!fold] ¿Por qué $b$?\n>\n> Escondido.\n\nDespués.";
    steps.put("first", new LessonText.StepText("Los datos", body, Map.of()));
    LessonText framed =
        new LessonText(
            text.title(),
            Map.of(
                "goal", "bajar una ladera.",
                "needs", "una recta.",
                "learned.1", "La primera.",
                "learned.2", "La segunda.",
                "learned.3", "La tercera.",
                "next", "[La sigmoide](lesson:sigmoid)."),
            steps);
    return new Lesson(
        lesson.id(),
        lesson.folder(),
        lesson.group(),
        lesson.steps(),
        Map.of("es", framed, "en", lesson.texts().get("en")),
        lesson.play(),
        25);
  }

  @Test
  void a_fold_opens_and_closes_by_keyboard_and_says_so() {
    try (Stand stand = stand(0)) {
      assertTrue(stand.words().contains("¿Por qué"), stand.words());
      assertFalse(stand.words().contains("Escondido."), stand.words());
      Node heading =
          stand.the(
              Node.class,
              n -> n.isFocusTraversable() && "¿Por qué b?".equals(n.getAccessibleText()));
      assertEquals(false, heading.queryAccessibleAttribute(AccessibleAttribute.EXPANDED));
      stand.press(heading, KeyCode.ENTER);
      assertTrue(stand.words().contains("Escondido."), stand.words());
      assertEquals(true, heading.queryAccessibleAttribute(AccessibleAttribute.EXPANDED));
      stand.press(heading, KeyCode.SPACE);
      assertFalse(stand.words().contains("Escondido."), stand.words());
    }
  }

  @Test
  void a_lesson_says_what_it_is_for_before_its_first_step_only() {
    try (Stand stand = stand(0)) {
      assertTrue(stand.words().contains("Podrás bajar una ladera."), stand.words());
      assertTrue(stand.words().contains("25 minutos"), stand.words());
      assertFalse(stand.words().contains("La primera."), stand.words());
      stand.show(1, Language.ES, Profile.LIGHT);
      assertFalse(stand.words().contains("Podrás"), stand.words());
    }
  }

  @Test
  void the_end_says_what_was_learned_what_is_open_and_which_mistakes_were_made() {
    try (Stand stand = stand(Stand.EVERY_CONTROL)) {
      TextField field = stand.all(TextField.class, f -> f.isVisible()).getLast();
      stand.type(field, "-1,0578");
      stand.press(field, KeyCode.ENTER);
      stand.show(LAST, Language.ES, Profile.LIGHT);
      assertTrue(
          stand.words().matches("(?s).*La primera\\..*La segunda\\..*La tercera\\..*"),
          stand.words());
      assertTrue(stand.words().contains("Factor 2 de más."), stand.words());
      assertEquals(
          1,
          stand
              .all(
                  javafx.scene.text.Text.class,
                  t -> t.getText().equals("3. La superficie de costo"))
              .size());
      stand.press(stand.button("4. Una actualización"), KeyCode.SPACE);
      assertEquals("goTo 3", stand.recorder.said.getLast());

      stand.show(Stand.SURFACE, Language.ES, Profile.LIGHT);
      stand.render(SurfaceLesson.frame(300));
      stand.press(stand.button("explota"), KeyCode.SPACE);
      stand.show(LAST, Language.ES, Profile.LIGHT);
      assertFalse(stand.words().contains("3. La superficie de costo"), stand.words());
      assertTrue(stand.words().contains("4. Una actualización"), stand.words());

      Node next =
          stand.the(javafx.scene.text.Text.class, text -> text.getText().equals("La sigmoide"));
      stand.press(next, KeyCode.ENTER);
      assertEquals("open lesson:sigmoid", stand.recorder.said.getLast());
    }
  }
}
