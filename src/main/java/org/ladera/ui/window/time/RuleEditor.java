package org.ladera.ui.window.time;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.ladera.engine.spec.Edit;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.present.time.OptimizerRule;
import org.ladera.session.RunFrame;
import org.ladera.text.RichText;
import org.ladera.ui.control.Choices;
import org.ladera.ui.control.Chrome;
import org.ladera.ui.control.NumberField;

/**
 * The update rule with its constants. It is chosen and filled in first and used with a button: a
 * rule that is only passed on the way to another one would lose the memory of the run.
 */
final class RuleEditor extends VBox implements ChangePanel.Editor {
  private final ChangePanel panel;
  private final ComboBox<OptimizerRule> rules;
  private final FlowPane constants;
  private final Button use;
  private OptimizerSpec now;
  private double[] values = {};

  RuleEditor(ChangePanel panel) {
    super(Chrome.px(panel.tokens, 8));
    this.panel = panel;
    rules =
        Choices.box(
            List.of(OptimizerRule.values()), rule -> panel.messages.text(rule.text()), "rule");
    rules.setAccessibleText(panel.messages.text("change.rule"));
    rules.setOnAction(
        e -> {
          if (rules.getValue() != null) {
            fill(
                rules.getValue() == OptimizerRule.of(now)
                    ? OptimizerRule.values(now)
                    : rules.getValue().usual());
          }
        });
    double gap = Chrome.px(panel.tokens, 8);
    constants = new FlowPane(gap, gap);
    use =
        Chrome.push(
            panel.messages.text("change.use"),
            () -> panel.edit(new Edit.SetOptimizer(rules.getValue().with(now.rate(), values))));
    use.setId("change-use-rule");
    constants.setAlignment(Pos.CENTER_RIGHT);
    constants.setRowValignment(VPos.CENTER);
    getChildren().addAll(panel.row(panel.messages.text("change.rule"), rules), constants);
  }

  private void fill(double[] start) {
    values = start.clone();
    constants.getChildren().clear();
    List<OptimizerRule.Constant> all = rules.getValue().constants();
    for (int i = 0; i < all.size(); i++) {
      constants.getChildren().add(field(all.get(i), i));
    }
    constants.getChildren().add(use);
    fit();
  }

  private HBox field(OptimizerRule.Constant constant, int index) {
    NumberField field =
        new NumberField(
            panel.tokens,
            panel.messages.numbers(),
            constant.range()::holds,
            NumberField.telling(
                value -> {
                  values[index] = value;
                  fit();
                },
                is -> panel.judge(is, constant.range().text())));
    field.name(
        RichText.parse(panel.messages.text("change.constant", Map.of("symbol", constant.symbol())))
            .plain());
    field.field().setId("change-constant-" + (index + 1));
    field.size(84);
    field.show(values[index]);
    HBox box =
        new HBox(
            Chrome.px(panel.tokens, 6),
            panel.words(constant.symbol(), 13, panel.tokens.text()),
            field);
    box.setAlignment(Pos.CENTER_LEFT);
    box.setFillHeight(false);
    return box;
  }

  /** Nothing is to be used that is used already. */
  private void fit() {
    use.setDisable(
        rules.getValue() == OptimizerRule.of(now)
            && Arrays.equals(values, OptimizerRule.values(now)));
  }

  @Override
  public void show(RunFrame run) {
    OptimizerSpec next = run.experiment().optimizer();
    boolean other =
        now == null
            || OptimizerRule.of(now) != OptimizerRule.of(next)
            || !Arrays.equals(OptimizerRule.values(now), OptimizerRule.values(next));
    now = next;
    if (other) {
      rules.setValue(OptimizerRule.of(next));
      fill(OptimizerRule.values(next));
    }
  }
}
