package org.ladera.landscape;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.net.Loss;
import org.ladera.engine.net.PassSums;
import org.ladera.engine.net.Penalty;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.spec.RegularisationSpec;

/**
 * The loss for many values of one parameter u, and of a second one v that is not in a later layer.
 * For each v the network runs once for the examples; for all values of u together only what follows
 * the unit of u is computed again (see {@link SweptTail}).
 */
final class ParameterSweep {
  /** Examples taken at a time. */
  private static final int BLOCK = 64;

  /** The activation of a unit takes as long as about so many multiplications. */
  private static final double VALUE = 12;

  /** What is swept takes so many times as long for being copied between workspaces. */
  private static final double COPYING = 1.25;

  private final Experiment experiment;
  private final ParameterLayout layout;
  private final SweptTail tail;
  private final double[] theta;
  private final int u;
  private final Axis axis;
  private final Penalty penalty;
  private final PassSums passes;
  private int rows;
  private double[] x = {};
  private double[] y = {};

  ParameterSweep(LossFunction subject, MatrixView theta, ParameterRef u, Axis axis) {
    experiment = subject.experiment();
    layout = new ParameterLayout(experiment.network());
    this.theta = theta.toArray();
    this.u = layout.indexOf(u);
    this.axis = axis;
    penalty = new Penalty(experiment.regularisation(), experiment.network());
    tail = new SweptTail(subject, u, axis, Math.min(BLOCK, experiment.data().size()));
    LayerSpec output = experiment.network().layers().getLast();
    ActivationSpec last = output.dropout() > 0 ? ActivationSpec.IDENTITY : output.activation();
    int examples = Math.min(BLOCK, experiment.data().size());
    passes = new PassSums(experiment.loss(), last, examples, output.units(), tail.points());
  }

  /**
   * Whether a sweep over {@code u} is faster than evaluating the whole network at every point.
   * Counted in multiplications for each example and point: a sweep leaves out the layers up to u's
   * but copies what it computes.
   */
  static boolean pays(NetworkSpec network, ParameterRef u) {
    if (!fits(network)) {
      return false;
    }
    double plain = 0;
    double swept = 0;
    for (int l = 0; l < network.layers().size(); l++) {
      LayerSpec layer = network.layers().get(l);
      double values = VALUE * layer.units();
      double products = (double) network.inputsOf(l) * layer.units();
      plain += products + values;
      int after = l - (u.layer() - 1);
      boolean oneUnit = l < network.layers().size() - 1 && !isSoftmax(layer);
      if (after == 0) {
        swept += oneUnit ? VALUE : values;
      } else if (after == 1) {
        // Where only one unit moves, the share of the others is known.
        boolean known = !isSoftmax(network.layers().get(l - 1));
        swept += values + (known ? layer.units() : products);
      } else if (after > 1) {
        swept += products + values;
      }
    }
    return COPYING * swept < plain;
  }

  /** Whether it can be done at all: elsewhere than in a dense layer a weight moves many units. */
  static boolean fits(NetworkSpec network) {
    return network.layers().stream().allMatch(LayerSpec::isDense);
  }

  private static boolean isSoftmax(LayerSpec layer) {
    return layer.activation().kind() == ActivationSpec.Kind.SOFTMAX;
  }

  /** One value for each of the axis; empty when cancelled. */
  Optional<double[]> alone(BooleanSupplier cancelled) {
    double[] values = new double[axis.count()];
    for (int from = 0; from < experiment.data().size(); from += BLOCK) {
      if (cancelled.getAsBoolean()) {
        return Optional.empty();
      }
      load(from);
      addRow(values, 0);
    }
    toLosses(values, 0);
    return Optional.of(values);
  }

  /** Row-major, one row for each value of {@code other}; empty when cancelled. */
  Optional<double[]> over(ParameterRef other, Axis otherAxis, BooleanSupplier cancelled) {
    int v = layout.indexOf(other);
    double[] values = new double[otherAxis.count() * axis.count()];
    for (int from = 0; from < experiment.data().size(); from += BLOCK) {
      load(from);
      for (int row = 0; row < otherAxis.count(); row++) {
        if (cancelled.getAsBoolean()) {
          return Optional.empty();
        }
        theta[v] = otherAxis.at(row);
        addRow(values, row * axis.count());
      }
    }
    for (int row = 0; row < otherAxis.count(); row++) {
      theta[v] = otherAxis.at(row);
      toLosses(values, row * axis.count());
    }
    return Optional.of(values);
  }

  private void load(int from) {
    Dataset data = experiment.data();
    rows = Math.min(BLOCK, data.size() - from);
    x = part(data.x(), from);
    y = part(data.y(), from);
  }

  private double[] part(MatrixView whole, int from) {
    double[] part = new double[rows * whole.columns()];
    for (int i = 0; i < part.length; i++) {
      part[i] = whole.get(from * whole.columns() + i);
    }
    return part;
  }

  /** Adds the loss sums of the loaded examples for every value of u. */
  private void addRow(double[] sums, int at) {
    theta[u] = 0;
    tail.start(theta, x, rows);
    for (int first = 0; first < axis.count(); first += tail.points()) {
      int points = Math.min(tail.points(), axis.count() - first);
      tail.compute(first, points);
      passes.add(tail.activationInputs(), tail.outputs(), y, rows, points, sums, at + first);
    }
  }

  /** From loss sums to losses with their penalty, of which u changes one term. */
  private void toLosses(double[] values, int from) {
    LossSpec loss = experiment.loss();
    double factor = loss.factor().value(experiment.data().size(), experiment.network().outputs());
    for (int i = from; i < from + axis.count(); i++) {
      values[i] = Loss.value(loss, factor, values[i]);
    }
    RegularisationSpec spec = experiment.regularisation();
    if (spec.isNone()) {
      return;
    }
    theta[u] = 0;
    double rest = penalty.value(theta);
    boolean hasPenalty = layout.refAt(u).kind() == ParameterRef.Kind.WEIGHT;
    for (int i = 0; i < axis.count(); i++) {
      double w = hasPenalty ? axis.at(i) : 0;
      values[from + i] += rest + spec.l1() * Math.abs(w) + spec.l2() * w * w;
    }
  }
}
