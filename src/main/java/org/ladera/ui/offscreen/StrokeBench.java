package org.ladera.ui.offscreen;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import org.jspecify.annotations.Nullable;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.Step;
import org.ladera.session.Command;
import org.ladera.session.Frame;
import org.ladera.session.Status;
import org.ladera.session.run.TrainingSession;
import org.ladera.text.Messages;
import org.ladera.ui.formula.Typesetter;
import org.ladera.ui.fx.FrameClock;
import org.ladera.ui.fx.Toolkit;
import org.ladera.ui.plot.ViewCard;
import org.ladera.ui.window.appearance.Settings;

/**
 * How long a stroke of the mouse on the pad takes until the network's answer to it is painted in
 * all views: probabilities, slopes or shares of all pixels, pad. Pulses come sixty times a second
 * as on a screen, and strokes at any moment between them. Not for the FX thread.
 */
public final class StrokeBench {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** What is not there after so long never comes. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** After so long a cleared pad has been read. */
  private static final long LIFTED_NANOS = 200_000_000;

  /** From one pulse to the next. */
  private static final long BEAT_NANOS = 16_666_667;

  private static final long LOOK_NANOS = 100_000;

  /** Strokes of a spiral, after which the pad is cleared. */
  private static final int ROUND = 16;

  /** How much further out each stroke ends, in pixels of the window. */
  private static final double FURTHER = 4;

  /** Where the spiral begins in the card of the pad. */
  private static final double RIGHT = 100;

  private static final double DOWN = 120;

  /**
   * Milliseconds of each stroke.
   *
   * @param clock from the movement of the mouse until everything is painted, with the wait for the
   *     next pulse
   * @param work processor time of all threads of the program meanwhile
   */
  public record Strokes(double[] clock, double[] work) {}

  private final Settings settings;
  private final double width;
  private final double height;

  /** Starts JavaFX without a display. */
  public StrokeBench(Settings settings, double width, double height) {
    this.settings = settings;
    this.width = width;
    this.height = height;
    Toolkit.withoutDisplay();
    Toolkit.startInBackground();
  }

  /**
   * Trains for the epochs of the step's scene, then draws.
   *
   * @param step with a pad, probabilities and the evidence of pixels
   * @param strokes of which the second half is seen as slopes
   * @return shorter than was asked for where a stroke was not answered
   */
  public Strokes of(Lesson lesson, Step step, int strokes) {
    Lesson only =
        new Lesson(lesson.id(), lesson.folder(), lesson.group(), List.of(step), lesson.texts());
    Typesetter typesetter = new Typesetter();
    typesetter.awaitReady();
    TrainingSession session = new TrainingSession();
    Hand hand =
        Toolkit.call(
            () -> {
              ProgramWindow shown =
                  ProgramWindow.show(List.of(only), session, typesetter, settings, width, height);
              shown.controller().open(0, 0);
              session.send(new Command.RunTo(step.scene().epochs()));
              return new Hand(shown, Messages.load(settings.language()));
            });
    try {
      boolean trained = await(() -> isTrained(session.newest())) && await(hand::isReady);
      return trained ? hand.draw(strokes) : new Strokes(new double[0], new double[0]);
    } finally {
      hand.leave();
      session.close();
    }
  }

  private static boolean isTrained(@Nullable Frame frame) {
    return frame != null && frame.status() instanceof Status.Finished;
  }

