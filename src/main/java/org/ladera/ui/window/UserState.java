package org.ladera.ui.window;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.ladera.lesson.model.Progress;
import org.ladera.session.Frame;
import org.ladera.session.Scene;
import org.ladera.store.document.DocumentFiles;
import org.ladera.store.file.Trouble;
import org.ladera.store.progress.SavedSteps;
import org.ladera.ui.window.appearance.Settings;

/**
 * What the program knows of the person who uses it. Keeping takes no time: where a disk is behind
 * it, another thread writes.
 */
public interface UserState {
  Settings settings();

  void keep(Settings changed);

  Progress progress();

  void keep(Progress grown);

  /** How the runs of the steps stood that were used last. */
  SavedSteps runs();

  /**
   * @param scene as the lesson has it
   * @param frame the newest of it, as the session made it
   */
  void keep(Progress.Mark step, Scene scene, Frame frame);

  /** What is wrong with the person's files now; the same list while nothing changes. */
  List<Trouble> troubles();

  /** Tries again to save what could not be saved. */
  void retry();

  /** The person has read it. */
  void dismiss(Trouble trouble);

  /** The laboratory as it was left, to be made into files beside the window. */
  default void keep(Supplier<DocumentFiles> laboratory) {}

  /** The laboratory that was left; empty before the first. */
  default Optional<Path> laboratory() {
    return Optional.empty();
  }

  /** A document was opened or saved. */
  default void used(Path document) {}

  /** Documents that were opened or saved, the newest first. */
  default List<Path> recent() {
    return List.of();
  }
}
