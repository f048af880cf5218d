package org.ladera.lesson.grading;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ladera.Read;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.RegularisationSpec;
import org.ladera.engine.spec.ScheduleSpec;
import org.ladera.lesson.model.Check;
import org.ladera.lesson.model.RunMoment;
import org.ladera.lesson.model.Threshold;
import org.ladera.lesson.model.Verdict;
import org.ladera.session.Scene;
import org.ladera.session.reading.LossReading;

/**
 * Runs that can be done by hand: ŷ = w·x on the one example (1, 0), J = ½w², so that each update
 * multiplies w by 1 − η and J by its square. w begins at 8.
 */
class PlayedAheadTest {
  private static final List<String> ALL = Arrays.stream(Mistake.values()).map(Mistake::id).toList();
  private static final int EPOCHS = 12;

  private static Scene.Run run(String id, double rate) {
    Experiment experiment =
        new Experiment(
            Dataset.of(new double[][] {{1}}, new double[][] {{0}}),
            NetworkSpec.of(1, LayerSpec.dense(1, ActivationSpec.IDENTITY).withoutBias()),
            LossSpec.HALF_SSE,
            RegularisationSpec.NONE,
            new OptimizerSpec.Sgd(rate),
            new ScheduleSpec.Constant(),
            BatchSpec.FULL,
            new InitSpec.Given(MatrixView.of(1, 1, new double[] {8})),
            0);
    return new Scene.Run(id, experiment);
  }

  /** Halved, multiplied by 0.9, by −0.5 (as quick as halved), by −2. */
  private static final Scene SCENE =
      new Scene(
          List.of(run("main", 0.5), run("slow", 0.1), run("zigzag", 1.5), run("out", 3)), EPOCHS);

  private static Verdict grade(Check check, String answer) {
    return PlayedAhead.of(SCENE, check).grade(answer);
  }

  private static Check number(RunMoment at) {
    return new Check.Number("q", Read.of("W[1][1,1]"), Optional.of(at), false, 0.001, ALL);
  }

  @ParameterizedTest
  @CsvSource({
    "EPOCH, 0, 8",
    "EPOCH, 3, 1",
    "UPDATE, 3, 1",
    "EPOCH, 12, 0.001953125",
    "UPDATE, 5, 0.25"
  })
  void theValueAskedForIsThatOfItsMoment(RunMoment.Unit unit, long count, String value) {
    assertInstanceOf(Verdict.Right.class, grade(number(new RunMoment(unit, count)), value));
  }

  @Test
  void theMomentBesideIsANamedMistake() {
    Check third =
        new Check.Number(
            "q", Read.of("slow/W[1][1,1]"), Optional.of(RunMoment.epoch(3)), false, 0.001, ALL);
    assertInstanceOf(Verdict.Right.class, grade(third, "5.832"));
    assertEquals(new Verdict.Wrong("off-by-one"), grade(third, "6.48"));
    assertEquals(new Verdict.Wrong("off-by-one"), grade(third, "5.2488"));
    assertEquals(new Verdict.Wrong(""), grade(third, "4.724"));
    assertInstanceOf(Verdict.Unreadable.class, grade(third, "one"));
    assertInstanceOf(Verdict.NotYet.class, grade(third, " "));
  }

  @Test
  void aGuessMayBeFarOffAndHaveFewDigits() {
    // J = ½·8²·¼³ = 0.5 after three epochs.
    Check guess =
        new Check.Number("q", Read.of("J"), Optional.of(RunMoment.epoch(3)), true, 0.3, List.of());
    assertInstanceOf(Verdict.Right.class, grade(guess, "0.6"));
    assertInstanceOf(Verdict.Right.class, grade(guess, "0.5"));
    assertEquals(new Verdict.Wrong(""), grade(guess, "0.7"));
    assertEquals(
        Optional.of(RunMoment.epoch(3)), guess.prediction().map(prediction -> prediction.until()));
  }

  @ParameterizedTest
  @CsvSource({
    "main; zigzag; slow; out, right",
    "zigzag; main; slow; out, right",
    "out; slow; main; zigzag, reversed",
    "slow; main; zigzag; out, ''",
    "main; slow; zigzag; out, neighbours",
    "main; out; slow; zigzag, only-first",
    "main; slow, unreadable",
    "main; main; slow; out, unreadable"
  })
  void runsAreOrderedByWhereTheyEnd(String order, String said) {
    Check rank =
        new Check.Rank(
            "q",
            List.of("main", "slow", "zigzag", "out"),
            LossReading.NOW,
            Optional.empty(),
            EPOCHS);
    assertEquals(verdict(said), grade(rank, order));
  }

