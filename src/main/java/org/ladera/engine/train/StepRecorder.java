package org.ladera.engine.train;

import java.util.Arrays;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.net.Layer;
import org.ladera.engine.net.Network;

/**
 * Every z, a and δ of the latest updates, copied into arrays made beforehand: for runs at full
 * speed that a {@link Trainer#preview} per update would slow down. The oldest update gives way.
 */
public final class StepRecorder {
  private final int capacity;
  private final int[] units;
  private final double[][] z;
  private final double[][] a;
  private final double[][] delta;
  private final int[] rows;
  private final double[] loss;
  private final int largestBatch;
  private long taken;
  private long newest = -1;

  StepRecorder(Network network, int largestBatch, int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("recorder: expected 1 update or more, found " + capacity);
    }
    this.capacity = capacity;
    this.largestBatch = largestBatch;
    int depth = network.depth();
    units = new int[depth];
    z = new double[depth][];
    a = new double[depth][];
    delta = new double[depth][];
    for (int l = 0; l < depth; l++) {
      units[l] = network.layer(l).spec().units();
      z[l] = new double[capacity * largestBatch * units[l]];
      a[l] = new double[z[l].length];
      delta[l] = new double[z[l].length];
    }
    rows = new int[capacity];
    loss = new double[capacity];
  }

  void take(Network network, long update, int batch, double batchLoss) {
    int slot = (int) (update % capacity);
    for (int l = 0; l < units.length; l++) {
      Layer layer = network.layer(l);
      int size = batch * units[l];
      int at = slot * largestBatch * units[l];
      System.arraycopy(layer.z().data, 0, z[l], at, size);
      System.arraycopy(layer.a().data, 0, a[l], at, size);
      System.arraycopy(layer.delta().data, 0, delta[l], at, size);
    }
    rows[slot] = batch;
    loss[slot] = batchLoss;
    taken = update == newest + 1 ? taken + 1 : 1;
    newest = update;
  }

  /** Updates in a row that can be read, at most the capacity. */
  public int count() {
    return (int) Math.min(taken, capacity);
  }

  /** The newest update recorded, counted from 0; −1 for none. */
  public long newest() {
    return newest;
  }

  /** Net inputs (batch × units) of a layer, 1 = the first after the inputs. */
  public MatrixView z(long update, int layer) {
    return part(z, update, layer);
  }

  /** What left the layer (batch × units). */
  public MatrixView a(long update, int layer) {
    return part(a, update, layer);
  }

  /** ∂J/∂z (batch × units). */
  public MatrixView delta(long update, int layer) {
    return part(delta, update, layer);
  }

  /** The loss on the batch before the update, without penalty. */
  public double loss(long update) {
    return loss[slot(update)];
  }

  private MatrixView part(double[][] of, long update, int layer) {
    int slot = slot(update);
    int columns = units[layer - 1];
    int from = slot * largestBatch * columns;
    int to = from + rows[slot] * columns;
    return MatrixView.of(rows[slot], columns, Arrays.copyOfRange(of[layer - 1], from, to));
  }

  private int slot(long update) {
    if (update > newest || update <= newest - count()) {
      throw new IndexOutOfBoundsException(
          "update " + update + " of " + count() + " up to " + newest);
    }
    return (int) (update % capacity);
  }
}
