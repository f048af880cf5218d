package org.ladera.landscape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ladera.IceCream;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.train.Trainer;

class DirectionsTest {
  private static final NetworkSpec NETWORK =
      NetworkSpec.of(
          3, LayerSpec.dense(4, ActivationSpec.TANH), LayerSpec.dense(2, ActivationSpec.IDENTITY));

  private static final LossFunction SUBJECT =
      gentle(new RandomSubject(1).subject(NETWORK, LossSpec.SSE, 12));

  private static LossFunction gentle(LossFunction subject) {
    return LossFunction.of(subject.experiment().withOptimizer(new OptimizerSpec.Sgd(0.002)));
  }

  private static double length(MatrixView vector, ParameterLayout.Block block, int unit) {
    double sum = 0;
    for (int row = 0; row < block.rows(); row++) {
      double value = vector.get(block.offset() + row * block.columns() + unit);
      sum += value * value;
    }
    return Math.sqrt(sum);
  }

  @Test
  void randomDirectionsAreAsLongAsTheWeightsOfEachUnit() {
    MatrixView theta = new RandomSubject(7).theta(SUBJECT);
    Plane plane = Directions.random(NETWORK, theta, 5);
    for (ParameterLayout.Block block : new ParameterLayout(NETWORK).blocks()) {
      for (int unit = 0; unit < block.columns(); unit++) {
        double expected = block.kind() == ParameterRef.Kind.WEIGHT ? length(theta, block, unit) : 0;
        assertEquals(expected, length(plane.first(), block, unit), 1e-12);
        assertEquals(expected, length(plane.second(), block, unit), 1e-12);
      }
    }
    assertEquals(plane, Directions.random(NETWORK, theta, 5));
    assertNotEquals(plane, Directions.random(NETWORK, theta, 6));
    assertNotEquals(plane.first(), plane.second());
  }

  private static List<MatrixView> path(LossFunction subject, int steps) {
    Trainer trainer = new Trainer(subject.experiment());
    List<MatrixView> path = new ArrayList<>();
    for (int i = 0; i <= steps; i++) {
      double[] theta = new double[trainer.layout().count()];
      trainer.copyParameters(theta);
      path.add(MatrixView.of(1, theta.length, theta));
      trainer.step();
    }
    return path;
  }

  @Test
  void pathOfALinearNetworkLiesInItsPlaneAndOnTheSurface() {
    LossFunction subject = LossFunction.of(IceCream.experiment(0.01));
    List<MatrixView> path = path(subject, 400);
    Directions.Principal principal = Directions.principal(path);
    assertEquals(1, principal.firstShare() + principal.secondShare(), 1e-12);
    for (ProjectionError.Reading reading : ProjectionError.of(subject, principal.plane(), path)) {
      assertEquals(0, reading.distance(), 1e-12);
      assertEquals(reading.loss(), reading.drawn(), 1e-9);
    }
  }

  @Test
  void planeOfTheTwoParametersOfALineHoldsItsPathExactly() {
    LossFunction subject = LossFunction.of(IceCream.experiment(0.01));
    Plane plane =
        Plane.of(
            new ParameterLayout(subject.network()),
            IceCream.start(),
            ParameterRef.bias(1, 1),
            ParameterRef.weight(1, 1, 1));
    for (ProjectionError.Reading reading : ProjectionError.of(subject, plane, path(subject, 10))) {
      assertEquals(0, reading.distance());
      assertEquals(reading.loss(), reading.drawn());
    }
    double[] place = ProjectionError.coordinates(plane, IceCream.start());
    assertEquals(1.5511928819147724, place[0]);
    assertEquals(1.0151747625338823, place[1]);
  }

  @Test
  void pathOfANetworkStandsOffTheRandomPlaneAndSaysHowFar() {
    List<MatrixView> path = path(SUBJECT, 20);
    Plane plane = Directions.random(NETWORK, path.getLast(), 1);
    List<ProjectionError.Reading> readings = ProjectionError.of(SUBJECT, plane, path);
    assertEquals(0, readings.getLast().distance(), 1e-12);
    assertTrue(readings.getFirst().distance() > 1e-3);
    assertNotEquals(readings.getFirst().loss(), readings.getFirst().drawn());
    ProjectionError.Reading first = readings.getFirst();
    double[] foot = new double[path.getFirst().size()];
    plane.at(first.u(), first.v(), foot);
    double alongFirst = 0;
    for (int i = 0; i < foot.length; i++) {
      alongFirst += (path.getFirst().get(i) - foot[i]) * plane.first().get(i);
    }
    assertEquals(0, alongFirst, 1e-10);
  }

  @Test
  void principalDirectionsCarryMoreOfThePathThanRandomOnes() {
    List<MatrixView> path = path(SUBJECT, 60);
    Directions.Principal principal = Directions.principal(path);
    double principalDistance = total(ProjectionError.of(SUBJECT, principal.plane(), path));
    Plane random = Directions.random(NETWORK, path.getLast(), 3);
    assertTrue(principalDistance < total(ProjectionError.of(SUBJECT, random, path)));
    assertTrue(principal.firstShare() >= principal.secondShare());
  }

  private static double total(List<ProjectionError.Reading> readings) {
    return readings.stream().mapToDouble(ProjectionError.Reading::distance).sum();
  }

  @Test
  void aPathThatDoesNotMoveStillHasAPlane() {
    MatrixView theta = IceCream.start();
    Directions.Principal principal = Directions.principal(List.of(theta, theta));
    assertEquals(0, principal.firstShare());
    double along =
        principal.plane().first().get(0) * principal.plane().second().get(0)
            + principal.plane().first().get(1) * principal.plane().second().get(1);
    assertEquals(0, along, 1e-15);
  }
}
