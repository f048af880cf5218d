package org.ladera.ui.window.time;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.spec.Edit;
import org.ladera.explain.ReaderNumber;
import org.ladera.lesson.markup.Markup;
import org.ladera.present.data.EditedData;
import org.ladera.present.shared.Labels;
import org.ladera.present.shared.NotatedFrame;
import org.ladera.session.RunFrame;
import org.ladera.ui.control.Choices;
import org.ladera.ui.control.NumberField;

/** One number of one example, in the units of the data. */
final class ExampleEditor extends VBox implements ChangePanel.Editor {
  private final ChangePanel panel;
  private final NumberField number;
  private final ComboBox<Integer> column;
  private final NumberField value;
  private Dataset data;
  private int sample;

  ExampleEditor(ChangePanel panel, Dataset data, Labels labels) {
    this.panel = panel;
    this.data = data;
    // Without the unit: the values here are those that the network sees.
    List<String> names =
        Stream.concat(data.inputs().stream(), data.targets().stream())
            .map(id -> Markup.plain(Markup.line(labels.column(id).split(" / ", 2)[0])))
            .toList();
    number =
        field(
            data.size() == 1 ? "change.value.name.one" : "change.value.name",
            "change-example",
            v -> v == Math.rint(v) && v >= 1 && v <= this.data.size(),
            v -> {
              sample = (int) v.engine() - 1;
              showValue();
            });
    number.size(48);
    column =
        Choices.box(
            IntStream.range(0, names.size()).boxed().toList(), names::get, "example-column");
    column.setAccessibleText(panel.messages.text("change.value.column"));
    column.setVisibleRowCount(Math.min(10, names.size()));
    column.setMaxWidth(panel.tokens.px(132));
    column.setValue(0);
    column.setOnAction(e -> showValue());
    value =
        field(
            "change.value.value",
            "change-example-value",
            Double::isFinite,
            v ->
                panel.edit(
                    new Edit.SetData(
                        EditedData.replaced(this.data, sample, column.getValue(), v.engine()))));
    number.show(ReaderNumber.plain(1));
    getChildren().add(panel.row(panel.messages.text("change.value"), number, column, value));
  }

  private NumberField field(
      String key, String id, DoublePredicate allowed, Consumer<ReaderNumber> typed) {
    NumberField field =
        new NumberField(
            panel.tokens,
            panel.messages.numbers(),
            allowed,
            ReaderNumber::plain,
            typed,
            is -> panel.judge(is, "change.range.number"));
    field.name(panel.messages.text(key, Map.of("count", data.size())));
    field.field().setId(id);
    field.size(72);
    return field;
  }

  private void showValue() {
    value.show(ReaderNumber.plain(EditedData.raw(data, sample, column.getValue())));
  }

  @Override
  public void show(NotatedFrame now) {
    RunFrame run = now.engine().main();
    data = run.experiment().data();
    sample = Math.min(sample, data.size() - 1);
    showValue();
  }
}
