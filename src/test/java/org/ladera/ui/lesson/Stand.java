package org.ladera.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.ladera.explain.Notation;
import org.ladera.lesson.model.Lesson;
import org.ladera.present.shared.NotatedFrame;
import org.ladera.session.Frame;
import org.ladera.text.Language;
import org.ladera.text.Messages;
import org.ladera.ui.Fx;
import org.ladera.ui.control.IconButton;
import org.ladera.ui.control.PushButton;
import org.ladera.ui.formula.FormulaView;
import org.ladera.ui.formula.Typesetter;
import org.ladera.ui.theme.Profile;
import org.ladera.ui.theme.Theme;
import org.ladera.ui.theme.Tokens;
import org.testfx.api.FxRobot;

/** The narrative in a window, driven by keyboard. */
final class Stand implements AutoCloseable {
  static final int EVERY_CONTROL = 3;
  static final int SURFACE = 2;

  final RecordedActions recorder = new RecordedActions();
  final NarrativePane pane;
  private final FxRobot robot = new FxRobot();
  private final Stage stage;
  private final Lesson lesson;

  Stand(Typesetter typesetter, int step, Language language) {
    this(typesetter, SurfaceLesson.lesson(), step, language);
  }

  Stand(Typesetter typesetter, Lesson lesson, int step, Language language) {
    Fx.start();
    this.lesson = lesson;
    pane = Fx.on(() -> new NarrativePane(typesetter, SurfaceLesson::grade, recorder));
    stage =
        Fx.on(
            () -> {
              Stage window = new Stage();
              window.setScene(new Scene(pane, 336, 900));
              window.show();
              window.requestFocus();
              return window;
            });
    show(step, language, Profile.LIGHT);
  }

  void show(int step, Language language, Profile profile) {
    Tokens tokens = Tokens.of(profile);
    on(
        () -> {
          Theme.apply(stage.getScene(), tokens);
          pane.show(lesson, step, Messages.load(language), Notation.ENGINE, tokens);
        });
  }

  void render(Frame frame) {
    on(() -> pane.render(NotatedFrame.plain(frame)));
  }

  void on(Runnable action) {
    Fx.on(
        () -> {
          action.run();
          pane.applyCss();
          pane.layout();
          return null;
        });
  }

  /** Puts the focus on a node and presses keys. */
  void press(Node node, KeyCode... keys) {
    Fx.on(
        () -> {
          node.requestFocus();
          return null;
        });
    for (KeyCode key : keys) {
      robot.push(key);
    }
  }

  /** Presses keys together. */
  void chord(Node node, KeyCode... keys) {
    Fx.on(
        () -> {
          node.requestFocus();
          return null;
        });
    robot.push(keys);
  }

  void type(Node node, String text) {
    Fx.on(
        () -> {
          node.requestFocus();
          ((javafx.scene.control.TextField) node).selectAll();
          return null;
        });
    robot.write(text);
  }

  /** All nodes of a kind that match, in the order of the screen. */
  <T extends Node> List<T> all(Class<T> kind, Predicate<T> which) {
    return Fx.on(
        () -> {
          List<T> found = new ArrayList<>();
          collect(pane, kind, which, found);
          return found;
        });
  }

  <T extends Node> T the(Class<T> kind, Predicate<T> which) {
    return all(kind, which).getFirst();
  }

  /** The button with these words, be they written or spoken. */
  Node button(String words) {
    return the(
        Node.class,
        node ->
            node instanceof PushButton push && words.equals(push.getText())
                || (node instanceof PushButton || node instanceof IconButton)
                    && words.equals(node.getAccessibleText()));
  }

  /** The formulas on screen, as TeX. */
  List<String> formulas() {
    return all(FormulaView.class, view -> true).stream().map(FormulaView::tex).toList();
  }

  /** All words on screen. */
  String words() {
    StringBuilder words = new StringBuilder();
    for (javafx.scene.text.Text text : all(javafx.scene.text.Text.class, Stand::shown)) {
      words.append(text.getText());
    }
    return words.toString();
  }

  private static boolean shown(Node node) {
    for (Node n = node; n != null; n = n.getParent()) {
      if (!n.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private static <T extends Node> void collect(
      Node node, Class<T> kind, Predicate<T> which, List<T> found) {
    if (kind.isInstance(node) && which.test(kind.cast(node))) {
      found.add(kind.cast(node));
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, kind, which, found));
    }
  }

  @Override
  public void close() {
    Fx.on(
        () -> {
          stage.close();
          return null;
        });
  }
}
