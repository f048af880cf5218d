package org.ladera.session.run;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.ladera.session.Command;
import org.ladera.session.Failure;
import org.ladera.session.Frame;
import org.ladera.session.Scene;
import org.ladera.session.Session;
import org.ladera.session.Status;
import org.ladera.session.field.FieldWork;
import org.ladera.session.field.FieldWorker;

/**
 * A session with one engine thread, which alone touches the runs, and two field workers, which
 * compute pictures from immutable inputs: quick maps by one, slow planes by the other. The reader
 * takes the newest frame whenever it likes; a new one is made only after the last was taken, or
 * when the session comes to rest. An exception ends neither thread: it is logged, told once by
 * {@link #failure}, and the runs go back to their last good moment.
 */
public final class TrainingSession implements Session {
  /** How long the engine trains before it looks for commands again. */
  private static final long SLICE_NANOS = 2_000_000;

  /** After a pause of the machine the pace goes on; it does not try to catch up more than this. */
  private static final long MOST_BEHIND_NANOS = 100_000_000;

  /** A frame that takes longer is waited for. */
  private static final long SLOW_FRAME_NANOS = 20_000_000;

  /** So long a moment may be looked up before the pictures on the way to it are shown. */
  private static final long QUIET_NANOS = 80_000_000;

  private sealed interface Event {
    record Do(Command command) implements Event {}

    record Pictures(FieldWorker worker, long order, FieldWork.Result result) implements Event {}

    record Close() implements Event {}
  }

  private static final System.Logger LOG = System.getLogger(TrainingSession.class.getName());

  /** A log entry need not hold a whole data set. */
  private static final int MOST_LETTERS = 400;

  private final LinkedBlockingQueue<Event> events = new LinkedBlockingQueue<>();

  /** How many of the commands that wait cannot wait for the end of an update. */
  private final AtomicInteger urgent = new AtomicInteger();

  private final Attention attention = new Attention(() -> urgent.get() > 0);
  private final RunGroup runs = new RunGroup(attention);
  private final AtomicReference<Frame> newest = new AtomicReference<>();
  private final AtomicReference<Failure> failure = new AtomicReference<>();
  private final LongSupplier nanoTime;
  private final List<FieldWorker> fieldWorkers;
  private final WarmUp warmUp = new WarmUp();
  private final Thread engine;

  /** The sequence number of the last frame that was taken; new frames wait for it. */
  private final AtomicLong taken = new AtomicLong();

  private long due;
  private long lookedUpSince;
  private boolean quiet;
  private boolean changed;

  /** How long the last frame took to be made. */
  private long frameNanos;

  /** When it was made. */
  private long published;

  private boolean closed;

  /** What was asked for last in this turn; null when the run only went on. */
  private @Nullable Command asked;

  public TrainingSession() {
    this(System::nanoTime);
  }

  /**
   * @param nanoTime the clock of the pace
   */
  public TrainingSession(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    fieldWorkers = List.of(worker(FieldWork.Part.MAPS), worker(FieldWork.Part.LOSSES));
    engine = Thread.ofPlatform().name("ladera-engine").daemon().unstarted(this::run);
    engine.start();
  }

  private FieldWorker worker(FieldWork.Part part) {
    return new FieldWorker(
        part,
        new FieldWorker.Receiver() {
          @Override
          public void receive(FieldWorker from, long order, FieldWork.Result result) {
            events.add(new Event.Pictures(from, order, result));
          }

          @Override
          public void failed(Throwable cause) {
            failure.set(Failure.of(Failure.Where.PICTURE, cause));
          }
        });
  }

  @Override
  public void send(Command command) {
    if (isUrgent(command)) {
      urgent.incrementAndGet();
    }
    events.add(new Event.Do(command));
  }

  private static boolean isUrgent(Command command) {
    return command instanceof Command.Pause
        || command instanceof Command.Load
        || command instanceof Command.Resume;
  }

  @Override
  public @Nullable Frame newest() {
    Frame frame = newest.get();
    if (frame != null) {
      taken.set(frame.sequence());
    }
    return frame;
  }

  @Override
  public void close() {
    events.add(new Event.Close());
    fieldWorkers.forEach(FieldWorker::close);
  }

  @Override
  public Optional<Failure> failure() {
    return Optional.ofNullable(failure.getAndSet(null));
  }

  private void run() {
    while (!closed) {
      try {
        turn();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException | Error e) {
        mend(e);
      }
    }
  }

  private void turn() throws InterruptedException {
    asked = null;
    Event event = nextEvent();
    while (event != null) {
      handle(event);
      event = events.poll();
    }
    train();
    publish();
  }

