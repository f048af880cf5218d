package org.ladera.ui.window.action;

import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.ladera.text.Messages;

/** Everything that a key does anywhere in the window. The list of keys is made from this table. */
public enum Action {
  PLAY_PAUSE(Group.RUN, key(KeyCode.SPACE), key(KeyCode.F5)),
  STEP_FORWARD(Group.RUN, key(KeyCode.RIGHT)),
  STEP_BACK(Group.RUN, key(KeyCode.LEFT)),
  RESET(Group.RUN, key(KeyCode.HOME)),
  END(Group.RUN, key(KeyCode.END)),
  RUN_UNTIL(Group.RUN, key(KeyCode.U)),
  CHANGE(Group.RUN, key(KeyCode.C)),
  BRANCHES(Group.RUN, key(KeyCode.R)),
  UNDO(Group.RUN, control(KeyCode.Z)),
  REDO(Group.LABORATORY, control(KeyCode.Y)),
  EXPERIMENT(Group.LABORATORY, key(KeyCode.X)),
  LABORATORY(Group.LABORATORY, control(KeyCode.N)),
  OPEN_FILE(Group.LABORATORY, control(KeyCode.D)),
  PASTE(Group.LABORATORY, control(KeyCode.V)),
  SAVE(Group.LABORATORY, control(KeyCode.S)),
  SHARE(Group.LABORATORY, control(KeyCode.K)),
  EXPORT(Group.LABORATORY, control(KeyCode.E)),
  SLOWER(Group.RUN, key(KeyCode.MINUS), key(KeyCode.SUBTRACT)),
  FASTER(Group.RUN, key(KeyCode.PLUS), key(KeyCode.EQUALS), key(KeyCode.ADD)),
  CHECK(Group.RUN, key(KeyCode.G)),
  STEP_THROUGH(Group.RUN, key(KeyCode.E)),
  PROGRAM(Group.RUN, key(KeyCode.P)),
  FIND(Group.UPDATE, control(KeyCode.F)),
  LAYER_FORWARD(Group.UPDATE, control(KeyCode.RIGHT)),
  LAYER_BACK(Group.UPDATE, control(KeyCode.LEFT)),
  TERMS(Group.UPDATE, key(KeyCode.W)),
  COPY(Group.UPDATE, control(KeyCode.C)),
  NEXT_STEP(Group.LESSON, key(KeyCode.PAGE_DOWN)),
  PREVIOUS_STEP(Group.LESSON, key(KeyCode.PAGE_UP)),
  NEXT_LESSON(Group.LESSON, control(KeyCode.PAGE_DOWN)),
  PREVIOUS_LESSON(Group.LESSON, control(KeyCode.PAGE_UP)),
  TO_TEXT(Group.LESSON, key(KeyCode.Q)),
  LESSONS(Group.LESSON, control(KeyCode.O)),
  OPENING(Group.WINDOW, control(KeyCode.H)),
  VIEW_1(Group.VIEWS, control(KeyCode.DIGIT1), control(KeyCode.NUMPAD1), key(KeyCode.F2)),
  VIEW_2(Group.VIEWS, control(KeyCode.DIGIT2), control(KeyCode.NUMPAD2), key(KeyCode.F3)),
  VIEW_3(Group.VIEWS, control(KeyCode.DIGIT3), control(KeyCode.NUMPAD3), key(KeyCode.F4)),
  VIEW_4(Group.VIEWS, control(KeyCode.DIGIT4), control(KeyCode.NUMPAD4), key(KeyCode.F6)),
  VIEW_5(Group.VIEWS, control(KeyCode.DIGIT5), control(KeyCode.NUMPAD5)),
  FOLD_LIST(Group.WINDOW, key(KeyCode.F7)),
  FOLD_TEXT(Group.WINDOW, key(KeyCode.F8)),
  ZOOM_IN(Group.WINDOW, control(KeyCode.PLUS), control(KeyCode.EQUALS), control(KeyCode.ADD)),
  ZOOM_OUT(Group.WINDOW, control(KeyCode.MINUS), control(KeyCode.SUBTRACT)),
  ZOOM_RESET(Group.WINDOW, control(KeyCode.DIGIT0), control(KeyCode.NUMPAD0)),
  FULL_SCREEN(Group.WINDOW, key(KeyCode.F11)),
  BLANK(Group.WINDOW, key(KeyCode.B), key(KeyCode.PERIOD)),
  LANGUAGE(Group.WINDOW, control(KeyCode.L)),
  PROFILE(Group.WINDOW, control(KeyCode.T)),
  SETTINGS(Group.WINDOW, control(KeyCode.COMMA)),
  KEYS(Group.WINDOW, key(KeyCode.F1));

  /** Where the list of keys shows it. */
  public enum Group {
    RUN,
    UPDATE,
    LESSON,
    VIEWS,
    LABORATORY,
    WINDOW;

    public String text() {
      return "keys.group." + name().toLowerCase(Locale.ROOT);
    }
  }

  private record Stroke(KeyCode code, boolean control) {}

  private final Group group;
  private final List<Stroke> strokes;

  Action(Group group, Stroke... strokes) {
    this.group = group;
    this.strokes = List.of(strokes);
  }

  private static Stroke key(KeyCode code) {
    return new Stroke(code, false);
  }

  private static Stroke control(KeyCode code) {
    return new Stroke(code, true);
  }

  public Group group() {
    return group;
  }

  /** The key of its words in the texts. */
  public String text() {
    return "action." + name().toLowerCase(Locale.ROOT);
  }

  public boolean matches(KeyEvent event) {
    return !event.isAltDown()
        && strokes.stream()
            .anyMatch(
                s ->
                    s.code() == event.getCode()
                        && s.control() == event.isShortcutDown()
                        && (s.control() || !event.isShiftDown() || s.code() == KeyCode.EQUALS));
  }

  /** The main key as it is printed on the keyboard. */
  public String keys(Messages messages) {
    return String.join(" ", parts(messages));
  }

  /** The main key as a list of the parts to press together. */
  public List<String> parts(Messages messages) {
    return parts().stream()
        .map(part -> part.startsWith("key.") ? messages.text(part) : part)
        .toList();
  }

  private List<String> parts() {
    Stroke first = strokes.getFirst();
    String key =
        switch (first.code()) {
          case SPACE, LEFT, RIGHT, HOME, END, PAGE_DOWN, PAGE_UP ->
              "key." + first.code().name().toLowerCase(Locale.ROOT);
          case PLUS -> "+";
          case MINUS -> "\u2212";
          case COMMA -> ",";
          default -> first.code().getName();
        };
    return first.control() ? List.of("key.ctrl", key) : List.of(key);
  }
}
