package org.ladera.present.step;

import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.ladera.engine.matrix.Shape;

/**
 * What a layer of pictures holds for one sample.
 *
 * @param strengths (units) −1 to 1, as the layer keeps them; 0 while there is nothing
 * @param lit (units) what the chosen element has to do with
 */
public record DrawnPicture(Shape shape, double[] strengths, boolean[] lit) {
  /**
   * @param value of a unit, from 1; NaN while there is none
   * @param isThere whether it has been computed
   */
  static DrawnPicture of(
      Shape shape, IntToDoubleFunction value, IntPredicate isThere, IntPredicate isLit) {
    double[] strengths = new double[shape.size()];
    boolean[] lit = new boolean[shape.size()];
    double greatest = 0;
    for (int u = 0; u < strengths.length; u++) {
      double v = value.applyAsDouble(u + 1);
      strengths[u] = Double.isFinite(v) ? v : 0;
      greatest = Math.max(greatest, Math.abs(strengths[u]));
      lit[u] = isLit.test(u + 1);
    }
    for (int u = 0; u < strengths.length && greatest > 0; u++) {
      strengths[u] = isThere.test(u + 1) ? strengths[u] / greatest : 0;
    }
    return new DrawnPicture(shape, strengths, lit);
  }

  boolean isLit() {
    for (boolean one : lit) {
      if (one) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the chosen element has to do with most places of a channel, from 0: a mark around each
   * would hide the picture.
   */
  public boolean isMostlyLit(int channel) {
    int map = shape.rows() * shape.columns();
    return 2 * IntStream.range(channel * map, (channel + 1) * map).filter(u -> lit[u]).count()
        > map;
  }

  /** The first channel that something lit stands in, from 0. */
  public int firstLit() {
    for (int u = 0; u < lit.length; u++) {
      if (lit[u]) {
        return u / (shape.rows() * shape.columns());
      }
    }
    return 0;
  }
}
