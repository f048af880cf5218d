package org.ladera.session.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.data.Generator;
import org.ladera.engine.matrix.MatrixView;
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
import org.ladera.landscape.Axis;
import org.ladera.landscape.ExampleSample;
import org.ladera.landscape.Field;
import org.ladera.landscape.LossFunction;
import org.ladera.session.FieldRequest;

/** First pictures of what would take long, and the whole ones after them. */
class DetailTest {
  private static final Axis AXIS = new Axis(-2, 2, 160);
  private static final FieldRequest MAPS = new FieldRequest.OutputMaps("run", AXIS, AXIS);
  private static final FieldRequest MAP = new FieldRequest.OutputMap("run", 1, AXIS, AXIS);

  private static Experiment moons(int examples, Factor factor, int... hidden) {
    LayerSpec[] layers = new LayerSpec[hidden.length + 1];
    for (int l = 0; l < hidden.length; l++) {
      layers[l] = LayerSpec.dense(hidden[l], ActivationSpec.TANH);
    }
    layers[hidden.length] = LayerSpec.dense(1, ActivationSpec.SIGMOID);
    return new Experiment(
        Generator.MOONS.make(examples, 0.25, 1),
        NetworkSpec.of(2, layers),
        new LossSpec(LossSpec.Kind.SQUARED, factor),
        RegularisationSpec.NONE,
        new OptimizerSpec.Sgd(0.01),
        new ScheduleSpec.Constant(),
        BatchSpec.FULL,
        new InitSpec.GlorotNormal(1),
        1);
  }

  private static FieldWork.Input input(Experiment experiment) {
    Trainer trainer = new Trainer(experiment);
    double[] theta = new double[trainer.layout().count()];
    trainer.copyParameters(theta);
    MatrixView all = MatrixView.of(1, theta.length, theta);
    return new FieldWork.Input(
        "run", experiment, all, all, PathSample.NONE, Optional.empty(), Optional.empty());
  }

  private static FieldWork.Result first(FieldWork.Part part, Experiment e, FieldRequest request) {
    return new FieldWork(part)
        .compute(List.of(input(e)), Set.of(request), Detail.FIRST, () -> false);
  }

  @Test
  void aLargeSetIsSeenBySomeOfItsExamplesFirst() {
    Axis u = new Axis(-3, 3, 60);
    FieldRequest plane =
        new FieldRequest.LossSurface(
            "run", ParameterRef.weight(1, 1, 1), ParameterRef.weight(2, 1, 1), u, u);
    for (Factor factor : List.of(Factor.PER_SAMPLE, Factor.ONE)) {
      Experiment e = moons(15_000, factor, 6);
      FieldWork.Result result = first(FieldWork.Part.LOSSES, e, plane);
      Field field = result.fields().get(plane);
      assertFalse(result.whole());
      assertTrue(field.sample() >= 128 && field.sample() < 15_000, "" + field.sample());
      // The loss of all examples at the corners, by a trainer.
      Trainer trainer = new Trainer(e);
      for (int corner : new int[] {0, 59}) {
        trainer.apply(new Edit.SetParameter(ParameterRef.weight(1, 1, 1), u.at(corner)));
        trainer.apply(new Edit.SetParameter(ParameterRef.weight(2, 1, 1), u.at(59 - corner)));
        double all = trainer.loss();
        assertEquals(all, field.get(corner, 59 - corner), 0.15 * all);
      }
      FieldWork.Result again = first(FieldWork.Part.LOSSES, e, plane);
      assertEquals(field, again.fields().get(plane), "the same examples each time");
    }
  }

  @Test
  void aSampleTakesEachExampleOnceAndBothClassesAlike() {
    for (int count : new int[] {128, 250, 1_000, 2_500, 4_999}) {
      LossFunction all = LossFunction.of(moons(5_000, Factor.ONE, 2));
      Dataset some = ExampleSample.of(all, count).experiment().data();
      Set<List<Double>> places = new HashSet<>();
      IntStream.range(0, count)
          .forEach(i -> places.add(List.of(some.x().get(i, 0), some.x().get(i, 1))));
      assertEquals(count, places.size());
      double ones = IntStream.range(0, count).mapToDouble(i -> some.y().get(i, 0)).sum();
      assertEquals(0.5, ones / count, 0.08, count + " of 5000");
    }
  }

  @Test
  void aMapOfALargeNetworkHasFewPointsFirstAndThenAll() throws InterruptedException {
    Experiment e = moons(50, Factor.PER_SAMPLE, 200, 200);
    Field whole =
        new FieldWork(FieldWork.Part.MAPS)
            .compute(List.of(input(e)), Set.of(MAPS), () -> false)
            .fields()
            .get(MAP);
    BlockingQueue<FieldWork.Result> results = new LinkedBlockingQueue<>();
    FieldWorker.Receiver receiver =
        new FieldWorker.Receiver() {
          @Override
          public void receive(FieldWorker from, long generation, FieldWork.Result result) {
            results.add(result);
          }

          @Override
          public void failed(Throwable cause) {
            throw new IllegalStateException(cause);
          }
        };
    try (FieldWorker worker = new FieldWorker(FieldWork.Part.MAPS, receiver)) {
      worker.request(List.of(input(e)), Set.of(MAPS));
      FieldWork.Result first = results.poll(60, TimeUnit.SECONDS);
      Field coarse = first.fields().get(MAP);
      assertFalse(first.whole());
      assertTrue(coarse.x().count() < 160 && coarse.x().count() >= 12, "" + coarse.x());
      assertEquals(whole.get(0, 0), coarse.get(0, 0), 0, "no interpolation");
      int last = coarse.x().count() - 1;
      assertEquals(whole.get(159, 159), coarse.get(last, last), 0);
      FieldWork.Result next = first;
      while (!next.whole()) {
        next = results.poll(60, TimeUnit.SECONDS);
      }
      assertEquals(Map.of(MAP, whole), next.fields());
    }
  }

  @Test
  void whatIsQuickIsWholeAtOnce() {
    FieldWork.Result result = first(FieldWork.Part.MAPS, moons(250, Factor.PER_SAMPLE, 10), MAPS);
    assertTrue(result.whole());
    assertEquals(160, result.fields().get(MAP).x().count());
  }
}
