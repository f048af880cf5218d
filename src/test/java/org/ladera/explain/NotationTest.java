package org.ladera.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ladera.IceCream;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.ScheduleSpec;
import org.ladera.engine.trace.LayerTrace;
import org.ladera.engine.trace.OptimizerMemory;
import org.ladera.engine.trace.StepTrace;
import org.ladera.engine.train.Trainer;
import org.ladera.explain.Quantity.Kind;
import org.ladera.explain.Writing.With;

/** Another notation writes the same run: every converted number follows from its own formula. */
class NotationTest {
  private static final double RELATIVE = 1e-9;

  /** Sums of terms that cancel lose digits: the tolerance is relative to the largest term too. */
  private static final double CANCELLED = 1e-12;

  private final SplittableRandom random = new SplittableRandom(20261124);
  private final RandomRuns runs = new RandomRuns(random);

  @Test
  void everyFormulaInEveryNotationGivesTheNumberShown() {
    int converted = 0;
    for (int run = 0; run < 800; run++) {
      List<StepTrace> traces = RandomRuns.traces(scheduled(runs.experiment()), 6);
      if (traces.isEmpty()) {
        continue;
      }
      Notation notation = any();
      Explainer explainer = new Explainer(update -> traces.get((int) update), notation);
      Explainer engine = new Explainer(update -> traces.get((int) update));
      PlainText text = new PlainText(notation);
      for (int i = 0; i < 12; i++) {
        StepTrace trace = traces.get(random.nextInt(traces.size()));
        Quantity q = runs.anyNumber(trace);
        Explanation e = explainer.explain(q);
        Evaluated worked = Evaluated.of(e.expression());
        double allowed = RELATIVE * Math.abs(e.value()) + CANCELLED * worked.largest() + 1e-300;
        String line = text.write(e.expression(), With.NUMBERS);
        assertEquals(e.value(), worked.value(), allowed, () -> notation + " " + q.name());
        assertEquals(e.value(), TextValue.of(line), allowed, () -> notation + " " + line);
        if (e.value() != engine.value(q)) {
          converted++;
        }
      }
    }
    assertTrue(converted > 1000, "only " + converted + " numbers were converted at all");
  }

  @Test
  void anExperimentInTheCoursesConventionHasTheSameTrajectoryAndTheConvertedNumbers() {
    int compared = 0;
    while (compared < 400) {
      Experiment trained = scheduled(runs.experiment()).withBatch(BatchSpec.FULL);
      Notation notation = any();
      Conversion conversion = Conversion.of(trained, notation);
      boolean sameRule =
          trained.optimizer().getClass().equals(conversion.experiment().optimizer().getClass());
      if (conversion.isIdentity()
          || trained.optimizer() instanceof OptimizerSpec.AdaDelta
          || trained.network().layers().stream().anyMatch(l -> l.batchNorm() && l.bias())
          || !sameRule && !(trained.schedule() instanceof ScheduleSpec.Constant)) {
        // AdaDelta has one ε for two scales; an averaged velocity cannot follow a schedule; the
        // gradient of a bias before a normalisation is rounding alone, which Adam magnifies.
        continue;
      }
      List<StepTrace> here = RandomRuns.traces(trained, 5);
      List<StepTrace> there = RandomRuns.traces(conversion.experiment(), 5);
      for (int u = 0; u < Math.min(here.size(), there.size()); u++) {
        StepTrace shown = Conversion.of(here.get(u), notation).trace(here.get(u));
        same(shown, there.get(u), notation + " of " + trained);
        compared++;
      }
    }
  }

  @Test
  void theThesisRunHasItsNumbersInEachOfTheFiveConventions() {
    StepTrace trace = new Trainer(IceCream.experiment(0.01)).preview();
    Quantity loss = new Quantity(Kind.TOTAL, 0, 0, 0, 0);
    Quantity slope = new Quantity(Kind.GRADIENT_B, 0, 1, 1, 1);
    Quantity rate = new Quantity(Kind.RATE, 0, 0, 0, 0);
    double half = new Explainer(u -> trace).value(loss);
    double[] timesHalf = {1.0 / 16, 1.0 / 8, 1.0 / 8, 1, 2};
    List<Notation.LossFactor> factors =
        List.of(
            Notation.LossFactor.HALF_MEAN,
            Notation.LossFactor.MEAN_M,
            Notation.LossFactor.MEAN_N,
            Notation.LossFactor.HALF,
            Notation.LossFactor.SUM);
    for (int i = 0; i < timesHalf.length; i++) {
      Explainer e = Explainer.of(trace, Notation.ENGINE.with(factors.get(i)));
      assertEquals(timesHalf[i] * half, e.value(loss), 1e-12 * half);
      assertEquals(0.01 / timesHalf[i], e.value(rate), 1e-15);
      double step = e.value(rate) * e.value(slope);
      assertEquals(0.01 * Explainer.of(trace).value(slope), step, 1e-12);
    }
  }

