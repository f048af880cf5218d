package org.ladera.engine.spec;

import java.util.List;

/**
 * How an epoch is cut into updates. Every epoch visits every example exactly once; a last partial
 * batch is an update of its own.
 *
 * @param size examples per update; 0 means all of them
 * @param order the order in which the examples of an epoch are visited
 */
public record BatchSpec(int size, Order order) {
  public sealed interface Order {
    /** As they stand in the data. */
    record Fixed() implements Order {}

    /** A new order each epoch, drawn from the experiment's seed. */
    record Shuffled() implements Order {}

    /**
     * Orders given by a source, one per epoch; when they run out the last is kept. Row indices from
     * 0.
     */
    record Given(List<List<Integer>> epochs) implements Order {
      public Given {
        epochs = epochs.stream().map(List::copyOf).toList();
      }
    }
  }

  public static final BatchSpec FULL = new BatchSpec(0, new Order.Fixed());
  public static final BatchSpec STOCHASTIC = new BatchSpec(1, new Order.Shuffled());

  public BatchSpec {
    if (size < 0) {
      throw new IllegalArgumentException("batch size: expected 0 or more, found " + size);
    }
  }

  public static BatchSpec mini(int size) {
    return new BatchSpec(size, new Order.Shuffled());
  }

  /** Examples in a batch that is not the last one. */
  public int sizeFor(int examples) {
    return size == 0 ? examples : Math.min(size, examples);
  }

  /** ceil(examples / size). */
  public int updatesPerEpoch(int examples) {
    int batch = sizeFor(examples);
    return (examples + batch - 1) / batch;
  }
}
