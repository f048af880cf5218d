package org.ladera.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ladera.session.Frame;

/**
 * The newest frame that a piece of the narrative has been given. A piece that was just made has
 * none yet, and a person may already press its keys: what they ask for is done with the first
 * frame, also when the piece has been made anew until then.
 */
final class NewestFrame {
  private final List<Consumer<Frame>> waiting = new ArrayList<>();
  private Optional<Frame> newest = Optional.empty();

  /** The piece is made anew: it has no frame, and what waited goes on waiting. */
  NewestFrame again() {
    newest = Optional.empty();
    return this;
  }

  Optional<Frame> get() {
    return newest;
  }

  /** Runs {@code action} with the newest frame, or with the first as soon as there is one. */
  void with(Consumer<Frame> action) {
    newest.ifPresentOrElse(action, () -> waiting.add(action));
  }

  /** Takes a frame; with the first, what waited is done and {@code update} shows it. */
  void take(Frame frame, Runnable update) {
    boolean begins = newest.isEmpty();
    newest = Optional.of(frame);
    if (begins) {
      List<Consumer<Frame>> asked = List.copyOf(waiting);
      waiting.clear();
      asked.forEach(action -> action.accept(frame));
      update.run();
    }
  }
}
