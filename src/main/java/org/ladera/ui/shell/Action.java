package org.ladera.ui.shell;

import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Everything that a key does anywhere in the window. The list of keys is made from this table. */
public enum Action {
  PLAY_PAUSE(key(KeyCode.SPACE), key(KeyCode.F5)),
  STEP_FORWARD(key(KeyCode.RIGHT)),
  STEP_BACK(key(KeyCode.LEFT)),
  RESET(key(KeyCode.HOME)),
  NEXT_STEP(key(KeyCode.PAGE_DOWN)),
  PREVIOUS_STEP(key(KeyCode.PAGE_UP)),
  UNDO(control(KeyCode.Z)),
  VIEW_1(key(KeyCode.F2)),
  VIEW_2(key(KeyCode.F3)),
  VIEW_3(key(KeyCode.F4)),
  VIEW_4(key(KeyCode.F6)),
  FOLD_LIST(key(KeyCode.F7)),
  FOLD_TEXT(key(KeyCode.F8)),
  ZOOM_IN(control(KeyCode.PLUS), control(KeyCode.EQUALS), control(KeyCode.ADD)),
  ZOOM_OUT(control(KeyCode.MINUS), control(KeyCode.SUBTRACT)),
  ZOOM_RESET(control(KeyCode.DIGIT0), control(KeyCode.NUMPAD0)),
  LANGUAGE(control(KeyCode.L)),
  PROFILE(control(KeyCode.T)),
  FULL_SCREEN(key(KeyCode.F11)),
  BLANK(key(KeyCode.B)),
  KEYS(key(KeyCode.F1));

  private record Stroke(KeyCode code, boolean control) {}

  private final List<Stroke> strokes;

  Action(Stroke... strokes) {
    this.strokes = List.of(strokes);
  }

  private static Stroke key(KeyCode code) {
    return new Stroke(code, false);
  }

  private static Stroke control(KeyCode code) {
    return new Stroke(code, true);
  }

  /** The key of its words in the texts. */
  public String text() {
    return "action." + name().toLowerCase(Locale.ROOT);
  }

  /** Whether the key is one that a control with the focus may want for itself. */
  boolean yieldsToFocus() {
    return switch (this) {
      case PLAY_PAUSE, STEP_FORWARD, STEP_BACK, RESET, NEXT_STEP, PREVIOUS_STEP, UNDO, BLANK ->
          true;
      case VIEW_1,
          VIEW_2,
          VIEW_3,
          VIEW_4,
          FOLD_LIST,
          FOLD_TEXT,
          ZOOM_IN,
          ZOOM_OUT,
          ZOOM_RESET,
          LANGUAGE,
          PROFILE,
          FULL_SCREEN,
          KEYS ->
          false;
    };
  }

  boolean matches(KeyEvent event) {
    return !event.isAltDown()
        && strokes.stream()
            .anyMatch(
                s ->
                    s.code() == event.getCode()
                        && s.control() == event.isShortcutDown()
                        && (s.control() || !event.isShiftDown()));
  }

  /** The main key, as a list of the parts to press together; names are keys of the texts. */
  List<String> parts() {
    Stroke first = strokes.getFirst();
    String key =
        switch (first.code()) {
          case SPACE -> "key.space";
          case LEFT -> "key.left";
          case RIGHT -> "key.right";
          case HOME -> "key.home";
          case PAGE_DOWN -> "key.page_down";
          case PAGE_UP -> "key.page_up";
          case PLUS -> "+";
          case MINUS -> "\u2212";
          default -> first.code().getName();
        };
    return first.control() ? List.of("key.ctrl", key) : List.of(key);
  }
}
