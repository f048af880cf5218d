package org.ladera.landscape;

import org.ladera.engine.data.Dataset;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.Factor;
import org.ladera.engine.spec.LossSpec;

/**
 * The loss over some of the examples, always the same ones: one of each of so many equal parts of
 * the data, its place in the part going on by the golden ratio, so that it does not keep step with
 * classes that take turns.
 */
public final class ExampleSample {
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  private ExampleSample() {}

  /**
   * As large as that of all examples: where the loss is a sum and no mean, it is multiplied.
   *
   * @param count at least 1, fewer than the examples
   */
  public static LossFunction of(LossFunction subject, int count) {
    Experiment all = subject.experiment();
    Dataset data = all.data();
    double factor = subject.factor() * data.size() / count;
    LossSpec loss = new LossSpec(all.loss().kind(), Factor.fixed(factor));
    return new LossFunction(
        all.withData(data.rows(rows(data.size(), count))).withLoss(loss), subject.figures());
  }

  static int[] rows(int examples, int count) {
    int[] rows = new int[count];
    for (int i = 0; i < count; i++) {
      int from = (int) ((long) i * examples / count);
      int next = (int) ((i + 1L) * examples / count);
      rows[i] = from + (int) ((i + 1) * GOLDEN % 1 * (next - from));
    }
    return rows;
  }
}