  private static boolean await(BooleanSupplier there) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!there.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
    return true;
  }

  /** Ends JavaFX. */
  public static void close() {
    Toolkit.stop();
  }

  /** Draws one stroke after the other, each when the one before is painted. */
  private static final class Hand {
    private final ProgramWindow shown;
    private final Messages messages;
    private final FrameClock clock = new FrameClock(this::pulse);
    private final Robot robot = new Robot();
    private final long renderer = thread("QuantumRenderer");
    private final SplittableRandom random = new SplittableRandom(1);
    private List<ViewCard> answers = List.of();
    private Bounds pad = new BoundingBox(0, 0, 0, 0);
    private List<String> before = List.of();

    /** What the renderer had worked before the pulse that drew the answer; 0 until then. */
    private volatile long rendered;

    Hand(ProgramWindow shown, Messages messages) {
      this.shown = shown;
      this.messages = messages;
      clock.start();
    }

    private void pulse() {
      long working = THREADS.getThreadCpuTime(renderer);
      shown.controller().pulse();
      List<String> now = said();
      boolean all =
          !before.isEmpty()
              && !now.getFirst().equals(before.getFirst())
              && !now.getLast().equals(before.getLast());
      if (all && rendered == 0) {
        rendered = working;
      }
    }

    /** Whether the views are there. */
    boolean isReady() {
      return Toolkit.call(
          () -> {
            answers =
                Stream.of("probabilities.title", "evidence.title").flatMap(this::cards).toList();
            pad =
                cards("draw.title")
                    .map(card -> card.localToScreen(card.getLayoutBounds()))
                    .findFirst()
                    .orElse(pad);
            return answers.size() == 2 && pad.getWidth() > 0;
          });
    }

    Strokes draw(int strokes) {
      double[] times = new double[strokes];
      double[] work = new double[strokes];
      for (int i = 0; i < strokes; i++) {
        int place = i % ROUND;
        if (place == 0) {
          lift(i >= strokes / 2);
        }
        Toolkit.call(this::expect);
        LockSupport.parkNanos(random.nextLong(BEAT_NANOS));
        long busy = busy();
        long began = System.nanoTime();
        Toolkit.call(() -> move(place + 1));
        if (!await(() -> rendered > 0) || !await(this::isPainted)) {
          return new Strokes(Arrays.copyOf(times, i), Arrays.copyOf(work, i));
        }
        times[i] = (System.nanoTime() - began) / 1e6;
        work[i] = (busy() - busy) / 1e6;
      }
      return new Strokes(times, work);
    }

    /** The answer to the next stroke is another one than what is said now. */
    private boolean expect() {
      before = said();
      rendered = 0;
      return true;
    }

    private boolean isPainted() {
      return THREADS.getThreadCpuTime(renderer) > rendered
          && THREADS.getThreadInfo(renderer).getThreadState() != Thread.State.RUNNABLE;
    }

    /** Clears the pad and sets the pen down on it. */
    private void lift(boolean slopes) {
      Toolkit.call(
          () -> {
            robot.mouseRelease(MouseButton.PRIMARY);
            cards("evidence.title")
                .flatMap(Hand::nodes)
                .filter(ToggleButton.class::isInstance)
                .map(ToggleButton.class::cast)
                .skip(slopes ? 1 : 0)
                .findFirst()
                .ifPresent(ToggleButton::fire);
            robot.keyType(KeyCode.DELETE);
            move(0);
            robot.mousePress(MouseButton.PRIMARY);
            return true;
          });
      LockSupport.parkNanos(LIFTED_NANOS);
    }

    private boolean move(int place) {
      double angle = 2 * Math.PI * place / ROUND;
      robot.mouseMove(
          pad.getMinX() + RIGHT + place * FURTHER * Math.cos(angle),
          pad.getMinY() + DOWN + place * FURTHER * Math.sin(angle));
      return true;
    }

    /** The numbers of the views, which change when they are drawn. */
    private List<String> said() {
      return answers.stream().map(Node::getAccessibleText).toList();
    }

    private Stream<ViewCard> cards(String title) {
      return nodes(shown.controller().window().scene().getRoot())
          .filter(ViewCard.class::isInstance)
          .map(ViewCard.class::cast)
          .filter(card -> card.getAccessibleText() != null)
          .filter(card -> card.getAccessibleText().startsWith(messages.text(title)));
    }

    private static Stream<Node> nodes(Node node) {
      return node instanceof Parent parent
          ? Stream.concat(
              Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(Hand::nodes))
          : Stream.of(node);
    }

    private static long thread(String name) {
      return Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
          .filter(info -> info != null && info.getThreadName().startsWith(name))
          .mapToLong(ThreadInfo::getThreadId)
          .findFirst()
          .orElseThrow();
    }

    /** Nanoseconds of all threads but this one, which only looks on. */
    private static long busy() {
      return Arrays.stream(THREADS.getAllThreadIds())
          .filter(thread -> thread != Thread.currentThread().threadId())
          .map(THREADS::getThreadCpuTime)
          .filter(time -> time > 0)
          .sum();
    }

    void leave() {
      Toolkit.call(
          () -> {
            clock.stop();
            shown.stage().close();
            return true;
          });
    }
  }
}
