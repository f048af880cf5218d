package org.ladera.cli.yardstick;

/** A network that trains as fast as one can write it by hand. */
public interface Yardstick {
  /**
   * One update.
   *
   * @param x all examples, row after row
   * @param y all targets, row after row
   * @param order which rows; those from {@code from} to {@code to} − 1 of it are the batch
   */
  void step(double[] x, double[] y, int[] order, int from, int to);

  /**
   * Outputs of a network with one output.
   *
   * @param x (rows × inputs)
   * @param out overwritten from {@code at} on
   */
  void outputs(double[] x, int rows, double[] out, int at);

  /** Some number that depends on what was learned; NaN when it went astray. */
  double fingerprint();
}
