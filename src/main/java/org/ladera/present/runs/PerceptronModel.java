package org.ladera.present.runs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.train.Perceptron;
import org.ladera.lesson.model.UnitRule;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.shared.Labels;
import org.ladera.present.shared.ParameterSymbols;
import org.ladera.present.shared.Table;
import org.ladera.present.shared.Table.Cell;
import org.ladera.present.shared.Table.Column;
import org.ladera.present.shared.Table.Row;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.text.Messages;
import org.ladera.text.Numbers;

/**
 * The perceptron rule on a run's data, example by example, from the run's start weights, at its
 * rate, with its bias as a fixed threshold, and whether it separates the classes or goes round for
 * ever. The run must be one threshold unit.
 *
 * @param weights after each row of the table, by parameter, for the row a person chooses
 */
public record PerceptronModel(Table table, List<Map<ParameterRef, Double>> weights) {
  /** Any cycle of small data shows long before this. */
  static final int MOST_EPOCHS = 1000;

  private static final int MOST_ROWS = 200;

  public PerceptronModel {
    weights = List.copyOf(weights);
  }

  /** The view of {@code spec} of this frame. */
  public static PerceptronModel of(
      Frame frame, ViewSpec.Perceptron spec, Messages messages, Labels labels) {
    String name =
        messages.text(
            spec.rule() == UnitRule.ADALINE ? "perceptron.title.adaline" : "perceptron.title");
    String title = labels.title(name, spec, messages);
    return new Builder(frame.run(spec.run()), spec.rule(), title, messages).build();
  }

  /** How the rule ends, in words. */
  static String verdict(Perceptron.Outcome outcome, Messages messages) {
    return switch (outcome) {
      case Perceptron.Outcome.Separated(long epochs) ->
          messages.text(
              epochs == 1 ? "perceptron.separated.one" : "perceptron.separated",
              Map.of("epochs", epochs));
      case Perceptron.Outcome.Cycle(long from, long length) ->
          messages.text("perceptron.cycle", Map.of("length", length, "from", from + 1));
      case Perceptron.Outcome.Undecided() ->
          messages.text("perceptron.undecided", Map.of("epochs", MOST_EPOCHS));
    };
  }

  /** Weights by their names. */
  static Map<ParameterRef, Double> named(List<ParameterRef> learned, List<Double> weights) {
    Map<ParameterRef, Double> named = new LinkedHashMap<>();
    for (int i = 0; i < weights.size(); i++) {
      named.put(learned.get(i), weights.get(i));
    }
    return named;
  }

  private static final class Builder {
    private final RunFrame run;
    private final UnitRule rule;
    private final String title;
    private final Experiment experiment;
    private final Messages messages;
    private final Numbers numbers;

    Builder(RunFrame run, UnitRule rule, String title, Messages messages) {
      this.run = run;
      this.rule = rule;
      this.title = title;
      this.messages = messages;
      experiment = run.experiment();
      numbers = messages.numbers();
    }

    PerceptronModel build() {
      Optional<PerceptronUnit> unit = PerceptronUnit.of(run, rule);
      if (unit.isEmpty()) {
        String words = messages.text("perceptron.empty");
        return new PerceptronModel(
            new Table(title, "", words, List.of(), List.of(), words), List.of());
      }
      Perceptron.Outcome outcome = unit.get().start().run(MOST_EPOCHS);
      Perceptron shown = unit.get().start();
      List<Row> rows = new ArrayList<>();
      List<Map<ParameterRef, Double>> after = new ArrayList<>();
      long examples = experiment.data().size();
      long count = Math.min(MOST_ROWS, (epochs(outcome) + 1) * examples);
      for (long i = 0; i < count; i++) {
        Perceptron.Presentation p = shown.present();
        rows.add(row(p, outcome));
        after.add(named(unit.get().learned(), p.weightsAfter()));
      }
      String verdict = verdict(outcome, messages);
      return new PerceptronModel(
          new Table(title, verdict, title + ". " + verdict, columns(unit.get()), rows, verdict),
          after);
    }

    /** Epochs worth showing: to the end, or once around. */
    private static long epochs(Perceptron.Outcome outcome) {
      return switch (outcome) {
        case Perceptron.Outcome.Separated(long epochs) -> epochs;
        case Perceptron.Outcome.Cycle(long from, long length) -> from + length;
        case Perceptron.Outcome.Undecided() -> MOST_EPOCHS;
      };
    }

    private List<Column> columns(PerceptronUnit unit) {
      List<Column> columns = new ArrayList<>();
      columns.add(new Column(messages.text("perceptron.epoch"), true));
      columns.add(new Column(messages.text("perceptron.example"), false));
      columns.add(new Column(messages.text("perceptron.sum"), true));
      columns.add(new Column("$ŷ$", true));
      columns.add(new Column("$y$", true));
      int ones = 0;
      for (ParameterRef ref : unit.learned()) {
        boolean weight = ref.kind() == ParameterRef.Kind.WEIGHT;
        boolean bias = weight && unit.isOnes(ref.row() - 1);
        // Beside a column of ones the first input is still the first.
        ParameterRef named = weight ? ParameterRef.weight(1, ref.row() - ones, 1) : ref;
        ones += bias ? 1 : 0;
        String symbol =
            bias
                ? messages.letters().onlyBias()
                : ParameterSymbols.of(named, experiment.network(), messages.letters());
        columns.add(new Column(symbol + "′", true));
      }
      columns.add(new Column(messages.text("perceptron.what"), false));
      return columns;
    }

    private Row row(Perceptron.Presentation p, Perceptron.Outcome outcome) {
      List<Cell> cells = new ArrayList<>();
      cells.add(number(p.epoch() + 1));
      cells.add(Cell.words(example(p.row())));
      cells.add(number(p.z()));
      cells.add(number(p.output()));
      cells.add(number(p.target()));
      p.weightsAfter().forEach(w -> cells.add(number(w)));
      boolean wrong = p.output() != p.target();
      cells.add(Cell.words(what(p, wrong)));
      boolean again =
          outcome instanceof Perceptron.Outcome.Cycle(long from, long _) && p.epoch() == from;
      return new Row(cells, again && wrong, OptionalLong.of(p.epoch()));
    }

    /** ADALINE corrects right answers too, by what is missing to the target. */
    private String what(Perceptron.Presentation p, boolean wrong) {
      return switch (rule) {
        case PERCEPTRON -> messages.text(wrong ? "perceptron.corrects" : "perceptron.leaves");
        case ADALINE ->
            p.target() == p.z()
                ? messages.text("perceptron.leaves")
                : messages.text(
                    "perceptron.error", Map.of("error", numbers.shown(p.target() - p.z(), 3)));
      };
    }

    private String example(int row) {
      MatrixView x = experiment.data().x();
      List<String> values = new ArrayList<>();
      for (int i = 0; i < x.columns(); i++) {
        values.add(numbers.shown(x.get(row, i)));
      }
      return "(" + String.join(numbers.decimal() == ',' ? "; " : ", ", values) + ")";
    }

    private Cell number(double value) {
      return new Cell(numbers.shown(value), numbers.exact(value), Double.toString(value));
    }
  }
}
