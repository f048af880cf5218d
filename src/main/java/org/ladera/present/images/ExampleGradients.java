package org.ladera.present.images;

import java.util.List;
import java.util.stream.IntStream;
import org.ladera.engine.spec.LayerKind;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.trace.LayerTrace;
import org.ladera.engine.trace.StepTrace;

/**
 * What each example of a batch alone would have as its gradient, from the numbers of the next
 * update. The loss is a mean over the batch, so the gradient of one example is the number of
 * examples times its part δ·a; the mean of all is the gradient of the batch.
 */
final class ExampleGradients {
  private final double[] each;

  /**
   * @param parameter of a dense layer without batch normalisation
   */
  ExampleGradients(StepTrace next, ParameterRef parameter) {
    LayerTrace layer = next.layers().get(parameter.layer() - 1);
    int rows = next.rows().size();
    each =
        IntStream.range(0, rows)
            .mapToDouble(
                row -> {
                  double delta = layer.delta().get(row, parameter.column() - 1);
                  double in =
                      switch (parameter.kind()) {
                        case WEIGHT -> entering(next, parameter, row);
                        case BIAS -> 1;
                        case GAMMA, BETA -> Double.NaN;
                      };
                  return rows * delta * in;
                })
            .toArray();
  }

  private static double entering(StepTrace next, ParameterRef parameter, int row) {
    int input = parameter.row() - 1;
    return parameter.layer() == 1
        ? next.x().get(row, input)
        : next.layers().get(parameter.layer() - 2).a().get(row, input);
  }

  static boolean isKnown(StepTrace next, ParameterRef parameter) {
    LayerTrace layer = next.layers().get(parameter.layer() - 1);
    return layer.spec().kind() instanceof LayerKind.Dense
        && !layer.spec().batchNorm()
        && (parameter.kind() == ParameterRef.Kind.WEIGHT
            || parameter.kind() == ParameterRef.Kind.BIAS);
  }

  double of(int row) {
    return each[row];
  }

  /** Over the first so many. */
  double mean(int count) {
    return IntStream.range(0, count).mapToDouble(this::of).sum() / count;
  }

  /** The mean squared distance of single examples from the mean of all. */
  double variance() {
    double mean = mean(each.length);
    return IntStream.range(0, each.length)
            .mapToDouble(i -> (each[i] - mean) * (each[i] - mean))
            .sum()
        / each.length;
  }

  /**
   * The standard deviation of the means of parts of so many examples around the mean of all of
   * these parts; NaN with fewer than two parts.
   */
  double spread(int size) {
    int parts = each.length / size;
    if (parts < 2) {
      return Double.NaN;
    }
    List<Double> means =
        IntStream.range(0, parts)
            .mapToObj(
                p -> IntStream.range(p * size, (p + 1) * size).mapToDouble(this::of).sum() / size)
            .toList();
    double mean = means.stream().mapToDouble(Double::doubleValue).sum() / parts;
    double squares = means.stream().mapToDouble(m -> (m - mean) * (m - mean)).sum();
    return Math.sqrt(squares / (parts - 1));
  }
}
