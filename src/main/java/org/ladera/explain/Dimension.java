package org.ladera.explain;

/**
 * What a number is measured in, and so how it changes with the notation ({@link RunConversion}).
 */
public sealed interface Dimension {
  /** The dimensions of the numbers of a run. */
  enum Basic implements Dimension {
    /** Parameters, signals, counts: the same in every notation. */
    PLAIN,
    /** J over all examples, and its gradient. */
    LOSS,
    /** J over the examples of an update, and its derivatives. */
    BATCH_LOSS,
    /** The rate of an update, and what it is compared with: the limit of stability. */
    RATE,
    /** The rate of the run as a whole, which its schedule starts from. */
    BASE_RATE,
    /** A curvature of J over the examples of an update. */
    CURVATURE
  }

  /**
   * A memory of the optimizer.
   *
   * @param name its letter
   */
  record Memory(String name) implements Dimension {}
}
