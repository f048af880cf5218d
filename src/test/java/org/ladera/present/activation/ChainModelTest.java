package org.ladera.present.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.session.Frame;
import org.ladera.session.Scene;
import org.ladera.text.Language;
import org.ladera.text.Messages;

class ChainModelTest {
  private static final Messages ENGLISH = Messages.load(Language.EN);

  private static ChainModel model(Frame frame, Highlight highlight, String... options) {
    return ChainModel.of(
        frame,
        Unit.view(ViewSpec.Chain.class, Scene.MAIN, options),
        highlight,
        ENGLISH,
        new Labels(Map.of("run.run1", "ReLU")));
  }

  private static Frame both() {
    return Unit.frame(
        Unit.chain(ActivationSpec.SIGMOID, 15, 1), Unit.chain(ActivationSpec.RELU, 15, 1));
  }

  private static Highlight layer(int layer) {
    return new Highlight(-1, layer, 1, Optional.empty(), -1);
  }

  @Test
  void theBoundHasTheFiguresOfTheThesis() {
    double[] bound = model(both(), Highlight.NONE).bound().orElseThrow().sizes();
    assertEquals(15, bound.length);
    assertEquals(1.52587890625e-5, bound[7]);
    assertEquals(9.5367431640625e-7, bound[9]);
  }

  @Test
  void sigmoidsStayBelowTheBoundAndReluLosesNothing() {
    ChainModel model = model(both(), Highlight.NONE, "runs", "run1");
    double[] sigmoids = model.lines().getLast().sizes();
    double[] bound = model.bound().orElseThrow().sizes();
    for (int k = 0; k < 15; k++) {
      assertTrue(sigmoids[k] < bound[k], "depth " + (k + 1));
      assertTrue(k == 0 || sigmoids[k] < 0.25 * sigmoids[k - 1]);
      assertEquals(1, model.lines().getFirst().sizes()[k]);
    }
    assertTrue(model.spoken().contains("ReLU: 1."), model.spoken());
  }

  @Test
  void theBrushedLayerIsRead() {
    ChainModel model = model(both(), layer(8));
    assertEquals(OptionalInt.of(8), model.chosen());
    assertTrue(model.note().startsWith("through 8: "), model.note());
    assertTrue(model.note().endsWith("bound 1.526·10⁻⁵"), model.note());
    assertEquals(OptionalInt.of(1), model(both(), layer(15)).chosen());
    assertEquals(OptionalInt.empty(), model(both(), layer(16)).chosen());
    assertEquals(15, model.layer(1));
  }

  @Test
  void whereLayersAreWideTheQuarterIsNoBound() {
    Frame frame =
        Unit.frame(
            Unit.of(
                new double[][] {{1}},
                1,
                LayerSpec.dense(4, ActivationSpec.SIGMOID),
                LayerSpec.dense(1, ActivationSpec.SIGMOID)));
    ChainModel model = model(frame, Highlight.NONE);
    assertEquals(Optional.empty(), model.bound());
    // Four equal units: the norm is twice the slope of one.
    double hidden = 1 / (1 + Math.exp(-2));
    double out = 1 / (1 + Math.exp(-(4 * hidden + 1)));
    double one = out * (1 - out) * hidden * (1 - hidden);
    assertEquals(2 * one, model.lines().getLast().sizes()[1], 1e-14);
  }

  @Test
  void aDeadChainIsShownWithoutFailing() {
    ChainModel model = model(Unit.frame(Unit.chain(ActivationSpec.RELU, 5, -1)), Highlight.NONE);
    assertEquals(0, model.lines().getLast().sizes()[4]);
    assertTrue(model.reading().endsWith(" 0"), model.reading());
  }
}
