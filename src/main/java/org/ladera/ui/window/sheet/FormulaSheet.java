package org.ladera.ui.window.sheet;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.ladera.explain.ReaderNumber;
import org.ladera.lesson.model.Fault;
import org.ladera.store.document.FormulaTable;
import org.ladera.text.Messages;
import org.ladera.ui.control.Boxes;
import org.ladera.ui.control.NumberField;
import org.ladera.ui.control.PushButton;
import org.ladera.ui.theme.Tokens;

/** A function of one or two inputs to be learned: its formula, and where it is looked at. */
public final class FormulaSheet extends VBox {
  private static final double WIDTH = 520;
  private static final int MOST = 10_000;
  private static final String EXAMPLE = "sin(3*x)";

  private final Messages messages;
  private final Tokens tokens;
  private final Map<String, Double> values = new HashMap<>();
  private final TextField formula = new TextField(EXAMPLE);
  private final Label wrong = new Label();

  /**
   * @param learn begins with a formula, or says what is wrong with it
   */
  public FormulaSheet(
      Function<FormulaTable, Optional<Fault>> learn,
      Runnable cancel,
      Messages messages,
      Tokens tokens) {
    this.messages = messages;
    this.tokens = tokens;
    getStyleClass().addAll("sheet", "size-13");
    setMaxSize(tokens.px(WIDTH), USE_PREF_SIZE);
    setId("formula-sheet");
    Label title = new Label(messages.text("formula.title"));
    title.getStyleClass().addAll("sheet-title", "size-16");
    formula.getStyleClass().setAll("text-field", "field", "size-14");
    formula.setId("formula-text");
    formula.setAccessibleText(messages.text("formula.title"));
    Label how = new Label(messages.text("formula.how"));
    how.getStyleClass().addAll("sheet-text", "size-12");
    how.setWrapText(true);
    how.setMinHeight(tokens.px(34));
    FlowPane numbers = new FlowPane(tokens.px(16), tokens.px(8));
    numbers
        .getChildren()
        .addAll(
            number("from", -2, v -> true),
            number("to", 2, v -> true),
            number("count", 60, v -> v >= 2 && v <= MOST && v == Math.rint(v)),
            number("noise", 0.05, v -> v >= 0),
            number("seed", 1, v -> v >= 0 && v == Math.rint(v)));
    wrong.getStyleClass().addAll("fault-words", "size-12");
    wrong.setWrapText(true);
    wrong.setId("formula-wrong");
    Button close = new PushButton(messages.text("lab.read.cancel"), cancel);
    close.setId("sheet-close");
    Button begin =
        new PushButton(
            messages.text("lab.read.begin"),
            PushButton.Kind.PRIMARY,
            () -> learn.apply(table()).ifPresent(this::complain));
    begin.setId("formula-begin");
    begin.setDefaultButton(true);
    HBox foot = new HBox(tokens.px(8), Boxes.space(), close, begin);
    foot.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(title, formula, how, numbers, wrong, foot);
  }

  private FormulaTable table() {
    return new FormulaTable(
        formula.getText(),
        value("from"),
        value("to"),
        (int) value("count"),
        value("noise"),
        (long) value("seed"));
  }

  private double value(String name) {
    return values.getOrDefault(name, 0.0);
  }

  private void complain(Fault fault) {
    wrong.setText(
        messages.text("fault." + fault.key(), Map.<String, Object>copyOf(fault.values())));
    wrong.setMinHeight(USE_PREF_SIZE);
  }

  private Node number(String name, double usual, DoublePredicate allowed) {
    values.put(name, usual);
    String words = messages.text("formula." + name);
    NumberField field =
        new NumberField(
            tokens,
            messages.numbers(),
            allowed,
            ReaderNumber::plain,
            v -> values.put(name, v.shown()),
            is -> {});
    field.name(words);
    field.field().setId("formula-" + name);
    field.show(ReaderNumber.plain(usual));
    Label label = new Label(words);
    label.getStyleClass().addAll("muted", "size-12");
    HBox box = new HBox(tokens.px(8), label, field);
    box.setAlignment(Pos.CENTER_LEFT);
    box.setFillHeight(false);
    return box;
  }
}
