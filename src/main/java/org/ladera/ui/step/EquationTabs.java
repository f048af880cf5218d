package org.ladera.ui.step;

import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import org.ladera.present.step.Equation;
import org.ladera.present.step.Grid;
import org.ladera.present.step.StepModel;
import org.ladera.ui.formula.FormulaView;
import org.ladera.ui.formula.Typesetter;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type;

/**
 * The equations of a phase that has several: one is shown, the others are a click away. Where there
 * is no room for all of them, those around the shown one stand between dots.
 */
final class EquationTabs extends HBox {
  private static final String MORE = "\u2026";

  private final StepActions actions;
  private final Typesetter typesetter;
  private final Text before = new Text(MORE);
  private final Text after = new Text(MORE);

  /** Which of them is shown. */
  private int chosen;

  EquationTabs(StepActions actions, Typesetter typesetter) {
    this.actions = actions;
    this.typesetter = typesetter;
    setAlignment(Pos.CENTER_LEFT);
  }

  void show(StepModel model, Tokens tokens) {
    int phase = model.place().phase();
    var operations = model.update().operations(phase);
    var now = model.equation();
    getChildren().clear();
    setSpacing(tokens.px(2));
    if (operations.stream().allMatch(o -> o.equation() == now)) {
      return;
    }
    Object last = null;
    for (int i = 0; i < operations.size(); i++) {
      var equation = operations.get(i).equation();
      if (equation == last) {
        continue;
      }
      last = equation;
      int operation = i + equation.results().size() - 1;
      FormulaView symbol = new FormulaView(typesetter, false);
      symbol.show(names(equation), 12 * tokens.scale(), tokens, tokens.text());
      Button button = new Button();
      button.setGraphic(symbol);
      button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
      button.getStyleClass().setAll("step-number");
      button.setMinWidth(USE_PREF_SIZE);
      if (equation == now) {
        button.getStyleClass().add("chosen");
        chosen = getChildren().size();
      }
      button.setAccessibleText(symbol.getAccessibleText());
      button.setOnAction(e -> actions.choose(phase, operation, new Grid.Cell(0, 0)));
      getChildren().add(button);
    }
    for (Text more : List.of(before, after)) {
      more.setFont(Type.text(tokens, 14, Type.Weight.SEMI_BOLD));
      more.setFill(tokens.muted());
    }
    getChildren().addFirst(before);
    getChildren().add(after);
  }

  /** Leaves those that have room, and says how wide they are. */
  double fit(double room) {
    if (getChildren().isEmpty()) {
      return 0;
    }
    List<Node> tabs = getChildren().subList(1, getChildren().size() - 1);
    double gap = getSpacing();
    double dots = before.getLayoutBounds().getWidth() + gap;
    double all = tabs.stream().mapToDouble(tab -> tab.prefWidth(-1) + gap).sum();
    double free = all <= room ? room : room - 2 * dots;
    int first = chosen;
    int last = chosen;
    double used = tabs.get(chosen).prefWidth(-1) + gap;
    boolean grown = true;
    while (grown) {
      grown = false;
      if (first > 0 && used + tabs.get(first - 1).prefWidth(-1) + gap <= free) {
        used += tabs.get(--first).prefWidth(-1) + gap;
        grown = true;
      }
      if (last + 1 < tabs.size() && used + tabs.get(last + 1).prefWidth(-1) + gap <= free) {
        used += tabs.get(++last).prefWidth(-1) + gap;
        grown = true;
      }
    }
    for (int i = 0; i < tabs.size(); i++) {
      see(tabs.get(i), i >= first && i <= last);
    }
    see(before, first > 0);
    see(after, last + 1 < tabs.size());
    return Math.min(prefWidth(-1), Math.max(0, room));
  }

  private static void see(Node node, boolean seen) {
    node.setVisible(seen);
    node.setManaged(seen);
  }

  /** What an equation computes; where nothing is computed, all that stands in it. */
  private static String names(Equation equation) {
    List<Grid> results = equation.results();
    boolean given = results.size() == equation.terms().size();
    return given
        ? results.stream().map(Grid::tex).collect(Collectors.joining(", "))
        : results.getLast().tex();
  }
}
