package org.ladera.session.sweep;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The sweeps of a window: at most one of them runs, and what has come of the newest ones is kept
 * while the window is open. Called from one thread; the sweeps themselves run beside it.
 */
public final class Sweeps implements AutoCloseable {
  private static final int MOST = 16;

  private final boolean beside;
  private final AtomicLong version = new AtomicLong();

  /** The newest one last. */
  private final Map<Sweep, SweepState> known = new LinkedHashMap<>();

  private @Nullable SweepRun running;

  /** Sweeps that run on all processors but one. */
  public Sweeps() {
    this(true);
  }

  private Sweeps(boolean beside) {
    this.beside = beside;
  }

  /** Sweeps that are done when {@link #start} returns, for pictures without a window. */
  public static Sweeps atOnce() {
    return new Sweeps(false);
  }

  /** Begins a sweep, or goes on with it; another one that runs is stopped. */
  public void start(Sweep sweep) {
    SweepState before = state(sweep);
    if (before.stage() == SweepState.Stage.RUNNING || before.done() == sweep.size()) {
      return;
    }
    stop();
    keep(before);
    if (beside) {
      running =
          SweepRun.begin(before, SweepRun.threads(), System::nanoTime, version::incrementAndGet);
    } else {
      keep(SweepRun.carryOut(before));
    }
    version.incrementAndGet();
  }

  /** Stops the one that runs; what has come of it is kept. */
  public void stop() {
    if (running != null) {
      running.stop();
      keep(running.state());
      running = null;
      version.incrementAndGet();
    }
  }

  /** What is known of a sweep now. */
  public SweepState state(Sweep sweep) {
    if (running != null && running.sweep().equals(sweep)) {
      SweepState now = running.state();
      if (now.stage() != SweepState.Stage.RUNNING) {
        keep(now);
        running = null;
      }
      return now;
    }
    SweepState before = known.get(sweep);
    return before == null ? SweepState.none(sweep) : before;
  }

  /** Another number whenever something has changed. */
  public long version() {
    return version.get();
  }

  private void keep(SweepState state) {
    known.remove(state.sweep());
    known.put(state.sweep(), state);
    if (known.size() > MOST) {
      known.remove(known.keySet().iterator().next());
    }
  }

  @Override
  public void close() {
    stop();
  }
}
