package org.ladera.present.images;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
 * @param draws batches to be drawn, for what they really give
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
    BatchDraws draws,
    Names names)
    implements CardModel {
  /** What the lines are called. */
  public record Names(String expected, String alone, String measured) {}

  /** The view of {@code spec} of this frame. */
  public static BatchVarianceModel of(
      Frame frame,
      PictureView.BatchVariance spec,
      Highlight highlight,
      Messages messages,
      Labels labels) {
    RunFrame run = frame.run(spec.run());
    StepTrace next = run.next();
    BatchDraws draws =
        new BatchDraws(
            next,
            ExampleGradientsModel.parameters(spec.parameters(), run).stream()
                .filter(p -> ExampleGradients.isKnown(next, p))
                .toList());
    int m = draws.examples();
    double variance = draws.variance();
    double[] sizes = draws.sizes();
    double[] expected = new double[sizes.length];
    double[] alone = new double[sizes.length];
    for (int i = 0; i < sizes.length; i++) {
      alone[i] = variance / sizes[i];
      expected[i] = variance * (m - sizes[i]) / (sizes[i] * (m - 1));
    }
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
                    "weights", messages.numbers().whole(draws.weights()),
                    "count", messages.numbers().whole(m)));
    return new BatchVarianceModel(
        title,
        reading,
        title + ". " + (none ? empty : reading),
        empty,
        PlotAxis.of(
            messages.text("batch-variance.x"), Scale.log(0.8, Math.max(2, m)), messages.numbers()),
        PlotAxis.of(
            messages.text("batch-variance.y"), height(none, expected, alone), messages.numbers()),
        sizes,
        expected,
        alone,
        draws,
        new Names(
            messages.text("batch-variance.expected"),
            messages.text("batch-variance.alone"),
            messages.text(
                "batch-variance.measured",
                Map.of("draws", messages.numbers().whole(draws.count())))));
  }

  private static Scale height(boolean none, double[] expected, double[] alone) {
    return none ? Scale.log(0.1, 1) : Scale.log(expected[expected.length - 1] / 2, 2 * alone[0]);
  }

  /** What drawn batches give; it takes its time. */
  public double[] measured() {
    return draws.measured();
  }

  /** The formula beside what drawn batches gave, in words. */
  public String told(double[] measured, Messages messages) {
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
