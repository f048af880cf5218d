package org.ladera.engine.net;

import java.util.Arrays;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.trace.Evaluation;
import org.ladera.engine.trace.MatrixView;

/**
 * The loss of a network over a whole data set as a function of its parameters, in inference mode
 * (no dropout, running figures of batch normalisation). Own workspaces, so each thread takes its
 * own; no method changes the parameters it is given.
 */
public final class Objective {
  private static final int CHUNK = 1024;

  private final LossSpec loss;
  private final Penalty penalty;
  private final Network network;
  private final int count;
  private final int inputs;
  private final int outputs;
  private final double[] x;
  private final double[] y;
  private final double[] running;
  private final double[] partX;
  private final double[] partY;
  private final double[] partGradient;
  private double lossSum;
  private double dataLoss;

  /** With fresh figures for batch normalisation (mean 0, variance 1). */
  public Objective(Experiment experiment) {
    this(experiment, null);
  }

  /**
   * @param running figures of batch normalisation, copied; null for fresh ones
   */
  public Objective(Experiment experiment, double[] running) {
    Dataset data = experiment.data();
    loss = experiment.loss();
    penalty = new Penalty(experiment.regularisation(), experiment.network());
    count = data.size();
    inputs = data.x().columns();
    outputs = data.y().columns();
    network = new Network(experiment.network(), Math.min(count, CHUNK));
    this.running = running == null ? network.startFigures() : running.clone();
    x = data.x().toArray();
    y = data.y().toArray();
    boolean whole = count <= CHUNK;
    partX = whole ? x : new double[CHUNK * inputs];
    partY = whole ? y : new double[CHUNK * outputs];
    partGradient = whole ? null : new double[new ParameterLayout(experiment.network()).count()];
  }

  /** The loss with its penalty. */
  public double loss(double[] theta) {
    lossSum = 0;
    for (int from = 0; from < count; from += CHUNK) {
      int rows = forward(theta, from);
      lossSum += network.lossSum(loss, partY, rows);
    }
    dataLoss = Loss.value(loss, factor(), lossSum);
    return dataLoss + penalty.value(theta);
  }

  /**
   * The loss with its penalty, and its gradient.
   *
   * @param gradient length of theta, overwritten
   */
  public double gradient(double[] theta, double[] gradient) {
    double total = loss(theta);
    if (count <= CHUNK) {
      backward(theta, count, gradient);
    } else {
      Arrays.fill(gradient, 0);
      for (int from = 0; from < count; from += CHUNK) {
        int rows = forward(theta, from);
        backward(theta, rows, partGradient);
        for (int i = 0; i < gradient.length; i++) {
          gradient[i] += partGradient[i];
        }
      }
    }
    penalty.addGradient(theta, gradient);
    return total;
  }

  /** The outputs for every example of the data set, n × targets. */
  public MatrixView outputs(double[] theta) {
    double[] out = new double[count * outputs];
    for (int from = 0; from < count; from += CHUNK) {
      int rows = forward(theta, from);
      System.arraycopy(
          network.layer(network.depth() - 1).a().data, 0, out, from * outputs, rows * outputs);
    }
    return MatrixView.of(count, outputs, out);
  }

  /** Everything at once. */
  public Evaluation evaluate(double[] theta) {
    double[] gradient = new double[theta.length];
    gradient(theta, gradient);
    MatrixView out = outputs(theta);
    double punished = penalty.value(theta);
    return new Evaluation(
        dataLoss,
        punished,
        lossSum,
        MatrixView.of(1, gradient.length, gradient),
        norm(gradient),
        out,
        Accuracy.of(out, MatrixView.of(count, outputs, y)));
  }

  /** The Euclidean norm, safe against overflow in between. */
  public static double norm(double[] vector) {
    double largest = 0;
    for (double v : vector) {
      largest = Math.max(largest, Math.abs(v));
    }
    if (!(largest > 0) || Double.isInfinite(largest)) {
      return largest;
    }
    double scale = largest > 1e140 || largest < 1e-140 ? largest : 1;
    double sum = 0;
    for (double v : vector) {
      sum += (v / scale) * (v / scale);
    }
    return scale * Math.sqrt(sum);
  }

  private double factor() {
    return loss.factor().value(count, outputs);
  }

  private int forward(double[] theta, int from) {
    int rows = Math.min(CHUNK, count - from);
    if (partX != x) {
      System.arraycopy(x, from * inputs, partX, 0, rows * inputs);
      System.arraycopy(y, from * outputs, partY, 0, rows * outputs);
    }
    network.forward(theta, running, partX, rows, false);
    return rows;
  }

  private void backward(double[] theta, int rows, double[] into) {
    network.backward(loss, factor(), dataLoss, theta, partX, partY, rows, false, into);
  }
}
