package org.ladera.ui.program;

import java.util.List;
import javafx.stage.Stage;
import org.ladera.lesson.Grading;
import org.ladera.lesson.Lesson;
import org.ladera.lesson.Progress;
import org.ladera.session.Session;
import org.ladera.ui.formula.Typesetter;
import org.ladera.ui.shell.Desk;
import org.ladera.ui.shell.Settings;

/** The whole program in a window that nobody uses by hand. FX thread only. */
record ProgramWindow(Stage stage, Desk desk) {
  static ProgramWindow show(
      List<Lesson> lessons,
      Session session,
      Typesetter typesetter,
      Settings settings,
      double width,
      double height) {
    Stage stage = new Stage();
    Desk desk =
        new Desk(
            lessons,
            session,
            Grading::grade,
            typesetter,
            stage,
            settings,
            changed -> {},
            Progress.NONE,
            changed -> {},
            width,
            height);
    stage.setScene(desk.window().scene());
    stage.setWidth(width);
    stage.setHeight(height);
    stage.show();
    return new ProgramWindow(stage, desk);
  }
}
