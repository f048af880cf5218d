package org.ladera.ui.window.time;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ladera.engine.spec.Edit;
import org.ladera.engine.spec.Hyperparameter;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.OptimizerSpec.Rule;
import org.ladera.explain.ReaderNumber;
import org.ladera.present.shared.NotatedFrame;
import org.ladera.text.RichText;
import org.ladera.ui.control.Choices;
import org.ladera.ui.control.NumberField;
import org.ladera.ui.control.PushButton;

/**
 * The update rule with its constants. It is chosen and filled in first and used with a button: a
 * rule that is only passed on the way to another one would lose the memory of the run.
 */
final class RuleEditor extends VBox implements ChangePanel.Editor {
  private final ChangePanel panel;
  private final ComboBox<Rule> rules;
  private final FlowPane constants;
  private final Button use;
  private OptimizerSpec now;

  /** The last rule that was used, as it was typed and as the engine has it. */
  private @Nullable OptimizerSpec typed;

  private @Nullable OptimizerSpec trained;
  private double[] values = {};

  RuleEditor(ChangePanel panel, OptimizerSpec first) {
    super(panel.tokens.px(8));
    this.panel = panel;
    now = first;
    rules =
        Choices.box(
            List.of(Rule.values()),
            rule -> panel.messages.text("name.optimizer." + rule.id()),
            "rule");
    rules.setAccessibleText(panel.messages.text("change.rule"));
    rules.setOnAction(
        e -> {
          if (rules.getValue() != null) {
            fill(
                rules.getValue() == now.rule()
                    ? now.constants()
                    : rules.getValue().usual(1).constants());
          }
        });
    double gap = panel.tokens.px(8);
    constants = new FlowPane(gap, gap);
    use = new PushButton(panel.messages.text("change.use"), this::use);
    use.setId("change-use-rule");
    constants.setAlignment(Pos.CENTER_RIGHT);
    constants.setRowValignment(VPos.CENTER);
    getChildren().addAll(panel.row(panel.messages.text("change.rule"), rules), constants);
  }

  private void use() {
    typed = rules.getValue().with(now.rate(), values);
    trained = panel.conversion().typed(typed);
    panel.edit(new Edit.SetOptimizer(trained));
  }

  private void fill(double[] start) {
    values = start.clone();
    constants.getChildren().clear();
    List<Hyperparameter> all = rules.getValue().constants();
    for (int i = 0; i < all.size(); i++) {
      constants.getChildren().add(field(all.get(i), i));
    }
    constants.getChildren().add(use);
    fit();
  }

  private HBox field(Hyperparameter constant, int index) {
    String symbol = "$" + constant.symbol() + "$";
    NumberField field =
        new NumberField(
            panel.tokens,
            panel.messages.numbers(),
            constant.range()::holds,
            ReaderNumber::plain,
            value -> {
              values[index] = value.shown();
              fit();
            },
            is ->
                panel.judge(
                    is, "change.range." + constant.range().name().toLowerCase(Locale.ROOT)));
    field.name(
        RichText.parse(panel.messages.text("change.constant", Map.of("symbol", symbol))).plain());
    field.field().setId("change-constant-" + (index + 1));
    field.size(84);
    field.show(ReaderNumber.plain(values[index]));
    HBox box = new HBox(panel.tokens.px(6), panel.words(symbol, 13, panel.tokens.text()), field);
    box.setAlignment(Pos.CENTER_LEFT);
    box.setFillHeight(false);
    return box;
  }

  /** Nothing is to be used that is used already. */
  private void fit() {
    use.setDisable(rules.getValue() == now.rule() && Arrays.equals(values, now.constants()));
  }

  @Override
  public void show(NotatedFrame frame) {
    boolean asTyped = frame.engine().main().experiment().optimizer().equals(trained);
    OptimizerSpec next =
        asTyped && typed != null ? typed : frame.shown().main().experiment().optimizer();
    boolean other =
        rules.getValue() == null
            || now.rule() != next.rule()
            || !Arrays.equals(now.constants(), next.constants());
    now = next;
    if (other) {
      rules.setValue(next.rule());
      fill(next.constants());
    }
  }
}
