package org.ladera.ui.window;

import java.util.Set;
import javafx.event.ActionEvent;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.ladera.ui.control.FieldState;
import org.ladera.ui.window.action.Action;
import org.ladera.ui.window.action.WindowActions;

/**
 * Brings keys to the actions of the window. A control that was reached by Tab gets the keys it has
 * a use for; one that was clicked leaves the keys of a presenter's remote to the run. What a
 * control leaves comes back here. A field has all its keys while somebody types, until Enter or
 * Escape.
 */
final class Keyboard {
  /** With Ctrl: copies, and goes by marks or words, where the focus has such; else the window's. */
  private static final Set<KeyCode> SHARED = Set.of(KeyCode.C, KeyCode.LEFT, KeyCode.RIGHT);

  /** With Ctrl in a field: what a person does to the text in it. */
  private static final Set<KeyCode> EDITING =
      Set.of(KeyCode.Z, KeyCode.Y, KeyCode.V, KeyCode.COMMA);

  /** What a remote sends that a view or the text would take to itself. */
  private static final Set<KeyCode> REMOTE =
      Set.of(KeyCode.LEFT, KeyCode.RIGHT, KeyCode.SPACE, KeyCode.PERIOD);

  private final Scene scene;
  private final Overlays overlays;
  private final WindowActions actions;
  private final Runnable escape;

  /** What had the focus last, beside the whole window: Tab goes on from there. */
  private @Nullable Node left;

  /** The key that is down has done its work; a field it has opened must not get its letter. */
  private boolean done;

  /**
   * @param escape what Escape does where no control and no sheet takes it
   */
  Keyboard(Scene scene, Overlays overlays, WindowActions actions, Runnable escape) {
    this.scene = scene;
    this.overlays = overlays;
    this.actions = actions;
    this.escape = escape;
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::early);
    scene.addEventHandler(KeyEvent.KEY_PRESSED, this::late);
    scene.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
    scene.addEventFilter(KeyEvent.KEY_RELEASED, e -> done = false);
    scene.addEventHandler(ActionEvent.ACTION, this::entered);
    scene
        .focusOwnerProperty()
        .addListener((property, was, is) -> left = is == null || is == scene.getRoot() ? left : is);
  }

  /** Enter in a field: what was typed is taken, and the keys are the run's again. */
  private void entered(ActionEvent event) {
    if (event.getTarget() instanceof TextField field
        && field == scene.getFocusOwner()
        && !overlays.isCovered()
        && !FieldState.WRONG.marks(field)
        && !FieldState.WRONG.marks(field.getParent())) {
      scene.getRoot().requestFocus();
    }
  }

  /** Whether the key also writes a sign. */
  private static boolean isWritten(KeyCode code) {
    return code.isLetterKey() || code.isDigitKey() || code == KeyCode.PERIOD;
  }

  private void typed(KeyEvent event) {
    if (done) {
      event.consume();
    }
  }

  private void early(KeyEvent event) {
    done = false;
    if (overlays.isCovered()) {
      overlays.key(event);
    } else if (event.getCode() == KeyCode.TAB && goOn(event.isShiftDown())) {
      event.consume();
    } else if (!wants(scene.getFocusOwner(), event)) {
      perform(event);
    }
  }

  private static boolean isStop(@Nullable Node node) {
    return node != null && node.isFocusTraversable();
  }

  /** From the control that gave the keys to the run, where it is still there. */
  private boolean goOn(boolean back) {
    Node from = left;
    boolean given = !isStop(scene.getFocusOwner());
    if (!given || from == null || from.getScene() != scene) {
      return false;
    }
    from.requestFocus();
    return from.requestFocusTraversal(back ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
  }

  private void late(KeyEvent event) {
    if (overlays.isCovered() || event.isConsumed()) {
      return;
    }
    if (event.getCode() == KeyCode.ESCAPE) {
      escape.run();
    } else if (!(scene.getFocusOwner() instanceof TextInputControl)) {
      perform(event);
    }
  }

  private void perform(KeyEvent event) {
    for (Action action : Action.values()) {
      if (action.matches(event)) {
        event.consume();
        done = isWritten(event.getCode());
        actions.perform(action);
        return;
      }
    }
  }

  /** Has the focus from the mouse. A slider is moved on by the arrows all the same. */
  private static boolean isClicked(Node focused) {
    return !focused.isFocusVisible() && focused.getAccessibleRole() != AccessibleRole.SLIDER;
  }

  /** Whether the control with the focus may have a use of its own for this key. */
  private static boolean wants(Node focused, KeyEvent event) {
    KeyCode code = event.getCode();
    // Keys of a presenter's remote, and those that no control has a use for.
    if (code == KeyCode.PAGE_DOWN || code == KeyCode.PAGE_UP || code.isFunctionKey()) {
      return false;
    }
    if (focused instanceof TextInputControl) {
      return !event.isShortcutDown() || EDITING.contains(code) || SHARED.contains(code);
    }
    if (focused instanceof ToggleButton toggle && toggle.getToggleGroup() != null) {
      // One of several: the arrows choose another one.
      return focused.isFocusVisible() && (code == KeyCode.SPACE || code.isArrowKey());
    }
    if (focused instanceof ButtonBase) {
      // After a click the space bar plays; only who came by Tab presses the button with it.
      return code == KeyCode.SPACE && focused.isFocusVisible();
    }
    if (focused == null || (REMOTE.contains(code) && isClicked(focused))) {
      return false;
    }
    return !event.isShortcutDown() || SHARED.contains(code);
  }
}
