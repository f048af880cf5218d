package org.ladera.present.images;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.Edit;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.landscape.gradient.Answer;
import org.ladera.landscape.gradient.ScoreRaise;
import org.ladera.lesson.model.PictureView;
import org.ladera.present.shared.CardModel;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.present.shared.Subject;
import org.ladera.present.shared.Table;
import org.ladera.present.shared.Table.Cell;
import org.ladera.present.shared.Table.Column;
import org.ladera.present.shared.Table.Row;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.session.Scene;
import org.ladera.text.Messages;
import org.ladera.text.Numbers;

/**
 * The three ways of raising the score of an output for one picture: its bias, each weight in
 * proportion to the activation it weighs, each activation in proportion to its weight. Where the
 * class of the picture is known, a last column adds up what all outputs wish of each activation,
 * −∂L/∂a. The hidden units that bring most come first.
 */
public record RaiseModel(Table table, List<Offer> offers) implements CardModel {
  private static final int MOST_ROWS = 64;

  /**
   * One of the ways, carried out to the end for one point more.
   *
   * @param words what a button says: the way, and the probability it leads to
   * @param spoken the same in a sentence
   * @param changed the parameters that it changes, with their new values
   */
  public record Offer(
      ScoreRaise way, String words, String spoken, Map<ParameterRef, Double> changed) {}

  public RaiseModel {
    offers = List.copyOf(offers);
  }

  @Override
  public String title() {
    return table.title();
  }

  @Override
  public String reading() {
    return table.reading();
  }

  @Override
  public String spoken() {
    return table.spoken();
  }

  /** The view of {@code spec} of this frame. */
  public static RaiseModel of(
      Frame frame, PictureView.Raise spec, Highlight highlight, Messages messages, Labels labels) {
    RunFrame run = frame.run(spec.run());
    NetworkSpec network = run.experiment().network();
    Subject subject = Subject.of(run, spec.sample(), highlight, messages);
    int depth = network.layers().size();
    int output = output(spec, subject, network.outputs());
    MatrixView a = depth > 1 ? subject.answer().a().get(depth - 2) : subject.answer().x();
    ParameterLayout layout = new ParameterLayout(network);
    ParameterLayout.Block block = layout.block(ParameterRef.Kind.WEIGHT, depth).orElseThrow();
    double[][] weights = new double[a.columns()][network.outputs()];
    for (int j = 0; j < weights.length; j++) {
      for (int k = 0; k < network.outputs(); k++) {
        weights[j][k] = run.parameters().get(block.offset() + j * network.outputs() + k);
      }
    }
    boolean wishes =
        subject.truth() >= 0
            && run.experiment().loss().kind() == LossSpec.Kind.CATEGORICAL_CROSS_ENTROPY;
    int ofActivations = Numbers.decimals(greatest(weights.length, a::get), 2);
    int ofProducts =
        Numbers.decimals(greatest(weights.length, j -> a.get(j) * weights[j][output]), 2);
    List<Row> rows = new ArrayList<>();
    IntStream.range(0, weights.length)
        .boxed()
        .sorted(Comparator.comparingDouble(j -> -Math.abs(a.get(j) * weights[j][output])))
        .limit(MOST_ROWS)
        .forEach(
            j -> {
              List<Cell> cells = new ArrayList<>();
              cells.add(number(j + 1, messages, 0));
              cells.add(number(a.get(j), messages, ofActivations));
              cells.add(number(weights[j][output], messages, 3));
              cells.add(number(a.get(j) * weights[j][output], messages, ofProducts));
              if (wishes) {
                cells.add(number(wish(weights[j], subject), messages, 3));
              }
              rows.add(
                  new Row(
                      cells,
                      highlight.layer() == depth - 1 && highlight.unit() == j + 1,
                      OptionalLong.of(j + 1)));
            });
    String name = labels.column(run.experiment().data().targets().get(output));
    List<Column> columns = new ArrayList<>();
    for (String key : List.of("unit", "activation", "weight", "product")) {
      columns.add(new Column(messages.text("raise.column." + key), true));
    }
    if (wishes) {
      columns.add(new Column(messages.text("raise.column.wishes"), true));
    }
    String title = messages.text("raise.title", Map.of("class", name));
    double score = subject.answer().scores().get(output);
    String reading =
        messages.text(
            "raise.reading", Map.of("picture", subject.name(), "score", score(score, messages)));
    Table table =
        new Table(
            labels.title(title, spec, messages),
            reading,
            title + ". " + reading,
            columns,
            rows,
            title);
    return new RaiseModel(table, offers(run, subject, output, messages));
  }

