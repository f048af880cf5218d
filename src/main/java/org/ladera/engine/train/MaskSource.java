package org.ladera.engine.train;

import org.ejml.data.DMatrixRMaj;
import org.ladera.engine.random.SplitMix64;

/** Where the dropout masks of a run come from. */
@FunctionalInterface
public interface MaskSource {
  /** Fills the mask of one layer in one update; must give the same for the same arguments. */
  void fill(Request request, DMatrixRMaj mask);

  /**
   * What a mask is for. Reused from call to call.
   *
   * @see MaskSource#fill
   */
  final class Request {
    private long update;
    private int layer;
    private int rows;
    private int units;
    private double dropout;

    Request of(long update, int layer, int rows, int units, double dropout) {
      this.update = update;
      this.layer = layer;
      this.rows = rows;
      this.units = units;
      this.dropout = dropout;
      return this;
    }

    /** Counted from 0. */
    public long update() {
      return update;
    }

    /** 1 = the first layer after the inputs. */
    public int layer() {
      return layer;
    }

    /** Samples of the batch: the rows of the mask to fill. */
    public int rows() {
      return rows;
    }

    /** The columns of the mask. */
    public int units() {
      return units;
    }

    /** The share of zeros asked for. */
    public double dropout() {
      return dropout;
    }
  }

  /** Masks drawn from a stream per seed, update and layer. */
  static MaskSource seeded(long seed) {
    SplitMix64 random = new SplitMix64(seed);
    return (request, mask) -> {
      random.start(seed);
      random.fork(3);
      random.fork(request.update());
      random.fork(request.layer());
      for (int i = 0; i < request.rows() * request.units(); i++) {
        mask.data[i] = random.nextDouble() < request.dropout() ? 0 : 1;
      }
    };
  }
}
