package org.ladera.app;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.Progress;
import org.ladera.store.lesson.LessonLibrary;
import org.ladera.store.progress.Folders;
import org.ladera.text.Language;
import org.ladera.ui.formula.Typesetter;
import org.ladera.ui.fx.FxThread;
import org.ladera.ui.fx.Toolkit;
import org.ladera.ui.offscreen.LiveWindow;
import org.ladera.ui.window.MainController;

/** Opens the window. Slow things begin first and side by side, so that it is soon there. */
final class WindowStart {
  private WindowStart() {}

  /**
   * Begins with the lesson that the person looked at last; the others are read when it is shown.
   *
   * @param roots folders of lessons
   * @param language null for the one the person chose last time
   * @param shown runs when the first content is on the screen
   * @return false when the toolkit cannot open the display; the reason is in the log
   */
  static boolean open(
      Folders folders, List<Path> roots, @Nullable Language language, Runnable shown) {
    return open(
        folders,
        person -> {
          String last = person.progress().at().map(Progress.Mark::lesson).orElse("");
          return LessonLibrary.one(roots, last).orElseGet(() -> LessonLibrary.load(roots));
        },
        first -> LessonLibrary.load(roots).with(first),
        null,
        null,
        language,
        shown);
  }

  /**
   * Begins with a lesson of a library that is read.
   *
   * @param at the lesson to be shown at the step that stands for it; null for where the person was
   * @param file a table or a document to be opened; null for none
   */
  static boolean open(
      Folders folders,
      LessonLibrary library,
      @Nullable Lesson at,
      @Nullable Path file,
      @Nullable Language language,
      Runnable shown) {
    return open(folders, person -> library, first -> library, at, file, language, shown);
  }

  private static boolean open(
      Folders folders,
      Function<UserFolder, LessonLibrary> first,
      UnaryOperator<LessonLibrary> all,
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
    LessonLibrary begin = first.apply(person);
    FxThread.run(
        () ->
            LiveWindow.open(
                begin.lessons(),
                at,
                file,
                typesetter,
                person,
                greeting,
                controller -> {
                  shown.run();
                  Thread.ofPlatform()
                      .name("ladera-lessons")
                      .daemon()
                      .start(() -> complete(controller, all.apply(begin)));
                },
                person::close));
    return true;
  }

  private static void complete(MainController controller, LessonLibrary all) {
    FxThread.run(() -> controller.complete(all.lessons(), all.faults()));
  }
}
