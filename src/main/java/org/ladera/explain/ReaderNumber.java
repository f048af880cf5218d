package org.ladera.explain;

/**
 * A number as the reader's notation has it, beside the engine's. What a person typed is kept as it
 * was typed; whether two are the same is decided by the engine's.
 *
 * @param shown for the reader
 * @param engine for commands, thresholds and comparisons
 */
public record ReaderNumber(double shown, double engine) {
  /** A number that is the same in every notation. */
  public static ReaderNumber plain(double value) {
    return new ReaderNumber(value, value);
  }

  /** Whether both are the same number of the engine. */
  public boolean same(ReaderNumber other) {
    return Double.compare(engine, other.engine) == 0;
  }
}
