package org.ladera.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ladera.lesson.model.Fault;
import org.ladera.lesson.model.Lesson;

/** Opens the program's window, which lives above the commands. */
public interface WindowOpener {
  /**
   * @param at one of the lessons, shown at the step that stands for it; null where a file is opened
   * @param file a table or a laboratory; null for none
   * @return false where there is no display
   */
  boolean open(List<Lesson> lessons, List<Fault> faults, @Nullable Lesson at, @Nullable Path file);
}
