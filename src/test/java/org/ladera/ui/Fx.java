package org.ladera.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;
import javax.imageio.ImageIO;

/** The JavaFX thread of the tests. */
public final class Fx {
  private static volatile boolean started;

  private Fx() {}

  /** Starts JavaFX once for all tests of this machine. */
  public static void start() {
    CountDownLatch started = new CountDownLatch(1);
    try {
      Platform.startup(started::countDown);
    } catch (IllegalStateException running) {
      return;
    }
    try {
      if (!started.await(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("JavaFX did not start");
      }
      Platform.setImplicitExit(false);
      Fx.started = true;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs {@code work} on the FX thread and waits for its result. */
  public static <T> T on(Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    Platform.runLater(task);
    try {
      return task.get(60, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The windows that are shown. */
  static List<Window> windows() {
    return started ? on(() -> List.copyOf(Window.getWindows())) : List.of();
  }

  /** Waits for the next pulse, as often as a screen shows one. */
  public static void pulse() {
    CountDownLatch came = new CountDownLatch(1);
    Platform.runLater(
        () ->
            new AnimationTimer() {
              @Override
              public void handle(long now) {
                stop();
                came.countDown();
              }
            }.start());
    try {
      if (!came.await(60, TimeUnit.SECONDS)) {
        throw new IllegalStateException("no pulse");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Puts {@code node} into a scene of this size and lays it out; FX thread only. */
  public static Scene scene(Region node, int width, int height) {
    Scene scene = new Scene(new StackPane(node), width, height);
    scene.getRoot().applyCss();
    scene.getRoot().layout();
    return scene;
  }

  /** What the scene looks like; FX thread only. */
  public static WritableImage picture(Scene scene) {
    scene.getRoot().applyCss();
    scene.getRoot().layout();
    return scene.snapshot(null);
  }

  /** Keeps a picture under {@code target/pictures} for a person to look at. */
  public static void keep(WritableImage image, String name) {
    BufferedImage buffered = SwingFXUtils.fromFXImage(image, null);
    Path file = Path.of("target", "pictures", name + ".png");
    try {
      Files.createDirectories(file.getParent());
      ImageIO.write(buffered, "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
