package org.ladera.present.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ladera.engine.oracle.Case;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.session.Frame;
import org.ladera.session.Scene;
import org.ladera.text.Language;
import org.ladera.text.Messages;

class ActivationModelTest {
  private static final Messages ENGLISH = Messages.load(Language.EN);
  private static final Messages SPANISH = Messages.load(Language.ES);

  private static ActivationModel model(Frame frame, String... options) {
    return ActivationModel.of(
        frame,
        Unit.view(ViewSpec.Activation.class, Scene.MAIN, options),
        Highlight.NONE,
        ENGLISH,
        Labels.NONE);
  }

  private static ActivationModel at(ActivationSpec function, double z, String... options) {
    return model(Unit.frame(Unit.at(function, z)), options);
  }

  @Test
  void thePointIsThatOfTheUnit() {
    Case oracle = Case.load("e-activations");
    Case sigmoid = oracle.at("activations", "sigmoid");
    double[] grid = oracle.at("grid").numbers();
    for (int i = 0; i < grid.length; i++) {
      if (grid[i] != 0 && Math.abs(grid[i]) <= 37) {
        ActivationModel.Now now = at(ActivationSpec.SIGMOID, grid[i]).now().orElseThrow();
        double value = sigmoid.at("exact_value").at(i).number();
        double slope = sigmoid.at("exact_derivative").at(i).number();
        assertEquals(grid[i], now.z());
        assertEquals(value, now.a(), 1e-14 * value);
        assertEquals(slope, now.slope(), 1e-15);
      }
    }
  }

  @Test
  void aSaturatedUnitHasTheSlopeOfTheBooksAndIsNotWrittenAsOne() {
    ActivationModel ten = at(ActivationSpec.SIGMOID, 10, "range", "-12,12");
    assertEquals(4.54e-5, ten.now().orElseThrow().slope(), 0.005e-5);
    assertEquals("0.999955", ten.now().orElseThrow().value());
    assertTrue(ten.reading().contains("4.54·10⁻⁵"), ten.reading());
  }

  @Test
  void theGreatestSlopeIsAQuarterAtTheMiddle() {
    ActivationModel model = at(ActivationSpec.SIGMOID, 3);
    assertEquals(0.25, model.greatest().orElseThrow().slope(), 1e-15);
    assertEquals("greatest 0.25", model.greatest().orElseThrow().label());
    assertEquals(1, at(ActivationSpec.TANH, 3).greatest().orElseThrow().slope(), 1e-15);
    assertEquals(Optional.empty(), at(ActivationSpec.RELU, 3).greatest());
    assertEquals(Optional.empty(), at(ActivationSpec.SOFTPLUS, 3).greatest());
  }

  @Test
  void atACornerItSaysWhichSlopeIsTaken() {
    ActivationModel.Line relu = at(ActivationSpec.RELU, 1).lines().getLast();
    assertEquals(new ActivationModel.Jump(0, 0, 0, 1), relu.jump().orElseThrow());
    ActivationModel.Line leaky = at(ActivationSpec.leakyRelu(0.01), 1).lines().getLast();
    assertEquals(new ActivationModel.Jump(0, 0.01, 0.01, 1), leaky.jump().orElseThrow());
    assertEquals(2, relu.slopes().size());
    assertEquals(1, at(ActivationSpec.TANH, 1).lines().getLast().slopes().size());
    ActivationModel.Line half = at(ActivationSpec.elu(0.5), 1).lines().getLast();
    assertEquals(0.5, half.jump().orElseThrow().taken());
  }

  @Test
  void aLineWithoutTheCornerInSightHasNoJump() {
    ActivationModel right = at(ActivationSpec.RELU, 2, "range", "1,4");
    assertEquals(Optional.empty(), right.lines().getLast().jump());
  }

