package org.ladera.engine.kernel;

/**
 * Work on numbers, rows or samples one after the other, which two threads may do in two halves.
 * Made once for each work, so that nothing is allocated when it is done.
 */
public final class Halves {
  /** What is done; the arguments of the moment stand in fields of whoever does it. */
  @FunctionalInterface
  public interface Work {
    /**
     * Does {@code from} to {@code to} − 1.
     *
     * @param half 0 or 1: whose workspace is free
     */
    void run(int half, int from, int to);
  }

  private final PairExecutor pair;
  private final Work work;
  private final Half first = new Half(0);
  private final Half second = new Half(1);

  /**
   * @param work writes other numbers for each of what it does and reads none that it writes for
   *     others
   */
  public Halves(PairExecutor pair, Work work) {
    this.pair = pair;
    this.work = work;
  }

  /** Whether somebody may do the second half, so that both need a workspace. */
  public boolean areTwo() {
    return !pair.isAlone();
  }

  /**
   * All {@code count}: those before {@code middle} by the calling thread, the others by whoever
   * helps. Where nobody does or one side is empty, the calling thread does all as half 0.
   */
  public void run(int middle, int count) {
    if (pair.isAlone() || middle <= 0 || middle >= count) {
      work.run(0, 0, count);
    } else {
      pair.both(first.of(0, middle), second.of(middle, count));
    }
  }

  private final class Half implements Runnable {
    private final int index;
    private int from;
    private int to;

    Half(int index) {
      this.index = index;
    }

    Half of(int start, int end) {
      from = start;
      to = end;
      return this;
    }

    @Override
    public void run() {
      work.run(index, from, to);
    }
  }
}
