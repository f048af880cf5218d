package org.ladera.ui.offscreen;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Keeps the memory of a window near to what is alive in it. What a run leaves behind gets old
 * before it is given up, and the serial collector clears the old generation only where the heap may
 * not grow: on a machine with much memory a lesson that went on for ten minutes had gigabytes. A
 * limit for the heap would refuse large networks; so whenever it has grown by a tenth and a little
 * more it is cleared whole, which holds all threads for a tenth of a second: every ten minutes
 * beside small networks, every ten seconds beside tens of thousands of pictures, of which a frame
 * shows one or two a second.
 */
final class HeapBound {
  private static final long LOOK = TimeUnit.SECONDS.toNanos(2);

  /** Bytes. */
  private static final long ROOM = 16L << 20;

  /** Bytes beyond which it is cleared. */
  private long most;

  /**
   * @param heap how large it is, in bytes
   */
  HeapBound(long heap) {
    cleared(heap);
  }

  /** Watches the heap of this process until it ends. */
  static void watch() {
    Thread.ofPlatform().name("ladera-heap").daemon().start(HeapBound::look);
  }

  private static void look() {
    Runtime machine = Runtime.getRuntime();
    HeapBound bound = new HeapBound(machine.totalMemory());
    while (!Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(LOOK);
      // What the old generation holds makes the heap larger at once; the young one does not grow.
      if (bound.isPassed(machine.totalMemory())) {
        System.gc();
        bound.cleared(machine.totalMemory());
      }
    }
  }

  /** Whether a heap of so many bytes is to be cleared. */
  boolean isPassed(long heap) {
    return heap > most;
  }

  /** It has been, and so much is left of it. */
  void cleared(long left) {
    most = left + left / 10 + ROOM;
  }
}
