package org.ladera.present.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.ladera.lesson.model.Step;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.shared.Highlight;
import org.ladera.session.Command;
import org.ladera.session.run.InlineSession;
import org.ladera.store.lesson.LessonLibrary;
import org.ladera.text.Language;
import org.ladera.text.Messages;

/** Rates beside the losses: those that the runs really use at each epoch. */
class RateCurvesTest {
  private static CurveModel curve(String id, int epoch) {
    Step step =
        LessonLibrary.load(Path.of(System.getProperty("ladera.lessons", "lessons")))
            .lesson("optimizers")
            .orElseThrow()
            .step(id)
            .orElseThrow();
    ViewSpec.LossCurve spec =
        step.views().stream()
            .filter(ViewSpec.LossCurve.class::isInstance)
            .map(ViewSpec.LossCurve.class::cast)
            .findFirst()
            .orElseThrow();
    try (InlineSession session = new InlineSession()) {
      session.send(new Command.Load(step.scene()));
      session.send(new Command.RunTo(epoch));
      return CurveModel.of(session.newest(), spec, Highlight.NONE, Messages.load(Language.EN));
    }
  }

  @Test
  void theRatesOfTheSchedulesLieBesideTheLosses() {
    CurveModel.Rates rates = curve("schedules", 100).rates().orElseThrow();
    assertEquals(0.1, rates.now());
    CurveModel.Rate cosine = rates.lines().get(1);
    CurveModel.Rate triangle = rates.lines().get(2);
    // One point for each of 400 epochs; half-way the cosine has half of its rate.
    assertEquals(0.05, cosine.rates()[200], 1e-15);
    assertEquals(0, cosine.rates()[400], 1e-15);
    assertEquals(0.055, triangle.rates()[25], 1e-15);
    assertEquals(0.1, triangle.rates()[50], 1e-15);
    assertTrue(rates.axis().scale().holds(0.1));
  }

  @Test
  void aConstantRateNeedsNoStrip() {
    assertTrue(curve("race", 10).rates().isEmpty());
  }

  @Test
  void theFinishIsMarkedWhereTheRunsCameBelowItForGood() {
    CurveModel.Goal goal = curve("race", 80).goal().orElseThrow();
    assertEquals(0.01, goal.loss());
    // AdaGrad at 36, Nesterov at 75, Adam at 78; momentum arrives at 81 only.
    assertEquals(
        java.util.Set.of(36.0, 75.0, 78.0),
        goal.finishes().stream()
            .map(CurveModel.Finish::epoch)
            .collect(java.util.stream.Collectors.toSet()));
  }
}
