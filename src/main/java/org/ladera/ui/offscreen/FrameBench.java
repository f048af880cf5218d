package org.ladera.ui.offscreen;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.Step;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.session.Command;
import org.ladera.session.Frame;
import org.ladera.session.Granularity;
import org.ladera.session.run.InlineSession;
import org.ladera.session.run.TrainingSession;
import org.ladera.text.Messages;
import org.ladera.ui.formula.Typesetter;
import org.ladera.ui.fx.Toolkit;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.window.MainController;
import org.ladera.ui.window.appearance.Settings;
import org.ladera.ui.window.stage.SingleView;

/** How long one frame takes, measured on the real views. Not for the FX thread. */
public final class FrameBench {
  private static final double WIDTH = 1280;
  private static final double HEIGHT = 800;
  private static final int WARM_UP = 120;

  /**
   * Milliseconds of many frames.
   *
   * @param interval from one frame to the next, as fast as the machine goes
   * @param work of the FX thread in a frame, in processor time: taking the newest state, drawing,
   *     layout
   */
  public record Times(double[] interval, double[] work) {
    /** The value that this share of the frames stays below. */
    public static double quantile(double[] times, double share) {
      double[] sorted = times.clone();
      Arrays.sort(sorted);
      return sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
    }
  }

  private final Settings settings;

  /** Starts JavaFX without a display, with frames as fast as they come. */
  public FrameBench(Settings settings) {
    this.settings = settings;
    System.setProperty("javafx.animation.fullspeed", "true");
    Toolkit.withoutDisplay();
    Toolkit.startInBackground();
  }

  /** The window on a step that trains as fast as the machine goes. */
  public Times training(List<Lesson> lessons, Lesson lesson, Step step, int frames) {
    Typesetter typesetter = new Typesetter();
    typesetter.awaitReady();
    CompletableFuture<Times> times = new CompletableFuture<>();
    TrainingSession session = new TrainingSession();
    Stage window =
        Toolkit.call(
            () -> {
              ProgramWindow shown =
                  ProgramWindow.show(lessons, session, typesetter, settings, WIDTH, HEIGHT);
              MainController controller = shown.controller();
              controller.open(lessons.indexOf(lesson), lesson.steps().indexOf(step));
              session.send(new Command.SetPace(Double.POSITIVE_INFINITY, Granularity.UPDATE));
              measure(
                  () -> true,
                  frames,
                  i -> {
                    // A run of a lesson is over within a second: it starts again and again.
                    session.send(new Command.Play());
                    controller.pulse();
                  },
                  times);
              return shown.stage();
            });
    return finish(times, window, session::close);
  }

  /**
   * One view at 800 × 600 that is turned by the mouse, the run of its step at its end. The mouse
   * moves on when the picture of the last move is there, so that every frame is a new picture.
   */
  public Times turning(Lesson lesson, Step step, ViewSpec view, int frames) {
    CompletableFuture<Times> times = new CompletableFuture<>();
    InlineSession session = new InlineSession();
    Stage window =
        Toolkit.call(
            () -> {
              session.send(new Command.Load(step.scene()));
              session.send(new Command.RunTo(step.scene().epochs()));
              Messages messages = Messages.load(settings.language());
              SingleView single =
                  new SingleView(
                      view,
                      lesson.text(settings.language()),
                      step.id(),
                      messages,
                      Tokens.of(settings.profile()),
                      800,
                      600);
              session.send(new Command.Watch(new HashSet<>(single.wanted(session.newest()))));
              Frame frame = session.newest();
              Stage stage = new Stage();
              stage.setScene(single.scene());
              stage.setX(0);
              stage.setY(0);
              stage.show();
              single.render(frame);
              Robot robot = new Robot();
              robot.mouseMove(400, 320);
              robot.mousePress(MouseButton.PRIMARY);
              measure(
                  single::isSettled,
                  frames,
                  i -> robot.mouseMove(400 + 150 * Math.sin(i / 30.0), 320 + i % 2),
                  times);
              return stage;
            });
    return finish(times, window, session::close);
  }

  /** Ends JavaFX. */
  public static void close() {
    Toolkit.stop();
  }

  private static Times finish(CompletableFuture<Times> times, Stage window, Runnable close) {
    Times result = times.join();
    Toolkit.call(
        () -> {
          window.close();
          return null;
        });
    close.run();
    return result;
  }

  private static void measure(
      BooleanSupplier ready, int frames, IntConsumer perFrame, CompletableFuture<Times> result) {
    new Stopwatch(ready, frames, perFrame, result).start();
  }

  private static final class Stopwatch extends AnimationTimer {
    private final double[] interval;
    private final double[] work;
    private final BooleanSupplier ready;
    private final IntConsumer perFrame;
    private final CompletableFuture<Times> result;
    private int frame = -WARM_UP;
    private long began;
    private long busyBefore;

    /** {@code ready} says whether the frame before is complete on the screen. */
    Stopwatch(
        BooleanSupplier ready, int frames, IntConsumer perFrame, CompletableFuture<Times> result) {
      this.ready = ready;
      this.perFrame = perFrame;
      this.result = result;
      interval = new double[frames];
      work = new double[frames];
    }

    @Override
    public void handle(long now) {
      if (!ready.getAsBoolean()) {
        return;
      }
      long before = began;
      long busyThen = busyBefore;
      began = System.nanoTime();
      busyBefore = busy();
      if (frame > 0 && frame <= interval.length) {
        interval[frame - 1] = (began - before) / 1e6;
        work[frame - 1] = (busyBefore - busyThen) / 1e6;
      }
      if (frame == interval.length) {
        stop();
        result.complete(new Times(interval, work));
        return;
      }
      perFrame.accept(frame++);
    }

    /**
     * Processor time of this thread: other programs on the machine do not count. From one frame to
     * the next it holds events, drawing and layout.
     */
    private static long busy() {
      return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
  }
}
