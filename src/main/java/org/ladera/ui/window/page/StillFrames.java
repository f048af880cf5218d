package org.ladera.ui.window.page;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import org.ladera.lesson.model.Lesson;
import org.ladera.session.Command;
import org.ladera.session.FieldRequest;
import org.ladera.session.Frame;
import org.ladera.session.SavedScene;
import org.ladera.session.Scene;
import org.ladera.session.Session;
import org.ladera.session.run.InlineSession;
import org.ladera.ui.fx.FxThread;
import org.ladera.ui.window.stage.Miniature;

/**
 * The ends of the runs that the lessons are shown by, trained one after another on one thread and
 * remembered as long as the program is open.
 */
public final class StillFrames {
  private final Map<String, Frame> known = new HashMap<>();
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("gallery").factory());

  /** {@code use} gets the frame on the FX thread, at once where it is known. */
  void of(Lesson lesson, Miniature picture, Consumer<Frame> use) {
    Frame frame = known.get(lesson.id());
    if (frame != null) {
      use.accept(frame);
      return;
    }
    worker.execute(
        () -> {
          Frame end = train(lesson, picture);
          FxThread.run(
              () -> {
                known.put(lesson.id(), end);
                use.accept(end);
              });
        });
  }

  /** {@code use} gets the moment at which a run was left, on the FX thread. */
  public void of(
      Scene scene,
      Optional<SavedScene> saved,
      Function<Frame, Set<FieldRequest>> wanted,
      Consumer<Frame> use) {
    worker.execute(
        () -> {
          try (Session session = new InlineSession()) {
            session.send(new Command.Resume(scene.again(), saved));
            session.send(new Command.Watch(wanted.apply(newest(session))));
            Frame frame = newest(session);
            FxThread.run(() -> use.accept(frame));
          }
        });
  }

  private static Frame train(Lesson lesson, Miniature picture) {
    try (Session session = new InlineSession()) {
      session.send(new Command.Load(lesson.playStep().scene().again()));
      session.send(new Command.RunTo(lesson.playStep().scene().epochs()));
      session.send(new Command.Watch(new HashSet<>(picture.wanted(newest(session)))));
      return newest(session);
    }
  }

  /** There is one, for a scene was sent. */
  private static Frame newest(Session session) {
    return Objects.requireNonNull(session.newest());
  }
}
