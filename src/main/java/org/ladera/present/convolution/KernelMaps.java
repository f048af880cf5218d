package org.ladera.present.convolution;

import java.util.Optional;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.matrix.Shape;
import org.ladera.engine.net.Network;
import org.ladera.engine.spec.LayerKind;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.NetworkSpec;

/**
 * The maps that one kernel makes of what enters, worked out by the engine as a network of that
 * convolution and the pool after it.
 *
 * @param z net inputs
 * @param a after the activation
 * @param pooled after the pool that follows, if one does
 * @param winners for each place of the pooled map the place of the map that won, row by row; none
 *     of an average
 */
public record KernelMaps(
    Kernel kernel, NumberGrid z, NumberGrid a, Optional<NumberGrid> pooled, int[] winners) {
  static KernelMaps of(KernelModel model, Kernel kernel) {
    LayerKind.Convolution c = model.window();
    LayerKind.Convolution one =
        new LayerKind.Convolution(c.input(), 1, c.rows(), c.columns(), c.stride(), c.padding());
    LayerSpec own = model.network().layers().get(model.layer() - 1);
    LayerSpec spec = new LayerSpec(one, own.activation(), true, false, 0, LayerSpec.USUAL_EPSILON);
    Network network = new Network(NetworkSpec.of(c.input().size(), spec), 1);
    double[] theta = new double[kernel.cells().length + 1];
    System.arraycopy(kernel.cells(), 0, theta, 0, kernel.cells().length);
    theta[theta.length - 1] = kernel.bias();
    network.forward(theta, network.startFigures(), model.entering().toArray(), 1, false);
    Shape out = one.output();
    double[] z = part(network.layer(0).z().data, out);
    double[] a = part(network.layer(0).a().data, out);
    NumberGrid map = NumberGrid.of(out.rows(), out.columns(), a);
    Optional<LayerKind.Pool> pool =
        model.pool().map(p -> new LayerKind.Pool(out, p.reduction(), p.size(), p.stride()));
    return new KernelMaps(
        kernel,
        NumberGrid.of(out.rows(), out.columns(), z),
        map,
        pool.map(p -> pooled(p, a)),
        pool.filter(p -> p.reduction() == LayerKind.Pool.Reduction.MAX)
            .map(p -> winners(p, a))
            .orElse(new int[0]));
  }

  /** A 0 has no sign that anyone should see. */
  private static double[] part(double[] all, Shape shape) {
    double[] part = java.util.Arrays.copyOf(all, shape.size());
    for (int i = 0; i < part.length; i++) {
      part[i] += 0.0;
    }
    return part;
  }

  private static NumberGrid pooled(LayerKind.Pool pool, double[] a) {
    Network network = new Network(NetworkSpec.of(a.length, LayerSpec.plain(pool)), 1);
    network.forward(new double[0], network.startFigures(), a, 1, false);
    Shape out = pool.output();
    return NumberGrid.of(out.rows(), out.columns(), part(network.layer(0).a().data, out));
  }

  private static int[] winners(LayerKind.Pool pool, double[] a) {
    int[] winners = new int[pool.units()];
    for (int unit = 0; unit < winners.length; unit++) {
      winners[unit] = pool.inputAt(unit, 0);
      for (int i = 1; i < pool.size() * pool.size(); i++) {
        int place = pool.inputAt(unit, i);
        winners[unit] = a[place] > a[winners[unit]] ? place : winners[unit];
      }
    }
    return winners;
  }

  /** What the window sees at a place, times the kernel, of one channel. */
  public NumberGrid products(KernelModel model, int place, int channel) {
    LayerKind.Convolution c = model.window();
    int area = c.rows() * c.columns();
    double[] products = new double[area];
    for (int i = 0; i < area; i++) {
      int weight = channel * area + i;
      int input = c.inputAt(place, weight);
      products[i] = input < 0 ? 0 : model.entering().get(input) * kernel.cells()[weight] + 0.0;
    }
    return NumberGrid.of(c.rows(), c.columns(), products);
  }

  /** The sum of the products of one channel. */
  public double sum(KernelModel model, int place, int channel) {
    double sum = 0;
    for (double product : products(model, place, channel).values()) {
      sum += product;
    }
    return sum;
  }

  /** ∂J/∂z of the map of a filter of the run. */
  public Optional<NumberGrid> delta(KernelModel model) {
    return model
        .way()
        .filter(way -> kernel.filter() > 0)
        .map(way -> channel(way.delta(), way.row(), model.window().output()));
  }

  /** ∂J/∂(pooled map) of a filter of the run. */
  public Optional<NumberGrid> pooledDelta(KernelModel model) {
    return model
        .way()
        .filter(way -> kernel.filter() > 0)
        .flatMap(way -> model.pool().map(p -> channel(way.next(), way.row(), p.output())));
  }

  private NumberGrid channel(MatrixView layer, int row, Shape shape) {
    return NumberGrid.of(shape, layer, row, kernel.filter() - 1);
  }

  /** What this example adds to ∂J/∂kernel: for each cell the sum over all places. */
  public Optional<NumberGrid> gradient(KernelModel model, int channel) {
    LayerKind.Convolution c = model.window();
    return delta(model)
        .map(
            delta -> {
              int area = c.rows() * c.columns();
              double[] sums = new double[area];
              for (int i = 0; i < area; i++) {
                for (int place = 0; place < c.places(); place++) {
                  int input = c.inputAt(place, channel * area + i);
                  sums[i] += input < 0 ? 0 : model.entering().get(input) * delta.values()[place];
                }
              }
              return NumberGrid.of(c.rows(), c.columns(), sums);
            });
  }

  public NumberGrid weights(int channel) {
    return kernel.grid(channel);
  }
}
