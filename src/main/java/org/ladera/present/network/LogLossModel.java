package org.ladera.present.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.Factor;
import org.ladera.engine.spec.LossSpec;
import org.ladera.lesson.model.FigureView;
import org.ladera.present.plot.PlotAxis;
import org.ladera.present.plot.Scale;
import org.ladera.present.shared.CardModel;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.text.Messages;

/**
 * Cross-entropy as a curve: −ln a over what was given to the right class, and each example on it.
 *
 * @param spoken the whole state in words
 * @param share 0 to 1
 * @param loss of one example
 * @param points one for each example
 * @param mean the loss of the run; NaN where the loss of the run is no mean
 * @param meanName what is written at it
 */
public record LogLossModel(
    String title,
    String reading,
    String spoken,
    PlotAxis share,
    PlotAxis loss,
    List<Point> points,
    double mean,
    String meanName)
    implements CardModel {
  /** What the plot reaches up to where no example lies higher. */
  private static final double TALL = 3;

  /**
   * An example.
   *
   * @param sample its index in the data, from 0
   * @param name its number; where its loss has no end, that as well
   * @param group its right class, from 0
   */
  public record Point(int sample, String name, int group, double share, double loss, boolean lit) {
    /** Nothing at all was given to the right class: it lies above every plot. */
    public boolean isBeyond() {
      return loss == Double.POSITIVE_INFINITY;
    }
  }

  public LogLossModel {
    points = List.copyOf(points);
  }

  /** The view of {@code spec} of this frame; the brushed example is lit. */
  public static LogLossModel of(
      Frame frame, FigureView.LogLoss spec, Highlight highlight, Messages messages, Labels labels) {
    RunFrame run = frame.run(spec.run());
    List<Point> points = points(run, highlight, messages);
    double most =
        points.stream().mapToDouble(Point::loss).filter(Double::isFinite).reduce(0, Math::max);
    LossSpec loss = run.experiment().loss();
    boolean averaged =
        loss.kind() == LossSpec.Kind.CATEGORICAL_CROSS_ENTROPY
            && loss.factor().equals(Factor.PER_SAMPLE);
    double mean = averaged ? run.now().dataLoss() : Double.NaN;
    return new LogLossModel(
        labels.title(messages.text("log-loss.title"), spec, messages),
        messages.text("log-loss.reading"),
        spoken(points, messages),
        PlotAxis.of(messages.text("log-loss.share"), Scale.linear(0, 1), messages.numbers()),
        PlotAxis.of(
            messages.text("log-loss.loss"),
            Scale.linear(0, most <= TALL ? TALL : StrictMath.ceil(most * 1.1)),
            messages.numbers()),
        points,
        mean,
        messages.text("log-loss.mean"));
  }

  private static String spoken(List<Point> points, Messages messages) {
    String all =
        messages.text("log-loss.spoken", Map.of("count", messages.numbers().whole(points.size())));
    String beyond =
        points.stream().filter(Point::isBeyond).map(Point::name).collect(Collectors.joining("; "));
    return beyond.isEmpty()
        ? all
        : all + " " + messages.text("log-loss.spoken.beyond", Map.of("examples", beyond));
  }

  private static List<Point> points(RunFrame run, Highlight highlight, Messages messages) {
    MatrixView outputs = run.now().outputs();
    MatrixView targets = run.experiment().data().y();
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < outputs.rows(); i++) {
      int truth = greatest(targets, i);
      double a = outputs.get(i, truth);
      double loss = -StrictMath.log(a);
      String number = messages.numbers().whole(i + 1);
      points.add(
          new Point(
              i,
              loss == Double.POSITIVE_INFINITY
                  ? messages.text("log-loss.beyond", Map.of("example", number))
                  : number,
              truth,
              a,
              loss,
              highlight.sample() == i));
    }
    return points;
  }

  private static int greatest(MatrixView of, int row) {
    int greatest = 0;
    for (int k = 1; k < of.columns(); k++) {
      greatest = of.get(row, k) > of.get(row, greatest) ? k : greatest;
    }
    return greatest;
  }
}
