package org.ladera.engine.net;

import org.ejml.data.DMatrixRMaj;

/**
 * Batch normalisation of one layer (Ioffe and Szegedy 2015, algorithm 1): normalised = (z −
 * mean)/√(variance + ε), output = γ·normalised + β, with the biased variance of the batch while
 * training and the running figures otherwise.
 */
public final class BatchNorm {
  /** The weight of a new batch in the running mean and variance. */
  public static final double MOMENTUM = 0.1;

  private final int units;
  private final double epsilon;
  private final int gamma;
  private final int beta;
  private final int running;
  final DMatrixRMaj mean;
  final DMatrixRMaj variance;
  final DMatrixRMaj normalised;
  final DMatrixRMaj output;
  final DMatrixRMaj deltaOutput;

  BatchNorm(int units, double epsilon, int gamma, int beta, int running, int batch) {
    this.units = units;
    this.epsilon = epsilon;
    this.gamma = gamma;
    this.beta = beta;
    this.running = running;
    mean = new DMatrixRMaj(1, units);
    variance = new DMatrixRMaj(1, units);
    normalised = new DMatrixRMaj(batch, units);
    output = new DMatrixRMaj(batch, units);
    deltaOutput = new DMatrixRMaj(batch, units);
  }

  public double epsilon() {
    return epsilon;
  }

  public DMatrixRMaj mean() {
    return mean;
  }

  public DMatrixRMaj variance() {
    return variance;
  }

  public DMatrixRMaj normalised() {
    return normalised;
  }

  public DMatrixRMaj output() {
    return output;
  }

  public DMatrixRMaj deltaOutput() {
    return deltaOutput;
  }

  void forward(double[] theta, double[] figures, double[] z, int rows, boolean training) {
    if (training) {
      measure(z, rows);
    } else {
      System.arraycopy(figures, running, mean.data, 0, units);
      System.arraycopy(figures, running + units, variance.data, 0, units);
    }
    for (int j = 0; j < units; j++) {
      double mu = mean.data[j];
      double root = Math.sqrt(variance.data[j] + epsilon);
      for (int i = j; i < rows * units; i += units) {
        double x = (z[i] - mu) / root;
        normalised.data[i] = x;
        output.data[i] = theta[gamma + j] * x + theta[beta + j];
      }
    }
  }

  private void measure(double[] z, int rows) {
    for (int j = 0; j < units; j++) {
      double sum = 0;
      for (int i = j; i < rows * units; i += units) {
        sum += z[i];
      }
      double mu = sum / rows;
      double squares = 0;
      for (int i = j; i < rows * units; i += units) {
        squares += (z[i] - mu) * (z[i] - mu);
      }
      mean.data[j] = mu;
      variance.data[j] = squares / rows;
    }
  }

  /** From {@link #deltaOutput} to ∂J/∂z, and the gradients of γ and β. */
  void backward(double[] theta, double[] gradient, double[] delta, int rows, boolean training) {
    double[] d = deltaOutput.data;
    double[] x = normalised.data;
    for (int j = 0; j < units; j++) {
      double sum = 0;
      double sumX = 0;
      for (int i = j; i < rows * units; i += units) {
        sum += d[i];
        sumX += d[i] * x[i];
      }
      gradient[gamma + j] = sumX;
      gradient[beta + j] = sum;
      double scale = theta[gamma + j] / Math.sqrt(variance.data[j] + epsilon);
      for (int i = j; i < rows * units; i += units) {
        delta[i] = training ? scale * (d[i] - sum / rows - x[i] * sumX / rows) : scale * d[i];
      }
    }
  }

  /**
   * Takes the last batch into the running mean and (unbiased) variance. A batch of one sample has
   * no unbiased variance: its 0 counts as it is.
   */
  void remember(double[] figures, int rows) {
    double unbiased = rows > 1 ? (double) rows / (rows - 1) : 1;
    for (int j = 0; j < units; j++) {
      int m = running + j;
      int v = running + units + j;
      figures[m] = (1 - MOMENTUM) * figures[m] + MOMENTUM * mean.data[j];
      figures[v] = (1 - MOMENTUM) * figures[v] + MOMENTUM * (unbiased * variance.data[j]);
    }
  }
}
