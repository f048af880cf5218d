package org.ladera.ui.offscreen;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.event.Event;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.Step;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.session.Scene;
import org.ladera.session.run.TrainingSession;
import org.ladera.ui.formula.Typesetter;
import org.ladera.ui.fx.Toolkit;
import org.ladera.ui.window.appearance.Settings;

/**
 * How long a key takes in an update that is open, from the event to the window laid out anew; where
 * it leads into another update, with the wait for the engine. Not for the FX thread.
 */
public final class KeyBench {
  private static final double WIDTH = 1440;
  private static final double HEIGHT = 900;

  /** An update that takes longer does not come. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /**
   * So long a person looks at the update before the first key. Meanwhile the warming up of the
   * engine has begun, beside which a key has to find a processor.
   */
  private static final long LOOK_NANOS = 1_000_000_000L;

  private static final List<ViewSpec> VIEWS =
      List.of(new ViewSpec.LossCurve(Scene.MAIN, true, List.of()));

  private final Settings settings;
  private final HeapBound heap;

  /** Starts JavaFX without a display. */
  public KeyBench(Settings settings) {
    this.settings = settings;
    Toolkit.withoutDisplay();
    Toolkit.startInBackground();
    heap = HeapBound.watch();
  }

  /**
   * Milliseconds by the clock of each of so many presses of the right arrow, phase after phase.
   *
   * @param lesson whose texts stand beside it
   * @return shorter than was asked for where no update opened or the engine brought none
   */
  public double[] steps(Lesson lesson, Scene scene, int keys) {
    Step first = lesson.steps().getFirst();
    Step open = new Step(first.id(), scene, VIEWS, List.of(), List.of(), List.of());
    Lesson only =
        new Lesson(lesson.id(), lesson.folder(), lesson.group(), List.of(open), lesson.texts());
    Typesetter typesetter = new Typesetter();
    typesetter.awaitReady();
    TrainingSession session = new TrainingSession();
    ProgramWindow shown =
        Toolkit.call(
            () -> ProgramWindow.show(List.of(only), session, typesetter, settings, WIDTH, HEIGHT));
    heap.hear(shown.stage().getScene());
    try {
      int phases = Toolkit.call(() -> opened(shown, session));
      double[] times = new double[phases > 0 ? keys : 0];
      LockSupport.parkNanos(LOOK_NANOS);
      for (int i = 0; i < times.length; i++) {
        long update = (i + 1) % phases == 0 ? (i + 1) / phases : -1;
        // One call for each, so that pulses come between them: what a key changes in the scene is
        // kept until a pulse has painted it.
        double time = Toolkit.call(() -> key(shown, session, update));
        if (Double.isNaN(time)) {
          return Arrays.copyOf(times, i);
        }
        times[i] = time;
      }
      return times;
    } finally {
      Toolkit.call(
          () -> {
            shown.stage().close();
            return null;
          });
      session.close();
    }
  }

  /** The phases of the first update, which is opened; 0 where that did not go. */
  private static int opened(ProgramWindow shown, TrainingSession session) {
    shown.controller().open(0, 0);
    boolean loaded = await(shown, () -> session.newest() != null);
    press(shown, KeyCode.E);
    return loaded ? phases(shown) : 0;
  }

  /**
   * Milliseconds of one key.
   *
   * @param update the one it leads to; −1 where it stays in the same
   * @return NaN where the engine did not bring it
   */
  private static double key(ProgramWindow shown, TrainingSession session, long update) {
    long began = System.nanoTime();
    press(shown, KeyCode.RIGHT);
    boolean there =
        update < 0
            || await(
                shown, () -> Objects.requireNonNull(session.newest()).main().update() == update);
    return there ? (System.nanoTime() - began) / 1e6 : Double.NaN;
  }

  private static int phases(ProgramWindow shown) {
    int count = 0;
    while (shown.controller().window().scene().getRoot().lookup("#phase-" + (count + 1)) != null) {
      count++;
    }
    return count;
  }

  private static void press(ProgramWindow shown, KeyCode code) {
    Parent root = shown.controller().window().scene().getRoot();
    Event.fireEvent(
        root, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    pulse(shown);
  }

  /** Until the engine has brought what a key asked for, and it is laid out; or it never comes. */
  private static boolean await(ProgramWindow shown, BooleanSupplier there) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!there.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      LockSupport.parkNanos(100_000);
    }
    pulse(shown);
    return true;
  }

  private static void pulse(ProgramWindow shown) {
    shown.controller().pulse();
    Parent root = shown.controller().window().scene().getRoot();
    root.applyCss();
    root.layout();
  }

  /** Ends JavaFX. */
  public static void close() {
    Toolkit.stop();
  }
}
