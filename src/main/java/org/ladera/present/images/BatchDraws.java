package org.ladera.present.images;

import java.util.ArrayList;
import java.util.List;
import org.ladera.engine.random.SplitMix64;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.trace.StepTrace;

/**
 * Batches of several sizes that are drawn from the examples of an update, the same ones whenever
 * they are drawn. That takes its time: it is done on any thread.
 */
public final class BatchDraws {
  /** Examples that are looked at in all draws of all sizes. */
  private static final int WORK = 60_000;

  private static final int MOST_DRAWS = 400;
  private static final long SEED = 1;

  private final StepTrace from;
  private final List<ParameterRef> parameters;
  private final List<ExampleGradients> each;
  private final double[] sizes;

  /**
   * @param parameters whose gradients are added up
   */
  BatchDraws(StepTrace from, List<ParameterRef> parameters) {
    this.from = from;
    this.parameters = List.copyOf(parameters);
    each = parameters.stream().map(p -> new ExampleGradients(from, p)).toList();
    sizes = sizes(from.rows().size());
  }

  /** 1, 2, 4 … while there is more than one batch of the size. */
  private static double[] sizes(int m) {
    List<Double> all = new ArrayList<>();
    for (int b = 1; b < m; b *= 2) {
      all.add((double) b);
    }
    return all.stream().mapToDouble(b -> b).toArray();
  }

  /** How many weights. */
  int weights() {
    return each.size();
  }

  /** How many there are to be drawn from. */
  int examples() {
    return from.rows().size();
  }

  double[] sizes() {
    return sizes.clone();
  }

  /** The variance of the gradients of single examples, added up. */
  double variance() {
    return each.stream().mapToDouble(ExampleGradients::variance).sum();
  }

  /** How many batches of each size are drawn. */
  int count() {
    double sum = 1;
    for (double b : sizes) {
      sum += b;
    }
    return (int) Math.clamp(WORK / sum, 20, MOST_DRAWS);
  }

  /** Whether other draws are the same. */
  public boolean isSame(BatchDraws other) {
    return from == other.from && parameters.equals(other.parameters);
  }

  /** (sizes) the mean squared distance of means of drawn batches from the mean of all. */
  public double[] measured() {
    int m = examples();
    int draws = count();
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
}
