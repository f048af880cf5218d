package org.ladera.ui.window;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.ladera.lesson.model.Check;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.Verdict;
import org.ladera.session.Frame;
import org.ladera.session.run.InlineSession;
import org.ladera.text.Language;
import org.ladera.ui.formula.Typesetter;
import org.ladera.ui.theme.Profile;
import org.ladera.ui.window.appearance.Settings;

/** A whole window over a session that does everything at once. FX thread only. */
public final class WindowBench implements AutoCloseable {
  public final InlineSession session = new InlineSession();
  final Stage stage = new Stage();
  public final MainController controller;
  final InMemoryState person;

  WindowBench(Typesetter typesetter, Settings start, double width, double height) {
    this(HillLesson.lessons(), typesetter, start, width, height);
  }

  WindowBench(
      List<Lesson> lessons, Typesetter typesetter, Settings start, double width, double height) {
    person = new InMemoryState(start, HillLesson.progress());
    controller =
        new MainController(
            lessons, session, WindowBench::grade, typesetter, stage, person, width, height);
    stage.setScene(controller.window().scene());
    stage.setWidth(width);
    stage.setHeight(height);
    // What moves is seen where it leads to; a test of the motion asks for it.
    scene().getPreferences().setReducedMotion(true);
    stage.show();
  }

  public static Settings plain(Language language) {
    return new Settings(language, Profile.LIGHT, 1);
  }

  private static Verdict grade(Check check, String answer, Frame frame) {
    return check instanceof Check.Choice choice && choice.right().equals(answer)
        ? new Verdict.Right()
        : new Verdict.Wrong("");
  }

  public Scene scene() {
    return controller.window().scene();
  }

  public Frame frame() {
    return session.newest();
  }

  /** Two pulses, as the machine has sixty of a second. */
  public WindowBench settle() {
    for (int i = 0; i < 2; i++) {
      controller.pulse();
      scene().getRoot().applyCss();
      scene().getRoot().layout();
    }
    return this;
  }

  WindowBench press(KeyCode code) {
    return press(code, false, false);
  }

  WindowBench control(KeyCode code) {
    return press(code, false, true);
  }

  WindowBench press(KeyCode code, boolean shift, boolean control) {
    Node owner = scene().getFocusOwner();
    Event.fireEvent(
        owner == null ? scene().getRoot() : owner,
        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false));
    return settle();
  }

  public Optional<Node> find(String id) {
    return nodes(scene().getRoot()).filter(n -> id.equals(n.getId())).findFirst();
  }

  /** All that is shown, in the order of the scene. */
  static Stream<Node> nodes(Parent parent) {
    return parent.getChildrenUnmodifiable().stream()
        .filter(Node::isVisible)
        .flatMap(n -> n instanceof Parent p ? Stream.concat(Stream.of(n), nodes(p)) : Stream.of(n));
  }

  Stream<Node> shown() {
    return nodes(scene().getRoot());
  }

  /** Every text that a person sees outside the plots. */
  List<String> words() {
    return shown()
        .flatMap(n -> n instanceof Text t ? Stream.of(t.getText()) : Stream.empty())
        .filter(t -> !t.isBlank())
        .toList();
  }

  /** Texts that are shown shorter than they are. */
  public List<String> cut() {
    return shown()
        .flatMap(n -> n instanceof Labeled l ? Stream.of(l) : Stream.empty())
        .filter(l -> l.getText() != null && !l.getText().isBlank())
        .filter(
            l ->
                nodes(l)
                    .flatMap(n -> n instanceof Text t ? Stream.of(t) : Stream.empty())
                    .noneMatch(t -> t.getText().equals(l.getText())))
        .filter(l -> l.getContentDisplay() != javafx.scene.control.ContentDisplay.GRAPHIC_ONLY)
        .map(Labeled::getText)
        .toList();
  }

  /** Controls that reach over the edge of the window. */
  public List<String> outside() {
    double w = scene().getWidth();
    double h = scene().getHeight();
    return shown()
        .filter(n -> n.isFocusTraversable() || n instanceof Labeled)
        .filter(n -> !scrolls(n))
        .filter(
            n -> {
              var box = n.localToScene(n.getLayoutBounds());
              return box.getMinX() < -0.5
                  || box.getMinY() < -0.5
                  || box.getMaxX() > w + 0.5
                  || box.getMaxY() > h + 0.5;
            })
        .map(n -> n.getClass().getSimpleName() + " " + n.getId() + " " + n.getAccessibleText())
        .toList();
  }

  static boolean scrolls(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at instanceof javafx.scene.control.ScrollPane) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() {
    stage.close();
    session.close();
  }
}
