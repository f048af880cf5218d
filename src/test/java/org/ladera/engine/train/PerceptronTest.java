package org.ladera.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.train.Perceptron.Outcome;
import org.ladera.engine.train.Perceptron.Rule;

class PerceptronTest {
  private static final double[][] WITH_ONES = {{1, 0, 0}, {1, 0, 1}, {1, 1, 0}, {1, 1, 1}};

  private static Perceptron unit(Rule rule, double rate, double... targets) {
    double[][] y = new double[4][1];
    for (int i = 0; i < 4; i++) {
      y[i][0] = targets[i];
    }
    return new Perceptron(rule, rate, 0, Dataset.of(WITH_ONES, y), 0, 0, 0);
  }

  @Test
  void separableGateIsLearned() {
    Perceptron and = unit(Rule.PERCEPTRON, 1, 0, 0, 0, 1);
    Outcome.Separated end = assertInstanceOf(Outcome.Separated.class, and.run(100));
    assertEquals(0, and.mistakes());
    assertTrue(end.epochs() > 0);
    // The same number of epochs by hand.
    Perceptron again = unit(Rule.PERCEPTRON, 1, 0, 0, 0, 1);
    for (int i = 0; i < 4 * end.epochs(); i++) {
      assertTrue(i % 4 != 0 || again.mistakes() > 0);
      again.present();
    }
    assertEquals(0, again.mistakes());
  }

  @Test
  void xorGoesRoundForEver() {
    Perceptron xor = unit(Rule.PERCEPTRON, 1, 0, 1, 1, 0);
    Outcome.Cycle cycle = assertInstanceOf(Outcome.Cycle.class, xor.run(100));
    assertTrue(cycle.length() >= 1);
    double[] weights = xor.weights();
    for (int i = 0; i < 4 * cycle.length(); i++) {
      xor.present();
    }
    assertEquals(weights[0], xor.weights()[0]);
    assertEquals(weights[1], xor.weights()[1]);
    assertEquals(weights[2], xor.weights()[2]);
  }

  @Test
  void fewEpochsLeaveTheQuestionOpen() {
    Perceptron xor = unit(Rule.PERCEPTRON, 1, 0, 1, 1, 0);
    assertInstanceOf(Outcome.Undecided.class, xor.run(1));
  }

  @Test
  void adalineCorrectsByTheErrorOfTheNetInput() {
    Perceptron or = unit(Rule.ADALINE, 0.5, 0, 1, 1, 1);
    assertEquals(0.0, or.present().z());
    or.present();
    assertEquals(0.5, or.weights()[0]);
    assertEquals(0.5, or.weights()[2]);
    Perceptron.Presentation third = or.present();
    assertEquals(0.5, third.z());
    assertEquals(0.75, or.weights()[0]);
    assertEquals(0.25, or.weights()[1]);
    assertEquals(2, third.row());
    assertEquals(0, third.epoch());
  }

  @Test
  void wrongNumberOfWeightsIsRefused() {
    Dataset data = Dataset.of(new double[][] {{1, 2}}, new double[][] {{1}});
    assertThrows(
        IllegalArgumentException.class, () -> new Perceptron(Rule.PERCEPTRON, 1, 0, data, 1));
  }
}
