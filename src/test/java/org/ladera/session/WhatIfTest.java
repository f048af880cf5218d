package org.ladera.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ladera.Xor;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.trace.LayerTrace;
import org.ladera.engine.trace.StepTrace;
import org.ladera.explain.RandomRuns;
import org.ladera.present.shared.Asked;
import org.ladera.present.shared.Opening;

/** What a run would give at another sample, or at other parameters. */
class WhatIfTest {
  private static double sigmoid(double z) {
    return 1 / (1 + Math.exp(-z));
  }

  /** 2-3-1 without biases, number by number. */
  private static double xor(double[] w, double x1, double x2) {
    double z = 0;
    for (int unit = 0; unit < 3; unit++) {
      z += w[6 + unit] * sigmoid(x1 * w[unit] + x2 * w[3 + unit]);
    }
    return sigmoid(z);
  }

  private static StepTrace supposed(Frame frame, WhatIf what) {
    return frame.checks().supposed().get(new FieldRequest.Supposed(Scene.MAIN, what));
  }

  @Test
  void aSampleThatIsNoExampleIsAnsweredByTheNetworkOfTheMoment() {
    WhatIf what = new WhatIf.Sample(MatrixView.of(1, 2, 0.3, 0.7));
    Frame frame = Xor.after(Xor.thesis(), 600, new FieldRequest.Supposed(Scene.MAIN, what));
    StepTrace trace = supposed(frame, what);
    assertEquals(600, trace.update());
    double[] w = frame.main().parameters().toArray();
    assertEquals(xor(w, 0.3, 0.7), trace.layers().getLast().a().get(0, 0), 1e-15);
    assertEquals(frame.main().parameters().get(6), trace.layers().getLast().w().before().get(0, 0));
  }

  @Test
  void theLossElsewhereIsThatOfAllExamplesThere() {
    ParameterRef first = ParameterRef.weight(1, 2, 3);
    ParameterRef second = ParameterRef.weight(2, 1, 1);
    Map<ParameterRef, Double> there = Map.of(first, -4.25, second, 2.5);
    WhatIf what = new WhatIf.Parameters(there);
    Frame frame = Xor.after(Xor.thesis(), 50, new FieldRequest.Supposed(Scene.MAIN, what));
    double[] w = frame.main().parameters().toArray();
    w[5] = -4.25;
    w[6] = 2.5;
    double loss = 0;
    for (int i = 0; i < 4; i++) {
      double error = xor(w, i / 2, i % 2) - (i / 2 ^ i % 2);
      loss += error * error / 2;
    }
    assertEquals(loss, supposed(frame, what).totalLoss(), 1e-15);
    // The run itself has not moved.
    assertEquals(50, frame.main().update());
    assertTrue(frame.main().parameters().get(5) != -4.25);
  }

  @Test
  void anExampleOutsideTheBatchOpensItsWayForwards() {
    Frame frame = Xor.after(Xor.thesis().withBatch(BatchSpec.mini(1)), 30);
    StepTrace next = frame.main().next();
    int opened = 0;
    for (int example = 0; example < 4; example++) {
      Opening opening = new Asked.Output(1, example).opening(next).orElseThrow();
      boolean inBatch = next.rows().contains(example);
      assertEquals(inBatch, opening.supposed().isEmpty());
      if (!inBatch) {
        StepTrace trace =
            opening.supposed().get().work(next, frame.main().parameters()).orElseThrow();
        assertEquals(
            frame.main().now().outputs().get(example, 0),
            trace.layers().getLast().a().get(opening.number().row() - 1, 0));
        opened++;
      }
    }
    assertEquals(3, opened);
    // A batch of one has no loss of all, so that is worked out beside it.
    Opening loss = new Asked.PresentLoss().opening(next).orElseThrow();
    StepTrace all = loss.supposed().orElseThrow().work(next, frame.main().parameters()).get();
    assertEquals(frame.main().now().totalLoss(), all.totalLoss(), 1e-15);
    assertEquals(next.update(), all.update());
  }

  /** The first sample of the batch, alone, goes through the network as it does among the others. */
  @Test
  void networksOfEveryKindAnswerOneSampleAsInTheBatch() {
    RandomRuns runs = new RandomRuns(new SplittableRandom(5));
    int compared = 0;
    for (int run = 0; run < 200; run++) {
      StepTrace next = runs.traces().getLast();
      List<LayerSpec> layers = next.experiment().network().layers();
      Map<ParameterRef, Double> none = new HashMap<>();
      MatrixView x = MatrixView.generate(1, next.x().columns(), j -> next.x().get(0, j));
      WhatIf.Sample sample = new WhatIf.Sample(x);
      if (layers.stream().anyMatch(LayerSpec::batchNorm)) {
        assertTrue(!sample.fits(next.experiment()));
        assertTrue(new WhatIf.Parameters(none).work(next, parameters(next)).isEmpty());
        continue;
      }
      if (layers.stream().anyMatch(l -> l.dropout() > 0)) {
        continue;
      }
      StepTrace alone = sample.work(next, parameters(next)).orElseThrow();
      for (int l = 0; l < layers.size(); l++) {
        LayerTrace here = alone.layers().get(l);
        for (int unit = 0; unit < layers.get(l).units(); unit++) {
          assertEquals(next.layers().get(l).a().get(0, unit), here.a().get(0, unit));
        }
      }
      compared++;
    }
    assertTrue(compared > 60, "only " + compared);
  }

  private static MatrixView parameters(StepTrace next) {
    double[] all =
        next.layers().stream()
            .flatMap(l -> l.spec().bias() ? Stream.of(l.w(), l.b()) : Stream.of(l.w()))
            .flatMapToDouble(matrix -> Arrays.stream(matrix.before().toArray()))
            .toArray();
    return MatrixView.of(1, all.length, all);
  }
}
