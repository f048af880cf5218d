package org.ladera.ui.window;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.layout.Region;
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

  /** Why lessons could not be read when they were last read; its sheet is renewed with them. */
  private List<Fault> unread = List.of();

  private final Supplier<Region> sheet;

  /** What was wrong with the person's files when it was last said. */
  private List<Trouble> troubles = List.of();

  Reports(UserState person, LaderaWindow window, Sheets sheets) {
    this.person = person;
    this.window = window;
    this.sheets = sheets;
    sheet = () -> sheets.sheet(unread);
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
    unread = faults;
    if (faults.isEmpty()) {
      window.overlays().close(sheet);
    } else if (aloud) {
      window.overlays().show(sheet);
      return;
    }
    long lessons = faults.stream().map(fault -> fault.file().split("/", 2)[0]).distinct().count();
    window.sidebar().leaveOut((int) lessons, () -> window.overlays().show(sheet));
  }

  /** Says what is wrong with the person's files. */
  void showStorage() {
    sheets.storage(person);
  }
}
