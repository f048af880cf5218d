package org.ladera.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.Edit;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.Factor;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.spec.RegularisationSpec;
import org.ladera.engine.spec.ScheduleSpec;
import org.ladera.engine.train.Trainer;
import org.ladera.engine.train.TrainerState;

/**
 * Every moment of a run is the same moment, bit for bit, however one comes to it: all optimizers,
 * batches, dropout, batch normalisation, and edits of every kind on the way.
 */
class ReplayTest {
  private static final int UPDATES = 240;

  private static List<OptimizerSpec> optimizers() {
    return List.of(
        new OptimizerSpec.Sgd(0.05, 0.01),
        new OptimizerSpec.SequentialSgd(0.05),
        new OptimizerSpec.Momentum(0.02, 0.9),
        new OptimizerSpec.AveragedMomentum(0.1, 0.9),
        new OptimizerSpec.Nesterov(0.02, 0.9),
        new OptimizerSpec.AdaGrad(0.1, 1e-8),
        new OptimizerSpec.AdaDelta(1, 0.95, 1e-6),
        new OptimizerSpec.RmsProp(0.01, 0.9, 1e-8),
        new OptimizerSpec.Adam(0.01, 0.9, 0.999, 1e-8, 0.001),
        new OptimizerSpec.AdamW(0.01, 0.9, 0.999, 1e-8, 0.01),
        new OptimizerSpec.LocalSearch(0.05),
        new OptimizerSpec.ClosedForm(0.5),
        new OptimizerSpec.Slipped(new OptimizerSpec.Adam(0.01), OptimizerSpec.Slip.NO_HAT));
  }

