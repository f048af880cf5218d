package org.ladera.landscape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ladera.IceCream;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.oracle.Case;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.Edit;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.Factor;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.train.Trainer;

class LossPlaneTest {
  private static final ParameterRef W = ParameterRef.weight(1, 1, 1);
  private static final ParameterRef B = ParameterRef.bias(1, 1);

  @Test
  void surfaceOfTheThesisOnItsGrid() {
    Case oracle = Case.load("a-icecream-surface");
    LossFunction subject = LossFunction.of(IceCream.experiment(0.01).withLoss(LossSpec.SSE));
    Field field =
        LossPlane.of(
                subject, IceCream.start(), B, W, new Axis(-5, 3, 21), new Axis(-1, 4, 21), never())
            .orElseThrow();
    oracle.at("sse").matches(field.values(), oracle.tolerance());
  }

  private static java.util.function.BooleanSupplier never() {
    return () -> false;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void quadraticOfALinearNetworkEqualsThePlainEvaluation(int seed) {
    RandomSubject random = new RandomSubject(seed);
    LossFunction subject = random.linear(1 + random.below(4), 1 + random.below(3), 20);
    MatrixView theta = random.theta(subject);
    ParameterLayout layout = new ParameterLayout(subject.network());
    ParameterRef u = layout.refAt(random.below(layout.count()));
    ParameterRef v = layout.refAt(random.below(layout.count()));
    if (u.equals(v)) {
      return;
    }
    Axis axis = new Axis(-30, 20, 23);
    Field field = LossPlane.of(subject, theta, u, v, axis, axis, never()).orElseThrow();
    assertSame(subject, theta, u, v, field);
  }

  private static void assertSame(
      LossFunction subject, MatrixView theta, ParameterRef u, ParameterRef v, Field field) {
    ParameterLayout layout = new ParameterLayout(subject.network());
    double[] point = theta.toArray();
    for (int iy = 0; iy < field.y().count(); iy++) {
      for (int ix = 0; ix < field.x().count(); ix++) {
        point[layout.indexOf(u)] = field.x().at(ix);
        point[layout.indexOf(v)] = field.y().at(iy);
        double expected = subject.objective().loss(point);
        assertEquals(
            expected,
            field.get(ix, iy),
            1e-12 * Math.max(Math.abs(expected), 1e-3),
            () -> u + " " + v + " of " + subject.network());
      }
    }
  }

  @Test
  void sweepOfAnyTwoParametersOfAnyNetworkEqualsThePlainEvaluation() {
    RandomSubject random = new RandomSubject(42);
    for (int i = 0; i < 300; i++) {
      LossFunction subject = random.network();
      MatrixView theta = random.theta(subject);
      ParameterLayout layout = new ParameterLayout(subject.network());
      ParameterRef u = layout.refAt(random.below(layout.count()));
      ParameterRef v = layout.refAt(random.below(layout.count()));
      if (!u.equals(v)) {
        Field field =
            LossPlane.of(subject, theta, u, v, new Axis(-2, 3, 7), new Axis(-4, 1, 5), never())
                .orElseThrow();
        assertSame(subject, theta, u, v, field);
      }
    }
  }

  @Test
  void manyExamplesAreTakenBlockByBlock() {
    RandomSubject random = new RandomSubject(8);
    NetworkSpec network =
        NetworkSpec.of(
            2,
            LayerSpec.dense(3, ActivationSpec.TANH),
            LayerSpec.dense(1, ActivationSpec.IDENTITY));
    LossFunction subject =
        random.subject(network, LossSpec.SSE.withFactor(Factor.PER_ELEMENT), 2500);
    MatrixView theta = random.theta(subject);
    ParameterRef hidden = ParameterRef.weight(1, 2, 3);
    ParameterRef output = ParameterRef.bias(2, 1);
    Axis axis = new Axis(-1, 1, 3);
    assertSame(
        subject,
        theta,
        hidden,
        output,
        LossPlane.of(subject, theta, hidden, output, axis, axis, never()).orElseThrow());
  }

  @Test
  void planeOfTwoUnitDirectionsIsThePlaneOfTheirParameters() {
    RandomSubject random = new RandomSubject(3);
    LossFunction subject = random.network();
    MatrixView theta = random.theta(subject);
    ParameterLayout layout = new ParameterLayout(subject.network());
    ParameterRef u = layout.refAt(0);
    ParameterRef v = layout.refAt(layout.count() - 1);
    Axis axis = new Axis(-1, 1, 4);
    Plane plane = Plane.of(layout, theta, u, v);
    assertSame(
        subject, theta, u, v, LossPlane.of(subject, plane, axis, axis, never()).orElseThrow());
  }

  @Test
  void heightAtTheParametersIsTheLossOfTheRun() {
    Trainer trainer =
        new Trainer(
            IceCream.experiment(0.01)
                .withNetwork(
                    NetworkSpec.of(
                        1,
                        new LayerSpec(3, ActivationSpec.TANH, true, true, 0),
                        LayerSpec.dense(1, ActivationSpec.IDENTITY)))
                .withInit(new InitSpec.Normal(0, 1)));
    for (int i = 0; i < 5; i++) {
      trainer.step();
    }
    double[] theta = new double[trainer.layout().count()];
    trainer.copyParameters(theta);
    MatrixView at = MatrixView.of(1, theta.length, theta);
    LossFunction subject = LossFunction.of(trainer);
    assertEquals(trainer.evaluate().totalLoss(), subject.objective().loss(theta));
    double own = theta[trainer.layout().indexOf(W)];
    MatrixView line = LossLine.of(subject, at, W, new Axis(own, own + 1, 2), never()).orElseThrow();
    assertEquals(trainer.evaluate().totalLoss(), line.get(0), 1e-13 * line.get(0));
    trainer.apply(new Edit.SetParameter(W, own + 1));
    assertEquals(trainer.evaluate().totalLoss(), line.get(1), 1e-13 * line.get(1));
  }

  @Test
  void costOfTheNotesOverItsSlope() {
    Experiment experiment =
        IceCream.experiment(0.01)
            .withLoss(LossSpec.SSE.withFactor(Factor.HALF_PER_SAMPLE))
            .withData(Dataset.of(new double[][] {{1}, {2}, {3}}, new double[][] {{1}, {2}, {3}}));
    MatrixView line =
        LossLine.of(
                LossFunction.of(experiment),
                MatrixView.of(1, 2, 9, 0),
                W,
                new Axis(0, 2, 5),
                never())
            .orElseThrow();
    double[] published = {7 / 3.0, 0.5833333333333334, 0, 0.5833333333333334, 7 / 3.0};
    for (int i = 0; i < 5; i++) {
      assertEquals(published[i], line.get(i), 1e-14);
    }
  }

  @Test
  void cancellingStopsAfterTheRowUnderWay() {
    RandomSubject random = new RandomSubject(3);
    LossFunction subject = random.network();
    AtomicInteger asked = new AtomicInteger();
    ParameterLayout layout = new ParameterLayout(subject.network());
    boolean empty =
        LossPlane.of(
                subject,
                random.theta(subject),
                layout.refAt(0),
                layout.refAt(1),
                new Axis(0, 1, 5),
                new Axis(0, 1, 50),
                () -> asked.incrementAndGet() > 2)
            .isEmpty();
    assertTrue(empty);
    assertEquals(3, asked.get());
  }

  @Test
  void twiceTheSameParameterIsRefused() {
    LossFunction subject = LossFunction.of(IceCream.experiment(0.01));
    Axis axis = new Axis(0, 1, 2);
    assertThrows(
        IllegalArgumentException.class,
        () -> LossPlane.of(subject, IceCream.start(), W, W, axis, axis, never()));
  }

  @Test
  void extremesOfAFieldLeaveOutWhatIsNotFinite() {
    Field field =
        new Field(
            new Axis(0, 1, 2),
            new Axis(0, 1, 2),
            MatrixView.of(2, 2, Double.NaN, 3, -1, Double.POSITIVE_INFINITY));
    assertEquals(-1, field.min());
    assertEquals(3, field.max());
  }
}
