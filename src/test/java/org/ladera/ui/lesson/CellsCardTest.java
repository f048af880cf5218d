package org.ladera.ui.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ladera.lesson.model.Lesson;
import org.ladera.session.Command;
import org.ladera.session.Frame;
import org.ladera.session.run.InlineSession;
import org.ladera.store.lesson.LessonLibrary;
import org.ladera.text.Language;
import org.ladera.ui.Fx;
import org.ladera.ui.formula.Typesetter;
import org.ladera.ui.theme.Profile;

/** Filling in a matrix by keyboard: the step with δ² (1 × 3) and ∂J/∂W² (5 × 3). */
class CellsCardTest {
  private static Typesetter typesetter;
  private static Lesson lesson;
  private static int step;
  private static Frame frame;

  @BeforeAll
  static void start() {
    Fx.start();
    typesetter = new Typesetter();
    typesetter.awaitReady();
    lesson = LessonLibrary.load(Path.of("lessons")).lesson("backprop-by-hand").orElseThrow();
    step = index("hidden-two");
    try (InlineSession session = new InlineSession()) {
      session.send(new Command.Load(lesson.steps().get(step).scene()));
      frame = session.newest();
    }
  }

  private static int index(String id) {
    return IntStream.range(0, lesson.steps().size())
        .filter(i -> lesson.steps().get(i).id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Stand stand(Language language) {
    Stand stand = new Stand(typesetter, lesson, step, language);
    stand.render(frame);
    return stand;
  }

  private static List<TextField> fields(Stand stand) {
    return stand.all(TextField.class, Node::isVisible);
  }

  private static boolean focused(Node node) {
    return Fx.on(node::isFocused);
  }

  @Test
  void asked_cells_are_fields_and_the_others_show_their_numbers() {
    try (Stand stand = stand(Language.ES)) {
      assertEquals(6, fields(stand).size());
      List<CellNumber> shown = stand.all(CellNumber.class, n -> true);
      assertEquals(12, shown.size());
      // a¹₁·δ²₁ = 0.413382 · −0.095936
      assertTrue(stand.words().contains("\u22120,0397"), stand.words());
      assertTrue(shown.getFirst().getAccessibleText().contains("fila 1, columna 1"));
      // The number asked for, a¹₁·δ²₂ = 0.0495, is not on screen.
      assertFalse(stand.words().contains("0,0495"), stand.words());
    }
  }

  @Test
  void hidden_cells_say_nothing() {
    try (Stand stand = new Stand(typesetter, lesson, index("update"), Language.ES)) {
      stand.render(frame);
      List<CellNumber> hidden = stand.all(CellNumber.class, n -> true);
      // W'² has 15 cells, two of them asked for.
      assertEquals(13, hidden.size());
      for (CellNumber cell : hidden) {
        assertEquals("", ((Label) cell.getChildrenUnmodifiable().getFirst()).getText());
      }
    }
  }

  @Test
  void enter_checks_and_every_cell_gets_its_own_verdict() {
    try (Stand stand = stand(Language.ES)) {
      List<TextField> cells = fields(stand);
      stand.type(cells.get(0), "-0,0959");
      // δ³·W³ without σ′(z²): −0.289808 · −1.7
      stand.type(cells.get(1), "0,4927");
      stand.type(cells.get(2), "-0.0645");
      stand.press(cells.get(2), KeyCode.ENTER);
      assertTrue(stand.words().contains("Correctos por ahora: 1 de 3."), stand.words());
      assertTrue(stand.words().contains("Falta la derivada"), stand.words());
      assertTrue(stand.words().contains("Signo invertido."), stand.words());
      assertTrue(cells.get(0).getAccessibleText().endsWith("correcto"));
      assertTrue(cells.get(1).getAccessibleText().endsWith("todavía no"));
      assertTrue(stand.recorder.said.getLast().startsWith("delta-two -0,0959;0,4927;-0.0645"));
      stand.type(cells.get(1), "0,1198");
      assertFalse(cells.get(1).getAccessibleText().endsWith("todavía no"));
      stand.type(cells.get(2), "0.0645");
      stand.press(cells.get(2), KeyCode.ENTER);
      assertTrue(stand.recorder.said.getLast().endsWith("Right[]"), stand.recorder.said::toString);
      assertTrue(stand.words().contains("Eso es."), stand.words());
    }
  }

  @Test
  void what_is_empty_or_no_number_is_said_and_is_no_attempt() {
    try (Stand stand = stand(Language.EN)) {
      List<TextField> cells = fields(stand);
      stand.type(cells.get(0), "-0.0959");
      stand.type(cells.get(1), "much");
      stand.press(cells.get(1), KeyCode.ENTER);
      assertTrue(stand.words().contains("Right so far: 1 of 3."), stand.words());
      assertTrue(stand.words().contains("“much” is not known here."), stand.words());
      assertTrue(stand.words().contains("still empty."), stand.words());
      assertFalse(stand.words().contains("Attempt"), stand.words());
    }
  }

  @Test
  void a_verdict_that_appears_below_the_window_comes_into_view() {
    try (Stand stand = stand(Language.EN)) {
      ScrollPane scroll = stand.the(ScrollPane.class, n -> true);
      TextField cell = fields(stand).getLast();
      // The last question stands at the lower edge, with no room for a verdict.
      stand.on(
          () -> {
            double below = bottom(cell) - bottom(scroll) + 4;
            Region column = (Region) scroll.getContent();
            double hidden = column.getHeight() - scroll.getViewportBounds().getHeight();
            scroll.setVvalue(scroll.getVvalue() + below / hidden);
          });
      stand.type(cell, "5");
      stand.press(cell, KeyCode.ENTER);
      stand.on(() -> {});
      Notice verdict = stand.all(Notice.class, Node::isVisible).getLast();
      assertTrue(
          Fx.on(() -> bottom(verdict) <= bottom(scroll)),
          () -> bottom(verdict) + " below " + bottom(scroll));
    }
  }

  private static double bottom(Node node) {
    return node.localToScene(node.getLayoutBounds()).getMaxY();
  }

  @Test
  void arrows_go_from_cell_to_cell_and_sideways_first_through_the_number() {
    try (Stand stand = stand(Language.EN)) {
      List<TextField> cells = fields(stand);
      stand.type(cells.get(0), "12");
      stand.press(cells.get(0), KeyCode.HOME, KeyCode.RIGHT);
      assertTrue(focused(cells.get(0)));
      stand.press(cells.get(0), KeyCode.END, KeyCode.RIGHT);
      assertTrue(focused(cells.get(1)));
      stand.press(cells.get(1), KeyCode.LEFT);
      assertTrue(focused(cells.get(0)));
      // ∂J/∂W² asks for (1, 2), (3, 1) and (5, 3).
      stand.press(cells.get(3), KeyCode.DOWN);
      assertTrue(focused(cells.get(4)));
      stand.press(cells.get(4), KeyCode.DOWN);
      assertTrue(focused(cells.get(5)));
      stand.press(cells.get(5), KeyCode.UP);
      assertTrue(focused(cells.get(4)));
      stand.press(cells.get(3), KeyCode.TAB);
      assertTrue(focused(cells.get(4)));
    }
  }

  @Test
  void what_was_typed_survives_a_change_of_language_and_colours() {
    try (Stand stand = stand(Language.ES)) {
      stand.type(fields(stand).get(1), "0,4927");
      stand.press(fields(stand).get(1), KeyCode.ENTER);
      stand.show(step, Language.EN, Profile.DARK);
      stand.render(frame);
      assertEquals("0,4927", fields(stand).get(1).getText());
      assertTrue(stand.words().contains("Right so far: 0 of 3."), stand.words());
      assertTrue(stand.words().contains("Attempt 1"), stand.words());
    }
  }

  @Test
  void after_three_attempts_the_values_are_offered() {
    try (Stand stand = stand(Language.ES)) {
      TextField cell = fields(stand).getFirst();
      for (String wrong : List.of("1", "2", "3")) {
        stand.type(cell, wrong);
        stand.press(cell, KeyCode.ENTER);
      }
      stand.press(stand.button("una pista"), KeyCode.SPACE);
      stand.press(stand.button("ver el valor"), KeyCode.SPACE);
      assertTrue(stand.words().contains("Los valores son"), stand.words());
    }
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void no_cell_leaves_the_column_even_at_doubled_letters(Profile profile) {
    try (Stand stand = stand(Language.ES)) {
      stand.show(step, Language.ES, profile);
      stand.render(frame);
      double narrow = profile == Profile.PROJECTOR ? 392 : 304;
      stand.on(() -> stand.pane.resize(narrow, 900));
      List<Region> cells =
          stand.all(Region.class, r -> r instanceof CellField || r instanceof CellNumber);
      assertEquals(18, cells.size());
      for (Region cell : cells) {
        double right = stand.pane.sceneToLocal(cell.localToScene(cell.getWidth(), 0)).getX();
        assertTrue(right <= narrow, cell + " ends at " + right);
        if (cell instanceof CellNumber number) {
          Region label = (Region) number.getChildrenUnmodifiable().getFirst();
          assertTrue(label.prefWidth(-1) <= cell.getWidth() + 1, "the number fits");
        }
      }
    }
  }
}
