package org.ladera.ui.offscreen;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.Step;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.session.Command;
import org.ladera.session.Frame;
import org.ladera.session.Session;
import org.ladera.session.run.InlineSession;
import org.ladera.store.image.Picture;
import org.ladera.store.image.VectorPicture;
import org.ladera.text.Messages;
import org.ladera.ui.formula.Typesetter;
import org.ladera.ui.fx.Toolkit;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.vector.SceneTracer;
import org.ladera.ui.window.MainController;
import org.ladera.ui.window.appearance.Settings;
import org.ladera.ui.window.stage.SingleView;

/**
 * Takes pictures of a lesson without a display: of the real window, or of one view. Used from any
 * thread but the FX thread. The session does at once what it is asked for, so that the same line
 * gives the same picture.
 */
public final class OffscreenRenderer implements AutoCloseable {
  /** A picture asked of a field is there at the next frame, and its labels at the one after. */
  private static final int SETTLE = 3;

  /** What is before the camera. */
  private interface Subject {
    Scene scene();

    void pulse();

    /** Finishes what is still being drawn elsewhere. */
    void settle();

    void dispose();
  }

  private final Settings settings;
  private final int width;
  private final int height;
  private final Typesetter typesetter;
  private final Session session = new InlineSession();
  private @Nullable Subject subject;

  /** Starts JavaFX without a display unless it runs already. */
  public OffscreenRenderer(Settings settings, int width, int height) {
    this.settings = settings;
    this.width = width;
    this.height = height;
    Toolkit.withoutDisplay();
    typesetter = new Typesetter();
    Toolkit.startInBackground();
    typesetter.awaitReady();
  }

  /** The whole window on a step, which starts anew. */
  public void show(List<Lesson> lessons, Lesson lesson, Step step) {
    onFx(
        () -> {
          WholeWindow window = new WholeWindow(lessons);
          replace(window);
          window.controller.open(lessons.indexOf(lesson), lesson.steps().indexOf(step));
          return null;
        });
  }

  /** One view of a step, which starts anew. */
  public void show(Lesson lesson, Step step, ViewSpec view) {
    onFx(
        () -> {
          session.send(new Command.Load(step.scene()));
          replace(new OneView(lesson, step, view));
          return null;
        });
  }

  /**
   * Opens the update of the moment at one of its numbers, such as {@code delta[1][2,1]}; of the
   * whole window only.
   *
   * @return whether there is such a number
   */
  public boolean open(String number) {
    return onFx(
        () -> {
          shown().pulse();
          return subject instanceof WholeWindow window && window.controller.openNumber(number);
        });
  }

  /** Carries out a command of the session at once. */
  public void send(Command command) {
    onFx(
        () -> {
          session.send(command);
          return null;
        });
  }

  /** What is to be seen now. */
  public Picture picture() {
    return onFx(
        () -> {
          Subject shown = settled();
          WritableImage image = shown.scene().snapshot(null);
          int w = (int) image.getWidth();
          int h = (int) image.getHeight();
          int[] pixels = new int[w * h];
          image
              .getPixelReader()
              .getPixels(0, 0, w, h, PixelFormat.getIntArgbInstance(), pixels, 0, w);
          return new Picture(w, h, pixels);
        });
  }

  /** What is to be seen now, as lines, areas and letters. */
  public VectorPicture vectors() {
    return onFx(
        () -> {
          Scene scene = settled().scene();
          return SceneTracer.trace(scene.getRoot(), scene.getFill());
        });
  }

  private Subject settled() {
    Subject shown = shown();
    for (int i = 0; i < SETTLE; i++) {
      shown.pulse();
      shown.scene().getRoot().applyCss();
      shown.scene().getRoot().layout();
    }
    shown.settle();
    return shown;
  }

  /** Ends JavaFX, and with it the renderer. */
  @Override
  public void close() {
    onFx(
        () -> {
          if (subject != null) {
            subject.dispose();
          }
          session.close();
          return null;
        });
    Toolkit.stop();
  }

  private Subject shown() {
    return Objects.requireNonNull(subject, "nothing is shown yet");
  }

  private void replace(Subject next) {
    if (subject != null) {
      subject.dispose();
    }
    subject = next;
  }

  private static <T> T onFx(Callable<T> work) {
    return Toolkit.call(work);
  }

  private final class WholeWindow implements Subject {
    private final Stage stage;
    private final MainController controller;

    WholeWindow(List<Lesson> lessons) {
      ProgramWindow shown =
          ProgramWindow.show(lessons, session, typesetter, settings, width, height);
      stage = shown.stage();
      controller = shown.controller();
      // A picture is of where things lead to, not of the way there.
      scene().getPreferences().setReducedMotion(true);
    }

    @Override
    public Scene scene() {
      return controller.window().scene();
    }

    @Override
    public void pulse() {
      controller.pulse();
    }

    @Override
    public void settle() {
      controller.settle();
    }

    @Override
    public void dispose() {
      stage.close();
    }
  }

  private final class OneView implements Subject {
    private final SingleView view;

    /** A session in the same thread has a frame as soon as it has a scene. */
    private Frame newest() {
      return Objects.requireNonNull(session.newest());
    }

    OneView(Lesson lesson, Step step, ViewSpec spec) {
      view =
          new SingleView(
              spec,
              lesson.text(settings.language()),
              step.id(),
              Messages.load(settings.language()),
              Tokens.of(settings.profile()).zoomed(settings.zoom()),
              width,
              height);
    }

    @Override
    public Scene scene() {
      return view.scene();
    }

    @Override
    public void pulse() {
      session.send(new Command.Watch(new HashSet<>(view.wanted(newest()))));
      view.render(newest());
    }

    @Override
    public void settle() {
      view.settle();
    }

    @Override
    public void dispose() {
      view.dispose();
    }
  }
}
