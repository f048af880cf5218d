package org.ladera.ui.offscreen;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.ladera.lesson.grading.Grading;
import org.ladera.lesson.model.Lesson;
import org.ladera.session.Failure;
import org.ladera.session.MeasuredSession;
import org.ladera.session.Session;
import org.ladera.session.run.TrainingSession;
import org.ladera.store.document.LabDocument;
import org.ladera.text.Messages;
import org.ladera.ui.formula.Typesetter;
import org.ladera.ui.fx.FrameClock;
import org.ladera.ui.fx.PictureException;
import org.ladera.ui.window.LaderaWindow;
import org.ladera.ui.window.MainController;
import org.ladera.ui.window.UserState;

/** The program as a person sees it: the window over a session that trains on its own thread. */
public final class LiveWindow {
  private static final double WIDTH = 1280;
  private static final double HEIGHT = 800;

  private LiveWindow() {}

  /**
   * Opens the window on the step where the person left it. FX thread only.
   *
   * @param lessons those that are read, or the one to begin with
   * @param at the lesson to be shown at the step that stands for it; null for where they were last
   * @param file a table or a document to be opened; null for none
   * @param person the step where they were last is opened
   * @param greeting whether the first start begins with the opening, and not with a lesson
   * @param shown runs once, when the first content is on the screen; gets whom to tell of all
   *     lessons
   * @param closed runs when the window is closed
   */
  public static void open(
      List<Lesson> lessons,
      @Nullable Lesson at,
      @Nullable Path file,
      Typesetter typesetter,
      UserState person,
      boolean greeting,
      Consumer<MainController> shown,
      Runnable closed) {
    Stage stage = new Stage();
    Session session = new MeasuredSession(new TrainingSession(), Runtime.getRuntime().maxMemory());
    // A projector may be smaller than the window is at its best.
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    MainController controller =
        new MainController(
            lessons,
            session,
            Grading::grade,
            typesetter,
            stage,
            person,
            Math.min(WIDTH, screen.getWidth()),
            Math.min(HEIGHT, screen.getHeight()));
    stage.setScene(controller.window().scene());
    // Before a lesson is open; its step says more.
    if (stage.getTitle() == null) {
      stage.setTitle(Messages.load(person.settings().language()).text("app.name"));
    }
    stage.setMinWidth(LaderaWindow.MIN_WIDTH);
    stage.setMinHeight(LaderaWindow.MIN_HEIGHT);
    Thread.currentThread()
        .setUncaughtExceptionHandler((thread, e) -> controller.window().notices().tell(logged(e)));
    FrameClock clock = new FrameClock(controller::pulse);
    stage.setOnHidden(
        e -> {
          clock.stop();
          controller.close();
          closed.run();
        });
    if (file != null) {
      controller.openFile(file);
    } else if (at != null && LabDocument.isOne(at)) {
      controller.openFile(at.folder());
    } else if (at != null) {
      controller.open(lessons.indexOf(at), at.steps().indexOf(at.playStep()));
    } else if (greeting) {
      controller.start();
    } else {
      controller.resume();
    }
    clock.start();
    HeapBound.watch().hear(stage.getScene());
    stage.show();
    afterPulses(3, () -> shown.accept(controller));
  }

  /** Whoever threw a picture's exception has logged it, with what was asked. */
  private static Failure logged(Throwable e) {
    if (e instanceof PictureException picture) {
      return Failure.of(Failure.Where.PICTURE, picture.failure());
    }
    System.getLogger(LiveWindow.class.getName()).log(System.Logger.Level.ERROR, "in the window", e);
    return Failure.of(Failure.Where.WINDOW, e);
  }

  /** The third pulse after the window was shown finds its content painted. */
  private static void afterPulses(int pulses, Runnable action) {
    new AnimationTimer() {
      private int left = pulses;

      @Override
      public void handle(long now) {
        if (left-- == 0) {
          stop();
          action.run();
        }
      }
    }.start();
  }
}
