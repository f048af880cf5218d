package org.ladera.ui.lesson;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/** Runs pieces of a test on the FX thread. */
final class Fx {
  private Fx() {}

  static void start() {
    CountDownLatch up = new CountDownLatch(1);
    try {
      Platform.startup(up::countDown);
    } catch (IllegalStateException running) {
      up.countDown();
    }
    try {
      Platform.setImplicitExit(false);
      if (!up.await(20, TimeUnit.SECONDS)) {
        throw new AssertionError("no FX thread");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  static <T> T call(Callable<T> action) {
    FutureTask<T> task = new FutureTask<>(action);
    Platform.runLater(task);
    try {
      return task.get(30, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } catch (InterruptedException | java.util.concurrent.TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  static void run(Runnable action) {
    call(
        () -> {
          action.run();
          return null;
        });
  }
}
