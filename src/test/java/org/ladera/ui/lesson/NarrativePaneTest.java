package org.ladera.ui.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ladera.IceCream;
import org.ladera.engine.spec.Edit;
import org.ladera.engine.spec.ScheduleSpec;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.Progress;
import org.ladera.lesson.model.Step;
import org.ladera.lesson.model.Verdict;
import org.ladera.session.Command;
import org.ladera.session.Frame;
import org.ladera.session.Scene;
import org.ladera.session.run.InlineSession;
import org.ladera.text.Language;
import org.ladera.ui.Fx;
import org.ladera.ui.control.PushButton;
import org.ladera.ui.control.TrackSlider;
import org.ladera.ui.formula.FormulaView;
import org.ladera.ui.formula.Typesetter;
import org.ladera.ui.theme.Profile;

class NarrativePaneTest {
  private static Typesetter typesetter;
  private static Frame frame;

  private final PrintStream errors = System.err;
  private final ByteArrayOutputStream caught = new ByteArrayOutputStream();

  @BeforeAll
  static void start() {
    Fx.start();
    typesetter = new Typesetter();
    typesetter.awaitReady();
    frame = SurfaceLesson.frame(240);
  }

  /** Half after every epoch: the editor has the base rate, the line the one in use. */
  @Test
  void theRateOfAScheduleIsSaidBesideTheBaseRate() {
    Lesson surface = SurfaceLesson.lesson();
    Step step = surface.steps().get(Stand.SURFACE);
    Scene scene =
        Scene.of(IceCream.experiment(0.01).withSchedule(new ScheduleSpec.Step(1, 0.5)), 100);
    Step planned =
        new Step(step.id(), scene, step.views(), step.controls(), step.checks(), List.of());
    Lesson lesson =
        new Lesson(
            surface.id(), surface.folder(), surface.group(), List.of(planned), surface.texts());
    InlineSession session = new InlineSession();
    session.send(new Command.Load(scene));
    session.send(new Command.RunTo(3));
    try (Stand stand = new Stand(typesetter, lesson, 0, Language.EN)) {
      stand.render(session.newest());
      assertTrue(stand.words().contains("By its schedule it is 0.00125 now"), stand.words());
      TextField field = stand.all(TextField.class, any -> true).getFirst();
      assertEquals("0.01", field.getText());
    }
    try (Stand stand = new Stand(typesetter, Stand.SURFACE, Language.EN)) {
      stand.render(frame);
      assertFalse(stand.words().contains("schedule"), stand.words());
    }
  }

