package org.ladera.session.run;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.ladera.engine.kernel.PairExecutor;

/**
 * A thread that takes the second half of work, for one thread at a time that does the first. Work
 * comes every few hundred microseconds while a large network trains, so it looks for more for a
 * moment before it sleeps. A half that it has not begun when the other is done is done there; and
 * after a wait in vain for one that it had begun, as happens when other programs need the
 * processors, it is left alone for a while, unless it has saved as much just before.
 */
public final class ThreadPairExecutor implements PairExecutor, AutoCloseable {
  private static final int NOTHING = 0;
  private static final int OFFERED = 1;
  private static final int TAKEN = 2;
  private static final int DONE = 3;

  /** About a millisecond: the rest of an update passes between two large products. */
  private static final int LOOKS = 40_000;

  /** So many looks are made before others may have the processor. */
  private static final int PATIENCE = 10_000;

  /** The most that is remembered of what was won, so that a busy processor is soon noticed. */
  private static final long CREDIT_NANOS = 2_000_000;

  /**
   * It is left alone for so many times as long as more was lost than won, which is then 2 % at
   * most.
   */
  private static final long REST = 50;

  /** How often it is looked how far apart the processors of the two threads are. */
  private static final long PROBE_NANOS = 10_000_000;

  private static final int PROBES = 8;

  /** After so many looks, some 25 µs, an offer of no work is taken back. */
  private static final int PROBE_PATIENCE = 1_000;

  private static final long NEVER = Long.MAX_VALUE;

  /**
   * Processors that share a cache answer within 60 to 200 ns, others need 400 and more, and then
   * the numbers that the halves read from each other cost more than the halves save.
   */
  private static final long NEAR_NANOS = 300;

  private final AtomicInteger state = new AtomicInteger(NOTHING);
  private final Thread thread = new Thread(this::serve, "second half");
  private Runnable offered = () -> {};
  private @Nullable Throwable failure;
  private long leftAloneUntil = System.nanoTime();
  private long wonNanos;
  private long nextProbe = leftAloneUntil;
  private volatile boolean asleep;
  private volatile boolean closed;

  public ThreadPairExecutor() {
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void both(Runnable first, Runnable second) {
    long began = System.nanoTime();
    if (began - leftAloneUntil < 0 || (began - nextProbe >= 0 && !isNear(began))) {
      PairExecutor.ALONE.both(first, second);
      return;
    }
    offered = second;
    state.set(OFFERED);
    if (asleep) {
      LockSupport.unpark(thread);
    }
    try {
      first.run();
    } finally {
      if (state.compareAndSet(OFFERED, NOTHING)) {
        second.run();
      } else {
        await(began);
      }
    }
    if (failure != null) {
      Throwable cause = failure;
      failure = null;
      throw new IllegalStateException("in the second half", cause);
    }
  }

  /**
   * Whether the other thread is awake and its processor near enough. If it is not, it is left alone
   * until the next probe.
   */
  private boolean isNear(long now) {
    if (asleep) {
      LockSupport.unpark(thread);
      return false;
    }
    nextProbe = now + PROBE_NANOS;
    for (int i = 0; i < PROBES; i++) {
      long nanos = roundTrip();
      if (nanos < NEAR_NANOS) {
        return true;
      }
      if (nanos == NEVER) {
        break;
      }
    }
    leftAloneUntil = nextProbe;
    return false;
  }

  /** How long an offer of no work takes until it is seen to be done. */
  private long roundTrip() {
    offered = () -> {};
    long began = System.nanoTime();
    state.set(OFFERED);
    for (int looks = 0; state.get() != DONE; looks++) {
      if (looks < PROBE_PATIENCE) {
        Thread.onSpinWait();
      } else if (state.compareAndSet(OFFERED, NOTHING)) {
        return NEVER;
      } else {
        Thread.yield();
      }
    }
    long ended = System.nanoTime();
    state.set(NOTHING);
    return ended - began;
  }

  /** Waits for the second half; where that took longer than to do it here, it was no help. */
  private void await(long began) {
    long ended = System.nanoTime();
    int looks = 0;
    while (state.get() != DONE) {
      if (looks++ < PATIENCE) {
        Thread.onSpinWait();
      } else {
        Thread.yield();
      }
    }
    state.set(NOTHING);
    long now = System.nanoTime();
    long won = (ended - began) - (now - ended);
    wonNanos = Math.min(CREDIT_NANOS, wonNanos + won);
    if (wonNanos < 0) {
      leftAloneUntil = now - REST * wonNanos;
      wonNanos = 0;
    }
  }

  private void serve() {
    int looks = 0;
    while (!closed) {
      if (state.get() == OFFERED && state.compareAndSet(OFFERED, TAKEN)) {
        try {
          offered.run();
        } catch (RuntimeException | Error e) {
          failure = e;
        }
        state.set(DONE);
        looks = 0;
      } else if (looks++ < LOOKS) {
        Thread.onSpinWait();
      } else {
        sleep();
        looks = 0;
      }
    }
  }

  private void sleep() {
    asleep = true;
    // Looked at again after the announcement, so that no offer in between is slept through.
    if (state.get() != OFFERED && !closed) {
      LockSupport.park(this);
    }
    asleep = false;
  }

  /** Ends the thread. */
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
  }
}
