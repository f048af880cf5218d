package org.ladera.ui.offscreen;

import java.util.List;
import javafx.stage.Stage;
import org.ladera.lesson.grading.Grading;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.Progress;
import org.ladera.session.Session;
import org.ladera.ui.formula.Typesetter;
import org.ladera.ui.window.InMemoryState;
import org.ladera.ui.window.MainController;
import org.ladera.ui.window.appearance.Settings;

/** The whole program in a window that nobody uses by hand. FX thread only. */
record ProgramWindow(Stage stage, MainController controller) {
  static ProgramWindow show(
      List<Lesson> lessons,
      Session session,
      Typesetter typesetter,
      Settings settings,
      double width,
      double height) {
    Stage stage = new Stage();
    MainController controller =
        new MainController(
            lessons,
            session,
            Grading::grade,
            typesetter,
            stage,
            new InMemoryState(settings, Progress.NONE),
            width,
            height);
    stage.setScene(controller.window().scene());
    stage.setWidth(width);
    stage.setHeight(height);
    stage.show();
    return new ProgramWindow(stage, controller);
  }
}
