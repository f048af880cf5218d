package org.ladera.present.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.ScheduleSpec;
import org.ladera.landscape.Behaviour;
import org.ladera.landscape.Convergence;
import org.ladera.lesson.model.Covered;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.shared.Asked;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.present.shared.Table;
import org.ladera.present.shared.Table.Cell;
import org.ladera.present.shared.Table.Column;
import org.ladera.present.shared.Table.Row;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.session.Status;
import org.ladera.session.reading.Reading;
import org.ladera.session.reading.Scalar;
import org.ladera.text.Messages;
import org.ladera.text.Numbers;
import org.ladera.text.RichText;

/**
 * One row for each run (of option {@code runs}, else all): chosen readings ({@code readings}), what
 * the curvature of the loss predicts for its rate, and what it is doing.
 */
public record RunsModel(Table table) {
  /** Readings that say whether a run holds or not by their fifth digit. */
  private static final Set<Reading> CLOSE_TO_A_LIMIT =
      Set.of(Scalar.STABLE_RATE, Scalar.ETA_LAMBDA, Scalar.SHRINK);

  /** The view of {@code spec} of this frame; runs are named by their ids. */
  public static RunsModel of(
      Frame frame, ViewSpec.Runs spec, Highlight highlight, Messages messages) {
    return of(frame, spec, highlight, messages, Labels.NONE);
  }

  /** The view of {@code spec} of this frame. It shows nothing of the highlight. */
  public static RunsModel of(
      Frame frame, ViewSpec.Runs spec, Highlight highlight, Messages messages, Labels labels) {
    return new Builder(frame, spec, messages, labels).build();
  }

  /** Before there is a run. */
  public static RunsModel empty(Messages messages) {
    String words = messages.text("runs.empty");
    return new RunsModel(
        new Table(messages.text("runs.title"), "", words, List.of(), List.of(), words));
  }

  /** The words for what a rule with a constant rate will do on a quadratic loss. */
  private static String key(Behaviour behaviour) {
    return switch (behaviour) {
      case SLOW, MONOTONE -> "runs.behaviour.smooth";
      case ONE_STEP -> "runs.behaviour.one-step";
      case ZIGZAG -> "runs.behaviour.zigzag";
      case SWINGS -> "runs.behaviour.swings";
      case DIVERGES -> "runs.behaviour.diverges";
    };
  }

  private static final class Builder {
    private final Frame frame;
    private final List<RunFrame> shown;
    private final Messages messages;
    private final Numbers numbers;
    private final Labels labels;
    private final List<Reading> readings;

    Builder(Frame frame, ViewSpec.Runs spec, Messages messages, Labels labels) {
      this.frame = frame;
      this.messages = messages;
      this.labels = labels;
      numbers = messages.numbers();
      readings = spec.readings();
      List<String> ids = spec.runs();
      shown = frame.runs().stream().filter(run -> ids.isEmpty() || ids.contains(run.id())).toList();
    }

    RunsModel build() {
      ReadingWords words = new ReadingWords(frame.main().experiment().network(), messages);
      boolean predicted =
          !labels.covered().behaviour()
              && shown.stream().anyMatch(run -> behaviour(run).isPresent());
      List<Column> columns = new ArrayList<>();
      columns.add(new Column(messages.text("runs.run"), false));
      for (Reading reading : readings) {
        columns.add(new Column(words.of(reading), true));
      }
      if (predicted) {
        columns.add(new Column(messages.text("runs.behaviour"), false));
      }
      columns.add(new Column(messages.text("runs.status"), false));
      List<Row> rows = shown.stream().map(run -> row(run, predicted)).toList();
      return new RunsModel(
          new Table(
              messages.text("runs.title"),
              "",
              spoken(rows),
              columns,
              rows,
              messages.text("runs.empty")));
    }

    private Row row(RunFrame run, boolean predicted) {
      List<Cell> cells = new ArrayList<>();
      String otherwise = run == frame.main() ? messages.text("runs.main") : run.id();
      cells.add(Cell.words(RichText.parse(labels.run(run.id(), otherwise)).plain()));
      for (Reading reading : readings) {
        if (labels.covered().hides(run.id(), reading)) {
          cells.add(Cell.words(Covered.SIGN));
          continue;
        }
        int digits = CLOSE_TO_A_LIMIT.contains(reading) ? 6 : 4;
        Cell cell = cell(reading.value(frame, run), digits);
        Asked number = Asked.of(reading);
        boolean opens = !cell.isWords() && number.opening(run.next()).isPresent();
        cells.add(opens ? cell.asking(run, number) : cell);
      }
      if (predicted) {
        String key = behaviour(run).map(RunsModel::key).orElse("runs.behaviour.unknown");
        cells.add(Cell.words(messages.text(key)));
      }
      cells.add(Cell.words(status(run.status())));
      return new Row(cells, false, OptionalLong.empty());
    }

    private Cell cell(OptionalDouble value, int digits) {
      if (value.isEmpty()) {
        return Cell.words(messages.text("runs.missing"));
      }
      double v = value.getAsDouble();
      return new Cell(numbers.shown(v, digits), numbers.exact(v), Double.toString(v));
    }

    private Optional<Behaviour> behaviour(RunFrame run) {
      Experiment e = run.experiment();
      boolean steady =
          e.schedule() instanceof ScheduleSpec.Constant
              && e.batch().sizeFor(e.data().size()) == e.data().size();
      return run.curvature()
          .filter(curvature -> steady && curvature.everywhere())
          .flatMap(curvature -> Convergence.of(e.optimizer(), curvature))
          .map(Convergence::behaviour);
    }

    private String status(Status status) {
      return switch (status) {
        case Status.Ready _ -> messages.text("runs.status.ready");
        case Status.Running _ -> messages.text("runs.status.running");
        case Status.Restoring _ -> messages.text("runs.status.restoring");
        case Status.Paused _ -> messages.text("runs.status.paused");
        case Status.Finished _ -> messages.text("runs.status.finished");
        case Status.Diverged diverged ->
            messages.text(
                "runs.status.diverged", Map.of("epoch", numbers.whole(diverged.fromEpoch())));
      };
    }

    private String spoken(List<Row> rows) {
      List<String> sentences = new ArrayList<>();
      sentences.add(messages.text("runs.spoken", Map.of("rows", numbers.whole(rows.size()))));
      for (Row row : rows) {
        sentences.add(String.join(", ", row.cells().stream().map(Cell::shown).toList()) + ".");
      }
      return String.join(" ", sentences);
    }
  }
}
