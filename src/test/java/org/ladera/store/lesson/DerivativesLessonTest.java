package org.ladera.store.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.Edit;
import org.ladera.lesson.grading.Grading;
import org.ladera.lesson.model.Check;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.Verdict;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.graph.GraphModel;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.session.Command;
import org.ladera.session.Frame;
import org.ladera.session.reading.RunReading;
import org.ladera.session.run.InlineSession;
import org.ladera.text.Language;
import org.ladera.text.Messages;

/** The figures that the lesson quotes are those that its runs give. */
class DerivativesLessonTest {
  private final Lesson lesson =
      LessonLibrary.load(LessonCopy.SHIPPED).lesson("derivatives").orElseThrow();

  private Frame after(String step, long epochs) {
    try (InlineSession session = new InlineSession()) {
      session.send(new Command.Load(lesson.step(step).orElseThrow().scene()));
      session.send(new Command.RunTo(epochs));
      return session.newest();
    }
  }

  private static double value(Frame frame, String reading) {
    return RunReading.parse(reading, frame).orElseThrow().value(frame).orElseThrow();
  }

  private Verdict grade(String step, String check, String answer) {
    Check asked = lesson.step(step).orElseThrow().check(check).orElseThrow();
    return Grading.grade(asked, answer, after(step, 0));
  }

  @Test
  void secantsOfTheSquareHaveTheSlopeTwoAndTheStep() {
    Frame frame = after("rate", 0);
    assertEquals(2.5, value(frame, "half/J"), 1e-12);
    assertEquals(2.1, value(frame, "tenth/J"), 1e-12);
    assertEquals(2.01, value(frame, "hundredth/J"), 1e-11);
    assertEquals(4, value(frame, "dx"));
    assertEquals(new Verdict.Wrong("half"), grade("rate", "secant", "1.25"));
  }

  @Test
  void theTableOfRulesHasTheSlopesThatTheyGive() {
    Frame frame = after("rules", 0);
    assertEquals(3, value(frame, "line/dx"));
    assertEquals(4, value(frame, "square/dx"));
    assertEquals(-0.25, value(frame, "reciprocal/dx"), 1e-15);
    assertEquals(Math.exp(2), value(frame, "exponential/dx"), 1e-12);
    assertEquals(0.5, value(frame, "logarithm/dx"));
    assertEquals(1 + Math.log(2), value(frame, "product/dx"), 1e-15);
    assertEquals((1 - Math.log(2)) / 4, value(frame, "quotient/dx"), 1e-15);
    assertEquals(30, value(frame, "dx"));
    assertEquals(10, value(frame, "dy"));
    assertEquals(new Verdict.Wrong("wrong-parameter"), grade("rules", "by-x", "10"));
    assertEquals(new Verdict.Wrong("half"), grade("rules", "by-x", "15"));
  }

  @Test
  void aDegreeIsAGlass() {
    assertEquals(1, value(after("thirst", 0), "dt"));
    assertEquals(25, value(after("thirst", 5), "J"));
  }

  @Test
  void theFunctionOfTheNotesHasItsGradientAndTheSmallStepIsForeseen() {
    Frame frame = after("graph", 1);
    assertEquals(2, value(frame, "begin/J"), 1e-9);
    assertEquals(2, value(frame, "begin/dx"), 1e-9);
    assertEquals(2, value(frame, "begin/dy"), 1e-9);
    assertEquals(0.98 * 0.98 * 0.98 + 0.98, value(frame, "J"), 1e-14);
  }

