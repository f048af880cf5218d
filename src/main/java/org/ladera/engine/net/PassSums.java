package org.ladera.engine.net;

import java.util.Arrays;
import org.ladera.engine.kernel.ElementKernel;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.LossSpec;

/**
 * The sums of a loss over many passes through the same examples: of each example the outputs of all
 * passes stand one behind the other. Each sum has the operations of {@link Loss#sum} in their
 * order; several passes are summed side by side, in small loops that the compiler makes vectors of.
 */
public final class PassSums {
  private final LossSpec loss;
  private final ActivationSpec last;
  private final int columns;
  private final ElementKernel kernel;
  private final double[] partial;
  private final double[] terms;
  private final double[] targets;
  private final double[] onePassS;
  private final double[] onePassA;

  /**
   * @param last the activation of the outputs
   * @param rows the most examples
   * @param columns outputs
   * @param passes the most passes
   */
  public PassSums(LossSpec loss, ActivationSpec last, int rows, int columns, int passes) {
    this.loss = loss;
    this.last = last;
    this.columns = columns;
    int longest = Math.max(passes, rows * columns);
    kernel = ElementKernel.forSize(longest);
    partial = new double[passes];
    terms = new double[longest];
    targets = new double[passes];
    onePassS = new double[rows * columns];
    onePassA = new double[rows * columns];
  }

  /**
   * Adds the sum over the examples, before the factor, of each pass.
   *
   * @param s (rows · passes × columns) what the last activation was applied to, not modified
   * @param a (rows · passes × columns) the outputs, not modified
   * @param y (rows × columns) the targets, not modified
   * @param sums one for each pass from {@code to} on, modified
   */
  public void add(double[] s, double[] a, double[] y, int rows, int passes, double[] sums, int to) {
    boolean entropy =
        loss.kind() == LossSpec.Kind.BINARY_CROSS_ENTROPY && Loss.fromNetInputs(loss, last);
    if (loss.kind() == LossSpec.Kind.SQUARED) {
      addSquares(a, y, rows, passes, sums, to);
    } else if (entropy && columns == 1) {
      addEntropies(s, y, rows, passes, sums, to);
    } else {
      for (int p = 0; p < passes; p++) {
        sums[to + p] += onePass(s, a, y, rows, passes, p);
      }
    }
  }

  private void addSquares(double[] a, double[] y, int rows, int passes, double[] sums, int to) {
    Arrays.fill(partial, 0, passes, 0);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        double target = y[i * columns + j];
        if (columns == 1) {
          squares(a, i * passes, target, passes, partial);
        } else {
          squares(a, i * passes * columns + j, columns, target, passes, partial);
        }
      }
    }
    plus(partial, passes, sums, to);
  }

  private static void squares(double[] a, int at, double y, int passes, double[] sums) {
    for (int p = 0; p < passes; p++) {
      double e = a[at + p] - y;
      sums[p] += e * e;
    }
  }

  private static void squares(double[] a, int at, int step, double y, int passes, double[] sums) {
    for (int p = 0; p < passes; p++) {
      double e = a[at + p * step] - y;
      sums[p] += e * e;
    }
  }

  private void addEntropies(double[] s, double[] y, int rows, int passes, double[] sums, int to) {
    Arrays.fill(partial, 0, passes, 0);
    for (int i = 0; i < rows; i++) {
      Arrays.fill(targets, 0, passes, y[i]);
      kernel.crossEntropies(s, i * passes, targets, terms, passes);
      plus(terms, passes, partial, 0);
    }
    plus(partial, passes, sums, to);
  }

  private static void plus(double[] values, int count, double[] sums, int to) {
    for (int p = 0; p < count; p++) {
      sums[to + p] += values[p];
    }
  }

  private double onePass(double[] s, double[] a, double[] y, int rows, int passes, int p) {
    for (int i = 0; i < rows; i++) {
      System.arraycopy(s, (i * passes + p) * columns, onePassS, i * columns, columns);
      System.arraycopy(a, (i * passes + p) * columns, onePassA, i * columns, columns);
    }
    return Loss.sum(kernel, terms, loss, last, onePassS, onePassA, 0, y, rows, columns);
  }
}
