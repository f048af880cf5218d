package org.ladera.cli;

import java.util.List;
import org.ladera.lesson.model.Fault;
import org.ladera.lesson.model.Lesson;

/** Opens the program's window, which lives above the commands. */
public interface WindowOpener {
  /**
   * @param at one of the lessons, shown at the step that stands for it
   * @return false where there is no display
   */
  boolean open(List<Lesson> lessons, List<Fault> faults, Lesson at);
}
