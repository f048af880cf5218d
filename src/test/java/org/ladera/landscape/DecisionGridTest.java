package org.ladera.landscape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.net.Network;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.Edit;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.train.Trainer;

class DecisionGridTest {
  private static final NetworkSpec NETWORK =
      NetworkSpec.of(
          3, LayerSpec.dense(5, ActivationSpec.RELU), LayerSpec.dense(2, ActivationSpec.SOFTMAX));
  private static final RandomSubject RANDOM = new RandomSubject(21);
  private static final LossFunction SUBJECT = RANDOM.subject(NETWORK, LossSpec.SSE, 6);
  private static final MatrixView THETA = RANDOM.theta(SUBJECT);
  private static final DecisionGrid.InputPlane PLANE =
      new DecisionGrid.InputPlane(2, 0, MatrixView.of(1, 3, 99, 0.25, 99));
  private static final Axis X = new Axis(-1, 2, 60);
  private static final Axis Y = new Axis(3, 5, 45);

  @Test
  void everyPointIsThePredictionForItsInputs() {
    List<Field> outputs =
        new DecisionGrid(SUBJECT, THETA).outputs(PLANE, X, Y, () -> false).orElseThrow();
    for (int iy = 0; iy < 45; iy += 4) {
      for (int ix = 0; ix < 60; ix += 7) {
        MatrixView input = MatrixView.of(1, 3, Y.at(iy), 0.25, X.at(ix));
        MatrixView expected = new ForwardPass(SUBJECT, THETA).outputs(input);
        assertEquals(expected.get(0), outputs.get(0).get(ix, iy), 1e-15);
        assertEquals(expected.get(1), outputs.get(1).get(ix, iy), 1e-15);
      }
    }
  }

  @Test
  void mapsOfAllUnitsComeFromOnePass() {
    DecisionGrid grid = new DecisionGrid(SUBJECT, THETA);
    List<List<Field>> units = grid.units(PLANE, X, Y, () -> false).orElseThrow();
    assertEquals(5, units.get(0).size());
    assertEquals(grid.outputs(PLANE, X, Y, () -> false).orElseThrow(), units.get(1));
    MatrixView input = MatrixView.of(1, 3, Y.at(44), 0.25, X.at(59));
    MatrixView hidden = new ForwardPass(SUBJECT, THETA).activations(input).getFirst();
    for (int unit = 0; unit < 5; unit++) {
      assertEquals(hidden.get(unit), units.get(0).get(unit).get(59, 44), 1e-14);
    }
  }

  /** Points as columns, as dense layers have them, or as rows: no bit is another. */
  @Test
  void aPointHasTheBitsThatAnExampleWouldHave() {
    RandomSubject random = new RandomSubject(3);
    int tried = 0;
    while (tried < 60) {
      LossFunction subject = random.network();
      int inputs = subject.network().inputs();
      if (inputs < 2) {
        continue;
      }
      tried++;
      MatrixView theta = random.theta(subject);
      Axis x = new Axis(-2, 2, 61);
      Axis y = new Axis(-1, 1, 23);
      DecisionGrid.InputPlane plane = DecisionGrid.InputPlane.first(inputs);
      List<Field> fields =
          new DecisionGrid(subject, theta).outputs(plane, x, y, () -> false).orElseThrow();
      Network network = new Network(subject.network(), 1);
      for (int iy = 0; iy < 23; iy++) {
        for (int ix = 0; ix < 61; ix++) {
          double[] point = plane.at(x.at(ix), y.at(iy)).toArray();
          double[] out =
              network.forward(theta.toArray(), subject.figures().toArray(), point, 1, false);
          for (int unit = 0; unit < fields.size(); unit++) {
            assertEquals(out[unit], fields.get(unit).get(ix, iy), 0);
          }
        }
      }
    }
  }

  @Test
  void predictionsAreThoseOfTheTrainer() {
    Trainer trainer = new Trainer(SUBJECT.experiment());
    trainer.apply(new Edit.SetParameters(THETA));
    assertEquals(
        trainer.evaluate().outputs(),
        new ForwardPass(SUBJECT, THETA).outputs(SUBJECT.experiment().data().x()));
  }

  @Test
  void cancelledGridsGiveNothing() {
    DecisionGrid grid = new DecisionGrid(SUBJECT, THETA);
    assertTrue(grid.outputs(PLANE, X, Y, () -> true).isEmpty());
  }
}
