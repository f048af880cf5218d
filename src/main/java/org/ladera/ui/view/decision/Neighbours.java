package org.ladera.ui.view.decision;

/** Walks through examples in an order, without sorting thousands of them for a key. */
public final class Neighbours {
  /** An order of two indices: negative, zero or positive. */
  @FunctionalInterface
  public interface Order {
    int compare(int i, int j);
  }

  private Neighbours() {}

  /**
   * The next index in an order; equal ones follow by their number, and after the last comes the
   * first.
   *
   * @param from where to begin; −1 for before the first and behind the last
   * @param direction 1 onwards, −1 back
   */
  public static int next(int count, int from, int direction, Order order) {
    int best = -1;
    int end = -1;
    for (int i = 0; i < count; i++) {
      boolean further = from >= 0 && i != from && before(from, i, direction, order);
      if (further && before(i, best, direction, order)) {
        best = i;
      }
      if (before(i, end, direction, order)) {
        end = i;
      }
    }
    return best >= 0 ? best : end;
  }

  /** Whether {@code i} comes before {@code j} in a direction; anything before none. */
  private static boolean before(int i, int j, int direction, Order order) {
    if (j < 0) {
      return true;
    }
    int by = order.compare(i, j);
    return direction * (by != 0 ? by : Integer.compare(i, j)) < 0;
  }
}