  private static Verdict verdict(String said) {
    return switch (said) {
      case "right" -> new Verdict.Right();
      case "unreadable" -> new Verdict.Unreadable();
      default -> new Verdict.Wrong(said);
    };
  }

  @Test
  void aRaceIsOrderedByWhoStaysBelowFirst() {
    // J < 8: ½w² < 8, |w| < 4: halved 8, 4, 2 from epoch 2 on; times 0.9 from epoch 7 on (3.826).
    Threshold goal = new Threshold(Threshold.Side.BELOW, 8);
    List<String> runs = List.of("slow", "out", "main");
    Check rank = new Check.Rank("q", runs, LossReading.NOW, Optional.of(goal), EPOCHS);
    PlayedAhead ahead = PlayedAhead.of(SCENE, rank);
    List<OptionalLong> met = ahead.curves().stream().map(c -> c.meets(goal)).toList();
    assertEquals(List.of(OptionalLong.of(7), OptionalLong.empty(), OptionalLong.of(2)), met);
    assertInstanceOf(Verdict.Right.class, ahead.grade("main; slow; out"));
    assertEquals(
        List.of(
            new PlayedAhead.Places(1, 1),
            new PlayedAhead.Places(2, 2),
            new PlayedAhead.Places(0, 0)),
        ahead.places());
  }

  @ParameterizedTest
  @CsvSource({
    "7, right",
    "4, right",
    "14, right",
    "3, too-few",
    "15, too-many",
    "-7, too-few",
    "0, too-few"
  })
  void aGuessedNumberOfEpochsIsJudgedByItsRatio(String guess, String said) {
    Check epochs =
        new Check.Epochs("q", Read.of("slow/J"), new Threshold(Threshold.Side.BELOW, 8), 2, EPOCHS);
    assertEquals(verdict(said), grade(epochs, guess));
  }

  @Test
  void aGoalThatIsNeverMetIsSaidToBe() {
    Check epochs =
        new Check.Epochs("q", Read.of("out/J"), new Threshold(Threshold.Side.BELOW, 8), 2, EPOCHS);
    assertEquals(new Verdict.Wrong("never"), grade(epochs, "5"));
  }

  @Test
  void updatesAreNotEpochs() {
    // Two examples, one at a time: two updates an epoch, each halving w.
    Experiment one = SCENE.runs().getFirst().experiment();
    Experiment two =
        new Experiment(
            Dataset.of(new double[][] {{1}, {1}}, new double[][] {{0}, {0}}),
            one.network(),
            one.loss(),
            one.regularisation(),
            one.optimizer(),
            one.schedule(),
            BatchSpec.STOCHASTIC,
            one.init(),
            0);
    // J = w² over both: below 1e-4 when |w| < 0.01, after ten halvings: epoch 5.
    Check epochs =
        new Check.Epochs("q", Read.of("J"), new Threshold(Threshold.Side.BELOW, 1e-4), 1.1, EPOCHS);
    PlayedAhead ahead = PlayedAhead.of(Scene.of(two, EPOCHS), epochs);
    assertInstanceOf(Verdict.Right.class, ahead.grade("5"));
    assertEquals(new Verdict.Wrong("updates-for-epochs"), ahead.grade("10"));
  }

  @Test
  void curvesOfAnyReadingAreSampledOnTheWay() {
    Check guess =
        new Check.Number(
            "q", Read.of("W[1][1,1]"), Optional.of(RunMoment.epoch(4)), true, 0.1, List.of());
    RunCurve curve = PlayedAhead.of(SCENE, guess).curves().getFirst();
    assertArrayEquals(new double[] {0, 1, 2, 3, 4}, curve.epochs());
    assertArrayEquals(new double[] {8, 4, 2, 1, 0.5}, curve.values(), 1e-12);
    List<Double> losses = new ArrayList<>();
    Check rank =
        new Check.Rank("q", List.of("main", "slow"), LossReading.NOW, Optional.empty(), EPOCHS);
    for (double loss : PlayedAhead.of(SCENE, rank).curves().getFirst().values()) {
      losses.add(loss);
    }
    assertEquals(EPOCHS + 1, losses.size());
    assertEquals(0.5, losses.get(3), 1e-12);
  }
}
