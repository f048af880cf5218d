package org.ladera.session.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ladera.IceCream;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.landscape.Axis;
import org.ladera.landscape.LossFunction;
import org.ladera.landscape.LossLine;
import org.ladera.session.Command;
import org.ladera.session.Failure;
import org.ladera.session.FieldRequest;
import org.ladera.session.Frame;
import org.ladera.session.Granularity;
import org.ladera.session.Scene;
import org.ladera.session.Status;
import org.ladera.session.field.FieldWork;
import org.ladera.session.field.FieldWorker;
import org.ladera.session.field.PathSample;

/** Exceptions that nobody expects, in the threads of a session. */
class SurvivalTest {
  private final AtomicBoolean broken = new AtomicBoolean();
  private final ConcurrentLinkedQueue<LogRecord> log = new ConcurrentLinkedQueue<>();
  private final Logger logger = Logger.getLogger("org.ladera.session");
  private final Handler listener =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          log.add(entry);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };
  private TrainingSession session;
  private volatile Thread engine;

  @BeforeEach
  void open() {
    logger.setUseParentHandlers(false);
    logger.addHandler(listener);
    session = new TrainingSession(this::clock);
    session.send(new Command.SetPace(Double.POSITIVE_INFINITY, Granularity.EPOCH));
    session.send(new Command.Load(Scene.of(IceCream.experiment(0.01), 1500)));
  }

  @AfterEach
  void close() {
    session.close();
    logger.removeHandler(listener);
    logger.setUseParentHandlers(true);
  }

  private long clock() {
    engine = Thread.currentThread();
    if (broken.getAndSet(false)) {
      throw new IllegalStateException("the clock stands still");
    }
    return System.nanoTime();
  }

  private Frame await(Predicate<Frame> wanted) {
    return await(() -> Optional.ofNullable(session.newest()).filter(wanted));
  }

  private static <T> T await(java.util.function.Supplier<Optional<T>> wanted) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (System.nanoTime() < end) {
      Optional<T> found = wanted.get();
      if (found.isPresent()) {
        return found.get();
      }
      Thread.onSpinWait();
    }
    return fail("not within 20 s");
  }

  private LogRecord logged() {
    return await(() -> Optional.ofNullable(log.poll()));
  }

  @Test
  void anExceptionWhileARunBeginsLeavesItWhereItWasAndItCanGoOn() {
    session.send(new Command.RunTo(100));
    Frame before = await(f -> f.main().epoch() == 100 && f.status() instanceof Status.Paused);
    // What is still under way may look at the clock.
    await(() -> Optional.of(engine).filter(e -> e.getState() == Thread.State.WAITING));
    broken.set(true);
    session.send(new Command.Play());
    assertEquals(
        new Failure(Failure.Where.RUN, false), await(session::failure), "told to the person");
    assertEquals(Optional.empty(), session.failure(), "told once");
    LogRecord entry = logged();
    assertTrue(entry.getMessage().contains("Play"), entry.getMessage());
    assertEquals("the clock stands still", entry.getThrown().getMessage());
    Frame after =
        await(f -> f.sequence() > before.sequence() && f.status() instanceof Status.Paused);
    assertEquals(100, after.main().update());
    session.send(new Command.Play());
    Frame end = await(f -> f.status() instanceof Status.Finished);
    assertEquals(1.5546844882202795, end.main().now().lossSum(), 1.6e-9);
  }

  @Test
  void aNetworkThatMemoryCannotHoldIsRefusedInOneSentence() {
    await(f -> f.main().update() == 0);
    int units = 46_000;
    Experiment large =
        IceCream.experiment(0.01)
            .withInit(new InitSpec.Normal(0, 1))
            .withNetwork(
                NetworkSpec.of(
                    1,
                    LayerSpec.dense(units, ActivationSpec.TANH),
                    LayerSpec.dense(units, ActivationSpec.TANH),
                    LayerSpec.dense(1, ActivationSpec.IDENTITY)));
    session.send(new Command.Load(Scene.of(large, 10)));
    assertEquals(new Failure(Failure.Where.RUN, true), await(session::failure));
    assertInstanceOf(OutOfMemoryError.class, logged().getThrown());
    session.send(new Command.RunTo(1500));
    Frame end = await(f -> f.main().epoch() == 1500);
    assertEquals(1.5546844882202795, end.main().now().lossSum(), 1.6e-9);
  }

  @Test
  void aStartThatDoesNotFitTakesNothingAway() {
    session.send(new Command.RunTo(7));
    Frame before = await(f -> f.main().epoch() == 7);
    MatrixView three = MatrixView.of(1, 3, 1, 2, 3);
    Experiment misfit = IceCream.experiment(0.01).withInit(new InitSpec.Given(three));
    session.send(new Command.Load(Scene.of(misfit, 10)));
    assertEquals(new Failure(Failure.Where.RUN, false), await(session::failure));
    assertTrue(logged().getMessage().contains("[main]"));
    Frame after = await(f -> f.sequence() > before.sequence());
    assertEquals(before.scene(), after.scene());
    assertEquals(before.main().parameters(), after.main().parameters());
  }

  @Test
  void aPictureThatCannotBeComputedDoesNotKeepTheOthersAway() {
    ConcurrentLinkedQueue<FieldWork.Result> results = new ConcurrentLinkedQueue<>();
    ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
    FieldWorker.Receiver receiver =
        new FieldWorker.Receiver() {
          @Override
          public void receive(FieldWorker from, long generation, FieldWork.Result result) {
            results.add(result);
          }

          @Override
          public void failed(Throwable cause) {
            failures.add(cause);
          }
        };
    ParameterRef w = ParameterRef.weight(1, 1, 1);
    Axis axis = new Axis(-1, 1, 3);
    FieldRequest good = new FieldRequest.LossSlice("good", w, axis, false);
    FieldRequest bad = new FieldRequest.LossSlice("bad", w, axis, false);
    Experiment experiment = IceCream.experiment(0.01);
    // No parameters at all, which no run has.
    List<FieldWork.Input> inputs =
        List.of(
            input("bad", experiment, MatrixView.of(1, 0)),
            input("good", experiment, IceCream.start()));
    try (FieldWorker worker = new FieldWorker(FieldWork.Part.LOSSES, receiver)) {
      worker.request(inputs, Set.of(good, bad));
      FieldWork.Result result = await(() -> Optional.ofNullable(results.poll()));
      double[] line =
          LossLine.of(LossFunction.of(experiment), IceCream.start(), w, axis, () -> false)
              .orElseThrow()
              .toArray();
      for (int i = 0; i < 3; i++) {
        assertEquals(line[i], result.fields().get(good).get(i, 0));
      }
      assertTrue(failures.size() >= 1, "the person is told");
      assertTrue(logged().getMessage().contains("bad"), "what was asked is in the log");
      worker.request(List.of(inputs.get(1)), Set.of(good));
      assertTrue(
          await(() -> Optional.ofNullable(results.poll())).fields().containsKey(good),
          "the thread lives");
    }
  }

  private static FieldWork.Input input(String run, Experiment experiment, MatrixView parameters) {
    return new FieldWork.Input(
        run,
        experiment,
        parameters,
        parameters,
        PathSample.NONE,
        Optional.empty(),
        Optional.empty());
  }
}