  @Test
  void heavyBallWithRateOneMinusBetaTimesTheAveragedOneIsTheSameDescent() {
    Experiment heavy =
        IceCream.experiment(0.001).withOptimizer(new OptimizerSpec.Momentum(0.001, 0.9));
    Conversion conversion = Conversion.of(heavy, Notation.ENGINE.with(Notation.Momentum.AVERAGED));
    OptimizerSpec.AveragedMomentum averaged =
        (OptimizerSpec.AveragedMomentum) conversion.experiment().optimizer();
    assertEquals(0.01, averaged.rate(), 1e-15);
    assertEquals(0.9, averaged.beta());
    List<StepTrace> one = RandomRuns.traces(heavy, 300);
    List<StepTrace> other = RandomRuns.traces(conversion.experiment(), 300);
    LayerTrace a = one.getLast().layers().getFirst();
    LayerTrace b = other.getLast().layers().getFirst();
    assertEquals(a.w().after().get(0), b.w().after().get(0), 1e-9);
    // v(heavy) = η(averaged) · v(averaged)
    double velocity = b.w().memory().getFirst().after().get(0);
    assertEquals(a.w().memory().getFirst().after().get(0), 0.01 * velocity, 1e-12);
  }

  @Test
  void whatIsChosenIsFoundAgainInAFile() {
    Set<String> words = new HashSet<>();
    for (Notation.Choice choice : Notation.choices()) {
      assertTrue(words.add(choice.word()), choice.word());
      Notation notation = Notation.ENGINE.with(choice);
      assertTrue(notation.chosen().contains(choice));
      assertEquals(notation, Notation.ofWords(notation.words()));
    }
    assertEquals(Notation.LESSONS, Notation.ofWords(""));
    assertEquals(
        Notation.LESSONS.with(Notation.Rate.ALPHA), Notation.ofWords("alpha, of-a-later-version"));
  }

  @Test
  void everyChoiceShowsInAFormula() {
    Experiment run = IceCream.experiment(0.01).withOptimizer(new OptimizerSpec.Momentum(0.01, 0.5));
    StepTrace trace = new Trainer(run).preview();
    String before = everything(trace, Notation.ENGINE);
    for (Notation.Choice choice : Notation.choices()) {
      Notation other = Notation.ENGINE.with(choice);
      // The run has heavy-ball momentum and half the sum.
      boolean own =
          Notation.ENGINE.equals(other)
              || choice == Notation.Momentum.HEAVY_BALL
              || choice == Notation.LossFactor.HALF
              || choice == Notation.Layers.PLAIN
              || choice == Notation.Decimal.POINT;
      if (own) {
        assertEquals(before, everything(trace, other), choice.word());
      } else {
        assertNotEquals(before, everything(trace, other), choice.word());
      }
    }
  }

  private static String everything(StepTrace trace, Notation notation) {
    Quantity q = new Quantity(Kind.W_AFTER, 0, 1, 1, 1);
    return String.join(
        "\n",
        new ExplanationTree(Explainer.of(trace, notation), new PlainText(notation), 9).lines(q));
  }

  private Notation any() {
    Notation notation = Notation.ENGINE;
    List<Notation.Choice> all = Notation.choices();
    for (int i = 0; i < 12; i++) {
      notation = notation.with(all.get(random.nextInt(all.size())));
    }
    return notation;
  }

  private Experiment scheduled(Experiment e) {
    return e.withSchedule(
        runs.any(
            List.of(
                new ScheduleSpec.Constant(),
                new ScheduleSpec.Exponential(0.7),
                new ScheduleSpec.Step(1, 0.5))));
  }

  private static void same(StepTrace shown, StepTrace run, String what) {
    assertEquals(run.totalLoss(), shown.totalLoss(), RELATIVE * Math.abs(run.totalLoss()), what);
    assertEquals(run.rate(), shown.rate(), RELATIVE * run.rate(), what);
    for (int l = 0; l < run.layers().size(); l++) {
      LayerTrace a = shown.layers().get(l);
      LayerTrace b = run.layers().get(l);
      same(b.w().after(), a.w().after(), what);
      same(b.b().after(), a.b().after(), what);
      same(b.delta(), a.delta(), what);
      same(b.w().gradient(), a.w().gradient(), what);
      for (int m = 0; m < b.w().memory().size(); m++) {
        OptimizerMemory x = b.w().memory().get(m);
        same(x.after(), a.w().memory().get(m).after(), what);
        same(x.before(), a.w().memory().get(m).before(), what);
      }
    }
  }

  /** Relative to the largest element: rounding of a sum shows in its smallest results. */
  private static void same(MatrixView expected, MatrixView actual, String what) {
    double largest = 0;
    for (double v : expected.toArray()) {
      largest = Math.max(largest, Math.abs(v));
    }
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(expected.get(i), actual.get(i), RELATIVE * largest + CANCELLED, what);
    }
  }
}
