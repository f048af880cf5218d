package org.ladera.engine.train;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ladera.engine.net.Layer;
import org.ladera.engine.net.Network;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.trace.Divergence;
import org.ladera.engine.trace.Divergence.Quantity;

/** Looks for the first number of an update that is NaN or infinite, in the order computed. */
final class FirstNonFinite {
  private FirstNonFinite() {}

  /** In net inputs, activations, loss, deltas and gradients; null when all are finite. */
  static @Nullable Divergence inPass(Pass pass, ParameterLayout layout, long update, long epoch) {
    Network network = pass.network();
    int rows = pass.batch().rows();
    for (int l = 0; l < network.depth(); l++) {
      Layer layer = network.layer(l);
      int units = layer.spec().units();
      int unit = unit(layer.z().data, 0, rows * units, units);
      if (unit > 0) {
        return new Divergence(update, epoch, l + 1, unit, Quantity.NET_INPUT);
      }
      unit = unit(layer.a().data, 0, rows * units, units);
      if (unit > 0) {
        return new Divergence(update, epoch, l + 1, unit, Quantity.ACTIVATION);
      }
    }
    if (!Double.isFinite(pass.dataLoss())) {
      return new Divergence(update, epoch, 0, 0, Quantity.LOSS);
    }
    for (int l = network.depth() - 1; l >= 0; l--) {
      Layer layer = network.layer(l);
      int units = layer.spec().units();
      int unit = unit(layer.delta().data, 0, rows * units, units);
      if (unit > 0) {
        return new Divergence(update, epoch, l + 1, unit, Quantity.DELTA);
      }
    }
    return inBlocks(layout, pass.gradient(), update, epoch, Quantity.GRADIENT);
  }

  /** In parameters and in what the optimizer keeps for them; null when all are finite. */
  static @Nullable Divergence inParameters(
      ParameterLayout layout, double[] theta, Optimizer optimizer, long update, long epoch) {
    @Nullable Divergence found = inBlocks(layout, theta, update, epoch, Quantity.PARAMETER);
    for (int i = 0; found == null && i < optimizer.names().size(); i++) {
      found = inBlocks(layout, optimizer.memory(i), update, epoch, Quantity.PARAMETER);
    }
    return found;
  }

  private static @Nullable Divergence inBlocks(
      ParameterLayout layout, double[] values, long update, long epoch, Quantity quantity) {
    List<ParameterLayout.Block> blocks = layout.blocks();
    for (int i = 0; i < blocks.size(); i++) {
      ParameterLayout.Block block = blocks.get(i);
      int unit = unit(values, block.offset(), block.offset() + block.size(), block.columns());
      if (unit > 0) {
        return new Divergence(update, epoch, block.layer(), unit, quantity);
      }
    }
    return null;
  }

  /** The column, from 1, of the first non-finite number of a row-major matrix; 0 for none. */
  private static int unit(double[] values, int from, int to, int columns) {
    for (int i = from; i < to; i++) {
      if (!Double.isFinite(values[i])) {
        return (i - from) % columns + 1;
      }
    }
    return 0;
  }
}
