package org.ladera.lesson.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ladera.Read;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.Factor;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.RegularisationSpec;
import org.ladera.engine.spec.ScheduleSpec;
import org.ladera.lesson.model.Check;
import org.ladera.lesson.model.Threshold;
import org.ladera.lesson.model.Verdict;
import org.ladera.session.Command;
import org.ladera.session.Frame;
import org.ladera.session.Scene;
import org.ladera.session.run.InlineSession;

/** Every number here was worked out by hand or in the comments, apart from the engine. */
class GradingTest {
  private static final List<String> ALL = Arrays.stream(Mistake.values()).map(Mistake::id).toList();

  /** ŷ = b + w·x with b = 0.5, w = 2 on (1, 1), (2, 3), (4, 5); J = factor · Σr², η = 0.1. */
  private static Frame line(Factor factor) {
    Dataset data = Dataset.of(new double[][] {{1}, {2}, {4}}, new double[][] {{1}, {3}, {5}});
    return frame(
        data,
        NetworkSpec.of(1, LayerSpec.dense(1, ActivationSpec.IDENTITY)),
        new LossSpec(LossSpec.Kind.SQUARED, factor),
        2,
        0.5);
  }

  private static Frame frame(Dataset data, NetworkSpec network, LossSpec loss, double... start) {
    Experiment experiment =
        new Experiment(
            data,
            network,
            loss,
            RegularisationSpec.NONE,
            new OptimizerSpec.Sgd(0.1),
            new ScheduleSpec.Constant(),
            BatchSpec.FULL,
            new InitSpec.Given(MatrixView.of(1, start.length, start)),
            0);
    try (InlineSession session = new InlineSession()) {
      session.send(new Command.Load(Scene.of(experiment, 10)));
      return session.newest();
    }
  }

  private static Verdict grade(Frame frame, String reading, String answer) {
    return Grading.grade(new Check.Number("q", Read.of(reading), 0.002, ALL), answer, frame);
  }

  // Residuals 1.5, 1.5, 3.5. With J = ½Σr²: ∂J/∂b = 6.5, ∂J/∂w = 1.5 + 3 + 14 = 18.5,
  // b' = -0.15, w' = 0.15. With the mean of squares: ∂J/∂w = 2·18.5/3 = 12.3333.
  static Stream<Arguments> wrongAnswers() {
    return Stream.of(
        Arguments.of(Factor.HALF, "W'[1][1,1]", "-1.7", "factor-2"),
        Arguments.of(Factor.HALF, "W'[1][1,1]", "1.075", "half"),
        Arguments.of(Factor.HALF, "W'[1][1,1]", "3.85", "wrong-sign"),
        Arguments.of(Factor.HALF, "W'[1][1,1]", "1.38333", "mean-for-sum"),
        Arguments.of(Factor.HALF, "W'[1][1,1]", "-16.5", "forgot-rate"),
        Arguments.of(Factor.HALF, "W'[1][1,1]", "2", "old-value"),
        Arguments.of(Factor.HALF, "W'[1][1,1]", "1.85", "step-only"),
        Arguments.of(Factor.HALF, "W'[1][1,1]", "18.5", "step-only"),
        Arguments.of(Factor.HALF, "W'[1][1,1]", "-0.15", "wrong-parameter"),
        // b first: -0.15; residuals 0.85, 0.85, 2.85; Σrx = 13.95; 2 - 1.395.
        Arguments.of(Factor.HALF, "W'[1][1,1]", "0.605", "sequential"),
        // w first: 0.15; residuals -0.35, -2.2, -3.9; Σr = -6.45; 0.5 + 0.645.
        Arguments.of(Factor.HALF, "b'[1][1]", "1.145", "sequential"),
        Arguments.of(Factor.HALF, "dW[1][1,1]", "37", "factor-2"),
        Arguments.of(Factor.HALF, "dW[1][1,1]", "-18.5", "wrong-sign"),
        Arguments.of(Factor.HALF, "dW[1][1,1]", "6.5", "wrong-parameter"),
        Arguments.of(Factor.PER_SAMPLE, "dW[1][1,1]", "37", "sum-for-mean"),
        Arguments.of(Factor.PER_SAMPLE, "dW[1][1,1]", "6.16667", "half"),
        // Σr² = 2.25 + 2.25 + 12.25 = 16.75.
        Arguments.of(Factor.HALF, "J", "16.75", "factor-2"),
        Arguments.of(Factor.HALF, "J", "2.79167", "mean-for-sum"),
        Arguments.of(Factor.HALF, "J", "3.25", "not-squared"),
        Arguments.of(Factor.PER_SAMPLE, "J", "16.75", "sum-for-mean"),
        Arguments.of(Factor.HALF, "r[3]", "-3.5", "wrong-sign"));
  }

