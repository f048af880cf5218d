package org.ladera.ui.window.stage;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ladera.lesson.model.Hotspot;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.LessonText;
import org.ladera.lesson.model.Step;
import org.ladera.lesson.model.ViewMark;
import org.ladera.session.Command;
import org.ladera.session.run.InlineSession;
import org.ladera.store.lesson.LessonLibrary;
import org.ladera.text.Language;
import org.ladera.text.Messages;
import org.ladera.ui.Fx;
import org.ladera.ui.fx.Toolkit;
import org.ladera.ui.plot.ViewCard;
import org.ladera.ui.theme.Profile;
import org.ladera.ui.theme.Tokens;

/** Every mark that a text of the lessons names is in the picture of its view. */
class LitMarksTest {
  private static final Pattern LINK = Pattern.compile("\\]\\((#[^)]*)\\)");
  private static final double WIDTH = 640;
  private static final double HEIGHT = 420;

  /** An epoch by which a mark that a run has to reach first, as a least loss, is there. */
  private static final long ON_THE_WAY = 300;

  @BeforeAll
  static void start() {
    Fx.start();
  }

  @Test
  void what_a_phrase_names_is_drawn() {
    int marks = 0;
    for (Lesson lesson : LessonLibrary.load(Path.of("lessons")).lessons()) {
      LessonText text = lesson.text(Language.EN);
      for (Step step : lesson.steps()) {
        Set<Hotspot.Place> places = new LinkedHashSet<>();
        LINK.matcher(text.step(step.id()).body())
            .results()
            .flatMap(m -> Hotspot.of(m.group(1)).flatMap(h -> h.in(step)).stream())
            .filter(place -> place.mark().isPresent())
            .forEach(places::add);
        for (Hotspot.Place place : places) {
          Toolkit.call(() -> assertDrawn(lesson, text, step, place));
          marks++;
        }
      }
    }
    assertTrue(marks >= 8, "only " + marks + " marks are named");
  }

  private static boolean assertDrawn(
      Lesson lesson, LessonText text, Step step, Hotspot.Place place) {
    SingleView view =
        new SingleView(
            step.views().get(place.view()),
            text,
            step.id(),
            Messages.load(Language.EN),
            Tokens.of(Profile.LIGHT),
            WIDTH,
            HEIGHT);
    try (InlineSession session = new InlineSession()) {
      session.send(new Command.Load(step.scene()));
      session.send(new Command.Watch(new HashSet<>(view.wanted(session.newest()))));
      view.scene().getRoot().resize(WIDTH, HEIGHT);
      ViewCard card = (ViewCard) view.scene().getRoot();
      String where = lesson.id() + " " + step.id() + " " + place;
      ViewMark named = place.mark().orElseThrow();
      draw(view, session);
      if (card.marks().of(named).isEmpty()) {
        session.send(new Command.RunTo(ON_THE_WAY));
        draw(view, session);
      }
      Rectangle2D mark = card.marks().of(named).orElseThrow(() -> new AssertionError(where));
      assertTrue(mark.getMaxX() > 0 && mark.getMinX() < WIDTH, where + mark);
      assertTrue(mark.getMaxY() > 0 && mark.getMinY() < HEIGHT, where + mark);
      assertTrue(mark.getWidth() < WIDTH / 2 || mark.getHeight() < HEIGHT / 2, where + mark);
    } finally {
      view.dispose();
    }
    return true;
  }

  private static void draw(SingleView view, InlineSession session) {
    view.render(session.newest());
    view.scene().getRoot().layout();
    view.settle();
  }
}