  /** What each way would lead to; only the main run can be changed. */
  private static List<Offer> offers(RunFrame run, Subject subject, int output, Messages messages) {
    List<Offer> offers = new ArrayList<>();
    if (!run.id().equals(Scene.MAIN)) {
      return offers;
    }
    NetworkSpec network = run.experiment().network();
    for (ScoreRaise way : ScoreRaise.values()) {
      Map<ParameterRef, Double> changed =
          way.of(network, run.parameters(), subject.answer(), output, 1);
      if (changed.isEmpty()) {
        continue;
      }
      double[] theta =
          Edit.SetParameters.of(network, run.parameters(), changed).parameters().toArray();
      MatrixView after = Answer.ends(network, theta, subject.answer().x());
      Map<String, Object> said =
          Map.of(
              "before", shown(subject.answer().outputs().get(output), network, messages),
              "after", shown(after.get(1, output), network, messages),
              "from", score(subject.answer().scores().get(output), messages),
              "to", score(after.get(0, output), messages),
              "count", messages.numbers().whole(changed.size()),
              "length", messages.numbers().shown(length(run.parameters(), theta), 2));
      String key = way.name().toLowerCase(Locale.ROOT);
      offers.add(
          new Offer(
              way,
              messages.text("raise.offer." + key, said),
              messages.text("raise.offer." + key + ".spoken", said),
              changed));
    }
    return offers;
  }

  private static double greatest(int count, IntToDoubleFunction value) {
    return IntStream.range(0, count)
        .mapToDouble(j -> Math.abs(value.applyAsDouble(j)))
        .max()
        .orElse(0);
  }

  private static String score(double value, Messages messages) {
    return messages.numbers().fixed(value, Numbers.decimals(Math.abs(value), 2));
  }

  private static double length(MatrixView before, double[] after) {
    double sum = 0;
    for (int i = 0; i < after.length; i++) {
      double step = after[i] - before.get(i);
      sum += step * step;
    }
    return Math.sqrt(sum);
  }

  /** An output as a percentage where it is a probability. */
  private static String shown(double output, NetworkSpec network, Messages messages) {
    ActivationSpec.Kind last = network.layers().getLast().activation().kind();
    boolean share = last == ActivationSpec.Kind.SOFTMAX || last == ActivationSpec.Kind.SIGMOID;
    return share
        ? messages.text("raise.percent", Map.of("value", messages.numbers().fixed(100 * output, 1)))
        : messages.numbers().shown(output, 3);
  }

  /** The class that is to be raised: the lesson's, else the right one, else the runner-up. */
  private static int output(PictureView.Raise spec, Subject subject, int outputs) {
    return spec.unit().isPresent()
        ? Math.min(spec.unit().getAsInt(), outputs) - 1
        : subject.truth() >= 0
            ? subject.truth()
            : subject.answer().ranked().get(Math.min(1, outputs - 1));
  }

  /** Σ (yₖ − pₖ)·wₖ: every output pulls at the activation as strongly as it is wrong. */
  private static double wish(double[] weights, Subject subject) {
    double sum = 0;
    for (int k = 0; k < weights.length; k++) {
      double y = k == subject.truth() ? 1 : 0;
      sum += (y - subject.answer().outputs().get(k)) * weights[k];
    }
    return sum;
  }

  private static Cell number(double value, Messages messages, int digits) {
    return new Cell(
        messages.numbers().fixed(value, digits),
        messages.numbers().exact(value),
        Double.toString(value));
  }
}
