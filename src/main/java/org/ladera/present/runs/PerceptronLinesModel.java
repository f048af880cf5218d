package org.ladera.present.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ladera.engine.data.Accuracy;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.train.Perceptron;
import org.ladera.lesson.model.Range;
import org.ladera.lesson.model.UnitRule;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.plot.Scale;
import org.ladera.present.shared.CardModel;
import org.ladera.present.shared.Labels;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.text.Messages;
import org.ladera.text.Numbers;
import org.ladera.text.RichText;

/**
 * The lines of the perceptron rule over the plane of its two inputs: those of one round where it
 * goes round for ever, else those of its first corrections, one after the other.
 *
 * @param reading how it ends
 * @param spoken the whole state in words
 * @param points the examples
 * @param turns one for each example shown, in order
 * @param round whether the first follows the last again
 */
public record PerceptronLinesModel(
    String title,
    String reading,
    String spoken,
    Scale x,
    Scale y,
    List<Point> points,
    List<Turn> turns,
    boolean round)
    implements CardModel {
  /** More pictures than these are too small to be told apart. */
  private static final int MOST = 8;

  private static final Range AROUND = new Range(-0.5, 1.5);

  /** An example and its class. */
  public record Point(double x, double y, int group) {}

  /**
   * The unit as it meets an example, and the line it goes on with.
   *
   * @param sample that is shown, from 0
   * @param wrong whether the line before missed it
   * @param a weight of the horizontal input after it
   * @param b weight of the vertical input after it
   * @param c −threshold
   * @param weights after it
   * @param words which example it is and what the rule does
   */
  public record Turn(
      int sample,
      boolean wrong,
      double a,
      double b,
      double c,
      Map<ParameterRef, Double> weights,
      String words) {
    /** What the unit says at a place. */
    public double sum(double atX, double atY) {
      return a * atX + b * atY + c;
    }
  }

  public PerceptronLinesModel {
    points = List.copyOf(points);
    turns = List.copyOf(turns);
  }

  /** The view of {@code spec} of this frame. */
  public static PerceptronLinesModel of(
      Frame frame, ViewSpec.PerceptronLines spec, Messages messages, Labels labels) {
    RunFrame run = frame.run(spec.run());
    String title = labels.title(messages.text("perceptron.lines.title"), spec, messages);
    Dataset data = run.experiment().data();
    Scale x = scale(spec.xRange());
    Scale y = scale(spec.yRange());
    Optional<PerceptronUnit> unit =
        PerceptronUnit.of(run, UnitRule.PERCEPTRON).filter(u -> data.inputs().size() == 2);
    if (unit.isEmpty()) {
      String words = messages.text("perceptron.empty");
      return new PerceptronLinesModel(title, "", words, x, y, List.of(), List.of(), false);
    }
    Perceptron.Outcome outcome = unit.get().start().run(PerceptronModel.MOST_EPOCHS);
    List<Turn> turns = turns(unit.get(), outcome, data, messages);
    String verdict = PerceptronModel.verdict(outcome, messages);
    List<String> sentences = new ArrayList<>(List.of(title + ".", verdict + "."));
    turns.forEach(turn -> sentences.add(turn.words() + "."));
    sentences.add(messages.text("perceptron.lines.keys"));
    return new PerceptronLinesModel(
        title,
        verdict,
        RichText.parse(String.join(" ", sentences)).plain(),
        x,
        y,
        points(data),
        turns,
        outcome instanceof Perceptron.Outcome.Cycle);
  }

  private static Scale scale(Optional<Range> range) {
    Range shown = range.orElse(AROUND);
    return Scale.linear(shown.low(), shown.high());
  }

  private static List<Point> points(Dataset data) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < data.size(); i++) {
      points.add(new Point(data.x().get(i, 0), data.x().get(i, 1), Accuracy.classOf(data.y(), i)));
    }
    return points;
  }

  private static List<Turn> turns(
      PerceptronUnit unit, Perceptron.Outcome outcome, Dataset data, Messages messages) {
    Perceptron shown = unit.start();
    long from = 0;
    long to = PerceptronModel.MOST_EPOCHS;
    switch (outcome) {
      case Perceptron.Outcome.Separated(long epochs) -> to = Math.max(1, epochs);
      case Perceptron.Outcome.Cycle(long first, long length) -> {
        from = first;
        to = first + length;
      }
      case Perceptron.Outcome.Undecided() -> {}
    }
    List<Perceptron.Presentation> all = new ArrayList<>();
    for (long i = 0; i < to * data.size(); i++) {
      Perceptron.Presentation p = shown.present();
      if (p.epoch() >= from) {
        all.add(p);
      }
    }
    boolean many = all.size() > MOST;
    return all.stream()
        .filter(p -> !many || p.output() != p.target())
        .limit(MOST)
        .map(p -> turn(p, unit, data, messages))
        .toList();
  }

  private static Turn turn(
      Perceptron.Presentation p, PerceptronUnit unit, Dataset data, Messages messages) {
    boolean wrong = p.output() != p.target();
    List<Double> after = p.weightsAfter();
    return new Turn(
        p.row(),
        wrong,
        after.get(0),
        after.get(1),
        -unit.threshold(),
        PerceptronModel.named(unit.learned(), after),
        messages.text(
            wrong ? "perceptron.lines.corrects" : "perceptron.lines.stays",
            Map.of(
                "place", place(data.x(), p.row(), messages),
                "w1", messages.numbers().shown(after.get(0)),
                "w2", messages.numbers().shown(after.get(1)))));
  }

  private static String place(MatrixView x, int row, Messages messages) {
    Numbers numbers = messages.numbers();
    return messages.text(
        "boundary.place",
        Map.of("x", numbers.shown(x.get(row, 0), 3), "y", numbers.shown(x.get(row, 1), 3)));
  }
}
