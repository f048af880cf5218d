package org.ladera.present.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.matrix.Shape;
import org.ladera.engine.spec.LayerKind;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.present.network.NetworkModel.Column;
import org.ladera.present.network.NetworkModel.Link;
import org.ladera.present.network.NetworkModel.Unit;

/**
 * Layers of pictures in the diagram: a map stands where its first unit would, and is named by it.
 */
final class MapColumns {
  private final NetworkSpec network;

  MapColumns(NetworkSpec network) {
    this.network = network;
  }

  /** The numbers of what stands in the column of a layer: its units, or the first of each map. */
  int[] numbers(int layer) {
    Optional<Shape> shape = network.pictures(layer);
    int units = layer == 0 ? network.inputs() : network.layers().get(layer - 1).units();
    int step = shape.map(MapColumns::area).orElse(1);
    return IntStream.range(0, units / step).map(i -> i * step + 1).toArray();
  }

  private static int area(Shape shape) {
    return shape.rows() * shape.columns();
  }

  /** The number by which a unit stands in the diagram: itself, or the first of its map. */
  int number(int layer, int unit) {
    int area = network.pictures(layer).map(MapColumns::area).orElse(1);
    return (unit - 1) / area * area + 1;
  }

  /** The greatest of a map, which speaks for it; a unit for itself. */
  int strongest(int layer, int number, UnitValues values) {
    int best = number;
    int area = network.pictures(layer).map(MapColumns::area).orElse(1);
    for (int unit = number; unit < number + area; unit++) {
      if (Math.abs(values.a(layer, unit)) > Math.abs(values.a(layer, best))) {
        best = unit;
      }
    }
    return best;
  }

  Optional<PixelMap> picture(int layer, int number, UnitValues values) {
    return network
        .pictures(layer)
        .map(s -> PixelMap.of(s.rows(), s.columns(), i -> values.a(layer, number + i)));
  }

  /** The bias of what stands there: every place of a filter has the same. */
  ParameterRef bias(int layer, int number) {
    int area = network.pictures(layer).map(MapColumns::area).orElse(1);
    return ParameterRef.bias(layer, (number - 1) / area + 1);
  }

  /** Whether single weights join the units of a layer and those before it. */
  boolean hasEdges(int layer) {
    return network.layers().get(layer - 1).isDense() && network.pictures(layer - 1).isEmpty();
  }

  List<Link> links(List<Column> columns, int layer, MatrixView parameters) {
    LayerSpec spec = network.layers().get(layer - 1);
    List<Link> links = new ArrayList<>();
    IntFunction<List<Unit>> units = l -> columns.get(l).units();
    for (Unit from : units.apply(layer - 1)) {
      for (Unit to : units.apply(layer)) {
        switch (spec.kind()) {
          case LayerKind.Convolution c ->
              links.add(
                  new Link(
                      layer,
                      from.number(),
                      to.number(),
                      Optional.of(kernel(c, layer, from.number(), to.number(), parameters))));
          case LayerKind.Pool pool -> {
            if (map(layer - 1, from) == map(layer, to)) {
              links.add(plain(layer, from, to));
            }
          }
          case LayerKind.Flatten _ -> {
            if (number(layer - 1, to.number()) == from.number()) {
              links.add(plain(layer, from, to));
            }
          }
          case LayerKind.Dense _, LayerKind.Function _ -> links.add(plain(layer, from, to));
        }
      }
    }
    return links;
  }

  private static Link plain(int layer, Unit from, Unit to) {
    return new Link(layer, from.number(), to.number(), Optional.empty());
  }

  private int map(int layer, Unit unit) {
    return (unit.number() - 1) / area(network.pictures(layer).orElseThrow());
  }

  private PixelMap kernel(
      LayerKind.Convolution c, int layer, int from, int to, MatrixView parameters) {
    int first =
        new ParameterLayout(network).block(ParameterRef.Kind.WEIGHT, layer).orElseThrow().offset();
    int window = c.rows() * c.columns();
    int channel = (from - 1) / area(c.input());
    int filter = (to - 1) / c.places();
    return PixelMap.of(
        c.rows(),
        c.columns(),
        i -> parameters.get(first + (channel * window + i) * c.filters() + filter));
  }
}
