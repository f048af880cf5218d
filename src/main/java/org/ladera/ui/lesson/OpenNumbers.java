package org.ladera.ui.lesson;

import java.util.List;
import java.util.Set;
import javafx.geometry.Side;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.ladera.present.shared.Asked;
import org.ladera.session.Scene;
import org.ladera.session.reading.RunReading;
import org.ladera.ui.formula.FormulaView;

/**
 * A click on a formula of the text, or Enter, opens the arithmetic of the number in it; of several
 * it asks which. Tab reaches the formulas that have one.
 */
final class OpenNumbers {
  /** Those of a button, and the one that opens a number everywhere. */
  private static final Set<KeyCode> KEYS = Set.of(KeyCode.ENTER, KeyCode.SPACE, KeyCode.E);

  private final FormulaView view;
  private final NarrativeActions actions;
  private final List<RunReading> numbers;

  private OpenNumbers(FormulaView view, NarrativeActions actions, List<RunReading> numbers) {
    this.view = view;
    this.actions = actions;
    this.numbers = numbers;
  }

  /**
   * Lets the numbers of the main run in a formula be opened.
   *
   * @param readings their names
   * @return to be run when there are other numbers, which may be such that open
   */
  static Runnable of(FormulaView view, List<String> readings, NarrativeActions actions) {
    List<RunReading> numbers =
        readings.stream()
            .flatMap(name -> RunReading.parse(name).stream())
            .filter(number -> number.run().equals(Scene.MAIN))
            .distinct()
            .toList();
    if (numbers.isEmpty()) {
      return () -> {};
    }
    OpenNumbers open = new OpenNumbers(view, actions, numbers);
    view.getStyleClass().add("open-number");
    view.setMouseTransparent(false);
    view.setPickOnBounds(true);
    view.setOnMouseClicked(e -> open.ask());
    view.setOnKeyPressed(open::key);
    return open::renew;
  }

  private void renew() {
    boolean opens = !now().isEmpty();
    view.setFocusTraversable(opens);
    view.setAccessibleRole(opens ? AccessibleRole.BUTTON : AccessibleRole.TEXT);
    view.setCursor(opens ? Cursor.HAND : null);
  }

  private void key(KeyEvent e) {
    boolean plain = !e.isShortcutDown() && !e.isAltDown();
    if (plain && KEYS.contains(e.getCode()) && !now().isEmpty()) {
      e.consume();
      ask();
    }
  }

  /** Those that an update computes at this moment. */
  private List<RunReading> now() {
    return numbers.stream().filter(number -> actions.opens(Asked.of(number.reading()))).toList();
  }

  private void ask() {
    List<RunReading> now = now();
    if (now.size() == 1) {
      actions.explain(Asked.of(now.getFirst().reading()));
    } else if (!now.isEmpty()) {
      ContextMenu menu = new ContextMenu();
      for (RunReading number : now) {
        MenuItem item = new MenuItem(number.text());
        item.setOnAction(e -> actions.explain(Asked.of(number.reading())));
        menu.getItems().add(item);
      }
      menu.show(view, Side.BOTTOM, 0, 0);
    }
  }
}
