package org.ladera.store.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ladera.Read;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.Step;
import org.ladera.lesson.model.UnitRule;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.runs.PerceptronModel;
import org.ladera.present.shared.Labels;
import org.ladera.present.shared.Table;
import org.ladera.session.Command;
import org.ladera.session.Frame;
import org.ladera.session.Granularity;
import org.ladera.session.run.InlineSession;
import org.ladera.text.Language;
import org.ladera.text.Messages;

/** The figures that the lesson quotes are those that its runs give. */
class XorLessonTest {
  private final Lesson lesson = LessonLibrary.load(LessonCopy.SHIPPED).lesson("xor").orElseThrow();

  private InlineSession session(String step) {
    InlineSession session = new InlineSession();
    session.send(new Command.Load(lesson.step(step).orElseThrow().scene()));
    return session;
  }

  private static double value(Frame frame, String reading) {
    return Read.value(frame, reading).orElseThrow();
  }

  private static void near(double expected, double actual, double relative) {
    assertEquals(expected, actual, relative * Math.abs(expected));
  }

  @Test
  void theThesisRunHasItsLossesAtItsMarks() {
    double[] losses = {
      1.3341404519931526,
      1.2491645012946484,
      1.002798727173385,
      1.0002130743201256,
      0.04949934624272781,
      0.005382240839324371
    };
    Step step = lesson.playStep();
    assertEquals(List.of(0L, 1L, 10L, 100L, 999L, 3999L), step.marks());
    try (InlineSession session = session(step.id())) {
      for (int i = 0; i < losses.length; i++) {
        if (i > 0) {
          session.send(new Command.RunTo(step.marks().get(i)));
        }
        near(losses[i], value(session.newest(), "sse"), 1e-9);
      }
      double[] outputs = {0.05417, 0.96642, 0.96642, 0.01389};
      for (int i = 0; i < outputs.length; i++) {
        near(outputs[i], value(session.newest(), "yhat[" + (i + 1) + "]"), 5e-4);
      }
    }
  }

  @Test
  void theStochasticRunFollowsTheOrdersOfTheThesis() {
    long[] epochs = {0, 100, 500, 750, 1000, 1999};
    double[] sums = {1.2668, 1.0940, 0.7088, 0.1793, 0.0428, 0.0092};
    try (InlineSession session = session("stochastic")) {
      assertEquals(List.of(2), session.newest().main().next().rows());
      for (int i = 0; i < epochs.length; i++) {
        if (epochs[i] > 0) {
          session.send(new Command.RunTo(epochs[i]));
        }
        double sum = 0;
        for (int update = 0; update < 4; update++) {
          sum += session.newest().main().next().lossSum();
          session.send(new Command.Step(Granularity.UPDATE, 1));
        }
        assertEquals(sums[i], sum, 6e-5);
      }
    }
  }

  @Test
  void equalWeightsNeverPart() {
    try (InlineSession session = session("symmetry")) {
      session.send(new Command.RunTo(4000));
      Frame end = session.newest();
      near(0.999895, value(end, "sse"), 1e-6);
      assertEquals(1, value(end, "zeros/sse"));
      assertEquals(value(end, "W[1][1,1]"), value(end, "W[1][1,3]"));
      assertEquals(value(end, "W[1][2,1]"), value(end, "W[1][2,3]"));
    }
  }

  @Test
  void thePerceptronRuleGoesRoundOnXorAndSettlesOnAGate() {
    try (InlineSession session = session("perceptron")) {
      Messages words = Messages.load(Language.EN);
      ViewSpec.Perceptron main =
          (ViewSpec.Perceptron) lesson.step("perceptron").orElseThrow().views().get(2);
      ViewSpec.Perceptron gate = new ViewSpec.Perceptron("gate", UnitRule.PERCEPTRON);
      Table xor = PerceptronModel.of(session.newest(), main, words, Labels.NONE).table();
      Table and = PerceptronModel.of(session.newest(), gate, words, Labels.NONE).table();
      assertTrue(xor.reading().contains("cycle"), xor.reading());
      assertTrue(and.reading().contains("no mistakes"), and.reading());
      List<Table.Cell> last = and.rows().getLast().cells();
      assertEquals(List.of("1.0", "-0.5"), List.of(last.get(5).copied(), last.get(6).copied()));
    }
  }
}
