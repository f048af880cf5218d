package org.ladera.landscape;

/** A symmetric matrix of which only products are known. */
@FunctionalInterface
interface LinearMap {
  /**
   * out = matrix · vector.
   *
   * @param vector not modified
   * @param out overwritten
   */
  void times(double[] vector, double[] out);
}