  @ParameterizedTest
  @MethodSource("wrongAnswers")
  void theMistakeThatLeadsToAnAnswerIsNamed(
      Factor factor, String reading, String answer, String mistake) {
    assertEquals(new Verdict.Wrong(mistake), grade(line(factor), reading, answer));
  }

  @Test
  void theRightAnswerIsRightWithCommaOrPoint() {
    Frame frame = line(Factor.HALF);
    assertInstanceOf(Verdict.Right.class, grade(frame, "W'[1][1,1]", "0.15"));
    assertInstanceOf(Verdict.Right.class, grade(frame, "W'[1][1,1]", " 0,15 "));
    assertInstanceOf(Verdict.Right.class, grade(frame, "b'[1][1]", "\u22120,15"));
  }

  @Test
  void whatIsNoNumberIsUnreadableAndNothingIsNotYet() {
    Frame frame = line(Factor.HALF);
    assertInstanceOf(Verdict.Unreadable.class, grade(frame, "J", "eight"));
    assertInstanceOf(Verdict.Unreadable.class, grade(frame, "J", "NaN"));
    assertInstanceOf(Verdict.NotYet.class, grade(frame, "J", "  "));
    assertInstanceOf(Verdict.NotYet.class, grade(frame, "accuracy", "1"));
  }

  @Test
  void mistakesThatTheQuestionDoesNotListStayUnnamedButWrong() {
    Check check = new Check.Number("q", Read.of("W'[1][1,1]"), 0.002, List.of());
    assertEquals(new Verdict.Wrong(""), Grading.grade(check, "-1.7", line(Factor.HALF)));
  }

  @Test
  void aWideToleranceNeverAcceptsAMistake() {
    // With a tiny step the old value lies within the tolerance of the new one.
    Frame frame = line(Factor.fixed(1e-5));
    Check check = new Check.Number("q", Read.of("W'[1][1,1]"), 0.05, ALL);
    assertEquals(new Verdict.Wrong("old-value"), Grading.grade(check, "2", frame));
    assertInstanceOf(Verdict.Right.class, Grading.grade(check, "1.999963", frame));
  }

  @Test
  void constantsAndRandomNumbersAreNotAccepted() {
    Frame frame = line(Factor.HALF);
    SplittableRandom random = new SplittableRandom(714);
    for (String reading : List.of("J", "W'[1][1,1]", "b'[1][1]", "dW[1][1,1]", "limit")) {
      for (String constant : List.of("0", "1", "-1", "2", "10", "0.5", "1e9")) {
        assertFalse(grade(frame, reading, constant) instanceof Verdict.Right, reading);
      }
      long accepted =
          random
              .doubles(2000, -20, 20)
              .filter(v -> grade(frame, reading, String.valueOf(v)) instanceof Verdict.Right)
              .count();
      assertFalse(accepted > 10, () -> reading + " accepted " + accepted + " of 2000");
    }
  }

