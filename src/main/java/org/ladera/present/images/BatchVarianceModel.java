package org.ladera.present.images;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ladera.engine.random.SplitMix64;
import org.ladera.engine.trace.StepTrace;
import org.ladera.lesson.model.PictureView;
import org.ladera.present.plot.PlotAxis;
import org.ladera.present.plot.Scale;
import org.ladera.present.shared.CardModel;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.text.Messages;

/**
 * How far the gradient of a batch lies from that of all m examples it could be drawn from, over the
 * size b of the batch: E|g_b − g|², added up over some weights. Drawn without replacement, it is
 * σ²·(m − b) / (b·(m − 1)), with σ² = 1/m Σ|gᵢ − g|² of single examples (Cochran, Sampling
 * Techniques, theorem 2.2). Beside the formula stands what batches really drawn give.
 *
 * @param empty why there is nothing to see; empty where there is something
 * @param sizes of batches, increasing
 * @param expected (sizes) by the formula
 * @param alone (sizes) σ²/b, as if no example were drawn twice from many more
 * @param measured (sizes) over batches that were drawn
 */
public record BatchVarianceModel(
    String title,
    String reading,
    String spoken,
    String empty,
    PlotAxis x,
    PlotAxis y,
    double[] sizes,
    double[] expected,
    double[] alone,
    double[] measured,
    Names names)
    implements CardModel {
  /** What the lines are called. */
  public record Names(String expected, String alone, String measured) {}

  /** Examples that are looked at in all draws of all sizes. */
  private static final int WORK = 60_000;

  private static final int MOST_DRAWS = 400;
  private static final long SEED = 1;

  /** The view of {@code spec} of this frame. */
  public static BatchVarianceModel of(
      Frame frame,
      PictureView.BatchVariance spec,
      Highlight highlight,
      Messages messages,
      Labels labels) {
    RunFrame run = frame.run(spec.run());
    StepTrace next = run.next();
    List<ExampleGradients> each =
        ExampleGradientsModel.parameters(spec.parameters(), run).stream()
            .filter(p -> ExampleGradients.isKnown(next, p))
            .map(p -> new ExampleGradients(next, p))
            .toList();
    int m = next.rows().size();
    double variance = each.stream().mapToDouble(ExampleGradients::variance).sum();
    double[] sizes = sizes(m);
    double[] expected = new double[sizes.length];
    double[] alone = new double[sizes.length];
    for (int i = 0; i < sizes.length; i++) {
      alone[i] = variance / sizes[i];
      expected[i] = variance * (m - sizes[i]) / (sizes[i] * (m - 1));
    }
    double[] measured = measured(each, m, sizes);
    String title = labels.title(messages.text("batch-variance.title"), spec, messages);
    boolean none = sizes.length < 2 || !(variance > 0);
    String empty = none ? messages.text("batch-variance.none") : "";
    String reading =
        none
            ? ""
            : messages.text(
                "batch-variance.reading",
                Map.of(
                    "variance", messages.numbers().shown(variance, 3),
                    "weights", messages.numbers().whole(each.size()),
                    "count", messages.numbers().whole(m)));
    return new BatchVarianceModel(
        title,
        reading,
        title + ". " + (none ? empty : reading + ". " + told(sizes, expected, measured, messages)),
        empty,
        PlotAxis.of(
            messages.text("batch-variance.x"), Scale.log(0.8, Math.max(2, m)), messages.numbers()),
        PlotAxis.of(
            messages.text("batch-variance.y"), height(none, expected, alone), messages.numbers()),
        sizes,
        expected,
        alone,
        measured,
        new Names(
            messages.text("batch-variance.expected"),
            messages.text("batch-variance.alone"),
            messages.text(
                "batch-variance.measured",
                Map.of("draws", messages.numbers().whole(draws(sizes))))));
  }

  private static Scale height(boolean none, double[] expected, double[] alone) {
    return none ? Scale.log(0.1, 1) : Scale.log(expected[expected.length - 1] / 2, 2 * alone[0]);
  }

  /** 1, 2, 4 … while there is more than one batch of the size. */
  private static double[] sizes(int m) {
    List<Double> all = new ArrayList<>();
    for (int b = 1; b < m; b *= 2) {
      all.add((double) b);
    }
    return all.stream().mapToDouble(b -> b).toArray();
  }

  private static int draws(double[] sizes) {
    double sum = 1;
    for (double b : sizes) {
      sum += b;
    }
    return (int) Math.clamp(WORK / sum, 20, MOST_DRAWS);
  }

  /** The mean squared distance of means of drawn batches from the mean of all. */
  private static double[] measured(List<ExampleGradients> each, int m, double[] sizes) {
    int draws = draws(sizes);
    SplitMix64 random = new SplitMix64(SEED);
    int[] order = new int[m];
    for (int i = 0; i < m; i++) {
      order[i] = i;
    }
    double[] means = each.stream().mapToDouble(g -> g.mean(m)).toArray();
    double[] measured = new double[sizes.length];
    for (int i = 0; i < sizes.length; i++) {
      int b = (int) sizes[i];
      double sum = 0;
      for (int draw = 0; draw < draws; draw++) {
        // The first b of an order that is mixed on and on are drawn without replacement.
        for (int k = 0; k < b; k++) {
          int other = k + random.nextInt(m - k);
          int kept = order[k];
          order[k] = order[other];
          order[other] = kept;
        }
        for (int p = 0; p < means.length; p++) {
          double mean = 0;
          for (int k = 0; k < b; k++) {
            mean += each.get(p).of(order[k]);
          }
          double off = mean / b - means[p];
          sum += off * off;
        }
      }
      measured[i] = sum / draws;
    }
    return measured;
  }

  private static String told(
      double[] sizes, double[] expected, double[] measured, Messages messages) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < sizes.length; i++) {
      all.add(
          messages.text(
              "batch-variance.told",
              Map.of(
                  "size", messages.numbers().whole((long) sizes[i]),
                  "expected", messages.numbers().shown(expected[i], 2),
                  "measured", messages.numbers().shown(measured[i], 2))));
    }
    return String.join("; ", all);
  }
}
