package org.ladera.present.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ladera.engine.spec.Edit;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.IceCreamFrames;
import org.ladera.present.loss.CurveModel.Role;
import org.ladera.present.loss.CurveModel.Series;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Tip;
import org.ladera.session.Command;
import org.ladera.session.Frame;
import org.ladera.session.Status;
import org.ladera.session.run.InlineSession;
import org.ladera.text.Language;
import org.ladera.text.Messages;

class CurveModelTest {
  private static final Messages SPANISH = Messages.load(Language.ES);
  private static final Messages ENGLISH = Messages.load(Language.EN);

  private static CurveModel model(Frame frame, String... options) {
    return CurveModel.of(
        frame, IceCreamFrames.view(ViewSpec.LossCurve.class, options), Highlight.NONE, SPANISH);
  }

  private static Series of(CurveModel model, Role role) {
    return model.series().stream().filter(s -> s.role() == role).findFirst().orElseThrow();
  }

  @Test
  void theCurveBeginsAtTheStartAndEndsAtThePresent() {
    CurveModel model = model(IceCreamFrames.after(240));
    Series past = of(model, Role.PAST);
    assertEquals(0, past.epochs()[0]);
    // Half of the first SSE of the thesis' own run.
    assertEquals(74.24158937553845 / 2, past.losses()[0], 1e-9);
    assertEquals(240, past.epochs()[past.count() - 1]);
    assertEquals(model.now().orElseThrow().loss(), past.losses()[past.count() - 1], 1e-12);
    assertEquals("época 240", model.now().get().label());
    assertTrue(model.series().stream().noneMatch(s -> s.role() == Role.AHEAD));
  }

  @Test
  void withBatchesItBeginsWhereTheRunBeganAndNotAtTheMeanOfTheFirstEpoch() {
    double start = (150 * 150 + 200 * 200 + 280 * 280) / 2.0;
    Frame frame = IceCreamFrames.played(4, 20, IceCreamFrames.slide()).newest();
    CurveModel model = model(frame);
    Series past = of(model, Role.PAST);
    assertEquals(0, past.epochs()[0]);
    assertEquals(start, past.losses()[0], 1e-9);
    assertTrue(past.losses()[1] < 0.9 * start, "the mean of the first epoch");
    assertEquals(1 / 3.0, past.epochs()[1], 1e-12, "in the middle of its three updates");
    assertEquals(4, past.epochs()[past.count() - 1]);
    assertTrue(model.linear().scale().holds(start));
    assertTrue(model.log().scale().holds(start));
    assertTrue(model.spoken().contains("70\u202f450"), model.spoken());
    List<String> first =
        model.tip(0, SPANISH).orElseThrow().lines().stream().map(Tip.Line::text).toList();
    assertTrue(first.contains("media de los lotes de esta época"), first.toString());
    List<String> newest =
        model.tip(4, SPANISH).orElseThrow().lines().stream().map(Tip.Line::text).toList();
    assertFalse(newest.contains("media de los lotes de esta época"), newest.toString());
  }

  @Test
  void withBatchesTheLineMeetsThePresentPointWhereverItIs() {
    InlineSession session = IceCreamFrames.played(0, 20, IceCreamFrames.slide());
    session.send(new Command.Seek(2));
    CurveModel first = model(session.newest());
    assertArrayEquals(new double[] {0, 2 / 3.0}, of(first, Role.PAST).epochs(), 1e-12);
    session.send(new Command.RunTo(5));
    session.send(new Command.Seek(7));
    CurveModel model = model(session.newest());
    Series past = of(model, Role.PAST);
    Series ahead = of(model, Role.AHEAD);
    double now = model.now().orElseThrow().loss();
    assertEquals(7 / 3.0, past.epochs()[past.count() - 1], 1e-12);
    assertEquals(now, past.losses()[past.count() - 1]);
    assertEquals(7 / 3.0, ahead.epochs()[0], 1e-12);
    assertEquals(now, ahead.losses()[0]);
  }

  @Test
  void theMinimumIsTheLeastSquaresLoss() {
    CurveModel model = model(IceCreamFrames.after(10));
    assertEquals(1.5533527212297455 / 2, model.minimum().orElseThrow().loss(), 1e-9);
    assertEquals("mínimo 0,7767", model.minimum().get().label());
    assertTrue(model.log().scale().holds(model.minimum().get().loss()));
  }