  @Test
  void theRiseIsGreatestInTheDirectionOfTheGradient() {
    Frame frame = after("direction", 0);
    double gradient = Math.hypot(value(frame, "hill/dx"), value(frame, "hill/dy"));
    assertEquals(2.828427, gradient, 5e-7);
    assertEquals(2, value(frame, "right/J"));
    try (InlineSession session = new InlineSession()) {
      session.send(new Command.Load(lesson.step("direction").orElseThrow().scene()));
      double most = 0;
      double best = 0;
      for (int degree = 0; degree < 360; degree++) {
        double angle = Math.toRadians(degree);
        session.send(
            new Command.Apply(
                new Edit.SetParameters(MatrixView.generate(1, 1, i -> angle)), false));
        double rise = value(session.newest(), "J");
        assertEquals(gradient * Math.cos(angle - Math.PI / 4), rise, 1e-12);
        best = rise > most ? degree : best;
        most = Math.max(most, rise);
      }
      assertEquals(45, best);
      assertEquals(gradient, most, 1e-12);
    }
  }

  @Test
  void theUnitHasTheNumbersOfItsGraph() {
    Frame frame = after("neuron", 0);
    double a = 1 / (1 + Math.exp(0.4));
    assertEquals(-0.4, value(frame, "z[1][1,1]"), 1e-15);
    assertEquals(0.401312, value(frame, "a[1][1,1]"), 5e-7);
    assertEquals(0.358427, value(frame, "J"), 5e-7);
    assertEquals(-0.287682, value(frame, "dW[1][1,1]"), 5e-7);
    assertEquals(-0.575365, value(frame, "dW[1][2,1]"), 5e-7);
    assertEquals(2 * (a - 1) * a * (1 - a), value(frame, "dW[1][1,1]"), 1e-15);
    assertEquals(0.317, value(after("neuron", 1), "J"), 0.01 * 0.317);
    assertEquals(new Verdict.Wrong("half"), grade("neuron", "first", "-0.1438"));
    assertEquals(new Verdict.Wrong("no-derivative"), grade("neuron", "first", "-1.1974"));
    assertEquals(new Verdict.Wrong("wrong-parameter"), grade("neuron", "first", "-0.5754"));
  }

  @Test
  void theThreeFactorsOfCrossEntropyAreTheError() {
    Frame frame = after("flow", 0);
    double a = 1 / (1 + Math.exp(-1));
    assertEquals(-1 / a * a * (1 - a), value(frame, "delta[1][1,1]"), 1e-15);
    assertEquals(value(frame, "delta[1][1,1]"), value(frame, "db[1][1]"));
    assertEquals(2 * value(frame, "delta[1][1,1]"), value(frame, "dW[1][1,1]"), 1e-15);
    assertEquals(new Verdict.Wrong("wrong-sign"), grade("flow", "delta", "0.2689"));
  }

  @Test
  void theGraphsShowTheGradientOfTheRun() {
    Messages messages = Messages.load(Language.EN);
    for (String step : List.of("rules", "thirst", "graph", "neuron", "flow", "sweeps")) {
      Frame frame = after(step, 0);
      for (ViewSpec view : lesson.step(step).orElseThrow().views()) {
        if (view instanceof ViewSpec.Graph spec) {
          GraphModel model = GraphModel.of(frame, spec, Highlight.NONE, messages, Labels.NONE);
          assertTrue(model.nodes().size() > 2, step);
          double squares = 0;
          for (GraphModel.Node n : model.nodes()) {
            squares += n.parameter().isPresent() ? n.adjoint() * n.adjoint() : 0;
          }
          assertEquals(value(frame, "gradientNorm"), Math.sqrt(squares), 1e-12, step);
          assertEquals(value(frame, "J"), model.nodes().getLast().value(), 1e-12, step);
        }
      }
    }
  }

  @Test
  void theClaimedLossIsTwiceTheOneThatIsDescended() {
    Frame frame = after("check", 0);
    double a = 1 / (1 + Math.exp(0.4));
    assertEquals((a - 1) * a * (1 - a), value(frame, "dW[1][1,1]"), 1e-15);
    assertEquals(-1, value(frame, "line/db[1][1]"), 1e-15);
    assertEquals(-7 / 3.0, value(frame, "line/dW[1][1,1]"), 1e-15);
    assertEquals(new Verdict.Wrong("sum-for-mean"), grade("check", "theta-one", "-7"));
  }
}
