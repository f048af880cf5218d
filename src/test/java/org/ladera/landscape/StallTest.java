package org.ladera.landscape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.BatchSpec;
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

/** Networks of one input, two hidden units and one output whose numbers are known by hand. */
final class StallTest {
  private static List<Stall> of(LayerSpec hidden, double... theta) {
    return Stall.atStart(
        new Experiment(
            Dataset.of(new double[][] {{1}, {2}, {-3}}, new double[][] {{1}, {2}, {3}}),
            NetworkSpec.of(1, hidden, LayerSpec.dense(1, ActivationSpec.IDENTITY)),
            new LossSpec(LossSpec.Kind.SQUARED, Factor.HALF_PER_SAMPLE),
            RegularisationSpec.NONE,
            new OptimizerSpec.Sgd(0.1),
            new ScheduleSpec.Constant(),
            BatchSpec.FULL,
            new InitSpec.Given(MatrixView.of(1, theta.length, theta)),
            0));
  }

  private static LayerSpec relu() {
    return LayerSpec.dense(2, ActivationSpec.RELU);
  }

  /** The outputs are 0, 1 and 0, so Σ(a − y)/3 = −5/3 is the slope where the unit is awake. */
  @Test
  void atACornerBothSlopesAreTold() {
    List<Stall> found = of(relu(), 0, 0.5, 0, -0.5, 1, 2, 0);
    Stall.Corner corner = assertInstanceOf(Stall.Corner.class, found.getFirst());
    assertEquals(ParameterRef.bias(1, 1), corner.along());
    assertEquals(3, corner.examples());
    assertEquals(0, corner.left(), 1e-9);
    assertEquals(-5.0 / 3, corner.right(), 1e-5);
    assertEquals(1, found.size());
  }

  /** z = 0.1·x − 1 is at most −0.8 on these examples. */
  @Test
  void aLayerIsDeadWhenNoUnitAnswersAnyExample() {
    Stall.Dead dead =
        assertInstanceOf(Stall.Dead.class, of(relu(), 0.1, 0, -1, -2, 1, 2, 0).getFirst());
    assertEquals(3, dead.examples());
    assertEquals(-0.8, dead.greatest(), 1e-15);
    assertEquals(List.of(), of(relu(), 0.1, 0.6, -1, -1, 1, 2, 0));
  }

  @Test
  void equalUnitsStayEqualUnlessTheWayOutOfThemDiffers() {
    LayerSpec tanh = LayerSpec.dense(2, ActivationSpec.TANH);
    assertEquals(List.of(new Stall.Symmetric(1, 2)), of(tanh, 0.3, 0.3, 0, 0, 0.5, 0.5, 0));
    assertEquals(List.of(), of(tanh, 0.3, 0.3, 0, 0, 0.5, 0.4, 0));
  }

  @Test
  void aBiasBeforeNormalisationIsIdle() {
    LayerSpec normalised = new LayerSpec(2, ActivationSpec.TANH, true, true, 0);
    assertEquals(
        List.of(new Stall.IdleBias(1)), of(normalised, 0.3, 0.4, 0, 0, 1, 1, 0, 0, 0.5, 0.5, 0));
    assertEquals(List.of(), of(normalised.withoutBias(), 0.3, 0.4, 1, 1, 0, 0, 0.5, 0.5, 0));
  }
}
