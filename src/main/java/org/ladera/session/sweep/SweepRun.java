package org.ladera.session.sweep;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.ladera.session.Command;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.session.Scene;
import org.ladera.session.Status;
import org.ladera.session.reading.Reading;
import org.ladera.session.run.InlineSession;

/**
 * A sweep under way on threads of its own, which yield to all others. Every method may be called
 * from any thread.
 */
public final class SweepRun {
  private static final System.Logger LOG = System.getLogger(SweepRun.class.getName());

  /** Fewer changes are told than these in a second. */
  private static final long QUIET_NANOS = 200_000_000;

  private final Sweep sweep;
  private final LongSupplier nanoTime;
  private final Runnable changed;
  private final Deque<Sweep.Case> waiting = new ArrayDeque<>();
  private final List<SweepResult> results;
  private final int before;
  private final long began;
  private long told;
  private int working;
  private SweepState.Stage stage = SweepState.Stage.RUNNING;

  /** All processors but the one that the window and the run on stage need. */
  public static int threads() {
    return Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
  }

  /**
   * Begins with what is not known yet.
   *
   * @param known what has come of the sweep before
   * @param changed told from a thread of the sweep when there is something new, at most some times
   *     in a second, and at the end
   */
  public static SweepRun begin(
      SweepState known, int threads, LongSupplier nanoTime, Runnable changed) {
    SweepRun run = new SweepRun(known, nanoTime, changed);
    int count = Math.min(threads, Math.max(1, run.waiting.size()));
    run.working = count;
    for (int i = 0; i < count; i++) {
      Thread thread = Thread.ofPlatform().name("ladera-sweep-" + i).daemon().unstarted(run::work);
      thread.setPriority(Thread.MIN_PRIORITY);
      thread.start();
    }
    return run;
  }

  private SweepRun(SweepState known, LongSupplier nanoTime, Runnable changed) {
    sweep = known.sweep();
    this.nanoTime = nanoTime;
    this.changed = changed;
    results = new ArrayList<>(known.results());
    before = results.size();
    Set<Sweep.Case> done = new HashSet<>();
    results.forEach(r -> done.add(r.of()));
    sweep.cases().stream().filter(c -> !done.contains(c)).forEach(waiting::add);
    began = nanoTime.getAsLong();
  }

  /** The whole sweep at once, in this thread. */
  public static SweepState carryOut(SweepState known) {
    SweepRun run = new SweepRun(known, System::nanoTime, () -> {});
    run.working = 1;
    run.work();
    return run.state();
  }

  public Sweep sweep() {
    return sweep;
  }

  /** Ends it; runs under way are given up. */
  public synchronized void stop() {
    if (stage == SweepState.Stage.RUNNING) {
      stage = SweepState.Stage.STOPPED;
      waiting.clear();
    }
  }

  private synchronized boolean isOver() {
    return stage != SweepState.Stage.RUNNING;
  }

  public synchronized SweepState state() {
    int now = results.size() - before;
    double seconds = (nanoTime.getAsLong() - began) / 1e9;
    double left = now == 0 ? Double.NaN : seconds / now * (sweep.size() - results.size());
    return new SweepState(sweep, results, stage, left);
  }

  private void work() {
    try {
      Optional<Sweep.Case> next = next();
      while (next.isPresent()) {
        result(sweep, next.get(), this::isOver).ifPresent(this::add);
        next = next();
      }
    } catch (RuntimeException | Error e) {
      LOG.log(System.Logger.Level.ERROR, "in a sweep of " + sweep.varied(), e);
      fail();
    }
    leave();
  }

  private synchronized Optional<Sweep.Case> next() {
    return Optional.ofNullable(waiting.poll());
  }

  private synchronized void fail() {
    stage = SweepState.Stage.FAILED;
    waiting.clear();
  }

  private void add(SweepResult result) {
    boolean tell;
    synchronized (this) {
      results.add(result);
      long now = nanoTime.getAsLong();
      tell = results.size() == before + 1 || now - told >= QUIET_NANOS;
      if (tell) {
        told = now;
      }
    }
    if (tell) {
      changed.run();
    }
  }

  private void leave() {
    boolean last;
    synchronized (this) {
      last = --working == 0;
      if (last && stage == SweepState.Stage.RUNNING) {
        stage = SweepState.Stage.DONE;
      }
    }
    if (last) {
      changed.run();
    }
  }

  /**
   * One run of a sweep, as a session carries it out: with early stopping and examples held out.
   *
   * @param cancelled asked from time to time
   * @return empty when cancelled
   */
  static Optional<SweepResult> result(Sweep sweep, Sweep.Case of, BooleanSupplier cancelled) {
    Scene scene = sweep.scene(of);
    try (InlineSession session = InlineSession.withoutPictures(cancelled)) {
      session.send(new Command.Load(scene));
      session.send(new Command.RunTo(scene.epochs()));
      if (cancelled.getAsBoolean()) {
        return Optional.empty();
      }
      Frame end = session.newest();
      RunFrame run = end.main();
      double[] values = new double[sweep.readings().size()];
      for (int i = 0; i < values.length; i++) {
        Reading reading = sweep.readings().get(i);
        values[i] = reading.value(end, run).orElse(Double.NaN);
      }
      boolean diverged = run.status() instanceof Status.Diverged d && d.cause() != null;
      return Optional.of(new SweepResult(of, values, run.epoch(), diverged));
    }
  }
}
