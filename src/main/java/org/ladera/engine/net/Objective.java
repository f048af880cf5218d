package org.ladera.engine.net;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.ladera.engine.data.Accuracy;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.kernel.PairExecutor;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.trace.Evaluation;

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
  private final MatrixView x;
  private final MatrixView y;
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
  public Objective(Experiment experiment, double @Nullable [] running) {
    this(experiment, running, PairExecutor.ALONE);
  }

  /**
   * @param running figures of batch normalisation, copied; null for fresh ones
   * @param pair who does the two halves of large products
   */
  public Objective(Experiment experiment, double @Nullable [] running, PairExecutor pair) {
    Dataset data = experiment.data();
    loss = experiment.loss();
    penalty = new Penalty(experiment.regularisation(), experiment.network());
    count = data.size();
    inputs = data.x().columns();
    outputs = data.y().columns();
    network = new Network(experiment.network(), Math.min(count, CHUNK), pair);
    this.running = running == null ? network.startFigures() : running.clone();
    x = data.x();
    y = data.y();
    boolean whole = count <= CHUNK;
    partX = whole ? x.toArray() : new double[CHUNK * inputs];
    partY = whole ? y.toArray() : new double[CHUNK * outputs];
    partGradient = new double[whole ? 0 : new ParameterLayout(experiment.network()).count()];
  }

  /** The loss with its penalty. */
  public double loss(double[] theta) {
    pass(theta, null, null);
    return dataLoss + penalty.value(theta);
  }

  /**
   * The loss with its penalty, and its gradient.
   *
   * @param gradient length of theta, overwritten
   */
  public double gradient(double[] theta, double[] gradient) {
    gradient(theta, gradient, null);
    return dataLoss + penalty.value(theta);
  }

  private void gradient(double[] theta, double[] gradient, double @Nullable [] out) {
    if (loss.kind() == LossSpec.Kind.ROOT_SQUARED && count > CHUNK) {
      // The derivative of the root needs the whole sum before the first δ.
      pass(theta, null, null);
    }
    pass(theta, gradient, out);
    penalty.addGradient(theta, gradient);
  }

  /** Once through all examples; {@code gradient} and {@code out} are overwritten unless null. */
  private void pass(double[] theta, double @Nullable [] gradient, double @Nullable [] out) {
    double sum = 0;
    double whole = dataLoss;
    if (gradient != null) {
      Arrays.fill(gradient, 0);
    }
    for (int from = 0; from < count; from += CHUNK) {
      int rows = forward(theta, from);
      sum += network.lossSum(loss, partY, rows);
      if (out != null) {
        double[] a = network.layer(network.depth() - 1).a().data;
        System.arraycopy(a, 0, out, from * outputs, rows * outputs);
      }
      if (gradient != null && count <= CHUNK) {
        whole = Loss.value(loss, factor(), sum);
        backward(theta, rows, whole, gradient);
      } else if (gradient != null) {
        backward(theta, rows, whole, partGradient);
        for (int i = 0; i < gradient.length; i++) {
          gradient[i] += partGradient[i];
        }
      }
    }
    lossSum = sum;
    dataLoss = Loss.value(loss, factor(), sum);
  }

  /** The outputs for every example of the data set, n × targets. */
  public MatrixView outputs(double[] theta) {
    double[] out = new double[count * outputs];
    pass(theta, null, out);
    return MatrixView.over(out, 0, count, outputs);
  }

  /** Everything at once. */
  public Evaluation evaluate(double[] theta) {
    double[] gradient = new double[theta.length];
    double[] all = new double[count * outputs];
    gradient(theta, gradient, all);
    MatrixView out = MatrixView.over(all, 0, count, outputs);
    double penaltyValue = penalty.value(theta);
    return new Evaluation(
        dataLoss,
        penaltyValue,
        lossSum,
        MatrixView.over(gradient),
        norm(gradient),
        out,
        loss.kind() == LossSpec.Kind.OUTPUT ? Double.NaN : Accuracy.of(out, y));
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
    if (count > CHUNK) {
      x.copyRows(from, rows, partX, 0);
      y.copyRows(from, rows, partY, 0);
    }
    network.forward(theta, running, partX, rows, false);
    return rows;
  }

  private void backward(double[] theta, int rows, double whole, double[] into) {
    network.backward(loss, factor(), whole, theta, partX, partY, rows, false, into);
  }
}
