package org.ladera.store.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ladera.Read;
import org.ladera.lesson.model.FigureView;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.data.ExamplesModel;
import org.ladera.present.network.LogLossModel;
import org.ladera.present.network.MatrixModel;
import org.ladera.present.network.ProbabilitiesModel;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.session.Command;
import org.ladera.session.Frame;
import org.ladera.session.run.InlineSession;
import org.ladera.text.Language;
import org.ladera.text.Messages;

/** The figures that the lesson quotes are those that its runs give. */
class SoftmaxLessonTest {
  private static final Messages ENGLISH = Messages.load(Language.EN);

  private final Lesson lesson =
      LessonLibrary.load(LessonCopy.SHIPPED).lesson("softmax").orElseThrow();

  private Frame start(String step) {
    try (InlineSession session = new InlineSession()) {
      session.send(new Command.Load(lesson.step(step).orElseThrow().scene()));
      return session.newest();
    }
  }

  private static double value(Frame frame, String reading) {
    return Read.value(frame, reading).orElseThrow();
  }

  @Test
  void theTableOfTheNotesHasItsDigits() {
    Frame frame = start("cross-entropy");
    double[] losses = {0.9696915, 0.8801999, 1.0526834, 0.8314901};
    for (int i = 0; i < losses.length; i++) {
      assertEquals(losses[i], value(frame, "loss[" + (i + 1) + "]"), 5e-8);
    }
    assertEquals(0.9335162, value(frame, "J"), 5e-8);
    ExamplesModel table =
        ExamplesModel.of(
            frame,
            (ViewSpec.Examples) lesson.step("cross-entropy").orElseThrow().views().get(1),
            Highlight.NONE,
            ENGLISH);
    assertEquals(
        List.of("0.9696915", "0.8801999", "1.0526834", "0.8314901"),
        table.table().rows().stream().map(row -> row.cells().getLast().shown()).toList());
  }

  /** The shares of the table of the notes, and what they cost. */
  @Test
  void theExamplesOfTheNotesLieOnTheCurveOfTheLogarithm() {
    LogLossModel curve =
        LogLossModel.of(
            start("cross-entropy"),
            (FigureView.LogLoss) lesson.step("cross-entropy").orElseThrow().views().getFirst(),
            Highlight.NONE,
            ENGLISH,
            Labels.NONE);
    double[] shares = {0.3792, 0.4147, 0.3490, 0.4354};
    double[] losses = {0.9696915, 0.8801999, 1.0526834, 0.8314901};
    int[] classes = {0, 1, 2, 2};
    for (int i = 0; i < losses.length; i++) {
      assertEquals(shares[i], curve.points().get(i).share(), 5e-5);
      assertEquals(losses[i], curve.points().get(i).loss(), 5e-8);
      assertEquals(classes[i], curve.points().get(i).group());
    }
    assertEquals(0.9335162, curve.mean(), 5e-8);
  }

  @Test
  void addingAConstantChangesNoShareEvenWhereExponentialsOverflow() {
    Frame frame = start("shift");
    double[] shares = {0.70, 0.25, 0.05};
    for (int k = 0; k < shares.length; k++) {
      String a = "a[1][1," + (k + 1) + "]";
      assertEquals(shares[k], value(frame, a), 1e-12);
      assertEquals(shares[k], value(frame, "five/" + a), 1e-12);
      assertEquals(shares[k], value(frame, "thousand/" + a), 1e-12);
    }
    ProbabilitiesModel thousand =
        ProbabilitiesModel.of(
            frame,
            (ViewSpec.Probabilities) lesson.step("shift").orElseThrow().views().get(2),
            Highlight.NONE,
            ENGLISH,
            Labels.NONE);
    assertEquals("∞", thousand.scores().getFirst().shownExponential());
    assertEquals("70.0 %", thousand.scores().getFirst().shownOutput());
  }

  @Test
  void theJacobianIsThatOfTheShares() {
    Frame frame = start("jacobian");
    double[] a = {0.70, 0.25, 0.05};
    for (int i = 0; i < 3; i++) {
      double sum = 0;
      for (int j = 0; j < 3; j++) {
        double expected = a[i] * ((i == j ? 1 : 0) - a[j]);
        double found = value(frame, "jacobian[1][1," + (i + 1) + "," + (j + 1) + "]");
        assertEquals(expected, found, 1e-12);
        sum += found;
      }
      assertEquals(0, sum, 1e-12);
    }
    MatrixModel matrix =
        MatrixModel.of(
            frame,
            (ViewSpec.Matrix) lesson.step("jacobian").orElseThrow().views().getFirst(),
            Highlight.NONE,
            ENGLISH,
            Labels.NONE);
    assertEquals("+0.2100", matrix.shown().get(0).get(0));
    assertTrue(matrix.shown().get(0).get(1).endsWith("0.1750"));
  }

  @Test
  void theTwoPathsAddUpToTheDifference() {
    Frame frame = start("paths");
    double a1 = value(frame, "a[1][1,1]");
    double a2 = value(frame, "a[1][1,2]");
    double byFirst = -1 / a1 * value(frame, "jacobian[1][1,1,1]");
    double bySecond = -0 / a2 * value(frame, "jacobian[1][1,2,1]");
    assertEquals((byFirst + bySecond) * value(frame, "x[1,2]"), value(frame, "dW[1][2,1]"), 1e-12);
  }
}
