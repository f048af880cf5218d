package org.ladera.ui.window.time;

import java.util.Map;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.ladera.engine.spec.Edit;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.explain.ReaderNumber;
import org.ladera.present.shared.NotatedFrame;
import org.ladera.session.RunFrame;
import org.ladera.ui.control.NumberField;

/** One weight by its name and its new value. Up and down in the name go through all of them. */
final class WeightEditor extends VBox implements ChangePanel.Editor {
  private final ChangePanel panel;
  private final TextField name = new TextField();
  private final NumberField value;
  private RunFrame run;
  private final ParameterLayout layout;
  private int index;

  WeightEditor(ChangePanel panel, NetworkSpec network) {
    this.panel = panel;
    layout = new ParameterLayout(network);
    value =
        new NumberField(
            panel.tokens,
            panel.messages.numbers(),
            Double::isFinite,
            ReaderNumber::plain,
            to -> panel.edit(new Edit.SetParameter(layout.refAt(index), to.engine())),
            is -> panel.judge(is, "change.range.number"));
    value.name(panel.messages.text("change.weight.value"));
    value.field().setId("change-weight-value");
    value.size(96);
    name.setId("change-weight");
    name.getStyleClass().addAll("size-13", "field");
    name.setText(layout.refAt(0).toString());
    name.setAccessibleText(
        panel.messages.text("change.weight.name", Map.of("example", layout.refAt(0))));
    name.setPrefWidth(panel.tokens.px(96));
    name.setMinWidth(panel.tokens.px(96));
    name.setMaxWidth(panel.tokens.px(96));
    name.setOnKeyPressed(this::key);
    name.setOnAction(e -> read());
    name.focusedProperty()
        .addListener(
            (property, was, is) -> {
              if (!is) {
                read();
              }
            });
    getChildren().add(panel.row(panel.messages.text("change.weight"), name, value));
  }

  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case UP -> choose(Math.max(0, index - 1));
      case DOWN -> choose(Math.min(layout.count() - 1, index + 1));
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void choose(int next) {
    index = next;
    name.setText(layout.refAt(index).toString());
    name.end();
    value.show(ReaderNumber.plain(run.parameters().get(index)));
  }

  private void read() {
    try {
      choose(layout.indexOf(ParameterRef.parse(name.getText().strip())));
      panel.judge(true, "");
    } catch (IllegalArgumentException unknown) {
      panel.complain(
          panel.messages.text(
              layout.count() == 1 ? "change.weight.none.one" : "change.weight.none",
              Map.of(
                  "name", name.getText(),
                  "first", layout.refAt(0),
                  "last", layout.refAt(layout.count() - 1))));
    }
  }

  @Override
  public void show(NotatedFrame frame) {
    run = frame.engine().main();
    value.show(ReaderNumber.plain(run.parameters().get(index)));
  }
}
