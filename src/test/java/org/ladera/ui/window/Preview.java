package org.ladera.ui.window;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.stage.Stage;
import org.ladera.lesson.model.Check;
import org.ladera.lesson.model.Verdict;
import org.ladera.session.Frame;
import org.ladera.session.run.TrainingSession;
import org.ladera.store.lesson.LessonLibrary;
import org.ladera.text.Language;
import org.ladera.ui.formula.Typesetter;
import org.ladera.ui.fx.FrameClock;
import org.ladera.ui.fx.Toolkit;
import org.ladera.ui.theme.Profile;
import org.ladera.ui.window.appearance.Settings;

/**
 * Opens the window on the fixture, to be looked at: {@code Preview PROFILE LANGUAGE STEP W H
 * [FOLDER]}.
 */
final class Preview {
  private Preview() {}

  public static void main(String[] args) {
    Toolkit.start(() -> open(List.of(args)));
  }

  private static void open(List<String> given) {
    Stage stage = new Stage();
    Profile profile = Profile.valueOf(given.get(0).toUpperCase(Locale.ROOT));
    Language language = Language.valueOf(given.get(1).toUpperCase(Locale.ROOT));
    double width = Double.parseDouble(given.get(3));
    double height = Double.parseDouble(given.get(4));
    MainController controller =
        new MainController(
            given.size() > 5
                ? LessonLibrary.load(Path.of(given.get(5))).lessons()
                : HillLesson.lessons(),
            new TrainingSession(),
            Preview::grade,
            new Typesetter(),
            stage,
            new InMemoryState(new Settings(language, profile, 1), HillLesson.progress()),
            width,
            height);
    controller.open(0, Integer.parseInt(given.get(2)));
    stage.setScene(controller.window().scene());
    new FrameClock(controller::pulse).start();
    stage.show();
  }

  private static Verdict grade(Check check, String answer, Frame frame) {
    return check instanceof Check.Choice choice && choice.right().equals(answer)
        ? new Verdict.Right()
        : new Verdict.Wrong("");
  }
}
