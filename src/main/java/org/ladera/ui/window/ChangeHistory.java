package org.ladera.ui.window;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was before, and what was taken back, each with what made the difference.
 *
 * @param <W> what a change was of
 * @param <S> a state
 */
final class ChangeHistory<W, S> {
  private static final int MOST = 40;

  private record Turn<W, S>(W what, S state) {}

  private final Deque<Turn<W, S>> past = new ArrayDeque<>();
  private final Deque<Turn<W, S>> future = new ArrayDeque<>();

  void clear() {
    past.clear();
    future.clear();
  }

  /** A change was made; {@code before} is how it was. */
  void add(W what, S before) {
    past.addLast(new Turn<>(what, before));
    if (past.size() > MOST) {
      past.removeFirst();
    }
    future.clear();
  }

  /** What would be taken back. */
  Optional<W> undo() {
    return Optional.ofNullable(past.peekLast()).map(Turn::what);
  }

  /** What would be done again. */
  Optional<W> redo() {
    return Optional.ofNullable(future.peekLast()).map(Turn::what);
  }

  /** The state before the last change; {@code now} is for redo. */
  Optional<S> undo(@Nullable S now) {
    return turn(past, future, now);
  }

  Optional<S> redo(@Nullable S now) {
    return turn(future, past, now);
  }

  private Optional<S> turn(Deque<Turn<W, S>> from, Deque<Turn<W, S>> to, @Nullable S now) {
    Turn<W, S> turn = from.pollLast();
    if (turn == null || now == null) {
      return Optional.empty();
    }
    to.addLast(new Turn<>(turn.what(), now));
    return Optional.of(turn.state());
  }
}
