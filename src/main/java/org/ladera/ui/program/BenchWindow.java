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

/** The whole program in a window in which something is measured. FX thread only. */
record BenchWindow(Stage stage, Desk desk) {
  static BenchWindow show(
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
    stage.show();
    return new BenchWindow(stage, desk);
  }
}
