package org.ladera.ui.window.action;

import static javafx.scene.input.KeyCode.BACK_SPACE;
import static javafx.scene.input.KeyCode.DELETE;
import static javafx.scene.input.KeyCode.DOWN;
import static javafx.scene.input.KeyCode.END;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.ESCAPE;
import static javafx.scene.input.KeyCode.HOME;
import static javafx.scene.input.KeyCode.INSERT;
import static javafx.scene.input.KeyCode.LEFT;
import static javafx.scene.input.KeyCode.MINUS;
import static javafx.scene.input.KeyCode.PLUS;
import static javafx.scene.input.KeyCode.RIGHT;
import static javafx.scene.input.KeyCode.UP;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.ladera.text.Messages;

/**
 * The keys that a view or a panel has a use for while it has the focus. Each carries its own out;
 * here they are only told, for the list of keys.
 */
public enum InnerKeys {
  MOVE(Group.VIEW, With.NOTHING, LEFT, RIGHT, UP, DOWN),
  FINER(Group.VIEW, With.SHIFT, LEFT, RIGHT, UP, DOWN),
  ENDS(Group.VIEW, With.NOTHING, HOME, END),
  USE(Group.VIEW, With.NOTHING, ENTER),
  LET_GO(Group.VIEW, With.NOTHING, ESCAPE),
  COPY(Group.VIEW, With.CONTROL, KeyCode.C),
  SCALE(Group.VIEW, With.NOTHING, KeyCode.L),
  LOOK_AGAIN(Group.VIEW, With.NOTHING, KeyCode.R),
  CLOSER(Group.VIEW, With.NOTHING, PLUS, MINUS),
  TURN_KERNEL(Group.VIEW, With.NOTHING, KeyCode.R),
  OTHER_KERNEL(Group.VIEW, With.NOTHING, PLUS, MINUS),
  OTHER_CLASS(Group.VIEW, With.NOTHING, PLUS, MINUS),
  TYPE_KERNEL(Group.VIEW, With.NOTHING, KeyCode.K),
  ASK_POOLED(Group.VIEW, With.NOTHING, KeyCode.M),
  PEN(Group.VIEW, With.NOTHING, ENTER),
  STROKE_BACK(Group.VIEW, With.NOTHING, BACK_SPACE),
  CLEAR_PAD(Group.VIEW, With.NOTHING, DELETE),
  TURN(Group.VIEW, With.NOTHING, KeyCode.COMMA, KeyCode.PERIOD),
  NORMS(Group.VIEW, With.NOTHING, KeyCode.N),
  OWN_SCALE(Group.VIEW, With.NOTHING, KeyCode.O),
  SHIFT_EXAMPLE(Group.VIEW, With.ALT, LEFT, RIGHT, UP, DOWN),
  GIVE_CLASS(Group.VIEW, With.NOTHING, KeyCode.DIGIT0, KeyCode.DIGIT1),
  ADD_EXAMPLE(Group.VIEW, With.NOTHING, INSERT),
  REMOVE_EXAMPLE(Group.VIEW, With.NOTHING, DELETE, BACK_SPACE),
  DRAW(Group.TEXT, With.NOTHING, LEFT, RIGHT, UP, DOWN),
  CHOOSE_BRANCH(Group.PANEL, With.NOTHING, UP, DOWN),
  SHOW_BRANCH(Group.PANEL, With.NOTHING, ENTER),
  COMPARE_BRANCH(Group.PANEL, With.NOTHING, KeyCode.C),
  RENAME_BRANCH(Group.PANEL, With.NOTHING, KeyCode.N),
  DELETE_BRANCH(Group.PANEL, With.NOTHING, DELETE, BACK_SPACE);

  /** Where the focus is. */
  public enum Group {
    VIEW,
    TEXT,
    PANEL;

    public String text() {
      return "keys.group." + name().toLowerCase(Locale.ROOT);
    }
  }

  /** What is held down with it. */
  private enum With {
    NOTHING(""),
    SHIFT("key.shift"),
    CONTROL("key.ctrl"),
    ALT("key.alt");

    private final String text;

    With(String text) {
      this.text = text;
    }
  }

  private static final Set<KeyCode> ARROWS = Set.of(LEFT, RIGHT, UP, DOWN);

  private final Group group;
  private final With with;
  private final List<KeyCode> codes;

  InnerKeys(Group group, With with, KeyCode... codes) {
    this.group = group;
    this.with = with;
    this.codes = List.of(codes);
  }

  public static List<InnerKeys> of(Group group) {
    return Arrays.stream(values()).filter(keys -> keys.group == group).toList();
  }

  /** The key of its words in the texts. */
  public String text() {
    return "inner." + name().toLowerCase(Locale.ROOT);
  }

  public boolean matches(KeyEvent event) {
    return codes.contains(main(event.getCode()))
        && event.isShiftDown() == (with == With.SHIFT)
        && event.isShortcutDown() == (with == With.CONTROL)
        && event.isAltDown() == (with == With.ALT);
  }

  /** The key that stands for one of the block of numbers, or for one that has its sign as well. */
  private static KeyCode main(KeyCode code) {
    return switch (code) {
      case ADD, EQUALS -> PLUS;
      case SUBTRACT -> MINUS;
      default -> code;
    };
  }

  /** What is printed on the keys that are pressed together. */
  public List<String> parts(Messages messages) {
    String keys =
        ARROWS.containsAll(codes) && codes.size() == ARROWS.size()
            ? messages.text("key.arrows")
            : codes.stream().map(code -> printed(code, messages)).collect(Collectors.joining(" "));
    return with == With.NOTHING ? List.of(keys) : List.of(messages.text(with.text), keys);
  }

  private static String printed(KeyCode code, Messages messages) {
    return switch (code) {
      case HOME, END, ENTER, ESCAPE, INSERT, DELETE, UP, DOWN ->
          messages.text("key." + code.name().toLowerCase(Locale.ROOT));
      case BACK_SPACE -> "\u232b";
      case PLUS -> "+";
      case MINUS -> "\u2212";
      case COMMA -> ",";
      case PERIOD -> ".";
      default -> code.getName();
    };
  }
}
