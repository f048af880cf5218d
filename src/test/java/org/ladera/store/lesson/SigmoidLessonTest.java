package org.ladera.store.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.ladera.Read;
import org.ladera.lesson.grading.Grading;
import org.ladera.lesson.model.Check;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.Verdict;
import org.ladera.session.Command;
import org.ladera.session.Frame;
import org.ladera.session.run.InlineSession;

/** The figures that the lesson quotes are those that its runs give. */
class SigmoidLessonTest {
  private final Lesson lesson =
      LessonLibrary.load(LessonCopy.SHIPPED).lesson("sigmoid-derivative").orElseThrow();

  private Frame after(String step, long epochs) {
    try (InlineSession session = new InlineSession()) {
      session.send(new Command.Load(lesson.step(step).orElseThrow().scene()));
      session.send(new Command.RunTo(epochs));
      return session.newest();
    }
  }

  private static double value(Frame frame, String reading) {
    return Read.value(frame, reading).orElseThrow();
  }

  @Test
  void theSlopeIsAQuarterAtTheMiddleAndSixteenHundredthsAtAnActivationOfEightTenths() {
    assertEquals(0.25, value(after("maximum", 0), "zero/slope[1][1,1]"));
    Frame proof = after("proof", 0);
    assertEquals(0.8, value(proof, "eighty/a[1][1,1]"), 1e-15);
    assertEquals(0.16, value(proof, "eighty/slope[1][1,1]"), 1e-15);
  }

  @Test
  void aUnitAtTenHardlyMovesInAHundredEpochs() {
    Frame start = after("saturation", 0);
    assertEquals(4.5395807735951673e-5, value(start, "slope[1][1,1]"), 1e-15);
    Frame end = after("saturation", 100);
    // The same hundred updates, z ← z − a·a(1 − a), worked out here.
    double saturated = 10;
    double middle = 1;
    for (int i = 0; i < 100; i++) {
      saturated -= step(saturated);
      middle -= step(middle);
    }
    assertEquals(saturated, value(end, "z[1][1,1]"), 1e-12);
    assertEquals(middle, value(end, "middle/z[1][1,1]"), 1e-12);
    assertTrue(saturated > 9.99 && middle < -2, saturated + " and " + middle);
  }

  private static double step(double z) {
    double a = 1 / (1 + Math.exp(-z));
    return a * a * (1 - a);
  }

  @Test
  void unscaledDataSaturateTheLayerAndItLearnsNothing() {
    Frame start = after("layer", 0);
    assertTrue(value(start, "saturated[1]") > 0.9);
    assertTrue(value(start, "scaled/saturated[1]") < 0.05);
    assertEquals(
        value(start, "start:W[1][1,1]"), value(start, "scaled/start:W[1][1,1]"), "same weights");
    Frame end = after("layer", 300);
    assertEquals(Math.log(2), value(end, "J"), 1e-3);
    assertTrue(value(end, "scaled/J") < 0.2);
  }

  @Test
  void otherActivationsHaveTheirValuesAndSlopes() {
    Frame frame = after("others", 0);
    assertEquals(Math.tanh(0.5), value(frame, "tanh/a[1][1,1]"), 1e-15);
    assertEquals(1, value(frame, "tanh/slope[1][2,1]"));
    assertEquals(0, value(frame, "relu/slope[1][2,1]"), "the convention at 0");
    assertEquals(0.01, value(frame, "leaky/slope[1][2,1]"), "the convention at 0");
    assertEquals(0.01, value(frame, "leaky/slope[1][3,1]"));
    assertEquals(-0.03, value(frame, "leaky/a[1][3,1]"), 1e-15);
  }

  @Test
  void theSecantOfTheQuestionIsThatOfTheUnit() {
    double sigmoidOfTwo = 1 / (1 + Math.exp(-2));
    assertEquals(
        (sigmoidOfTwo - 0.5) / 2, value(after("difference", 0), "begin/secant[1][1,3,1]"), 1e-15);
  }

  @Test
  void chainsOfSigmoidsKeepAQuarterOfAQuarter() {
    Frame frame = after("chain", 0);
    for (int k = 1; k <= 15; k++) {
      String through = "through[" + (16 - k) + "][1,1]";
      double bound = Math.pow(0.25, k);
      assertEquals(bound, value(frame, "centre/" + through), 1e-14 * bound);
      assertTrue(value(frame, through) < bound);
      assertEquals(1, value(frame, "relu/" + through));
    }
    assertEquals(1.52587890625e-5, value(frame, "centre/through[8][1,1]"), 1e-18);
    assertEquals(9.5367431640625e-7, value(frame, "centre/through[6][1,1]"), 1e-19);
  }

  @Test
  void theDeepSigmoidsStayWhereTheyAreAndReluLearns() {
    Frame end = after("deep", 1000);
    assertEquals(Math.log(2), value(end, "J"), 1e-3);
    assertTrue(value(end, "relu/J") < 0.1);
  }

  @Test
  void onlyTheMatchingLossLeavesTheDifference() {
    Frame frame = after("last-layer", 0);
    double a = 1 / (1 + Math.exp(6));
    assertEquals(a - 1, value(frame, "begin/delta[1][1,1]"), 1e-15);
    assertEquals((a - 1) * a * (1 - a), value(frame, "begin-squared/delta[1][1,1]"), 1e-15);
    Frame end = after("last-layer", 60);
    assertTrue(value(end, "J") < 0.1);
    assertTrue(value(end, "squared/a[1][1,1]") < 0.01, "squared error stays on its plateau");
  }

  @Test
  void whoForgetsTheSlopeIsToldSo() {
    Frame frame = after("last-layer", 0);
    Check check = lesson.step("last-layer").orElseThrow().check("squared-error").orElseThrow();
    assertEquals(new Verdict.Right(), Grading.grade(check, "-0.00246", frame));
    assertEquals(new Verdict.Wrong("no-derivative"), Grading.grade(check, "-0.9975", frame));
    assertEquals(new Verdict.Wrong("wrong-sign"), Grading.grade(check, "0.00246", frame));
  }

  @Test
  void theHeightInsteadOfTheSlopeIsToldSo() {
    Frame frame = after("maximum", 0);
    Check check = lesson.step("maximum").orElseThrow().check("summit").orElseThrow();
    assertEquals(new Verdict.Right(), Grading.grade(check, "0,25", frame));
    assertEquals(new Verdict.Wrong("factor-2"), Grading.grade(check, "0.5", frame));
    assertEquals(new Verdict.Wrong("half"), Grading.grade(check, "0.125", frame));
  }
}