  /** Whatever went wrong, even for want of memory: this thread lives, and the person is told. */
  private void mend(Throwable e) {
    failure.set(Failure.of(Failure.Where.RUN, e));
    changed = true;
    try {
      LOG.log(System.Logger.Level.ERROR, "asked for " + words(asked), e);
      runs.putBack();
      quiet = false;
      // At once, for nothing may happen until the person asks for something.
      publish();
    } catch (RuntimeException | Error again) {
      LOG.log(System.Logger.Level.ERROR, "while the run was put back", again);
    }
  }

  private static String words(@Nullable Command command) {
    if (command == null) {
      return "nothing new: the run went on";
    }
    Scene scene = sceneOf(command);
    if (scene != null) {
      return "a scene with " + scene.runs().stream().map(Scene.Run::id).toList();
    }
    String all = command.toString();
    return all.substring(0, Math.min(MOST_LETTERS, all.length()));
  }

  /** The scene that a command puts on stage; null for all others. */
  private static @Nullable Scene sceneOf(Command command) {
    return switch (command) {
      case Command.Load load -> load.scene();
      case Command.Resume resume -> resume.scene();
      case Command _ -> null;
    };
  }

  /** Waits for a command when there is nothing to do; null when it is time to train. */
  private Event nextEvent() throws InterruptedException {
    if (runs.underWay()) {
      return events.poll();
    }
    if (!runs.running()) {
      return events.take();
    }
    long wait = Double.isInfinite(runs.pace()) ? 0 : due - nanoTime.getAsLong();
    return wait <= 0 ? events.poll() : events.poll(wait, TimeUnit.NANOSECONDS);
  }

  private void handle(Event event) {
    switch (event) {
      case Event.Do(Command command) -> {
        asked = command;
        if (isUrgent(command)) {
          urgent.decrementAndGet();
        }
        warmUp.giveWay();
        boolean wasRunning = runs.running();
        runs.apply(command);
        if (runs.running() && !wasRunning) {
          warmUp.end();
          due = nanoTime.getAsLong();
        }
        changed = true;
        Scene loaded = sceneOf(command);
        if (loaded != null) {
          warmUp.begin(loaded.runs().getFirst().experiment());
          fieldWorkers.forEach(FieldWorker::forget);
        }
        if (command instanceof Command.Pause) {
          showPause();
        }
        attention.listen(this::requestPictures);
      }
      case Event.Pictures(FieldWorker worker, long order, FieldWork.Result result) -> {
        if (worker.isCurrent(order)) {
          runs.pictures().receive(result);
          changed = true;
        }
      }
      case Event.Close close -> {
        warmUp.end();
        closed = true;
      }
    }
  }

  private void train() {
    long begin = nanoTime.getAsLong();
    due = Math.max(due, begin - MOST_BEHIND_NANOS);
    BooleanSupplier tired = () -> urgent.get() > 0 || nanoTime.getAsLong() - begin >= SLICE_NANOS;
    do {
      if (runs.underWay()) {
        boolean lookingUp = runs.isLookingUp();
        attention.listen(() -> runs.goOn(tired));
        quiet = lookingUp && runs.isLookingUp();
      } else if (runs.running() && (Double.isInfinite(runs.pace()) || due <= begin)) {
        runs.beginStep();
        due += (long) (1e9 / runs.pace());
      } else {
        return;
      }
      changed = true;
    } while (!tired.getAsBoolean());
  }

  private void publish() {
    Frame last = newest.get();
    boolean resting = !runs.running() && !runs.underWay();
    boolean wanted = last == null || taken.get() >= last.sequence() || resting;
    long begin = nanoTime.getAsLong();
    // What is shown of many examples takes long: it gets no more than a third of the time.
    boolean crowded = !resting && begin - published < 2 * frameNanos;
    if (!changed || runs.isEmpty() || !wanted || isQuiet() || crowded) {
      return;
    }
    if (attention.listen(() -> publish(runs.frame(), begin))) {
      changed = false;
      requestPictures();
    }
  }

  private void publish(Frame frame, long begin) {
    published = nanoTime.getAsLong();
    frameNanos = published - begin;
    newest.set(frame);
  }

  /**
   * What a large network shows takes as long as an update: that it stands is said at once, over the
   * moment that is on screen; the moment at which it stands follows.
   */
  private void showPause() {
    Frame last = newest.get();
    if (last != null
        && last.scene() == runs.scene()
        && !runs.running()
        && last.status() instanceof Status.Running
        && frameNanos > SLOW_FRAME_NANOS) {
      newest.set(last.paused());
    }
  }

  /** A moment that is found soon is shown without the way there. */
  private boolean isQuiet() {
    if (!quiet) {
      lookedUpSince = nanoTime.getAsLong();
    }
    return quiet && nanoTime.getAsLong() - lookedUpSince < QUIET_NANOS;
  }

  private void requestPictures() {
    if (!runs.isEmpty() && !closed) {
      List<FieldWork.Input> inputs = runs.inputs();
      fieldWorkers.forEach(worker -> worker.request(inputs, runs.pictures().watched()));
    }
  }
}
