package org.ladera.ui.lesson;

import java.util.List;
import javafx.geometry.Side;
import javafx.scene.Cursor;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import org.ladera.present.shared.Asked;
import org.ladera.session.Scene;
import org.ladera.session.reading.RunReading;
import org.ladera.ui.formula.FormulaView;

/**
 * A click on a formula of the text opens the arithmetic of the number in it; of several it asks
 * which.
 */
final class OpenNumbers {
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
   */
  static void of(FormulaView view, List<String> readings, NarrativeActions actions) {
    List<RunReading> numbers =
        readings.stream()
            .flatMap(name -> RunReading.parse(name).stream())
            .filter(number -> number.run().equals(Scene.MAIN))
            .distinct()
            .toList();
    if (!numbers.isEmpty()) {
      OpenNumbers open = new OpenNumbers(view, actions, numbers);
      view.setMouseTransparent(false);
      view.setPickOnBounds(true);
      view.setOnMouseEntered(e -> view.setCursor(open.now().isEmpty() ? null : Cursor.HAND));
      view.setOnMouseClicked(e -> open.ask());
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
