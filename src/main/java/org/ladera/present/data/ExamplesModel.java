package org.ladera.present.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.data.Scaling;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.shared.Asked;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Table;
import org.ladera.present.shared.Table.Cell;
import org.ladera.present.shared.Table.Column;
import org.ladera.present.shared.Table.Row;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.session.reading.SampleLoss;
import org.ladera.text.Messages;
import org.ladera.text.Numbers;

/**
 * One row for each example: inputs, outputs, targets and the loss before its factor. Option {@code
 * digits} gives the decimals of losses and the digits of outputs, else four digits count.
 */
public record ExamplesModel(Table table) {
  private static final int MOST_ROWS = 200;

  /** The view of {@code spec} of this frame; the brushed example is lit. */
  public static ExamplesModel of(
      Frame frame, ViewSpec.Examples spec, Highlight highlight, Messages messages) {
    return new Builder(frame, frame.run(spec.run()), spec, highlight, messages).build();
  }

  private record Builder(
      Frame frame, RunFrame run, ViewSpec.Examples spec, Highlight highlight, Messages messages) {
    ExamplesModel build() {
      Dataset data = run.experiment().data();
      List<Column> columns = new ArrayList<>();
      columns.add(new Column(messages.text("examples.number"), true));
      for (int j = 1; j <= data.x().columns(); j++) {
        columns.add(new Column(symbol("x", j, data.x().columns()), true));
      }
      for (int k = 1; k <= data.y().columns(); k++) {
        columns.add(new Column(symbol("ŷ", k, data.y().columns()), true));
      }
      for (int k = 1; k <= data.y().columns(); k++) {
        columns.add(new Column(symbol("y", k, data.y().columns()), true));
      }
      columns.add(new Column(messages.text("examples.loss"), true));
      List<Row> rows = new ArrayList<>();
      for (int i = 0; i < Math.min(MOST_ROWS, data.size()); i++) {
        rows.add(row(data, i));
      }
      String title = messages.text("examples.title");
      String reading =
          messages.text(
              isScaled(data) ? "examples.mean.scaled" : "examples.mean",
              Map.of("loss", shown(run.now().totalLoss(), true)));
      return new ExamplesModel(new Table(title, reading, title, columns, rows, title));
    }

    private static String symbol(String letter, int index, int of) {
      return of == 1 ? "$" + letter + "$" : "$" + letter + "_(" + index + ")$";
    }

    private Row row(Dataset data, int i) {
      List<Cell> cells = new ArrayList<>();
      cells.add(number(i + 1, false));
      for (int j = 0; j < data.x().columns(); j++) {
        cells.add(inFile(number(data.x().get(i, j), false), data.inputScaling(), j));
      }
      for (int k = 0; k < data.y().columns(); k++) {
        cells.add(
            inFile(output(run.now().outputs().get(i, k)), data.targetScaling(), k)
                .asking(run, new Asked.Output(k + 1, i)));
      }
      for (int k = 0; k < data.y().columns(); k++) {
        cells.add(inFile(number(data.y().get(i, k), false), data.targetScaling(), k));
      }
      OptionalDouble loss = new SampleLoss(i + 1).value(frame, run);
      cells.add(
          loss.isPresent()
              ? number(loss.getAsDouble(), true)
              : Cell.words(messages.text("examples.missing")));
      return new Row(cells, highlight.sample() == i, OptionalLong.of(i));
    }

    /** Zeros at its end would only take room from the losses. */
    private Cell output(double value) {
      String shown =
          spec.digits().isEmpty()
              ? messages.numbers().shown(value)
              : messages.numbers().shown(value, spec.digits().getAsInt());
      return new Cell(shown, messages.numbers().exact(value), Double.toString(value));
    }

    private static boolean isScaled(Dataset data) {
      return data.inputScaling().kind() != Scaling.Kind.NONE
          || data.targetScaling().kind() != Scaling.Kind.NONE;
    }

    /** The same cell; pointed at, it also has the number as it is in the file. */
    private Cell inFile(Cell cell, Scaling scaling, int column) {
      if (scaling.kind() == Scaling.Kind.NONE) {
        return cell;
      }
      double source = scaling.invert(column, Double.parseDouble(cell.copied()));
      return new Cell(
          cell.shown(),
          messages.text(
              "examples.source",
              Map.of("exact", cell.exact(), "source", messages.numbers().shown(source, 9))),
          cell.copied());
    }

    private Cell number(double value, boolean rounded) {
      return new Cell(
          shown(value, rounded), messages.numbers().exact(value), Double.toString(value));
    }

    private String shown(double value, boolean rounded) {
      Numbers numbers = messages.numbers();
      return rounded && spec.digits().isPresent()
          ? numbers.fixed(value, spec.digits().getAsInt())
          : numbers.shown(value);
    }
  }
}
