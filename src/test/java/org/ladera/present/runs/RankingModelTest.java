package org.ladera.present.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.ladera.engine.spec.Edit;
import org.ladera.lesson.model.Covered;
import org.ladera.lesson.model.RaceView;
import org.ladera.lesson.model.Step;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.session.Command;
import org.ladera.session.run.InlineSession;
import org.ladera.store.lesson.LessonLibrary;
import org.ladera.text.Language;
import org.ladera.text.Messages;

/** The race of the optimizers; its arrivals were computed apart from this engine, with numpy. */
class RankingModelTest {
  private static final Messages ENGLISH = Messages.load(Language.EN);

  private final Step race =
      LessonLibrary.load(Path.of(System.getProperty("ladera.lessons", "lessons")))
          .lesson("optimizers")
          .orElseThrow()
          .step("race")
          .orElseThrow();

  private final InlineSession session = new InlineSession();

  RankingModelTest() {
    session.send(new Command.Load(race.scene()));
  }

  private RankingModel model(String answer) {
    RaceView.Ranking spec =
        race.views().stream()
            .filter(RaceView.Ranking.class::isInstance)
            .map(RaceView.Ranking.class::cast)
            .findFirst()
            .orElseThrow();
    Labels labels = new Labels(Map.of(), Covered.NOTHING, Map.of(spec.check(), answer));
    return RankingModel.of(session.newest(), spec, Highlight.ofRun("momentum"), ENGLISH, labels);
  }

  private static List<String> order(RankingModel model) {
    return model.places().stream().map(RankingModel.Place::run).toList();
  }

  @Test
  void theyStandInTheOrderInWhichTheyArrivedForGood() {
    session.send(new Command.RunTo(150));
    RankingModel model = model("");
    assertEquals(
        List.of("adagrad", "nesterov", "adam", "momentum", "main", "rmsprop", "adadelta"),
        order(model));
    assertEquals(
        List.of("36", "75", "78", "81", "140"),
        model.places().subList(0, 5).stream().map(RankingModel.Place::epoch).toList());
    assertEquals("+39", model.places().get(1).behind());
    assertEquals(OptionalLong.of(75), model.places().get(1).arrival());
    assertEquals("never", model.places().get(5).epoch());
    assertTrue(model.places().get(3).lit());
    assertFalse(model.places().get(4).lit());
  }

  @Test
  void whoeverJumpsOutAgainHasNotArrived() {
    boolean wasBelow = false;
    for (int epoch = 20; epoch < 75; epoch++) {
      session.send(new Command.Seek(epoch));
      wasBelow |= model("").of("nesterov").arrived();
    }
    assertTrue(wasBelow, "it never came below the finish on its way");
    assertEquals("not yet", model("").of("nesterov").epoch());
    session.send(new Command.Seek(75));
    assertEquals("75", model("").of("nesterov").epoch());
  }

  @Test
  void thePredictedOrderIsComparedPairByPair() {
    session.send(new Command.RunTo(150));
    RankingModel right = model("adagrad; nesterov; adam; momentum; main; rmsprop");
    assertEquals("15 of 15 pairs in your order", right.reading());
    assertEquals(
        "14 of 15 pairs in your order",
        model("nesterov; adagrad; adam; momentum; main; rmsprop").reading());
    assertEquals(
        "0 of 15 pairs in your order",
        model("rmsprop; main; momentum; adam; nesterov; adagrad").reading());
    assertEquals("2 of 7 arrived", atEpoch75().reading());
  }

  private RankingModel atEpoch75() {
    session.send(new Command.Seek(75));
    return model("");
  }

  @Test
  void theRaceBeforeRunsAsAGhost() {
    session.send(new Command.RunTo(150));
    session.send(new Command.Apply(new Edit.SetRate(0.038), false));
    session.send(new Command.Reset());
    session.send(new Command.RunTo(20));
    RankingModel model = model("");
    RankingModel.Place ghost =
        model.places().stream().filter(RankingModel.Place::ghost).findFirst().orElseThrow();
    assertEquals("main", ghost.run());
    assertEquals("140", ghost.epoch());
    assertEquals("not yet", model.of("main").epoch());
  }
}
