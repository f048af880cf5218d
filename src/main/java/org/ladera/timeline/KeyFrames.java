package org.ladera.timeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ladera.engine.train.TrainerState;

/**
 * States of a trainer at chosen updates, within a memory budget: when there are too many, every
 * second one goes and the distance between new ones doubles, so that a replay from the nearest one
 * stays a bounded share of the run.
 */
final class KeyFrames {
  private static final long BUDGET_BYTES = 48L << 20;

  private final List<TrainerState> states = new ArrayList<>();
  private final int most;
  private long stride = 32;

  /**
   * @param start the state at update 0, kept for ever
   */
  KeyFrames(TrainerState start) {
    most = most(bytes(start));
    states.add(start);
  }

  /** How many states of so many bytes there may be. */
  static int most(long bytes) {
    return Math.clamp(BUDGET_BYTES / bytes, 16, 1024);
  }

  private KeyFrames(KeyFrames other, long update) {
    most = other.most;
    stride = other.stride;
    other.states.stream().filter(s -> s.update() <= update).forEach(states::add);
  }

  /** A copy without the states after {@code update}; the states themselves are shared. */
  KeyFrames upTo(long update) {
    return new KeyFrames(this, update);
  }

  boolean wants(long update) {
    return update % stride == 0 && update > states.getLast().update();
  }

  void add(TrainerState state) {
    states.add(state);
    if (states.size() > most) {
      thin();
    }
  }

  /** Keeps every second state. */
  void thin() {
    stride *= 2;
    states.removeIf(s -> s.update() % stride != 0);
  }

  List<TrainerState> states() {
    return Collections.unmodifiableList(states);
  }

  long bytes() {
    return states.stream().mapToLong(KeyFrames::bytes).sum();
  }

  static long bytes(TrainerState state) {
    return 8L * (state.parameters().size() + state.memory().size()) + 64;
  }

  /** The newest state at or before {@code update}. */
  TrainerState before(long update) {
    int low = 0;
    int high = states.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (states.get(middle).update() <= update) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return states.get(low);
  }

  /** Forgets every state after {@code update}: the future has changed. */
  void cutAfter(long update) {
    states.removeIf(s -> s.update() > update);
  }

  int count() {
    return states.size();
  }
}
