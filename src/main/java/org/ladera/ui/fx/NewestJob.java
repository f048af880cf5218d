package org.ladera.ui.fx;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Work for pictures off the FX thread, where only the newest request counts: a request that is
 * still waiting is replaced by a newer one, and its result is handed over on the FX thread. An
 * exception in the work is logged and thrown there as a {@link PictureException}, for whoever
 * listens to the uncaught exceptions of that thread, and the next request is answered as ever.
 *
 * <p>A thread that nobody has asked for a while ends and lets go of the last picture, all that it
 * was made of and the view it was for, whether or not anybody closed it.
 *
 * @param <T> the result
 */
public final class NewestJob<T> implements AutoCloseable {
  private record Request<T>(long number, Supplier<T> work) {}

  /** What came of a request, and how that is told: a value handed over, or a failure thrown. */
  private record Result(long number, Runnable tell) {}

  private static final System.Logger LOG = System.getLogger(NewestJob.class.getName());

  /**
   * A thread at rest is kept for so long, in milliseconds; another one starts in a tenth of one.
   */
  private static final long REST = 1000;

  private final String name;
  private final Consumer<T> receiver;
  private final Runnable settled;
  private final AtomicReference<Request<T>> waiting = new AtomicReference<>();
  private final AtomicReference<Result> done = new AtomicReference<>();
  private @Nullable Thread worker;
  private long asked;
  private long received;

  /** {@code receiver} gets results on the FX thread, each newer than the one before. */
  public NewestJob(String name, Consumer<T> receiver) {
    this(name, receiver, () -> {});
  }

  /**
   * As above.
   *
   * @param settled runs on the FX thread before each result, also before one that is a failure
   */
  public NewestJob(String name, Consumer<T> receiver, Runnable settled) {
    this.name = name;
    this.receiver = receiver;
    this.settled = settled;
  }

  /** Asks for a result; FX thread only. {@code work} runs on the worker thread. */
  public void ask(Supplier<T> work) {
    asked++;
    synchronized (this) {
      waiting.set(new Request<>(asked, work));
      if (worker == null) {
        worker = Thread.ofPlatform().daemon().name(name).start(this::run);
      }
      notifyAll();
    }
  }

  /** Takes a result that was worked out elsewhere; what was asked before is forgotten. */
  public void answer(T value) {
    forget();
    receiver.accept(value);
  }

  /** What was asked before is not wanted any more: nothing comes of it. FX thread only. */
  public void forget() {
    waiting.set(null);
    received = asked;
  }

  /** Whether something that was asked for has not come yet. FX thread only. */
  public boolean isPending() {
    return received < asked;
  }

  private void run() {
    try {
      while (true) {
        Request<T> request;
        synchronized (this) {
          if (waiting.get() == null) {
            wait(REST);
          }
          request = waiting.getAndSet(null);
          if (request == null) {
            // One that was closed may have a successor.
            if (worker == Thread.currentThread()) {
              worker = null;
            }
            return;
          }
        }
        Result result = work(request);
        if (done.getAndSet(result) == null) {
          FxThread.run(this::deliver);
        }
      }
    } catch (InterruptedException closed) {
      // Closing is the only interruption; the thread ends here.
    }
  }

  private Result work(Request<T> request) {
    try {
      T value = request.work().get();
      return new Result(request.number(), () -> receiver.accept(value));
    } catch (RuntimeException | Error e) {
      LOG.log(System.Logger.Level.ERROR, "asked for " + name + ", " + request.number(), e);
      return new Result(
          request.number(),
          () -> {
            throw new PictureException(name, e);
          });
    }
  }

  private void deliver() {
    Result result = done.getAndSet(null);
    if (result == null || result.number() <= received) {
      return;
    }
    received = result.number();
    settled.run();
    result.tell().run();
  }

  /** Ends the worker thread; nothing is handed over any more. */
  @Override
  public void close() {
    received = Long.MAX_VALUE;
    synchronized (this) {
      if (worker != null) {
        worker.interrupt();
        worker = null;
      }
    }
  }
}
