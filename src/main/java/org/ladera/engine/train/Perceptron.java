package org.ladera.engine.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ladera.engine.data.Dataset;

/**
 * One threshold unit that learns example by example: Rosenblatt's rule w += η(y − ŷ)x with ŷ = 1
 * where z reaches the threshold, or Widrow and Hoff's ADALINE w += η(y − z)x. A bias is an input
 * column of ones.
 */
public final class Perceptron {
  /** What the correction compares with the target. */
  public enum Rule {
    PERCEPTRON,
    ADALINE
  }

  /**
   * One example shown.
   *
   * @param epoch counted from 0
   * @param row the example
   * @param z x·w before the correction
   * @param output 1 where z ≥ threshold, else 0
   * @param weightsAfter after the correction
   */
  public record Presentation(
      long epoch, int row, double z, int output, double target, List<Double> weightsAfter) {}

  /** How a run of whole epochs ended. */
  public sealed interface Outcome {
    /** No example is wrong any more after so many epochs. */
    record Separated(long epochs) implements Outcome {}

    /**
     * The weights after an epoch are those after an earlier one: it will go round for ever.
     *
     * @param from epochs done at the first of the two moments
     * @param length epochs of one round
     */
    record Cycle(long from, long length) implements Outcome {}

    /** Neither within the epochs allowed. */
    record Undecided() implements Outcome {}
  }

  private final Rule rule;
  private final double rate;
  private final double threshold;
  private final double[] x;
  private final double[] y;
  private final double[] weights;
  private long shown;

  /**
   * @param data one target column of 0 and 1; shown in the order of its rows
   * @param start weights, one per input; not modified
   */
  public Perceptron(Rule rule, double rate, double threshold, Dataset data, double... start) {
    if (start.length != data.x().columns() || data.y().columns() != 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "expected one target and %d weights, found %d and %d",
              data.x().columns(),
              data.y().columns(),
              start.length));
    }
    this.rule = rule;
    this.rate = rate;
    this.threshold = threshold;
    x = data.x().toArray();
    y = data.y().toArray();
    weights = start.clone();
  }

  public double[] weights() {
    return weights.clone();
  }

  /** Shows the next example and corrects the weights. */
  public Presentation present() {
    int row = (int) (shown % y.length);
    double z = net(row);
    int output = z >= threshold ? 1 : 0;
    double error = y[row] - (rule == Rule.PERCEPTRON ? output : z);
    int n = weights.length;
    for (int j = 0; j < n; j++) {
      weights[j] += rate * error * x[row * n + j];
    }
    Presentation presentation =
        new Presentation(
            shown / y.length, row, z, output, y[row], Arrays.stream(weights).boxed().toList());
    shown++;
    return presentation;
  }

  /** Examples that the present weights get wrong. */
  public int mistakes() {
    int wrong = 0;
    for (int row = 0; row < y.length; row++) {
      if ((net(row) >= threshold ? 1 : 0) != y[row]) {
        wrong++;
      }
    }
    return wrong;
  }

  /** Whole epochs until nothing is wrong at the end of one, the weights recur, or enough. */
  public Outcome run(int epochs) {
    List<double[]> seen = new ArrayList<>();
    for (int epoch = 0; epoch < epochs; epoch++) {
      if (mistakes() == 0) {
        return new Outcome.Separated(epoch);
      }
      for (int before = 0; before < seen.size(); before++) {
        if (Arrays.equals(seen.get(before), weights)) {
          return new Outcome.Cycle(before, epoch - before);
        }
      }
      seen.add(weights.clone());
      for (int i = 0; i < y.length; i++) {
        present();
      }
    }
    return mistakes() == 0 ? new Outcome.Separated(epochs) : new Outcome.Undecided();
  }

  private double net(int row) {
    double z = 0;
    for (int j = 0; j < weights.length; j++) {
      z += x[row * weights.length + j] * weights[j];
    }
    return z;
  }
}
