package org.ladera.timeline;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Keeps points of a run as it goes, thinned evenly to a bounded number: beyond the first points,
 * which are all kept, only multiples of a stride stay, and the stride doubles when space runs out.
 */
final class Recorder {
  private static final int DENSE = 64;

  /** A path of very large points takes this much, as far as it has at least a few of them. */
  private static final long PATH_BYTES = 8L << 20;

  private final int capacity;
  private final int dense;
  private long[] keys = new long[256];
  private double[] values = new double[256];
  private Object[] extras = new Object[256];
  private int count;
  private long stride = 1;

  Recorder(int capacity) {
    this.capacity = capacity;
    dense = Math.min(DENSE, capacity / 2);
  }

  /** A recorder of points with so many numbers each. */
  static Recorder ofPath(long numbers) {
    return new Recorder(mostOnPath(numbers));
  }

  /** How many points with so many numbers each a path keeps. */
  static int mostOnPath(long numbers) {
    return Math.clamp(PATH_BYTES / (8 * numbers), 32, 4096);
  }

  private Recorder(Recorder other) {
    capacity = other.capacity;
    dense = other.dense;
    stride = other.stride;
    count = other.count;
    keys = other.keys.clone();
    values = other.values.clone();
    extras = other.extras.clone();
  }

  /** A copy without the points with a key of {@code key} or more. */
  Recorder before(long key) {
    Recorder copy = new Recorder(this);
    copy.cutFrom(key);
    return copy;
  }

  boolean wants(long key) {
    return (key < dense || key % stride == 0) && (count == 0 || key > keys[count - 1]);
  }

  void add(long key, double value, @Nullable Object extra) {
    if (count == capacity) {
      thin();
      if (!wants(key)) {
        return;
      }
    }
    if (count == keys.length) {
      int size = Math.min(2 * count, capacity);
      keys = Arrays.copyOf(keys, size);
      values = Arrays.copyOf(values, size);
      extras = Arrays.copyOf(extras, size);
    }
    keys[count] = key;
    values[count] = value;
    extras[count] = extra;
    count++;
  }

  private void thin() {
    stride *= 2;
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (keys[i] < dense || keys[i] % stride == 0) {
        keys[kept] = keys[i];
        values[kept] = values[i];
        extras[kept] = extras[i];
        kept++;
      }
    }
    Arrays.fill(extras, kept, count, null);
    count = kept;
  }

  /** Forgets every point with a key of {@code key} or more. */
  void cutFrom(long key) {
    while (count > 0 && keys[count - 1] >= key) {
      extras[--count] = null;
    }
  }

  /** Memory taken, when each extra takes {@code each} bytes. */
  long bytes(long each) {
    return count * (16 + each);
  }

  int count() {
    return count;
  }

  /** Copies of the points with one more place for a newest point, which the caller may fill. */
  long[] keys() {
    return Arrays.copyOf(keys, count + 1);
  }

  double[] values() {
    return Arrays.copyOf(values, count + 1);
  }

  double[][] extras() {
    double[][] copy = new double[count + 1][];
    for (int i = 0; i < count; i++) {
      copy[i] = (double[]) extras[i];
    }
    return copy;
  }
}
