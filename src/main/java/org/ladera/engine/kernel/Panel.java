package org.ladera.engine.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * A few columns of the right factor, laid out one term below the other so that the processor reads
 * in a line: for each term two registers of columns.
 */
final class Panel {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private Panel() {}

  /**
   * Two registers of columns.
   *
   * @param panel overwritten from {@code at} on
   * @param b from {@code bAt} on, of which one step is 1: {@code columnStep} where it stands as it
   *     is multiplied, {@code termStep} where rows and columns are changed
   */
  static void fill(
      double[] panel, int at, double[] b, int bAt, int columnStep, int termStep, int terms) {
    if (columnStep == 1) {
      copy(panel, at, b, bAt, termStep, terms);
    } else {
      turn(panel, at, 2 * LANES, b, bAt, columnStep, terms);
      turn(panel, at + LANES, 2 * LANES, b, bAt + LANES * columnStep, columnStep, terms);
    }
  }

  private static void copy(double[] panel, int at, double[] b, int bAt, int step, int terms) {
    for (int t = 0; t < terms; t++) {
      int to = at + 2 * t * LANES;
      DoubleVector.fromArray(SPECIES, b, bAt + t * step).intoArray(panel, to);
      DoubleVector.fromArray(SPECIES, b, bAt + t * step + LANES).intoArray(panel, to + LANES);
    }
  }

  /**
   * One register of columns, each of which stands in a row of b. The last square overlaps the one
   * before and finds the same numbers again.
   *
   * @param to overwritten from {@code toAt} on, terms {@code toStep} apart
   * @param step from row to row of b
   */
  static void turn(double[] to, int toAt, int toStep, double[] b, int bAt, int step, int terms) {
    if (LANES == SquareTurn.SIDE && terms >= SquareTurn.SIDE) {
      for (int t = 0; t < terms; t += SquareTurn.SIDE) {
        int from = Math.min(t, terms - SquareTurn.SIDE);
        SquareTurn.of(b, bAt + from, step, to, toAt + from * toStep, toStep);
      }
      return;
    }
    for (int lane = 0; lane < LANES; lane++) {
      for (int t = 0; t < terms; t++) {
        to[toAt + t * toStep + lane] = b[bAt + lane * step + t];
      }
    }
  }
}
