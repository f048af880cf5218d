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
   * @param resume index of the step that opens with the lesson
   */
  record Entry(String group, String title, List<StepEntry> steps, int resume) {
    long done() {
      return steps.stream().filter(s -> s.mark() == Mark.DONE).count();
    }

    /** Done steps of all, 0 to 1. */
    double share() {
      return steps.isEmpty() ? 0 : (double) done() / steps.size();
    }
  }

  record StepEntry(String title, Mark mark) {}
}
