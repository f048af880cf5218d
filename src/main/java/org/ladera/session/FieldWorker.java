package org.ladera.session;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * The thread that computes pictures. Of several requests that wait, only the newest is worked on;
 * after {@link #forget()} the one under way is given up as well.
 */
final class FieldWorker implements AutoCloseable {
  /** Receives a finished result with the generation it belongs to. */
  interface Receiver {
    void receive(long generation, FieldWork.Result result);
  }

  private record Request(
      long generation, List<FieldWork.Input> inputs, Set<FieldRequest> watched) {}

  private final AtomicReference<Request> waiting = new AtomicReference<>();
  private final AtomicLong generation = new AtomicLong();
  private final Receiver receiver;
  private final Thread thread;
  private volatile boolean closed;
  private Request last;

  FieldWorker(Receiver receiver) {
    this.receiver = receiver;
    thread = Thread.ofPlatform().name("ladera-fields").daemon().unstarted(this::run);
    thread.start();
  }

  void request(List<FieldWork.Input> inputs, Set<FieldRequest> watched) {
    Request request = new Request(generation.get(), inputs, watched);
    if (!request.equals(last)) {
      last = request;
      waiting.set(request);
      LockSupport.unpark(thread);
    }
  }

  /** Everything asked for before this is of no use any more. */
  void forget() {
    generation.incrementAndGet();
  }

  boolean isCurrent(long order) {
    return order == generation.get();
  }

  @Override
  public void close() {
    closed = true;
    generation.incrementAndGet();
    LockSupport.unpark(thread);
  }

  private void run() {
    FieldWork work = new FieldWork();
    while (!closed) {
      Request request = waiting.getAndSet(null);
      if (request == null) {
        LockSupport.park(this);
        continue;
      }
      FieldWork.Result result =
          work.compute(request.inputs(), request.watched(), () -> !isCurrent(request.generation()));
      if (isCurrent(request.generation())) {
        receiver.receive(request.generation(), result);
      }
    }
  }
}
