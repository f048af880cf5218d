package org.ladera.ui.window;

import java.util.List;
import org.ladera.lesson.model.Fault;
import org.ladera.store.file.Trouble;

/**
 * What is said of files: of lessons that could not be read, and of the person's own. FX thread
 * only.
 */
final class Reports {
  private final UserState person;
  private final LaderaWindow window;
  private final Sheets sheets;

  /** What was wrong with the person's files when it was last said. */
  private List<Trouble> troubles = List.of();

  Reports(UserState person, LaderaWindow window, Sheets sheets) {
    this.person = person;
    this.window = window;
    this.sheets = sheets;
  }

  /** What is wrong with the person's files, as it was last said. */
  List<Trouble> troubles() {
    return troubles;
  }

  /** True when something else is wrong with the person's files than was last said. */
  boolean renew() {
    boolean other = !person.troubles().equals(troubles);
    troubles = person.troubles();
    return other;
  }

  /**
   * Says which lessons could not be read, if any: quietly beside the list, or aloud when there is
   * no other.
   */
  void say(List<Fault> faults, boolean aloud) {
    if (aloud && !faults.isEmpty()) {
      sheets.faults(faults);
      return;
    }
    long lessons = faults.stream().map(fault -> fault.file().split("/", 2)[0]).distinct().count();
    window.sidebar().leaveOut((int) lessons, () -> sheets.faults(faults));
  }

  /** Says what is wrong with the person's files. */
  void showStorage() {
    sheets.storage(person);
  }
}