  private static Dataset data(int samples, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] x = new double[samples][2];
    double[][] y = new double[samples][1];
    for (int i = 0; i < samples; i++) {
      x[i] = new double[] {random.nextGaussian(), random.nextGaussian()};
      y[i][0] = x[i][0] * x[i][1] > 0 ? 1 : 0;
    }
    return Dataset.of(x, y);
  }

  private static Experiment experiment(OptimizerSpec optimizer, BatchSpec batch, long seed) {
    return new Experiment(
        data(14, seed),
        NetworkSpec.of(
            2,
            new LayerSpec(4, ActivationSpec.TANH, true, true, 0.25),
            new LayerSpec(3, ActivationSpec.leakyRelu(0.1), false, false, 0.2),
            LayerSpec.dense(1, ActivationSpec.SIGMOID)),
        new LossSpec(LossSpec.Kind.BINARY_CROSS_ENTROPY, Factor.PER_SAMPLE),
        new RegularisationSpec(0.001, 0.002),
        optimizer,
        new ScheduleSpec.Exponential(0.999),
        batch,
        new InitSpec.Normal(0, 0.7),
        seed);
  }

  static Stream<Experiment> experiments() {
    List<Experiment> all = new ArrayList<>();
    for (OptimizerSpec optimizer : optimizers()) {
      for (BatchSpec batch : List.of(BatchSpec.FULL, BatchSpec.STOCHASTIC, BatchSpec.mini(5))) {
        all.add(experiment(optimizer, batch, 11 + all.size()));
      }
    }
    return all.stream();
  }

  /** Edits of every kind, also several at one update and others at the border of an epoch. */
  private static List<Recipe.Stamped> edits(SplittableRandom random) {
    List<OptimizerSpec> rules = optimizers();
    List<Edit> kinds =
        List.of(
            new Edit.SetRate(0.03),
            new Edit.SetOptimizer(rules.get(random.nextInt(rules.size()))),
            new Edit.SetActivation(2, ActivationSpec.elu(0.5)),
            new Edit.SetParameter(ParameterRef.weight(1, 2, 3), 0.25),
            new Edit.SetData(data(14, 99)),
            new Edit.SetData(data(9, 98)),
            new Edit.SetOptimizer(rules.get(random.nextInt(rules.size()))),
            new Edit.SetRate(0.007));
    List<Recipe.Stamped> stamped = new ArrayList<>();
    long at = 0;
    for (Edit edit : kinds) {
      stamped.add(new Recipe.Stamped(at, edit));
      at += random.nextInt(40);
    }
    return stamped;
  }

  private static void edit(Timeline timeline, List<Recipe.Stamped> edits) {
    for (Recipe.Stamped stamped : edits) {
      timeline.seek(stamped.update());
      timeline.edit(stamped.edit());
    }
  }

  /** States after each update by the trainer alone, without any going back. */
  private static List<TrainerState> straight(Experiment experiment, List<Recipe.Stamped> edits) {
    Trainer trainer = new Trainer(experiment);
    List<TrainerState> states = new ArrayList<>();
    for (long update = 0; update <= UPDATES; update++) {
      for (Recipe.Stamped stamped : edits) {
        if (stamped.update() == update) {
          trainer.apply(stamped.edit());
        }
      }
      states.add(trainer.capture());
      assertTrue(trainer.step());
    }
    return states;
  }

  private static void assertSame(TrainerState expected, TrainerState found, String way) {
    assertEquals(expected.update(), found.update(), way);
    assertEquals(expected.parameters(), found.parameters(), way);
    assertEquals(expected.memory(), found.memory(), way);
    assertEquals(expected.experiment(), found.experiment(), way);
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void everyMomentIsTheSameByWhateverWay(Experiment experiment) {
    SplittableRandom random = new SplittableRandom(experiment.seed());
    List<Recipe.Stamped> edits = edits(random);
    List<TrainerState> straight = straight(experiment, edits);
    Timeline timeline = new Timeline(experiment);
    edit(timeline, edits);
    timeline.seek(UPDATES);
    for (int i = 0; i < 40; i++) {
      int there = random.nextInt(UPDATES + 1);
      int back = random.nextInt(there + 1);
      timeline.seek(there);
      assertSame(straight.get(there), timeline.state(), "to " + there);
      timeline.seek(back);
      assertSame(straight.get(back), timeline.state(), "back to " + back);
      timeline.seek(there);
      assertSame(straight.get(there), timeline.state(), "to " + there + " again");
    }
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void aBranchAndItsBranchAreRunsOfTheirOwn(Experiment experiment) {
    SplittableRandom random = new SplittableRandom(experiment.seed());
    List<Recipe.Stamped> edits = edits(random);
    Timeline trunk = new Timeline(experiment);
    edit(trunk, edits.subList(0, 2));
    trunk.seek(UPDATES);
    TrainerState end = trunk.state();
    long fork = edits.get(2).update() + 1;
    trunk.seek(fork);
    Timeline branch = trunk.fork();
    Recipe.Stamped other = new Recipe.Stamped(fork, new Edit.SetRate(0.011));
    branch.edit(other.edit());
    branch.seek(UPDATES);
    branch.seek(fork + 9);
    Timeline twig = branch.fork();
    Recipe.Stamped last =
        new Recipe.Stamped(fork + 9, new Edit.SetActivation(1, ActivationSpec.SOFTPLUS));
    twig.edit(last.edit());

    List<Recipe.Stamped> all = new ArrayList<>(edits.subList(0, 2));
    all.add(other);
    List<TrainerState> ofBranch = straight(experiment, all);
    all.add(last);
    List<TrainerState> ofTwig = straight(experiment, all);
    for (int i = 0; i < 15; i++) {
      int at = random.nextInt(UPDATES + 1);
      branch.seek(at);
      twig.seek(at);
      assertSame(ofBranch.get(at), branch.state(), "branch at " + at);
      assertSame(ofTwig.get(at), twig.state(), "twig at " + at);
    }
    trunk.seek(UPDATES);
    assertSame(end, trunk.state(), "the trunk is as it was");
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void thinnedKeyFramesLeadToTheSameMoments(Experiment experiment) {
    Timeline timeline = new Timeline(experiment);
    timeline.seek(UPDATES);
    timeline.seek(151);
    TrainerState there = timeline.state();
    int before = timeline.states().size();
    timeline.thin();
    timeline.thin();
    assertTrue(timeline.states().size() < before, "fewer than " + before);
    timeline.seek(2);
    timeline.seek(151);
    assertSame(there, timeline.state(), "after thinning");
  }
}
