package org.ladera.ui.offscreen;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;

/**
 * Keeps the memory of a window near to what is alive in it. What a run leaves behind gets old
 * before it is given up, and the serial collector clears the old generation only where the heap may
 * not grow: on a machine with much memory a lesson that went on for ten minutes had gigabytes. A
 * limit for the heap would refuse large networks; so whenever it has grown by a tenth and a little
 * more it is cleared whole, which holds all threads for a tenth of a second: every ten minutes
 * beside small networks, every ten seconds beside tens of thousands of pictures, of which a frame
 * shows one or two a second. While a person presses or moves something it waits, for then a pause
 * is felt, until it has grown by more.
 */
final class HeapBound {
  private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(500);

  /** Who has done nothing for so long is not in the midst of something. */
  private static final long QUIET = TimeUnit.MILLISECONDS.toNanos(700);

  /** How much more it may grow while a person is busy. */
  private static final int BUSY = 5;

  /** Bytes. */
  private static final long ROOM = 16L << 20;

  /** When a person did something last. */
  private volatile long touched = System.nanoTime() - QUIET;

  /** Bytes that were left of it. */
  private long left;

  /**
   * @param heap how large it is, in bytes
   */
  HeapBound(long heap) {
    cleared(heap);
  }

  /** Watches the heap of this process until it ends. */
  static HeapBound watch() {
    HeapBound bound = new HeapBound(Runtime.getRuntime().totalMemory());
    Thread.ofPlatform().name("ladera-heap").daemon().start(bound::look);
    return bound;
  }

  /** Takes note of whatever a person does in a scene. */
  void hear(Scene scene) {
    scene.addEventFilter(InputEvent.ANY, e -> touched = System.nanoTime());
  }

  private void look() {
    Runtime machine = Runtime.getRuntime();
    while (!Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(LOOK);
      // What the old generation holds makes the heap larger at once; the young one does not grow.
      if (isPassed(machine.totalMemory(), System.nanoTime() - touched < QUIET)) {
        System.gc();
        cleared(machine.totalMemory());
      }
    }
  }

  /**
   * Whether a heap of so many bytes is to be cleared.
   *
   * @param busy whether a person is in the midst of something
   */
  boolean isPassed(long heap, boolean busy) {
    long room = left / 10 + ROOM;
    return heap > left + (busy ? BUSY * room : room);
  }

  /** It has been, and so much is left of it. */
  void cleared(long left) {
    this.left = left;
  }
}
