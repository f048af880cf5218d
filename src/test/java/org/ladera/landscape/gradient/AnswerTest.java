package org.ladera.landscape.gradient;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.matrix.Shape;
import org.ladera.engine.net.Network;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.LayerKind;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.ParameterLayout;

/** Slopes of scores by pixels beside differences of whole forward passes. */
class AnswerTest {
  private static final double H = 1e-6;

  private static Stream<NetworkSpec> networks() {
    LayerKind.Convolution convolution =
        new LayerKind.Convolution(new Shape(1, 6, 6), 2, 3, 3, 1, 0);
    LayerKind.Pool pool =
        new LayerKind.Pool(convolution.output(), LayerKind.Pool.Reduction.MAX, 2, 2);
    return Stream.of(
        NetworkSpec.of(
            36,
            LayerSpec.dense(7, ActivationSpec.RELU),
            LayerSpec.dense(5, ActivationSpec.RELU),
            LayerSpec.dense(3, ActivationSpec.SOFTMAX)),
        NetworkSpec.of(
            36,
            new LayerSpec(6, ActivationSpec.TANH, true, true, 0.2),
            LayerSpec.dense(3, ActivationSpec.SOFTMAX)),
        NetworkSpec.of(
            36,
            new LayerSpec(
                convolution, ActivationSpec.RELU, true, false, 0, LayerSpec.USUAL_EPSILON),
            LayerSpec.plain(pool),
            LayerSpec.dense(3, ActivationSpec.SOFTMAX)));
  }

  private static double[] scores(NetworkSpec spec, double[] theta, double[] x) {
    Network network = new Network(spec, 1);
    network.forward(theta, network.startFigures(), x, 1, false);
    return java.util.Arrays.copyOf(network.layer(network.depth() - 1).z().data, spec.outputs());
  }

  @ParameterizedTest
  @MethodSource("networks")
  void aScoreAnswersToAPixelAsItsSlopeSays(NetworkSpec spec) {
    Random random = new Random(5);
    double[] theta = random.doubles(new ParameterLayout(spec).count(), -0.7, 0.7).toArray();
    double[] x = random.doubles(36, 0, 1).toArray();
    Answer answer = Answer.of(spec, theta, MatrixView.of(1, 36, x));
    double[] z = scores(spec, theta, x);
    for (int i = 0; i < 36; i++) {
      double[] more = x.clone();
      double[] less = x.clone();
      more[i] += H;
      less[i] -= H;
      double[] up = scores(spec, theta, more);
      double[] down = scores(spec, theta, less);
      for (int k = 0; k < 3; k++) {
        assertEquals((up[k] - down[k]) / (2 * H), answer.slopes().get(k, i), 1e-6);
      }
    }
    for (int k = 0; k < 3; k++) {
      assertEquals(z[k], answer.scores().get(k));
      double sum = answer.rest(k);
      for (int i = 0; i < 36; i++) {
        sum += answer.shares(k).get(i);
      }
      assertEquals(z[k], sum, 1e-12);
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void aHiddenUnitAnswersToo(NetworkSpec spec) {
    Random random = new Random(6);
    double[] theta = random.doubles(new ParameterLayout(spec).count(), -0.7, 0.7).toArray();
    MatrixView x = MatrixView.of(1, 36, random.doubles(36, 0, 1).toArray());
    MatrixView all = Answer.slopes(spec, theta, x, spec.layers().size());
    assertEquals(Answer.of(spec, theta, x).slopes(), all);
    MatrixView first = Answer.slopes(spec, theta, x, 1);
    assertEquals(spec.layers().getFirst().units(), first.rows());
  }
}
