package org.ladera.landscape;

import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.net.Activation;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.trace.LayerTrace;

/**
 * How many numbers are spread: what Glorot and Bengio (2010) look at in each layer.
 *
 * @param mean of all of them
 * @param deviation their standard deviation, over n
 * @param low where the first bin begins
 * @param high where the last one ends; equal to {@code low} where all numbers are the same
 * @param bins how many numbers lie in each of the equally wide bins; what lies outside of four
 *     deviations from the mean is counted in the first or last. Not to be modified
 */
public record Spread(double mean, double deviation, double low, double high, int[] bins) {
  /** With a smaller |f′| a unit hardly learns. */
  public static final double FLAT = 0.01;

  private static final int BINS = 40;
  private static final double REACH = 4;

  /** Of all entries of a matrix; NaN and empty bins where there are none, or not finite ones. */
  public static Spread of(MatrixView values) {
    double mean = mean(values);
    double deviation = deviation(values, mean);
    int[] bins = new int[BINS];
    if (!Double.isFinite(deviation)) {
      return new Spread(mean, deviation, Double.NaN, Double.NaN, bins);
    }
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < values.size(); i++) {
      least = Math.min(least, values.get(i));
      greatest = Math.max(greatest, values.get(i));
    }
    double low = Math.max(least, mean - REACH * deviation);
    double high = Math.min(greatest, mean + REACH * deviation);
    double width = (high - low) / BINS;
    for (int i = 0; i < values.size(); i++) {
      int bin = width > 0 ? (int) ((values.get(i) - low) / width) : 0;
      bins[Math.clamp(bin, 0, BINS - 1)]++;
    }
    return new Spread(mean, deviation, low, high, bins);
  }

  /** The number in the fullest bin. */
  public int most() {
    int most = 0;
    for (int bin : bins) {
      most = Math.max(most, bin);
    }
    return most;
  }

  /** The mean of all entries; NaN where there are none. */
  public static double mean(MatrixView values) {
    double sum = 0;
    for (int i = 0; i < values.size(); i++) {
      sum += values.get(i);
    }
    return sum / values.size();
  }

  /** The standard deviation of all entries, over n. */
  public static double deviation(MatrixView values) {
    return deviation(values, mean(values));
  }

  private static double deviation(MatrixView values, double mean) {
    double sum = 0;
    for (int i = 0; i < values.size(); i++) {
      double off = values.get(i) - mean;
      sum += off * off;
    }
    return Math.sqrt(sum / values.size());
  }

  /** The share of units and examples of a layer with |f′| below {@link #FLAT}. */
  public static double saturated(LayerTrace layer) {
    MatrixView s = layer.activated();
    int flat = 0;
    for (int i = 0; i < s.size(); i++) {
      flat += Math.abs(slope(layer, s.get(i))) < FLAT ? 1 : 0;
    }
    return (double) flat / s.size();
  }

  /** The share of units of a layer whose f′ is 0 for every example: nothing before them learns. */
  public static double dead(LayerTrace layer) {
    MatrixView s = layer.activated();
    int dead = 0;
    for (int unit = 0; unit < s.columns(); unit++) {
      int row = 0;
      while (row < s.rows() && slope(layer, s.get(row, unit)) == 0) {
        row++;
      }
      dead += row == s.rows() ? 1 : 0;
    }
    return (double) dead / s.columns();
  }

  private static double slope(LayerTrace layer, double s) {
    ActivationSpec f = layer.spec().activation();
    return Activation.derivative(f, s);
  }
}
