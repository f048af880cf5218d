package org.ladera.ui.offscreen;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.ladera.landscape.Field;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.PlaneChoice;
import org.ladera.lesson.model.RaceView;
import org.ladera.lesson.model.Step;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.session.Command;
import org.ladera.session.FieldRequest;
import org.ladera.session.Frame;
import org.ladera.session.Granularity;
import org.ladera.session.Scene;
import org.ladera.session.run.TrainingSession;
import org.ladera.ui.formula.Typesetter;
import org.ladera.ui.fx.Toolkit;
import org.ladera.ui.plot.ViewCard;
import org.ladera.ui.window.MainController;
import org.ladera.ui.window.appearance.Settings;

/**
 * A network that trains as fast as the machine goes, with boundary, diagram, deltas, loss plane and
 * loss curve on screen. Pulses come sixty times a second as on a screen. Not for the FX thread.
 */
public final class LiveBench {
  /** Pulses until the machine has compiled what it runs: some ten seconds. */
  private static final int WARM_UP = 600;

  /** The loss at the finish of a race. */
  private static final double RACED = 0.01;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final String ENGINE = "ladera-engine";

  /**
   * What was measured.
   *
   * @param work milliseconds of processor time of the FX thread, pulse by pulse
   * @param seconds on the clock
   * @param boundaries how many different boundaries were shown
   * @param planes how many different loss planes were shown
   * @param perSecond updates a second
   * @param perProcessorSecond updates a second of processor time of the engine thread
   * @param views how many views were on the stage at the end
   */
  public record Live(
      double[] work,
      double seconds,
      int boundaries,
      int planes,
      double perSecond,
      double perProcessorSecond,
      long views) {
    /** Milliseconds that the window thread may work for a pulse. */
    private static final double GOAL = 8;

    /** Whether the network trained and its pictures changed while it was looked at. */
    public boolean isReal() {
      return perSecond > 0 && boundaries > 1 && planes > 0;
    }

    /** The share of pulses for which the window thread worked no longer than it may. */
    public double inTime() {
      return Arrays.stream(work).filter(w -> w < GOAL).count() / (double) work.length;
    }
  }

  private final Settings settings;
  private final double width;
  private final double height;

  /** Starts JavaFX without a display. */
  public LiveBench(Settings settings, double width, double height) {
    this.settings = settings;
    this.width = width;
    this.height = height;
    Toolkit.withoutDisplay();
    Toolkit.startInBackground();
    HeapBound.watch();
  }

  /** A scene that does not end while it is measured, with the five views, on a step's texts. */
  public Live of(Lesson lesson, Step step, Scene endless, int pulses) {
    return of(lesson, step, endless, views(), Double.POSITIVE_INFINITY, pulses);
  }

  /** The same with views of one's own. */
  public Live of(Lesson lesson, Step step, Scene endless, List<ViewSpec> views, int pulses) {
    return of(lesson, step, endless, views, Double.POSITIVE_INFINITY, pulses);
  }

  /**
   * The runs of a step as a race over two parameters, with contour, lens, surface, ranking, loss
   * curve and memory on screen, at an epoch for each pulse.
   */
  public Live race(Lesson lesson, Step step, Scene endless, int pulses) {
    return of(lesson, step, endless, race(step), 60, pulses);
  }

  private Live of(
      Lesson lesson, Step step, Scene endless, List<ViewSpec> views, double pace, int pulses) {
    Step five = new Step(step.id(), endless, views, List.of(), List.of(), List.of());
    Lesson only =
        new Lesson(lesson.id(), lesson.folder(), lesson.group(), List.of(five), lesson.texts());
    Typesetter typesetter = new Typesetter();
    typesetter.awaitReady();
    TrainingSession session = new TrainingSession();
    CompletableFuture<Counter> counted = new CompletableFuture<>();
    Stage window =
        Toolkit.call(
            () -> {
              ProgramWindow shown =
                  ProgramWindow.show(List.of(only), session, typesetter, settings, width, height);
              MainController controller = shown.controller();
              controller.open(0, 0);
              session.send(new Command.SetPace(pace, Granularity.UPDATE));
              session.send(new Command.Play());
              new Counter(controller, session, pulses, engine(), counted).start();
              return shown.stage();
            });
    Counter count = counted.join();
    Toolkit.call(
        () -> {
          window.close();
          return null;
        });
    session.close();
    return new Live(
        count.work,
        count.seconds,
        count.boundaries.count,
        count.planes.count,
        count.updates / count.seconds,
        count.updates / count.processorSeconds,
        count.views);
  }

