package org.ladera.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ladera.session.Frame;

/**
 * The newest frame that a piece of the narrative has been given. A piece that was just made has
 * none yet, and a person may already press its keys: what they ask for is done with the first
 * frame.
 */
final class NewestFrame {
  private final List<Consumer<Frame>> waiting = new ArrayList<>();
  private Optional<Frame> newest = Optional.empty();

  Optional<Frame> get() {
    return newest;
  }

  /** Runs {@code action} with the newest frame, or with the first as soon as there is one. */
  void with(Consumer<Frame> action) {
    newest.ifPresentOrElse(action, () -> waiting.add(action));
  }

  /** Takes a frame; {@code first} is run before all that waited, when it is the first. */
  void take(Frame frame, Runnable first) {
    boolean begins = newest.isEmpty();
    newest = Optional.of(frame);
    if (begins) {
      first.run();
      List<Consumer<Frame>> asked = List.copyOf(waiting);
      waiting.clear();
      asked.forEach(action -> action.accept(frame));
    }
  }
}
