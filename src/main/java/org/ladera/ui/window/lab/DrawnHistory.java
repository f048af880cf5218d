package org.ladera.ui.window.lab;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.ladera.store.document.DrawnPoints;

/** Points that are being drawn, and what a person can take back. FX thread only. */
public final class DrawnHistory {
  /** What a hand does on the pad. */
  enum Tool {
    POINT,
    SPRAY,
    MOVE,
    ERASE
  }

  private static final int MOST = 200;

  private final Deque<DrawnPoints> past = new ArrayDeque<>();
  private final Deque<DrawnPoints> future = new ArrayDeque<>();
  private DrawnPoints now;
  Tool tool = Tool.POINT;
  int group;

  public DrawnHistory(DrawnPoints first) {
    now = first;
  }

  public DrawnPoints now() {
    return now;
  }

  /** Other points; a stroke that goes on is taken back as one. */
  void put(DrawnPoints next, boolean goesOn) {
    if (next.equals(now)) {
      return;
    }
    if (!goesOn) {
      past.addLast(now);
      if (past.size() > MOST) {
        past.removeFirst();
      }
    }
    future.clear();
    now = next;
    group = Math.min(group, now.classes() - 1);
  }

  boolean canUndo() {
    return !past.isEmpty();
  }

  boolean canRedo() {
    return !future.isEmpty();
  }

  void undo() {
    turn(past, future);
  }

  void redo() {
    turn(future, past);
  }

  private void turn(Deque<DrawnPoints> from, Deque<DrawnPoints> to) {
    @Nullable DrawnPoints other = from.pollLast();
    if (other != null) {
      to.addLast(now);
      now = other;
      group = Math.min(group, now.classes() - 1);
    }
  }
}