  /** 1-1-1, sigmoids, no biases, w1 = 0.5, w2 = 2, one sample x = 1, y = 1, J = ½(a − y)². */
  @Test
  void aForgottenDerivativeIsNamed() {
    LayerSpec unit = LayerSpec.dense(1, ActivationSpec.SIGMOID).withoutBias();
    Frame frame =
        frame(
            Dataset.of(new double[][] {{1}}, new double[][] {{1}}),
            NetworkSpec.of(1, unit, unit),
            LossSpec.HALF_SSE,
            0.5,
            2);
    double a1 = sigmoid(0.5);
    double a2 = sigmoid(2 * a1);
    double whole = (a2 - 1) * a2 * (1 - a2) * 2 * a1 * (1 - a1);
    assertInstanceOf(Verdict.Right.class, grade(frame, "dW[1][1,1]", String.valueOf(whole)));
    double withoutAny = (a2 - 1) * 2;
    double withoutLast = (a2 - 1) * 2 * a1 * (1 - a1);
    double withoutHidden = (a2 - 1) * a2 * (1 - a2) * 2;
    for (double wrong : new double[] {withoutAny, withoutLast, withoutHidden}) {
      assertEquals(
          new Verdict.Wrong("no-derivative"), grade(frame, "dW[1][1,1]", String.valueOf(wrong)));
    }
    // The last weight changed first, and the hidden delta already sees its new value.
    double delta = (a2 - 1) * a2 * (1 - a2);
    double changed = 2 - 0.1 * delta * a1;
    double later = sigmoid(changed * a1);
    double seen = (later - 1) * later * (1 - later) * changed * a1 * (1 - a1);
    Check exact = new Check.Number("q", Read.of("dW[1][1,1]"), 1e-5, ALL);
    assertEquals(
        new Verdict.Wrong("sequential"), Grading.grade(exact, String.valueOf(seen), frame));
  }

  private static double sigmoid(double z) {
    return 1 / (1 + Math.exp(-z));
  }

  @Test
  void aTransposedMatrixIsNamed() {
    Frame frame =
        frame(
            Dataset.of(new double[][] {{1, 2}}, new double[][] {{3, 7}}),
            NetworkSpec.of(2, LayerSpec.dense(2, ActivationSpec.IDENTITY).withoutBias()),
            LossSpec.HALF_SSE,
            1,
            0,
            0,
            1);
    // Residuals -2 and -5: ∂J/∂W = xᵀr = [[-2, -5], [-4, -10]].
    assertInstanceOf(Verdict.Right.class, grade(frame, "dW[1][1,2]", "-5"));
    assertEquals(new Verdict.Wrong("transposed"), grade(frame, "dW[1][1,2]", "-4"));
  }

  @Test
  void aChoiceNamesTheOptionTaken() {
    Frame frame = line(Factor.HALF);
    Check check = new Check.Choice("q", List.of("a", "b", "c"), "b");
    assertInstanceOf(Verdict.Right.class, Grading.grade(check, "b", frame));
    assertEquals(new Verdict.Wrong("c"), Grading.grade(check, "c", frame));
    assertInstanceOf(Verdict.Unreadable.class, Grading.grade(check, "d", frame));
    assertInstanceOf(Verdict.NotYet.class, Grading.grade(check, "", frame));
  }

  @Test
  void onlyTheLineWithTheErrorIsRight() {
    Frame frame = line(Factor.HALF);
    Check check = new Check.Line("q", List.of("loss", "slope", "step"), "slope");
    assertInstanceOf(Verdict.Right.class, Grading.grade(check, "slope", frame));
    assertEquals(new Verdict.Wrong("step"), Grading.grade(check, "step", frame));
    assertInstanceOf(Verdict.Unreadable.class, Grading.grade(check, "corrected", frame));
    assertInstanceOf(Verdict.NotYet.class, Grading.grade(check, "", frame));
  }

  // J = 8.375 here.
  @ParameterizedTest
  @CsvSource({
    "BELOW, 8.375, false",
    "BELOW, 8.376, true",
    "ABOVE, 8.375, false",
    "ABOVE, 8.374, true"
  })
  void aStateIsReachedOnlyBeyondItsBorder(Threshold.Side side, double border, boolean reached) {
    Check goal = new Check.Reach("q", Read.of("J"), new Threshold(side, border));
    Verdict verdict = Grading.grade(goal, "", line(Factor.HALF));
    assertEquals(reached ? new Verdict.Right() : new Verdict.NotYet(), verdict);
  }
}