  @Test
  void afterARewindTheRestOfTheRunIsAhead() {
    InlineSession session = IceCreamFrames.played(600, 1500, IceCreamFrames.experiment(0.01));
    session.send(new Command.Seek(240));
    CurveModel model = model(session.newest());
    Series past = of(model, Role.PAST);
    Series ahead = of(model, Role.AHEAD);
    assertEquals(240, past.epochs()[past.count() - 1], 1);
    assertEquals(past.epochs()[past.count() - 1], ahead.epochs()[0], 1e-9, "they join");
    assertEquals(600, ahead.epochs()[ahead.count() - 1], 1);
  }

  @Test
  void anEarlierRunIsNamedByItsRate() {
    InlineSession session = IceCreamFrames.played(100, 1500, IceCreamFrames.experiment(0.001));
    session.send(new Command.Seek(0));
    session.send(new Command.Apply(new Edit.SetRate(0.01), false));
    session.send(new Command.RunTo(50));
    CurveModel model = model(session.newest());
    assertEquals("anterior, $η$ = 0,001", of(model, Role.PREVIOUS).label());
    assertEquals("$η$ = 0,01", of(model, Role.PAST).label());
  }

  @Test
  void aSingleRunNeedsNoLabel() {
    assertEquals("", of(model(IceCreamFrames.after(5)), Role.PAST).label());
  }

  @Test
  void longRunsAreThinned() {
    CurveModel model =
        model(IceCreamFrames.played(5000, 5000, IceCreamFrames.experiment(0.01)).newest());
    int points = model.series().stream().mapToInt(Series::count).sum();
    assertTrue(points <= 1000, "points: " + points);
  }

  @Test
  void aDivergingRunIsDrawnAsFarAsItsNumbersGo() {
    Frame frame = IceCreamFrames.played(15000, 15000, IceCreamFrames.experiment(0.012)).newest();
    assertTrue(frame.status() instanceof Status.Diverged);
    CurveModel model = model(frame);
    Series past = of(model, Role.PAST);
    assertTrue(past.diverged());
    assertTrue(Arrays.stream(past.losses()).allMatch(Double::isFinite));
    assertTrue(past.losses()[past.count() - 1] > 1e250);
    assertTrue(model.log().ticks().size() >= 3, model.log().ticks().toString());
    assertTrue(model.linear().ticks().size() >= 3);
    assertTrue(model.x().scale().max() < 5000, "only the epochs that were run");
    assertTrue(model.spoken().contains("divergió"), model.spoken());
  }

  @Test
  void aDivergingRunDoesNotPressTheOthersFlat() {
    Frame frame =
        IceCreamFrames.played(
                300, 300, IceCreamFrames.experiment(0.01), IceCreamFrames.experiment(0.1))
            .newest();
    CurveModel model = model(frame, "runs", "run2");
    assertTrue(of(model, Role.OTHER).diverged());
    assertTrue(model.log().scale().max() < 1e4, "" + model.log().scale());
    assertTrue(of(model, Role.OTHER).label().contains("llega a"));
  }

  @Test
  void aPlaceOnTheCurveIsAnUpdateThatWasReached() {
    Frame frame = IceCreamFrames.played(10, 20, IceCreamFrames.slide()).newest();
    CurveModel.Reach reach = model(frame).reach();
    assertEquals(12, reach.update(4));
    assertEquals(13, reach.update(4.3));
    assertEquals(0, reach.update(-5));
    assertEquals(30, reach.update(99));
  }

  @Test
  void readingAPointGivesAllDigits() {
    CurveModel model = model(IceCreamFrames.after(10));
    List<Tip.Line> lines = model.tip(0.2, SPANISH).orElseThrow().lines();
    assertEquals("época 0", lines.get(0).text());
    assertEquals("$J$ = 37,12", lines.get(1).text());
    String exact = lines.get(2).text();
    double value = SPANISH.numbers().parse(exact.substring("exacto ".length())).orElseThrow();
    assertEquals(74.24158937553845 / 2, value, 1e-12);
    assertEquals("epoch 0", model.tip(0, ENGLISH).orElseThrow().lines().getFirst().text());
  }

  @Test
  void theStateIsSaidInBothLanguages() {
    Frame frame = IceCreamFrames.after(240);
    assertTrue(model(frame).spoken().contains("Época 240 de 1500, J = 1,845"));
    CurveModel english =
        CurveModel.of(
            frame, IceCreamFrames.view(ViewSpec.LossCurve.class), Highlight.NONE, ENGLISH);
    assertTrue(english.spoken().contains("Epoch 240 of 1500, J = 1.845"), english.spoken());
  }

  @Test
  void beforeARunThereIsNothingToRead() {
    CurveModel empty = CurveModel.empty(SPANISH);
    assertTrue(empty.now().isEmpty());
    assertTrue(empty.tip(3, SPANISH).isEmpty());
    assertFalse(empty.spoken().isEmpty());
    assertEquals(0, empty.reach().update(7));
  }
}
