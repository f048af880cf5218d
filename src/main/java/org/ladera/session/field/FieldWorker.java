package org.ladera.session.field;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.ladera.session.FieldRequest;

/**
 * A thread that computes pictures: of large work a coarse one first. Of several requests that wait,
 * only the newest is worked on; after {@link #forget()} the one under way is given up as well.
 * After long work it rests as long, so that a processor is left for training.
 */
public final class FieldWorker implements AutoCloseable {
  /** What becomes of requests. Called on the worker's thread. */
  public interface Receiver {
    /** Takes a finished result with the generation it belongs to. */
    void receive(FieldWorker from, long generation, FieldWork.Result result);

    /** Hears of an exception, which is in the log already; the worker goes on without that one. */
    void failed(Throwable cause);
  }

  private static final System.Logger LOG = System.getLogger(FieldWorker.class.getName());

  /** Work shorter than this needs no rest. */
  private static final long SHORT_NANOS = 15_000_000;

  /** A person who moves something does not wait longer for the next picture. */
  private static final long LONGEST_REST_NANOS = 150_000_000;

  private record Request(
      long generation, List<FieldWork.Input> inputs, Set<FieldRequest> watched) {}

  private final AtomicReference<Request> waiting = new AtomicReference<>();
  private final AtomicLong generation = new AtomicLong();
  private final FieldWork.Part part;
  private final Receiver receiver;
  private final Thread thread;
  private volatile boolean closed;
  private @Nullable Request last;

  public FieldWorker(FieldWork.Part part, Receiver receiver) {
    this.part = part;
    this.receiver = receiver;
    String name = "ladera-" + part.name().toLowerCase(Locale.ROOT);
    thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    thread.start();
  }

  public void request(List<FieldWork.Input> inputs, Set<FieldRequest> watched) {
    Request request = new Request(generation.get(), inputs, watched);
    if (!request.equals(last)) {
      last = request;
      waiting.set(request);
      LockSupport.unpark(thread);
    }
  }

  /** Everything asked for before this is of no use any more. */
  public void forget() {
    generation.incrementAndGet();
  }

  public boolean isCurrent(long order) {
    return order == generation.get();
  }

  @Override
  public void close() {
    closed = true;
    generation.incrementAndGet();
    LockSupport.unpark(thread);
  }

  private void run() {
    FieldWork work = new FieldWork(part);
    long of = generation.get();
    while (!closed) {
      Request request = waiting.getAndSet(null);
      if (request == null) {
        LockSupport.park(this);
        continue;
      }
      if (request.generation() != of) {
        of = request.generation();
        work = new FieldWork(part);
      }
      long began = System.nanoTime();
      try {
        answer(request, work);
      } catch (RuntimeException | Error e) {
        failed(request, work, e);
      }
      rest(System.nanoTime() - began);
    }
  }

  /** A first picture at once, finer ones as long as nobody asks for another. */
  private void answer(Request request, FieldWork work) {
    BooleanSupplier useless = () -> !isCurrent(request.generation());
    FieldWork.Result result =
        work.compute(request.inputs(), request.watched(), Detail.FIRST, useless);
    // Where the future is known, the whole picture is computed once for all of the run.
    BooleanSupplier overtaken =
        result.plans().isEmpty() ? () -> useless.getAsBoolean() || waiting.get() != null : useless;
    if (!useless.getAsBoolean()) {
      receiver.receive(this, request.generation(), result);
    }
    Detail detail = Detail.FIRST;
    while (!result.whole() && !overtaken.getAsBoolean()) {
      detail = detail.next();
      result = work.compute(request.inputs(), request.watched(), detail, overtaken);
      if (!overtaken.getAsBoolean()) {
        receiver.receive(this, request.generation(), result);
      }
    }
  }

  /** Whatever it is, the thread lives: the rest of the request is tried again without it. */
  private void failed(Request request, FieldWork work, Throwable e) {
    Optional<Object> about = work.giveUp();
    LOG.log(System.Logger.Level.ERROR, "asked for " + about.orElse("a picture"), e);
    receiver.failed(e);
    if (about.isPresent()) {
      waiting.compareAndSet(null, request);
    }
  }

  /** Until the time is over, whoever calls; not once the session is closed. */
  private void rest(long worked) {
    long end = System.nanoTime() + Math.min(worked, LONGEST_REST_NANOS);
    long left = worked < SHORT_NANOS ? 0 : end - System.nanoTime();
    while (left > 0 && !closed) {
      LockSupport.parkNanos(this, left);
      left = end - System.nanoTime();
    }
  }
}
