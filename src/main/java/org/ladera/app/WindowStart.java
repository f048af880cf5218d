package org.ladera.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.Progress;
import org.ladera.store.lesson.LessonLibrary;
import org.ladera.store.lesson.OwnLessons;
import org.ladera.store.progress.Folders;
import org.ladera.text.Language;
import org.ladera.ui.formula.Typesetter;
import org.ladera.ui.fx.FxThread;
import org.ladera.ui.fx.Toolkit;
import org.ladera.ui.offscreen.LiveWindow;
import org.ladera.ui.window.MainController;

/** Opens the window. Slow things begin first and side by side, so that it is soon there. */
final class WindowStart {
  /** So often it is looked whether own lessons have changed. */
  private static final long LOOK = TimeUnit.SECONDS.toNanos(1);

  private WindowStart() {}

  /**
   * Begins with the lesson that the person looked at last; the others are read when it is shown.
   *
   * @param lessons the folder of the program's lessons
   * @param added folders of other lessons
   * @param language null for the one the person chose last time
   * @param shown runs when the first content is on the screen
   * @return false when the toolkit cannot open the display; the reason is in the log
   */
  static boolean open(
      Folders folders,
      Path lessons,
      List<Path> added,
      @Nullable Language language,
      Runnable shown) {
    return open(
        folders,
        added,
        person -> {
          String last = person.progress().at().map(Progress.Mark::lesson).orElse("");
          List<Path> roots = roots(lessons, own(added, person));
          return LessonLibrary.one(roots, last).orElseGet(() -> LessonLibrary.load(roots));
        },
        (first, person) -> LessonLibrary.load(roots(lessons, own(added, person))).with(first),
        null,
        null,
        language,
        shown);
  }

  /**
   * Begins with a lesson of a library that is read.
   *
   * @param added folders of lessons beside the program's own
   * @param at the lesson to be shown at the step that stands for it; null for where the person was
   * @param file a table or a document to be opened; null for none
   */
  static boolean open(
      Folders folders,
      List<Path> added,
      LessonLibrary library,
      @Nullable Lesson at,
      @Nullable Path file,
      @Nullable Language language,
      Runnable shown) {
    return open(
        folders, added, person -> library, (first, person) -> library, at, file, language, shown);
  }

  private static List<Path> roots(Path lessons, List<Path> own) {
    List<Path> roots = new ArrayList<>(List.of(lessons));
    roots.addAll(own);
    return roots;
  }

  /** The folders that were named at the start, and that of the person's settings. */
  private static List<Path> own(List<Path> added, UserFolder person) {
    List<Path> own = new ArrayList<>(added);
    String chosen = person.settings().lessons();
    if (!chosen.isEmpty() && !own.contains(Path.of(chosen))) {
      own.add(Path.of(chosen));
    }
    return own;
  }

  private static boolean open(
      Folders folders,
      List<Path> added,
      Function<UserFolder, LessonLibrary> first,
      BiFunction<LessonLibrary, UserFolder, LessonLibrary> all,
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
                      .start(
                          () -> {
                            LessonLibrary library = all.apply(begin, person);
                            complete(controller, library);
                            follow(controller, library, () -> own(added, person));
                          });
                },
                person::close));
    return true;
  }

  /** Own lessons are looked at again and again, as long as the window is open. */
  private static void follow(
      MainController controller, LessonLibrary library, Supplier<List<Path>> own) {
    OwnLessons lessons = new OwnLessons(library, own.get());
    while (true) {
      LockSupport.parkNanos(LOOK);
      lessons.renewed(own.get()).ifPresent(now -> complete(controller, now));
    }
  }

  private static void complete(MainController controller, LessonLibrary all) {
    FxThread.run(() -> controller.complete(all.lessons(), all.faults()));
  }
}
