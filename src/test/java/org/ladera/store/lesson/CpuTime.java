package org.ladera.store.lesson;

import java.lang.management.ManagementFactory;
import java.util.function.Supplier;

/** What a piece of work costs this thread, whatever else the machine is doing. */
final class CpuTime {
  private CpuTime() {}

  record Timed<T>(T value, long millis) {}

  static <T> Timed<T> of(Supplier<T> work) {
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    T value = work.get();
    long after = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    return new Timed<>(value, (after - before) / 1_000_000);
  }
}
