package org.ladera.present.images;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.ladera.engine.data.Accuracy;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterNames;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.trace.StepTrace;
import org.ladera.lesson.model.PictureView;
import org.ladera.present.shared.Asked;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.present.shared.Table;
import org.ladera.present.shared.Table.Cell;
import org.ladera.present.shared.Table.Column;
import org.ladera.present.shared.Table.Row;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.text.Messages;
import org.ladera.text.Numbers;

/**
 * What each example of the next batch wishes of some weights: a column for each of the first
 * examples, their mean, the gradient of the whole batch, and how far means of 1, 4, 16 … examples
 * lie apart.
 */
public final class ExampleGradientsModel {
  private static final int EXAMPLES = 6;
  private static final int WEIGHTS = 12;
  private static final double LEAST = 5e-4;
  private static final int[] SIZES = {1, 4, 16, 64};

  private ExampleGradientsModel() {}

  /** The view of {@code spec} of this frame. */
  public static Table of(
      Frame frame,
      PictureView.ExampleGradients spec,
      Highlight highlight,
      Messages messages,
      Labels labels) {
    RunFrame run = frame.run(spec.run());
    StepTrace next = run.next();
    int shown = Math.min(EXAMPLES, next.rows().size());
    List<Integer> sizes =
        IntStream.of(SIZES).boxed().filter(s -> next.rows().size() / s >= 2).toList();
    List<Column> columns = new ArrayList<>();
    columns.add(new Column(messages.text("example-gradients.weight"), false));
    for (int row = 0; row < shown; row++) {
      int group = Accuracy.classOf(next.y(), row);
      columns.add(
          new Column(
              next.y().columns() > 1
                  ? labels.column(run.experiment().data().targets().get(group))
                  : messages.numbers().whole(next.rows().get(row) + 1),
              true));
    }
    columns.add(
        new Column(
            messages.text(
                "example-gradients.mean", Map.of("count", messages.numbers().whole(shown))),
            true));
    columns.add(
        new Column(
            messages.text(
                "example-gradients.batch",
                Map.of("count", messages.numbers().whole(next.rows().size()))),
            true));
    for (int size : sizes) {
      columns.add(
          new Column(
              messages.text(
                  "example-gradients.spread", Map.of("size", messages.numbers().whole(size))),
              true));
    }
    List<Row> rows = new ArrayList<>();
    for (ParameterRef parameter : parameters(spec.parameters(), run)) {
      if (ExampleGradients.isKnown(next, parameter)) {
        rows.add(row(run, parameter, shown, sizes, highlight, messages));
      }
    }
    String title = labels.title(messages.text("example-gradients.title"), spec, messages);
    return new Table(
        title,
        messages.text("example-gradients.reading"),
        title + ". " + messages.text("example-gradients.spoken"),
        columns,
        rows,
        title);
  }

  private static Row row(
      RunFrame run,
      ParameterRef parameter,
      int shown,
      List<Integer> sizes,
      Highlight highlight,
      Messages messages) {
    StepTrace next = run.next();
    ExampleGradients gradients = new ExampleGradients(next, parameter);
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.words(ParameterNames.of(run.experiment().network()).of(parameter)));
    for (int row = 0; row < shown; row++) {
      cells.add(signed(gradients.of(row), messages));
    }
    cells.add(signed(gradients.mean(shown), messages));
    cells.add(
        signed(gradients.mean(next.rows().size()), messages)
            .asking(run, new Asked.Derivative(parameter)));
    for (int size : sizes) {
      cells.add(number("", gradients.spread(size), messages));
    }
    return new Row(
        cells, highlight.parameter().filter(parameter::equals).isPresent(), OptionalLong.empty());
  }

  /** Those of the lesson, else the weights of the last layer that the batch moves most. */
  static List<ParameterRef> parameters(List<ParameterRef> ofLesson, RunFrame run) {
    if (!ofLesson.isEmpty()) {
      return ofLesson;
    }
    ParameterLayout layout = new ParameterLayout(run.experiment().network());
    int last = run.experiment().network().layers().size();
    MatrixView gradient = run.next().layers().getLast().w().dataGradient();
    return layout.block(ParameterRef.Kind.WEIGHT, last).stream()
        .flatMap(
            block ->
                IntStream.range(0, block.size())
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> -Math.abs(gradient.get(i))))
                    .limit(WEIGHTS)
                    .map(
                        i ->
                            ParameterRef.weight(
                                last, i / block.columns() + 1, i % block.columns() + 1)))
        .toList();
  }

  private static Cell signed(double value, Messages messages) {
    return number(value > 0 ? "+" : "", value, messages);
  }

  /** Three decimals; what they would make 0 keeps its size, and a true 0 is 0. */
  private static Cell number(String sign, double value, Messages messages) {
    Numbers numbers = messages.numbers();
    String shown =
        value == 0
            ? "0"
            : Math.abs(value) < LEAST ? numbers.shown(value, 1) : numbers.fixed(value, 3);
    return new Cell(sign + shown, numbers.exact(value), Double.toString(value));
  }
}
