package org.ladera.landscape.gradient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.ladera.engine.data.Generator;
import org.ladera.engine.matrix.Shape;
import org.ladera.engine.proof.RandomNetworks;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.Factor;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LayerKind;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.RegularisationSpec;
import org.ladera.engine.spec.ScheduleSpec;
import org.ladera.engine.trace.StepTrace;
import org.ladera.engine.train.Trainer;

/**
 * Whatever a parameter leaves as it is may be kept: the bits are those of a pass from the inputs
 * on.
 */
class BatchLossTest {
  private static final int EACH = 12;

  @Test
  void onwardsFromTheLayerOfAParameterIsTheWholePass() {
    Random random = new Random(5);
    List<Experiment> all = new ArrayList<>(RandomNetworks.all());
    all.add(pictures());
    for (Experiment experiment : all) {
      StepTrace trace = new Trainer(experiment).preview();
      BatchLoss loss = new BatchLoss(trace, experiment.loss());
      for (int i = 0; i < EACH; i++) {
        int index = random.nextInt(loss.layout().count());
        double by = random.nextGaussian();
        String what = experiment + " " + loss.layout().refAt(index);
        Sides whole = new Sides();
        Sides onwards = new Sides();
        Dual dual = new BatchLoss(trace, experiment.loss()).at(loss.parameters(), index, whole);
        assertEquals(dual, loss.dual(index, onwards), what);
        assertTrue(onwards.same(whole), what);
        double[] moved = loss.parameters();
        moved[index] += by;
        Sides there = new Sides();
        Sides onwardsThere = new Sides();
        double value = loss.at(moved, -1, there).value();
        assertEquals(value, loss.moved(index, by, onwardsThere), what);
        assertTrue(onwardsThere.same(there), what);
      }
    }
  }

  private static Experiment pictures() {
    LayerKind.Convolution convolution =
        new LayerKind.Convolution(new Shape(1, 8, 8), 2, 3, 3, 1, 0);
    LayerKind.Pool pool =
        new LayerKind.Pool(convolution.output(), LayerKind.Pool.Reduction.MAX, 2, 2);
    return new Experiment(
        Generator.DIGITS_8.make(6, 0.5, 1),
        NetworkSpec.of(
            64,
            new LayerSpec(
                convolution, ActivationSpec.RELU, true, false, 0, LayerSpec.USUAL_EPSILON),
            LayerSpec.plain(pool),
            LayerSpec.dense(10, ActivationSpec.SOFTMAX)),
        new LossSpec(LossSpec.Kind.CATEGORICAL_CROSS_ENTROPY, Factor.PER_SAMPLE),
        RegularisationSpec.NONE,
        new OptimizerSpec.Sgd(0.1),
        new ScheduleSpec.Constant(),
        BatchSpec.FULL,
        new InitSpec.GlorotNormal(1),
        1);
  }
}