  @BeforeEach
  void listen() {
    System.setErr(new PrintStream(caught, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void noStackTrace() {
    System.setErr(errors);
    String written = caught.toString(StandardCharsets.UTF_8);
    assertFalse(written.contains("\tat "), written);
  }

  private static Stand stand(int step) {
    Stand stand = new Stand(typesetter, step, Language.ES);
    stand.render(frame);
    return stand;
  }

  @Test
  void numbers_in_formulas_are_those_of_the_frame_in_the_language_of_the_window() {
    try (Stand stand = stand(Stand.SURFACE)) {
      assertTrue(stand.formulas().getLast() != null);
      assertTrue(
          stand.formulas().stream().anyMatch(tex -> tex.contains("{0{,}7563}")),
          stand.formulas().toString());
      stand.show(Stand.SURFACE, Language.EN, Profile.DARK);
      assertTrue(
          stand.formulas().stream().anyMatch(tex -> tex.contains("{-0.2304}")),
          stand.formulas().toString());
    }
  }

  @Test
  void the_same_frame_again_changes_nothing() {
    try (Stand stand = stand(Stand.EVERY_CONTROL)) {
      List<FormulaView> before = stand.all(FormulaView.class, view -> true);
      String words = stand.words();
      stand.render(frame);
      stand.render(frame);
      assertEquals(before, stand.all(FormulaView.class, view -> true));
      assertEquals(words, stand.words());
      assertTrue(stand.recorder.sent.isEmpty());
    }
  }

  @Test
  void another_frame_changes_the_numbers() {
    try (Stand stand = stand(Stand.SURFACE)) {
      List<String> before = stand.formulas();
      stand.render(SurfaceLesson.frame(600));
      assertNotEquals(before, stand.formulas());
    }
  }

  @Test
  void answers_of_an_earlier_day_are_there_and_the_step_says_what_is_missing() {
    Progress.Mark every = new Progress.Mark("surface", "every");
    Progress.Answer right = new Progress.Answer("0,5432", true);
    Progress half =
        new Progress(
            Optional.of(every),
            Map.of(
                every,
                new Progress.StepProgress(Progress.State.STARTED, Map.of("update", right)),
                new Progress.Mark("surface", "surface"),
                new Progress.StepProgress(
                    Progress.State.DONE, Map.of("predict", new Progress.Answer("explode", true)))));
    try (Stand stand = stand(0)) {
      stand.on(() -> stand.pane.remember(half));
      stand.show(Stand.EVERY_CONTROL, Language.ES, Profile.LIGHT);
      stand.render(frame);
      stand.the(TextField.class, field -> field.getText().equals("0,5432"));
      PushButton missing = stand.the(PushButton.class, b -> "missing".equals(b.getId()));
      assertEquals("Hecho 1 de 2 · Ir a lo que falta", missing.getText());
      assertFalse(stand.words().contains("Aún no se puede"), stand.words());
      Progress whole =
          half.answered(
              "surface",
              SurfaceLesson.lesson().steps().get(Stand.EVERY_CONTROL),
              "low",
              "",
              new Verdict.Right());
      assertEquals(Progress.State.DONE, whole.of("surface", "every").state());
      stand.on(() -> stand.pane.remember(whole));
      assertFalse(missing.isVisible());
      stand.show(Stand.SURFACE, Language.ES, Profile.LIGHT);
      assertTrue(stand.words().contains("Explota."), stand.words());
    }
  }

  @Test
  void the_bar_tells_what_is_done_from_what_was_only_seen() {
    Progress.Mark first = new Progress.Mark("surface", "first");
    Progress.Mark second = new Progress.Mark("surface", "second");
    Progress seen =
        new Progress(
            Optional.of(second),
            Map.of(
                first, new Progress.StepProgress(Progress.State.STARTED, Map.of()),
                second, new Progress.StepProgress(Progress.State.DONE, Map.of())));
    try (Stand stand = stand(Stand.SURFACE)) {
      StepBars bars = stand.the(StepBars.class, b -> true);
      List<String> before = spoken(bars);
      assertTrue(before.getFirst().endsWith("por empezar"), before.toString());
      stand.on(() -> stand.pane.remember(seen));
      assertTrue(spoken(bars).get(0).endsWith("en curso"), spoken(bars).toString());
      assertTrue(spoken(bars).get(1).endsWith("hecho"), spoken(bars).toString());
      List<Object> colors =
          bars.getChildrenUnmodifiable().stream()
              .flatMap(n -> n instanceof Rectangle r ? Stream.<Object>of(r.getFill()) : Stream.of())
              .limit(4)
              .toList();
      assertEquals(4, Set.copyOf(colors).size(), "seen, done, here and new look apart");
    }
  }

  private static List<String> spoken(StepBars bars) {
    return bars.getChildrenUnmodifiable().stream()
        .map(Node::getAccessibleText)
        .filter(text -> text != null)
        .toList();
  }

  @Test
  void arrows_move_the_rate_and_shift_moves_it_ten_times_as_far() {
    try (Stand stand = stand(Stand.SURFACE)) {
      TrackSlider slider = stand.the(TrackSlider.class, s -> true);
      assertEquals(0.01, slider.value());
      stand.press(slider, KeyCode.RIGHT);
      double one = slider.value();
      assertTrue(one > 0.01 && one < 0.0105, "one step: " + one);
      stand.chord(slider, KeyCode.SHIFT, KeyCode.RIGHT);
      assertTrue(slider.value() > one * 1.2, "ten steps: " + slider.value());
      stand.press(slider, KeyCode.HOME);
      assertEquals(0.001, slider.value());
      assertEquals(
          new Command.Apply(new Edit.SetRate(0.001), false), stand.recorder.sent.getLast());
    }
  }

  @Test
  void the_rate_takes_a_comma_or_a_point_and_loses_nothing_that_is_wrong() {
    try (Stand stand = stand(Stand.SURFACE)) {
      TextField field = stand.the(TextField.class, f -> true);
      stand.type(field, "0,0107");
      stand.press(field, KeyCode.ENTER);
      assertEquals(
          new Command.Apply(new Edit.SetRate(0.0107), false), stand.recorder.sent.getLast());
      stand.type(field, "1.05e-2");
      stand.press(field, KeyCode.ENTER);
      assertEquals(
          new Command.Apply(new Edit.SetRate(0.0105), false), stand.recorder.sent.getLast());
      int sent = stand.recorder.sent.size();
      stand.type(field, "mucho");
      stand.press(field, KeyCode.ENTER);
      stand.render(SurfaceLesson.frame(300));
      assertEquals("mucho", field.getText());
      assertEquals(sent, stand.recorder.sent.size());
      assertTrue(stand.words().contains("Escribe un número mayor que 0"), stand.words());
    }
  }

  @Test
  void the_limit_is_written_with_the_digits_that_matter() {
    try (Stand stand = stand(Stand.SURFACE)) {
      assertTrue(stand.words().contains("0,0108003"), stand.words());
    }
  }

  @Test
  void a_start_is_typed_and_new_weights_are_another_seed() {
    try (Stand stand = stand(Stand.SURFACE)) {
      TextField bias = stand.all(TextField.class, f -> true).get(1);
      stand.type(bias, "2,5");
      stand.press(bias, KeyCode.ENTER);
      Command.SetStart start = (Command.SetStart) stand.recorder.sent.getLast();
      assertEquals(2.5, start.parameters().parameters().get(1));
      assertEquals(1.0151747625338823, start.parameters().parameters().get(0));
      stand.press(stand.button("Pesos iniciales nuevos"), KeyCode.SPACE);
      assertEquals(new Command.Reseed(715), stand.recorder.sent.getLast());
    }
  }

  @Test
  void presets_parameter_and_batch_size_answer_to_the_keyboard() {
    try (Stand stand = stand(Stand.EVERY_CONTROL)) {
      stand.press(stand.button("0,1"), KeyCode.SPACE);
      assertEquals(new Command.Apply(new Edit.SetRate(0.1), false), stand.recorder.sent.getLast());
      TrackSlider slope = stand.all(TrackSlider.class, s -> true).get(1);
      stand.press(slope, KeyCode.END);
      assertEquals(
          new Command.Apply(new Edit.SetParameter(SurfaceLesson.W, 4), false),
          stand.recorder.sent.getLast());
      stand.press(stand.button("4"), KeyCode.SPACE);
      Command.Reset again =
          (Command.Reset)
              stand.recorder.sent.stream()
                  .filter(Command.Reset.class::isInstance)
                  .findFirst()
                  .orElseThrow();
      assertEquals(4, again.batch().orElseThrow().size());
    }
  }

  @Test
  void a_choice_says_why_and_is_told_to_the_progress() {
    try (Stand stand = stand(Stand.SURFACE)) {
      stand.press(stand.button("baja"), KeyCode.SPACE);
      assertTrue(stand.words().contains("Intento 1"), stand.words());
      stand.press(stand.button("explota"), KeyCode.SPACE);
      assertTrue(stand.words().contains("por encima del límite"), stand.words());
      assertEquals("predict explode Right[]", stand.recorder.said.getLast());
    }
  }

  @Test
  void a_wrong_number_is_named_and_survives_a_change_of_language_and_colours() {
    try (Stand stand = stand(Stand.EVERY_CONTROL)) {
      TextField field = stand.all(TextField.class, f -> f.isVisible()).getLast();
      stand.type(field, "-1,0578");
      stand.press(field, KeyCode.ENTER);
      assertTrue(stand.words().contains("Factor 2 de más."), stand.words());
      stand.show(Stand.EVERY_CONTROL, Language.EN, Profile.DARK);
      assertEquals("-1,0578", stand.all(TextField.class, f -> f.isVisible()).getLast().getText());
      assertTrue(stand.words().contains("A factor 2 too many."), stand.words());
      assertTrue(stand.words().contains("Attempt 1"), stand.words());
    }
  }

  @Test
  void what_is_no_number_is_not_an_attempt() {
    try (Stand stand = stand(Stand.EVERY_CONTROL)) {
      TextField field = stand.all(TextField.class, f -> f.isVisible()).getLast();
      stand.type(field, "hola");
      stand.press(field, KeyCode.ENTER);
      assertEquals("hola", field.getText());
      assertTrue(stand.words().contains("«hola» no se conoce aquí"), stand.words());
      assertFalse(stand.words().contains("Intento"), stand.words());
    }
  }

  @Test
  void a_state_that_was_reached_stays_reached() {
    try (Stand stand = stand(Stand.EVERY_CONTROL)) {
      assertTrue(stand.words().contains("Ahora vale 1,845"), stand.words());
      stand.render(SurfaceLesson.frame(1500));
      stand.render(frame);
      assertTrue(stand.words().contains("Conseguido."), stand.words());
      assertEquals(1, stand.recorder.said.stream().filter(said -> said.startsWith("low")).count());
    }
  }

  @Test
  void a_key_that_comes_before_the_first_frame_reaches_its_control_with_it() {
    try (Stand stand = new Stand(typesetter, Stand.SURFACE, Language.ES)) {
      stand.press(stand.button("explota"), KeyCode.SPACE);
      stand.press(stand.button("Pesos iniciales nuevos"), KeyCode.SPACE);
      assertEquals(List.of(), stand.recorder.said);
      assertEquals(List.of(), stand.recorder.sent);
      stand.render(frame);
      stand.render(SurfaceLesson.frame(300));
      assertEquals(1, stand.recorder.said.size(), stand.recorder.said.toString());
      assertTrue(
          stand.recorder.said.getFirst().startsWith("predict explode Right"),
          stand.recorder.said.toString());
      assertEquals(
          List.of(new Command.Reseed(frame.main().experiment().seed() + 1)), stand.recorder.sent);
    }
  }

  @Test
  void a_key_before_the_first_frame_outlives_every_text_that_is_made_anew() {
    try (Stand stand = new Stand(typesetter, Stand.EVERY_CONTROL, Language.ES)) {
      stand.render(frame);
      stand.show(Stand.SURFACE, Language.ES, Profile.LIGHT);
      stand.press(stand.button("explota"), KeyCode.SPACE);
      stand.show(Stand.SURFACE, Language.EN, Profile.LIGHT);
      stand.show(Stand.SURFACE, Language.EN, Profile.DARK);
      assertEquals(List.of(), stand.recorder.said, "not with a frame of the step before");
      stand.render(SurfaceLesson.frame(300));
      assertEquals(1, stand.recorder.said.size(), stand.recorder.said.toString());
      assertTrue(stand.recorder.said.getFirst().startsWith("predict explode Right"));
      String words = stand.words();
      stand.render(SurfaceLesson.frame(301));
      stand.show(Stand.SURFACE, Language.EN, Profile.DARK);
      assertEquals(words, stand.words(), "the verdict is seen at once");
    }
  }

  @Test
  void navigation_and_links_only_tell_what_was_asked() {
    try (Stand stand = stand(Stand.EVERY_CONTROL)) {
      stand.press(stand.button("Siguiente"), KeyCode.SPACE);
      stand.press(stand.button("Atrás"), KeyCode.SPACE);
      assertEquals(List.of("next", "back"), stand.recorder.said);
      javafx.scene.text.Text link =
          stand.the(javafx.scene.text.Text.class, text -> text.getText().equals("la tesis"));
      stand.press(link, KeyCode.ENTER);
      assertEquals("open https://example.org", stand.recorder.said.getLast());
    }
  }

  @Test
  void everything_that_takes_the_focus_has_a_name() {
    try (Stand stand = stand(Stand.EVERY_CONTROL)) {
      List<javafx.scene.Node> nameless =
          stand.all(
              javafx.scene.Node.class,
              node ->
                  node.isFocusTraversable()
                      && blank(node.queryAccessibleAttribute(AccessibleAttribute.TEXT))
                      && blank(node.getAccessibleText()));
      assertEquals(List.of(), nameless);
    }
  }

  private static boolean blank(Object text) {
    return text == null || text.toString().isBlank();
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void nothing_is_wider_than_the_column_even_where_it_is_narrow(Profile profile) {
    try (Stand stand = stand(Stand.EVERY_CONTROL)) {
      for (Language language : Language.values()) {
        for (int step : new int[] {Stand.SURFACE, Stand.EVERY_CONTROL}) {
          stand.show(step, language, profile);
          stand.render(frame);
          double narrow = profile == Profile.PROJECTOR ? 392 : 304;
          stand.on(() -> pane(stand).resize(narrow, 900));
          for (Region region : stand.all(Region.class, Region::isVisible)) {
            double right =
                pane(stand).sceneToLocal(region.localToScene(region.getWidth(), 0)).getX();
            assertTrue(right <= narrow + 1, region + " ends at " + right);
          }
        }
      }
    }
  }

  private static NarrativePane pane(Stand stand) {
    return stand.pane;
  }
}
