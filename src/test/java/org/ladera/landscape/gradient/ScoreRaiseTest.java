package org.ladera.landscape.gradient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.Edit;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterRef;

/** The three ways of raising a score, each by a forward pass with the parameters it leaves. */
class ScoreRaiseTest {
  private static final int OUTPUT = 2;

  private static NetworkSpec network(ActivationSpec hidden) {
    return NetworkSpec.of(
        9,
        LayerSpec.dense(6, hidden),
        LayerSpec.dense(8, hidden),
        LayerSpec.dense(4, ActivationSpec.SOFTMAX));
  }

  private static MatrixView raised(
      NetworkSpec network, MatrixView theta, MatrixView x, Map<ParameterRef, Double> changed) {
    double[] after = Edit.SetParameters.of(network, theta, changed).parameters().toArray();
    return Answer.of(network, after, x).scores();
  }

  @ParameterizedTest
  @EnumSource(ScoreRaise.class)
  void theScoreRisesByWhatWasAskedAndByNoShorterWay(ScoreRaise way) {
    for (ActivationSpec hidden : new ActivationSpec[] {ActivationSpec.RELU, ActivationSpec.TANH}) {
      for (int seed = 1; seed <= 8; seed++) {
        Random random = new Random(seed);
        NetworkSpec network = network(hidden);
        int count = new ParameterLayout(network).count();
        MatrixView theta = MatrixView.of(1, count, random.doubles(count, -0.8, 0.8).toArray());
        MatrixView x = MatrixView.of(1, 9, random.doubles(9, 0, 1).toArray());
        Answer answer = Answer.of(network, theta.toArray(), x);
        double by = 1e-5;
        Map<ParameterRef, Double> changed = way.of(network, theta, answer, OUTPUT, by);
        MatrixView after = raised(network, theta, x, changed);
        assertEquals(by, after.get(OUTPUT) - answer.scores().get(OUTPUT), 1e-9, way + " " + seed);
        for (int k = 0; k < 4; k++) {
          boolean alone = way != ScoreRaise.ACTIVATIONS && k != OUTPUT;
          assertTrue(!alone || after.get(k) == answer.scores().get(k), way + " " + k);
        }
        // A step as long in another direction of the same parameters raises it less.
        ParameterLayout layout = new ParameterLayout(network);
        double length =
            Math.sqrt(
                changed.entrySet().stream()
                    .mapToDouble(e -> e.getValue() - theta.get(layout.indexOf(e.getKey())))
                    .map(d -> d * d)
                    .sum());
        double[] other = random.doubles(changed.size(), -1, 1).toArray();
        double norm = Math.sqrt(Arrays.stream(other).map(d -> d * d).sum());
        Map<ParameterRef, Double> elsewhere = new LinkedHashMap<>();
        int i = 0;
        for (ParameterRef ref : changed.keySet()) {
          double step = length * other[i++] / norm;
          elsewhere.put(ref, theta.get(layout.indexOf(ref)) + step);
        }
        double risen =
            raised(network, theta, x, elsewhere).get(OUTPUT) - answer.scores().get(OUTPUT);
        assertTrue(risen <= by * (1 + 1e-4), way + " " + seed + ": " + risen);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(ScoreRaise.class)
  void aWayThatIsClosedIsNotOffered(ScoreRaise way) {
    // Every hidden unit is silent: neither weights nor activations can do anything.
    NetworkSpec network = network(ActivationSpec.RELU);
    int count = new ParameterLayout(network).count();
    double[] theta = new double[count];
    Arrays.fill(theta, -0.5);
    MatrixView x = MatrixView.generate(1, 9, i -> 1);
    Answer answer = Answer.of(network, theta, x);
    Map<ParameterRef, Double> changed =
        way.of(network, MatrixView.of(1, count, theta), answer, OUTPUT, 1);
    assertEquals(way == ScoreRaise.BIAS ? 1 : 0, changed.size());
    if (way == ScoreRaise.BIAS) {
      assertEquals(Map.of(ParameterRef.bias(3, OUTPUT + 1), 0.5), changed);
    }
  }
}