  /** Ends JavaFX. */
  public static void close() {
    Toolkit.stop();
  }

  private static List<ViewSpec> views() {
    return List.of(
        new ViewSpec.Boundary(Scene.MAIN, Optional.empty(), Optional.empty(), false),
        new ViewSpec.Network(
            Scene.MAIN,
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            OptionalInt.empty()),
        new ViewSpec.Contour(Scene.MAIN, new PlaneChoice.Path(), true, List.of()),
        new ViewSpec.Deltas(Scene.MAIN, OptionalInt.empty()),
        new ViewSpec.LossCurve(Scene.MAIN, true, List.of()));
  }

  /** Over the plane of the step's own contour, which it must have, with all of its runs. */
  private static List<ViewSpec> race(Step step) {
    ViewSpec.Contour map =
        step.views().stream()
            .filter(ViewSpec.Contour.class::isInstance)
            .map(ViewSpec.Contour.class::cast)
            .findFirst()
            .orElseThrow();
    PlaneChoice.Weights plane = (PlaneChoice.Weights) map.plane();
    List<String> runs = step.scene().runs().stream().map(Scene.Run::id).toList();
    return List.of(
        new ViewSpec.Contour(
            Scene.MAIN, plane, true, runs, Optional.of(Scene.MAIN), false, List.of()),
        new ViewSpec.Surface(Scene.MAIN, plane, true, runs),
        new ViewSpec.LossCurve(Scene.MAIN, true, runs, OptionalDouble.of(RACED)),
        new RaceView.Ranking(Scene.MAIN, RACED, List.of(), ""),
        new RaceView.Memory(Scene.MAIN, List.of(plane.u(), plane.v()), runs));
  }

  /** The engine thread that was started last. */
  public static long engine() {
    long newest = -1;
    for (ThreadInfo info : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
      if (info != null && info.getThreadName().equals(ENGINE)) {
        newest = Math.max(newest, info.getThreadId());
      }
    }
    return newest;
  }

  /** Lets the controller take every frame, and counts. */
  private static final class Counter extends AnimationTimer {
    private final MainController controller;
    private final TrainingSession session;
    private final long engine;
    private final CompletableFuture<Counter> result;
    private final double[] work;
    private final Recent boundaries = new Recent();
    private final Recent planes = new Recent();
    private long from;
    private long busy;
    private long engineBusy;
    private long firstUpdate;
    private int pulse = -WARM_UP;
    private double seconds;
    private double processorSeconds;
    private long updates;
    private long views;

    Counter(
        MainController controller,
        TrainingSession session,
        int pulses,
        long engine,
        CompletableFuture<Counter> result) {
      this.controller = controller;
      this.session = session;
      this.engine = engine;
      this.result = result;
      work = new double[pulses];
    }

    @Override
    public void handle(long now) {
      long then = busy;
      busy = THREADS.getCurrentThreadCpuTime();
      // Large data take a while to be loaded.
      if (session.newest() != null) {
        count(then);
      }
      if (pulse < work.length) {
        controller.pulse();
      }
    }

    private void count(long then) {
      Frame frame = Objects.requireNonNull(session.newest());
      if (pulse == 0) {
        from = System.nanoTime();
        engineBusy = THREADS.getThreadCpuTime(engine);
        firstUpdate = frame.main().update();
        boundaries.count = 0;
        planes.count = 0;
      }
      if (pulse > 0) {
        work[pulse - 1] = (busy - then) / 1e6;
      }
      frame.fields().forEach(this::see);
      frame.slices().values().forEach(planes::see);
      pulse++;
      if (pulse > work.length) {
        stop();
        seconds = (System.nanoTime() - from) / 1e9;
        processorSeconds = (THREADS.getThreadCpuTime(engine) - engineBusy) / 1e9;
        updates = frame.main().update() - firstUpdate;
        views = views(controller.window().scene().getRoot());
        result.complete(this);
      }
    }

    private static long views(Node node) {
      return node instanceof ViewCard
          ? 1
          : node instanceof Parent parent
              ? parent.getChildrenUnmodifiable().stream().mapToLong(Counter::views).sum()
              : 0;
    }

    private void see(FieldRequest request, Field field) {
      if (request instanceof FieldRequest.OutputMap map && map.output() == 1) {
        boundaries.see(field);
      }
    }
  }

  /** Counts pictures of one kind; equal ones of two moments are two. */
  private static final class Recent {
    private @Nullable Object last;
    private int count;

    void see(Object picture) {
      if (picture != last) {
        last = picture;
        count++;
      }
    }
  }
}
