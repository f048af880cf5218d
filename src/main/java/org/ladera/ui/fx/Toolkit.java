package org.ladera.ui.fx;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;

/** Starts JavaFX, once in a process, with a display or without. */
public final class Toolkit {
  private Toolkit() {}

  /**
   * Makes JavaFX draw in memory, without display and graphics card. Must come before the start; a
   * platform that was chosen on the command line stays.
   */
  public static void withoutDisplay() {
    setIfAbsent("glass.platform", "Headless");
    setIfAbsent("prism.order", "sw");
    System.setProperty("java.awt.headless", "true");
  }

  /**
   * A running step changes five views, formulas and numbers far apart: with the six regions that
   * are the default they grow together into one that is nearly the whole window.
   */
  private static void drawOnlyWhatChanged() {
    setIfAbsent("prism.dirtyregioncount", "15");
  }

  private static void setIfAbsent(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  /**
   * Starts JavaFX and runs {@code first} on its thread. The program ends with its last window.
   *
   * @throws UnsupportedOperationException when the display cannot be opened
   */
  public static void start(Runnable first) {
    drawOnlyWhatChanged();
    Platform.startup(first);
  }

  /** Starts JavaFX for work that needs no window to stay alive; see {@link #stop}. */
  public static void startInBackground() {
    drawOnlyWhatChanged();
    try {
      Platform.startup(() -> {});
    } catch (IllegalStateException already) {
      // One start is enough.
    }
    Platform.setImplicitExit(false);
  }

  /** Ends JavaFX. */
  public static void stop() {
    Platform.exit();
  }

  /** Runs {@code work} on the FX thread and waits for it; not for that thread itself. */
  public static <T> T call(Callable<T> work) {
    if (Platform.isFxApplicationThread()) {
      throw new IllegalStateException("the FX thread would wait for itself");
    }
    FutureTask<T> task = new FutureTask<>(work);
    Platform.runLater(task);
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
