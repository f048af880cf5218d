package org.ladera.ui.shell;

import java.util.List;

/**
 * The lesson list.
 *
 * @param lesson index of the open lesson
 * @param step index of the open step
 */
record RailModel(List<Entry> lessons, int lesson, int step) {
  enum Mark {
    DONE,
    UNDER_WAY,
    OPEN
  }

  /**
   * @param group id of its group
   */
  record Entry(String group, String title, List<StepEntry> steps) {
    long done() {
      return steps.stream().filter(s -> s.mark() == Mark.DONE).count();
    }
  }

  record StepEntry(String title, Mark mark) {}
}
