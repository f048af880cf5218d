package org.ladera.present.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ladera.Xor;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.landscape.Field;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.decision.HiddenModel.Stage;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.session.Frame;
import org.ladera.text.Language;
import org.ladera.text.Messages;

class HiddenModelTest {
  private static final Messages EN = Messages.load(Language.EN);

  private static HiddenModel model(Frame frame, String... options) {
    return HiddenModel.of(
        frame, Xor.view(ViewSpec.HiddenSpace.class, options), Highlight.NONE, EN, Labels.NONE);
  }

  @Test
  void atEpoch680TheUnitsThatPullDownShareAnAxis() {
    Stage stage = model(Xor.after(Xor.thesis(), 680)).stages().get(1);
    assertEquals("($a_(1)$ + $a_(3)$) / 2", stage.x().name());
    assertEquals("unit $a_(2)$", stage.y().name());
    // Without biases the row (0, 0) makes every sigmoid a half.
    assertEquals(0.5, stage.points().get(0, 0), 1e-15);
    assertEquals(0.5, stage.points().get(0, 1), 1e-15);
    assertEquals(0.984, stage.points().get(1, 1), 5e-4);
  }

  /**
   * Read off the plane, the next unit has the same output as in the network: exactly at the end of
   * the run, by which the plane is chosen, and on the way as nearly as can be seen.
   */
  @ParameterizedTest
  @ValueSource(ints = {0, 100, 680, 3999})
  void thePlaneKeepsWhatTheNextUnitSees(int epoch) {
    Frame frame = Xor.after(Xor.thesis(), epoch);
    Stage stage = model(frame).stages().get(1);
    List<Field> fields = stage.background().orElseThrow().fields();
    assertEquals(1, fields.size());
    Field field = fields.getFirst();
    for (int i = 0; i < 4; i++) {
      double x = stage.points().get(i, 0);
      double y = stage.points().get(i, 1);
      double near = epoch == 680 ? 0.01 : 2e-3;
      assertEquals(frame.main().now().outputs().get(i, 0), interpolated(field, x, y), near);
    }
  }

  private static double interpolated(Field field, double x, double y) {
    double u = (x - field.x().min()) / (field.x().max() - field.x().min());
    double v = (y - field.y().min()) / (field.y().max() - field.y().min());
    double cx = u * (field.x().count() - 1);
    double cy = v * (field.y().count() - 1);
    int i = Math.min((int) cx, field.x().count() - 2);
    int j = Math.min((int) cy, field.y().count() - 2);
    double low = field.get(i, j) + (cx - i) * (field.get(i + 1, j) - field.get(i, j));
    double high = field.get(i, j + 1) + (cx - i) * (field.get(i + 1, j + 1) - field.get(i, j + 1));
    return low + (cy - j) * (high - low);
  }

  @Test
  void aLayerOfTwoUnitsIsShownAsItIs() {
    HiddenModel model = model(Xor.after(Xor.deep(), 50));
    assertEquals(3, model.stages().size());
    Stage second = model.stages().get(2);
    assertEquals("unit $a_(1)$, layer 2", second.x().name());
    assertTrue(second.background().isPresent());
  }

  @Test
  void softmaxOverTwoUnitsShowsAllItsRegions() {
    NetworkSpec network =
        NetworkSpec.of(
            2, LayerSpec.dense(2, ActivationSpec.TANH), LayerSpec.dense(3, ActivationSpec.SOFTMAX));
    Experiment experiment = Xor.classes(3, network);
    Frame frame = Xor.after(experiment, 40);
    Stage stage = model(frame).stages().get(1);
    List<Field> fields = stage.background().orElseThrow().fields();
    assertEquals(3, fields.size());
    for (int k = 0; k < 3; k++) {
      assertEquals(
          frame.main().now().outputs().get(5, k),
          interpolated(fields.get(k), stage.points().get(5, 0), stage.points().get(5, 1)),
          2e-3);
    }
  }

  @Test
  void chosenUnitsThatAreNotAllOfThemHaveNoGround() {
    Stage stage = model(Xor.after(Xor.thesis(), 680), "units", "1,2").stages().get(1);
    assertEquals("unit $a_(1)$", stage.x().name());
    assertTrue(stage.background().isEmpty());
  }

  @Test
  void theFirstStageIsTheSquareOfTheInputs() {
    Stage input = model(Xor.after(Xor.thesis(), 0)).stages().getFirst();
    assertEquals(2 * HiddenModel.LINES * HiddenModel.ALONG, input.grid().rows());
    assertEquals(0, input.grid().get(0, 0));
    assertEquals(1, input.grid().get(input.grid().rows() - 1, 1));
  }

  @Test
  void withoutAHiddenLayerItSaysSo() {
    HiddenModel model = model(Xor.after(Xor.threeClasses(), 0));
    assertTrue(model.stages().isEmpty());
    assertEquals(2, model.empty().size());
  }

  @Test
  void oneHiddenUnitIsALine() {
    NetworkSpec network =
        NetworkSpec.of(
            2,
            LayerSpec.dense(1, ActivationSpec.SIGMOID),
            LayerSpec.dense(1, ActivationSpec.SIGMOID));
    Stage stage = model(Xor.after(Xor.thesis().withNetwork(network), 3)).stages().get(1);
    assertEquals(0, stage.points().get(2, 1));
    assertEquals("only one unit", stage.y().name());
  }
}
