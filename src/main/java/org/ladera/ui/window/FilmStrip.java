package org.ladera.ui.window;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import org.jspecify.annotations.Nullable;
import org.ladera.session.Frame;
import org.ladera.store.image.GifWriter;
import org.ladera.store.image.Picture;
import org.ladera.ui.fx.FxThread;

/**
 * A film of the views along the run as it was: the run is taken to one moment after another, and
 * when each is on the screen its picture is taken. FX thread only.
 */
final class FilmStrip {
  private static final int PICTURES = 40;

  /** In 1/100 s. */
  private static final int EACH = 8;

  private static final int LAST = 250;

  /** Frames that come before the views have drawn what they draw elsewhere. */
  private static final int SETTLING = 2;

  private final MainController controller;
  private final List<Picture> taken = new ArrayList<>();
  private final List<Long> ahead = new ArrayList<>();
  private @Nullable Path file;
  private Consumer<Path> failed = path -> {};
  private int waited;
  private final AnimationTimer clock =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          pulse();
        }
      };

  FilmStrip(MainController controller) {
    this.controller = controller;
  }

  /** From the first update to the present one; more pictures where more happens, at the start. */
  void begin(Frame frame, Path to, Consumer<Path> couldNot) {
    file = to;
    failed = couldNot;
    taken.clear();
    ahead.clear();
    long last = frame.main().update();
    for (int i = 0; i <= PICTURES; i++) {
      double part = (double) i / PICTURES;
      long update = Math.round(last * part * part);
      if (ahead.isEmpty() || ahead.getLast() != update) {
        ahead.add(update);
      }
    }
    controller.run.seekUpdate(ahead.getFirst());
    clock.start();
  }

  private void pulse() {
    Frame frame = controller.live().frame();
    if (ahead.isEmpty() || frame == null || frame.main().update() != ahead.getFirst()) {
      return;
    }
    if (waited++ < SETTLING) {
      return;
    }
    waited = 0;
    controller.settle();
    taken.add(Snapshot.of(controller.window().stage(), 1));
    ahead.removeFirst();
    if (ahead.isEmpty()) {
      clock.stop();
      write();
    } else {
      controller.run.seekUpdate(ahead.getFirst());
    }
  }

  private void write() {
    Path to = file;
    List<Picture> pictures = List.copyOf(taken);
    taken.clear();
    if (to == null) {
      return;
    }
    Thread.ofPlatform()
        .daemon()
        .name("film")
        .start(
            () -> {
              try (GifWriter gif = new GifWriter(to, EACH)) {
                for (int i = 0; i < pictures.size(); i++) {
                  gif.add(pictures.get(i), i == pictures.size() - 1 ? LAST : EACH);
                }
              } catch (IOException e) {
                FxThread.run(() -> failed.accept(to));
              }
            });
  }
}
