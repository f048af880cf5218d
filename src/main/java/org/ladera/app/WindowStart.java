package org.ladera.app;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ladera.lesson.model.Lesson;
import org.ladera.store.lesson.LessonLibrary;
import org.ladera.store.progress.Folders;
import org.ladera.text.Language;
import org.ladera.ui.formula.Typesetter;
import org.ladera.ui.fx.FxThread;
import org.ladera.ui.fx.Toolkit;
import org.ladera.ui.offscreen.LiveWindow;

/** Opens the window. Slow things begin first and side by side, so that it is soon there. */
final class WindowStart {
  private WindowStart() {}

  /**
   * @param lessons reads the lessons, while the toolkit starts
   * @param at the lesson to be shown; null for where the person was last
   * @param file a table or a document to be opened; null for none
   * @param language null for the one the person chose last time
   * @param shown runs when the first content is on the screen
   * @return false when the toolkit cannot open the display; the reason is in the log
   */
  static boolean open(
      Folders folders,
      Supplier<LessonLibrary> lessons,
      @Nullable Lesson at,
      @Nullable Path file,
      @Nullable Language language,
      Runnable shown) {
    Typesetter typesetter = new Typesetter();
    try {
      Toolkit.start(() -> {});
    } catch (RuntimeException | LinkageError e) {
      System.getLogger(WindowStart.class.getName())
          .log(System.Logger.Level.WARNING, "no window", e);
      return false;
    }
    UserFolder person = new UserFolder(folders.settings());
    if (language != null) {
      person.keep(person.settings().withLanguage(language));
    }
    // Whoever measures the start measures that of a lesson.
    boolean greeting = System.getProperty("ladera.measure") == null;
    LessonLibrary library = lessons.get();
    FxThread.run(
        () ->
            LiveWindow.open(
                library.lessons(),
                library.faults(),
                at,
                file,
                typesetter,
                person,
                greeting,
                shown,
                person::close));
    return true;
  }
}
