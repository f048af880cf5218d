package org.ladera.landscape.gradient;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.oracle.Case;
import org.ladera.engine.oracle.Mlp;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.Factor;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.trace.StepTrace;
import org.ladera.engine.train.Trainer;

class OutputSlopeTest {
  private static final int DEPTH = 15;

  /** A chain of single units, all weights 1. */
  private static OutputSlope chain(LayerSpec layer, double x) {
    List<LayerSpec> layers = new ArrayList<>();
    for (int l = 0; l < DEPTH; l++) {
      layers.add(layer);
    }
    NetworkSpec network = NetworkSpec.of(1, layers.toArray(LayerSpec[]::new));
    StepTrace step =
        new Trainer(
                Mlp.experiment(
                    Dataset.of(new double[][] {{x}}, new double[][] {{0}}),
                    network,
                    LossSpec.HALF_SSE,
                    new OptimizerSpec.Sgd(1),
                    new InitSpec.Constant(1)))
            .preview();
    return new OutputSlope(step, 0);
  }

  @Test
  void aChainMultipliesTheSlopesOnTheWay() {
    OutputSlope slope = chain(LayerSpec.dense(1, ActivationSpec.SIGMOID).withoutBias(), 1);
    double[] a = new double[DEPTH];
    double before = 1;
    for (int l = 0; l < DEPTH; l++) {
      a[l] = 1 / (1 + Math.exp(-before));
      before = a[l];
    }
    double product = 1;
    for (int l = DEPTH; l >= 1; l--) {
      product *= a[l - 1] * (1 - a[l - 1]);
      assertEquals(product, slope.at(l, 1), 1e-13 * product);
      assertEquals(product, slope.norm(l), 1e-13 * product);
    }
  }

  @Test
  void reluPassesEverythingOn() {
    OutputSlope slope = chain(LayerSpec.dense(1, ActivationSpec.RELU).withoutBias(), 1);
    assertEquals(1, slope.at(1, 1));
    assertEquals(0, chain(LayerSpec.dense(1, ActivationSpec.RELU).withoutBias(), -1).at(1, 1));
  }

  /** What the loss says of the output times what the output says of a layer is δ (PyTorch). */
  @ParameterizedTest
  @ValueSource(strings = {"k-vanishing-sigmoid", "k-vanishing-tanh", "k-vanishing-relu"})
  void deltasOfADeepNetworkComeOut(String name) {
    Case oracle = Case.load(name);
    String activation = name.substring(name.lastIndexOf('-') + 1);
    List<Integer> sizes = new ArrayList<>(List.of(2));
    List<String> activations = new ArrayList<>();
    for (int l = 0; l < 15; l++) {
      sizes.add(10);
      activations.add(activation);
    }
    sizes.add(1);
    activations.add("sigmoid");
    NetworkSpec network = Mlp.network(sizes, activations, true);
    StepTrace step =
        new Trainer(
                Mlp.experiment(
                    Dataset.of(oracle.at("X").matrix(), oracle.at("Y").matrix()),
                    network,
                    new LossSpec(LossSpec.Kind.BINARY_CROSS_ENTROPY, Factor.PER_SAMPLE),
                    new OptimizerSpec.Sgd(1),
                    new InitSpec.Given(Mlp.parameters(network, oracle))))
            .preview();
    int samples = step.x().rows();
    for (int l = 1; l <= 16; l++) {
      double sum = 0;
      for (int i = 0; i < samples; i++) {
        double a = step.layers().getLast().a().get(i, 0);
        double ofLoss = (a - step.y().get(i, 0)) / (a * (1 - a)) / samples;
        double delta = ofLoss * new OutputSlope(step, i).norm(l);
        sum += delta * delta;
      }
      double rms = Math.sqrt(sum / samples / (l == 16 ? 1 : 10));
      oracle.at("gradient_rms_delta_per_layer").at(l - 1).matches(rms, oracle.tolerance());
    }
  }
}