  @Test
  void functionsOfOtherRunsStandBesideWithTheirNamesAndPoints() {
    Frame frame =
        Unit.frame(
            Unit.at(ActivationSpec.SIGMOID, 0.5),
            Unit.at(ActivationSpec.TANH, 0.5),
            Unit.at(ActivationSpec.RELU, 0.5));
    ActivationModel model = model(frame, "runs", "run1,run2");
    assertEquals(
        List.of("tanh", "ReLU", "sigmoid"),
        model.lines().stream().map(ActivationModel.Line::name).toList());
    assertEquals(Math.tanh(0.5), model.lines().get(0).at().a(), 1e-15);
    assertEquals("ReLU, at 0: 0", model.lines().get(1).slopeName());
    assertEquals(1, model.lines().get(1).at().slope());
    assertTrue(model.spoken().contains("ReLU: activation 0.5, slope 1."), model.spoken());
    ActivationModel named =
        ActivationModel.of(
            frame,
            Unit.view(ViewSpec.Activation.class, Scene.MAIN, "runs", "run1"),
            Highlight.NONE,
            ENGLISH,
            new Labels(Map.of("run.run1", "la otra")));
    assertEquals("la otra", named.lines().getFirst().name());
  }

  @Test
  void theBiasMovesAUnitThatHasOne() {
    Experiment e = Unit.of(new double[][] {{2}}, 0.5, LayerSpec.dense(1, ActivationSpec.SIGMOID));
    ActivationModel model = model(Unit.frame(e));
    assertTrue(model.movable());
    assertEquals(1.5, model.now().orElseThrow().z());
    assertEquals(
        Optional.of(new Move.ToParameter(ParameterRef.bias(1, 1), 2.0)), model.moved().apply(3.0));
  }

  @Test
  void theOnlyWeightMovesAUnitWithoutBias() {
    Experiment e =
        Unit.of(
            new double[][] {{2}}, 0.5, LayerSpec.dense(1, ActivationSpec.SIGMOID).withoutBias());
    assertEquals(
        Optional.of(new Move.ToParameter(ParameterRef.weight(1, 1, 1), 1.5)),
        model(Unit.frame(e)).moved().apply(3.0));
  }

  @Test
  void theExampleMovesWhenTheLessonSaysSo() {
    Experiment e =
        Unit.of(new double[][] {{2}, {7}}, 0.5, LayerSpec.dense(1, ActivationSpec.SIGMOID));
    Move move = model(Unit.frame(e), "input", "true", "sample", "2").moved().apply(3.0).get();
    assertEquals(2, ((Move.ToData) move).data().x().get(0, 0));
    assertEquals(5, ((Move.ToData) move).data().x().get(1, 0));
  }

  @Test
  void whatNoHandCanMoveIsNotMovable() {
    Experiment two =
        Unit.of(
            new double[][] {{2, 1}}, 0.5, LayerSpec.dense(1, ActivationSpec.SIGMOID).withoutBias());
    assertFalse(model(Unit.frame(two)).movable());
    Frame frame =
        Unit.frame(Unit.at(ActivationSpec.SIGMOID, 1), Unit.at(ActivationSpec.SIGMOID, 2));
    ActivationModel other =
        ActivationModel.of(
            frame,
            Unit.view(ViewSpec.Activation.class, "run1"),
            Highlight.NONE,
            ENGLISH,
            new Labels(Map.of("run.run1", "quieta")));
    assertFalse(other.movable(), "a hand moves the main run only");
    assertEquals("Activation and slope · quieta", other.title());
  }

  @Test
  void aWholeLayerIsShownAsDotsWithTheShareThatIsFlat() {
    // Of 0.5, 2.5, 5.5 and 10.5 only the last two have slopes below 0.01.
    Experiment e =
        Unit.of(
            new double[][] {{0}, {4}, {10}, {20}},
            0.5,
            LayerSpec.dense(3, ActivationSpec.SIGMOID),
            LayerSpec.dense(1, ActivationSpec.SIGMOID));
    ActivationModel model = model(Unit.frame(e), "all", "true");
    assertEquals(12, model.dots().size());
    assertEquals(Optional.empty(), model.now());
    assertFalse(model.movable());
    assertEquals("50 % with a slope below 0.01", model.reading());
  }

  @Test
  void itIsSaidInSpanishWithDecimalCommas() {
    ActivationModel model =
        ActivationModel.of(
            Unit.frame(Unit.at(ActivationSpec.SIGMOID, 1)),
            Unit.view(ViewSpec.Activation.class, Scene.MAIN),
            Highlight.NONE,
            SPANISH,
            Labels.NONE);
    assertTrue(model.spoken().startsWith("Función de activación"), model.spoken());
    assertTrue(model.spoken().contains("la pendiente 0,1966"), model.spoken());
    assertEquals("pendiente 0,1966", model.now().orElseThrow().tangent());
  }
}
