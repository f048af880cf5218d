package org.ladera.cli;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.ladera.session.Command;
import org.ladera.session.Frame;
import org.ladera.session.Granularity;
import org.ladera.session.Scene;
import org.ladera.session.Status;
import org.ladera.session.run.TrainingSession;
import org.ladera.ui.offscreen.LiveBench;

/**
 * How fast a scene trains without a window.
 *
 * @param processorSeconds of the engine thread
 */
record EngineAlone(double updates, double seconds, double processorSeconds) {
  private static final long WARM_UP_MILLIS = 500;
  private static final long MILLIS = 1500;

  static EngineAlone of(Scene scene) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    try (TrainingSession session = new TrainingSession()) {
      session.send(new Command.Load(scene));
      session.send(new Command.SetPace(Double.POSITIVE_INFINITY, Granularity.UPDATE));
      session.send(new Command.Play());
      Thread.sleep(WARM_UP_MILLIS);
      long id = LiveBench.engine();
      Frame first = fresh(session);
      long began = System.nanoTime();
      long busy = threads.getThreadCpuTime(id);
      Thread.sleep(MILLIS);
      Frame last = fresh(session);
      return new EngineAlone(
          last.main().update() - first.main().update(),
          (System.nanoTime() - began) / 1e9,
          (threads.getThreadCpuTime(id) - busy) / 1e9);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new EngineAlone(0, 1, 1);
    }
  }

  /** A frame made from now on: the one that waits to be taken may be old. */
  private static Frame fresh(TrainingSession session) throws InterruptedException {
    Frame old = session.newest();
    Frame next = session.newest();
    while (next == null || (next == old && !(next.status() instanceof Status.Finished))) {
      Thread.sleep(1);
      next = session.newest();
    }
    return next;
  }

  /** Two measurements as one. */
  EngineAlone and(EngineAlone other) {
    return new EngineAlone(
        updates + other.updates,
        seconds + other.seconds,
        processorSeconds + other.processorSeconds);
  }
}
