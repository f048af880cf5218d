package org.ladera.present.convolution;

import org.ladera.engine.matrix.Shape;
import org.ladera.engine.spec.LayerKind;
import org.ladera.engine.spec.NetworkSpec;

/** Which pixels of the picture can reach a unit at all (Luo, Li, Urtasun and Zemel 2016). */
public final class ReceptiveField {
  private ReceptiveField() {}

  /**
   * @param layer that the places are of, from 0: the picture itself
   * @param places of its maps
   */
  public static Area of(NetworkSpec network, int layer, Area places) {
    Area seen = places;
    for (int l = layer; l > 0; l--) {
      LayerKind kind = network.layers().get(l - 1).kind();
      seen =
          switch (kind) {
            case LayerKind.Convolution c ->
                before(seen, c.stride(), c.padding(), c.rows(), c.columns(), c.input());
            case LayerKind.Pool pool ->
                before(seen, pool.stride(), 0, pool.size(), pool.size(), pool.input());
            case LayerKind.Flatten _, LayerKind.Dense _, LayerKind.Function _ -> {
              Shape all = network.pictures(l - 1).orElse(new Shape(1, 1, network.inputsOf(l - 1)));
              yield new Area(0, 0, all.rows(), all.columns());
            }
          };
    }
    return seen;
  }

  private static Area before(
      Area places, int stride, int padding, int rows, int columns, Shape input) {
    return new Area(
            places.row() * stride - padding,
            places.column() * stride - padding,
            (places.rows() - 1) * stride + rows,
            (places.columns() - 1) * stride + columns)
        .within(input.rows(), input.columns());
  }
}
