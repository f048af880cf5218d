package org.ladera.present.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.ladera.Read;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.shared.Highlight;
import org.ladera.session.Frame;
import org.ladera.session.Scene;
import org.ladera.text.Language;
import org.ladera.text.Messages;

class DifferenceModelTest {
  private static final double[][] AROUND = {{-1}, {0}, {1}};

  /** Weight and bias are both {@code start}: the step and the point. */
  private static Frame frame(double start) {
    return Unit.frame(Unit.of(AROUND, start, LayerSpec.dense(1, ActivationSpec.SIGMOID)));
  }

  private static DifferenceModel model(Frame frame) {
    return DifferenceModel.of(
        frame,
        Unit.view(ViewSpec.Difference.class, Scene.MAIN),
        Highlight.NONE,
        Messages.load(Language.EN));
  }

  private static double sigmoid(double z) {
    return 1 / (1 + Math.exp(-z));
  }

  @Test
  void theSecantGoesThroughWhatTheUnitComputes() {
    DifferenceModel model = model(frame(1));
    assertEquals(sigmoid(0), model.left().a(), 1e-15);
    assertEquals(sigmoid(1), model.middle().a(), 1e-15);
    assertEquals(sigmoid(2), model.right().a(), 1e-15);
    assertEquals((sigmoid(2) - 0.5) / 2, model.secant().slope(), 1e-15);
    assertEquals("secant 0.190399", model.secant().label());
    assertEquals("tangent 0.196612", model.tangent().label());
    assertEquals("", model.missing());
  }

  @Test
  void theReadingsSayTheSame() {
    Frame frame = frame(1);
    DifferenceModel model = model(frame);
    assertEquals(
        model.secant().slope(), Read.value(frame, "secant[1][1,3,1]").orElseThrow(), 1e-15);
    double slope = sigmoid(1) * (1 - sigmoid(1));
    assertEquals(
        Math.abs(model.secant().slope() - slope) / slope,
        Read.value(frame, "secantError[1][1,3,1]").orElseThrow(),
        1e-13);
    assertTrue(Read.value(frame, "secant[1][2,2,1]").isEmpty(), "a point has no secant");
  }

  @Test
  void thePresentErrorLiesOnTheCurve() {
    DifferenceModel model = model(frame(0.1));
    double[] steps = model.errors().central().zs();
    for (int i = 0; i < steps.length; i++) {
      if (Math.abs(steps[i] - 0.1) < 1e-9) {
        assertEquals(model.errors().central().heights()[i], model.errors().now(), 1e-9);
        return;
      }
    }
    throw new AssertionError("0.1 is one of the steps");
  }

  @Test
  void handsMoveStepAndPoint() {
    DifferenceModel model = model(frame(1));
    assertEquals(new Move.ToParameter(ParameterRef.weight(1, 1, 1), 1e-5), model.toStep(1e-5));
    assertEquals(new Move.ToParameter(ParameterRef.weight(1, 1, 1), 1), model.toStep(3));
    assertEquals(new Move.ToParameter(ParameterRef.bias(1, 1), -2), model.toPoint(-2));
  }

  @Test
  void aRunOfAnotherKindIsToldSo() {
    Experiment wide =
        Unit.of(new double[][] {{1, 2}}, 1, LayerSpec.dense(1, ActivationSpec.SIGMOID));
    DifferenceModel model = model(Unit.frame(wide));
    assertEquals("This view needs one unit and the examples −1, 0 and 1", model.missing());
    assertEquals(model.missing(), model.spoken());
  }

  @Test
  void aStepOfZeroDoesNoHarm() {
    DifferenceModel model = model(frame(0));
    assertTrue(Double.isNaN(model.secant().slope()));
  }
}
