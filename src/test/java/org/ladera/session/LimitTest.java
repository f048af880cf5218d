package org.ladera.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.ladera.IceCream;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.session.run.InlineSession;

class LimitTest {
  private static Experiment line(boolean batchNorm) {
    LayerSpec unit = new LayerSpec(1, ActivationSpec.IDENTITY, true, batchNorm, 0);
    return IceCream.experiment(0.01)
        .withData(
            Dataset.of(new double[][] {{1}, {2}, {3}, {4}}, new double[][] {{2}, {3}, {5}, {6}}))
        .withNetwork(NetworkSpec.of(1, unit))
        .withInit(new InitSpec.HeNormal())
        .withSeed(1);
  }

  private static double limitAt(InlineSession session, long epoch) {
    session.send(new Command.Seek(epoch));
    return session.newest().main().curvature().orElseThrow().limit();
  }

  @Test
  void aNormalisedUnitHasAnotherLimitAtEveryMoment() {
    try (InlineSession session = new InlineSession()) {
      session.send(new Command.Load(Scene.of(line(true), 500)));
      assertEquals(0.02190, limitAt(session, 0), 5e-6);
      assertEquals(0.01053, limitAt(session, 50), 5e-6);
      assertEquals(0.00971, limitAt(session, 500), 5e-6);
      assertTrue(session.newest().main().optimum().isEmpty(), "no closed form");
    }
  }

  /** J = ½Σ(wx + b − y)²: the Hessian is [Σx², Σx; Σx, n] = [30, 10; 10, 4]. */
  @Test
  void aLinearUnitHasTheSameLimitEverywhere() {
    double largest = 17 + Math.sqrt(17 * 17 - 20);
    try (InlineSession session = new InlineSession()) {
      session.send(new Command.Load(Scene.of(line(false), 500)));
      for (long epoch : new long[] {0, 50, 500}) {
        assertEquals(2 / largest, limitAt(session, epoch), 1e-14);
      }
    }
  }
}
