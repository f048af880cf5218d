package org.ladera.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.ladera.ui.Fx;

class NewestJobTest {
  @Test
  void anExceptionIsLoggedAndThrownOnTheFxThreadAndTheNextRequestIsAnswered()
      throws InterruptedException, ExecutionException, TimeoutException {
    Fx.start();
    CompletableFuture<LogRecord> logged = new CompletableFuture<>();
    Logger logger = Logger.getLogger(NewestJob.class.getName());
    Handler listener =
        new Handler() {
          @Override
          public void publish(LogRecord entry) {
            logged.complete(entry);
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    logger.setUseParentHandlers(false);
    logger.addHandler(listener);
    CompletableFuture<Throwable> uncaught = new CompletableFuture<>();
    CompletableFuture<Integer> answer = new CompletableFuture<>();
    CompletableFuture<Boolean> settled = new CompletableFuture<>();
    NewestJob<Integer> job =
        new NewestJob<>("hill", answer::complete, () -> settled.complete(true));
    try {
      Fx.on(
          () -> {
            Thread.currentThread().setUncaughtExceptionHandler((t, e) -> uncaught.complete(e));
            job.ask(
                () -> {
                  throw new OutOfMemoryError("too many pixels");
                });
            return null;
          });
      Throwable thrown = uncaught.get(20, TimeUnit.SECONDS);
      assertInstanceOf(PictureException.class, thrown);
      assertEquals("too many pixels", thrown.getCause().getMessage());
      LogRecord entry = logged.get(20, TimeUnit.SECONDS);
      assertEquals("asked for hill, 1", entry.getMessage());
      assertEquals(thrown.getCause(), entry.getThrown());
      assertFalse(Fx.on(job::isPending), "nobody waits for it any more");
      assertTrue(settled.isDone(), "and who does so visibly is told");
      Fx.on(
          () -> {
            job.ask(() -> 42);
            return null;
          });
      assertEquals(42, answer.get(20, TimeUnit.SECONDS));
    } finally {
      logger.removeHandler(listener);
      logger.setUseParentHandlers(true);
      Fx.on(
          () -> {
            Thread.currentThread().setUncaughtExceptionHandler(null);
            job.close();
            return null;
          });
    }
  }

  /** A thread that waits for ever keeps all that its last picture was made of. */
  @Test
  void whoIsNotAskedForAWhileEndsAndAnswersAsEver() throws Exception {
    Fx.start();
    BlockingQueue<Thread> answers = new LinkedBlockingQueue<>();
    NewestJob<Thread> job = new NewestJob<>("plain", answers::add);
    try {
      Thread first = answer(job, answers);
      assertTrue(first.join(Duration.ofSeconds(20)), "it waits for ever");
      assertNotSame(first, answer(job, answers));
    } finally {
      Fx.on(
          () -> {
            job.close();
            return null;
          });
    }
  }

  private static Thread answer(NewestJob<Thread> job, BlockingQueue<Thread> answers)
      throws InterruptedException {
    Fx.on(
        () -> {
          job.ask(Thread::currentThread);
          return null;
        });
    return answers.poll(20, TimeUnit.SECONDS);
  }
}
