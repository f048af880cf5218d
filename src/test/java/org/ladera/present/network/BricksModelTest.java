package org.ladera.present.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ladera.Xor;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.lesson.model.FigureView;
import org.ladera.present.network.BricksModel.Brick;
import org.ladera.present.network.BricksModel.Product;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.session.Scene;
import org.ladera.text.Language;
import org.ladera.text.Messages;
import org.ladera.text.RichText;

class BricksModelTest {
  /** Four examples of two inputs, five units and then three, one output. */
  private static final Experiment NOTES =
      Xor.thesis()
          .withNetwork(
              new NetworkSpec(
                  2,
                  List.of(
                      LayerSpec.dense(5, ActivationSpec.TANH),
                      LayerSpec.dense(3, ActivationSpec.SIGMOID),
                      LayerSpec.dense(1, ActivationSpec.SIGMOID))))
          .withInit(new InitSpec.GlorotUniform(1));

  private static List<String> products(OptionalInt layer) {
    return BricksModel.of(
            Xor.after(NOTES, 1),
            new FigureView.Bricks(Scene.MAIN, layer),
            Highlight.NONE,
            Messages.load(Language.EN),
            Labels.NONE)
        .products()
        .stream()
        .map(BricksModelTest::written)
        .toList();
  }

  private static String written(Product product) {
    return product.bricks().stream().map(BricksModelTest::written).collect(Collectors.joining(" "));
  }

  private static String written(Brick brick) {
    return RichText.parse(brick.name()).plain() + " " + brick.shape();
  }

  @Test
  void forwardsEveryLayerTakesTheRowsOfTheOneBefore() {
    assertEquals(
        List.of(
            "x 4\u00d72 W[1] 2\u00d75 z[1] 4\u00d75",
            "a[1] 4\u00d75 W[2] 5\u00d73 z[2] 4\u00d73",
            "a[2] 4\u00d73 W[3] 3\u00d71 z[3] 4\u00d71"),
        products(OptionalInt.empty()));
  }

  @Test
  void backwardsTheWeightsLieOnTheirSide() {
    assertEquals(
        List.of(
            "\u03b4[3] 4\u00d71 W[3]\u1d40 1\u00d73 \u03c3\u2032(z[2]) 4\u00d73 \u03b4[2] 4\u00d73",
            "a[1]\u1d40 5\u00d74 \u03b4[2] 4\u00d73 \u2202J/\u2202W[2] 5\u00d73"),
        products(OptionalInt.of(2)));
    assertEquals(
        List.of(
            "\u03b4[2] 4\u00d73 W[2]\u1d40 3\u00d75 f\u2032(z[1]) 4\u00d75 \u03b4[1] 4\u00d75",
            "x\u1d40 2\u00d74 \u03b4[1] 4\u00d75 \u2202J/\u2202W[1] 2\u00d75"),
        products(OptionalInt.of(1)));
  }

  @Test
  void theLastLayerHasNoneBehindIt() {
    assertEquals(
        List.of("a[2]\u1d40 3\u00d74 \u03b4[3] 4\u00d71 \u2202J/\u2202W[3] 3\u00d71"),
        products(OptionalInt.of(3)));
  }
}
