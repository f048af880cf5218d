package org.ladera.cli;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.LongSupplier;
import org.ladera.ui.offscreen.FrameBench.Times;

/**
 * Two ways to do the same work, measured in turn. First both work until nothing is compiled any
 * more: a second of warm-up is too short where other programs take the processor.
 */
final class InTurn {
  /** Calls of each before anybody asks whether something is still compiled. */
  private static final int LEAST_CALLS = 300;

  /** What has worked for so long was compiled in the midst of its calls. */
  private static final long LONG_NANOS = 5_000_000_000L;

  private static final int QUIET_ROUNDS = 3;
  private static final int MOST_ROUNDS = 60;

  private final double seconds;
  private final int rounds;
  private final LongSupplier time;

  /**
   * @param seconds of one round of one side
   * @param time what counts, in nanoseconds
   */
  InTurn(double seconds, int rounds, LongSupplier time) {
    this.seconds = seconds;
    this.rounds = rounds;
    this.time = time;
  }

  /** Medians of how often a second each is done. */
  double[] perSecond(Runnable one, Runnable other) {
    warm(one, other);
    double[] first = new double[rounds];
    double[] second = new double[rounds];
    for (int r = 0; r < rounds; r++) {
      first[r] = perSecond(one, seconds);
      second[r] = perSecond(other, seconds);
    }
    return new double[] {Times.quantile(first, 0.5), Times.quantile(second, 0.5)};
  }

  private void warm(Runnable one, Runnable other) {
    long began = time.getAsLong();
    for (int i = 0; i < LEAST_CALLS && time.getAsLong() - began < LONG_NANOS; i++) {
      one.run();
      other.run();
    }
    CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
    int quiet = 0;
    for (int r = 0; r < MOST_ROUNDS && quiet < QUIET_ROUNDS; r++) {
      long before = compiler.getTotalCompilationTime();
      perSecond(one, seconds / 2);
      perSecond(other, seconds / 2);
      quiet = compiler.getTotalCompilationTime() == before ? quiet + 1 : 0;
    }
  }

  private double perSecond(Runnable work, double least) {
    long start = time.getAsLong();
    long end = start + (long) (least * 1e9);
    long count = 0;
    long now = start;
    int burst = 1;
    while (now < end) {
      for (int i = 0; i < burst; i++) {
        work.run();
      }
      count += burst;
      long then = now;
      now = time.getAsLong();
      if (now - then < 1_000_000) {
        burst *= 2;
      }
    }
    return count / ((now - start) * 1e-9);
  }
}
