package org.ladera.engine.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.trace.LayerTrace;
import org.ladera.engine.trace.StepTrace;
import org.ladera.engine.train.Trainer;

/**
 * Every derivative of more than a thousand networks against two independent computations: dual
 * numbers (1e-12) and a sixth-order difference of the loss (1e-10), both scaled by max(1, |g|).
 * Parameters whose neighbourhood holds a kink are skipped, counted, and must stay below 1 %.
 */
class GradientTest {
  private static final double[] STEPS = {4e-3, 1e-3, 2e-4, 5e-5, 1e-5};

  private static final class Count {
    int networks;
    int parameters;
    int onKink;
    int nearKink;
  }

  @Test
  void backpropagationEqualsDualNumbersAndSixthOrderDifferences() {
    Count count = new Count();
    for (Experiment experiment : RandomNetworks.all()) {
      check(experiment, count);
    }
    assertTrue(count.networks >= 1000, "networks: " + count.networks);
    assertTrue(count.parameters >= 10_000, "parameters: " + count.parameters);
    assertTrue(count.onKink < 0.01 * count.parameters, "on a kink: " + count.onKink);
    assertTrue(count.nearKink < 0.01 * count.parameters, "near a kink: " + count.nearKink);
  }

  /** Shared parameters: each gradient is a sum over all places of the window. */
  @Test
  void convolutionsAndPoolsEqualDualNumbers() {
    int parameters = 0;
    int onKink = 0;
    for (Experiment experiment : RandomConvolutions.all(1000)) {
      Trainer trainer = new Trainer(experiment);
      double[] theta = new double[trainer.layout().count()];
      trainer.copyParameters(theta);
      // A workspace that another batch has left dirty.
      trainer.preview();
      StepTrace step = trainer.preview();
      double[] gradient = gradient(step);
      assertEquals(theta.length, gradient.length);
      List<double[]> masks = new ArrayList<>();
      step.layers().forEach(l -> masks.add(l.mask().map(MatrixView::toArray).orElse(null)));
      for (int i = 0; i < theta.length; i++) {
        DualNetwork.Result dual = DualNetwork.loss(experiment, masks, theta, i);
        parameters++;
        if (dual.nearestKink() < 1e-9) {
          onKink++;
          continue;
        }
        double scale = Math.max(1, Math.abs(gradient[i]));
        assertEquals(dual.loss().d(), gradient[i], 1e-12 * scale, "seed " + experiment.seed());
        assertEquals(dual.loss().v(), step.totalLoss(), 1e-12 * Math.max(1, dual.loss().v()));
      }
    }
    assertTrue(parameters > 20_000, "parameters: " + parameters);
    assertTrue(onKink < 0.01 * parameters, "on a kink: " + onKink);
  }

  private static void check(Experiment experiment, Count count) {
    Trainer trainer = new Trainer(experiment);
    double[] theta = new double[trainer.layout().count()];
    trainer.copyParameters(theta);
    StepTrace step = trainer.preview();
    double[] gradient = gradient(step);
    assertEquals(theta.length, gradient.length);
    List<double[]> masks = new ArrayList<>();
    step.layers().forEach(l -> masks.add(l.mask().map(MatrixView::toArray).orElse(null)));
    count.networks++;
    for (int i = 0; i < theta.length; i++) {
      count.parameters++;
      String what = experiment.network() + " " + experiment.loss() + " seed " + experiment.seed();
      DualNetwork.Result dual = DualNetwork.loss(experiment, masks, theta, i);
      if (dual.nearestKink() < 1e-9) {
        count.onKink++;
        continue;
      }
      assertEquals(
          dual.loss().v(), step.totalLoss(), 1e-12 * Math.max(1, Math.abs(dual.loss().v())));
      double scale = Math.max(1, Math.abs(gradient[i]));
      double error = Math.abs(dual.loss().d() - gradient[i]) / scale;
      assertTrue(error <= 1e-12, () -> what + ": dual " + dual.loss().d() + ", off by " + error);
      double difference = difference(experiment, masks, theta, i, dual.branches(), gradient[i]);
      if (Double.isNaN(difference)) {
        count.nearKink++;
        continue;
      }
      assertTrue(
          difference <= 1e-10 * scale, () -> what + ": difference off by " + difference / scale);
    }
  }

  /** All derivatives in the order of the parameters. */
  private static double[] gradient(StepTrace step) {
    List<Double> all = new ArrayList<>();
    for (LayerTrace layer : step.layers()) {
      add(all, layer.w().gradient());
      if (layer.spec().bias()) {
        add(all, layer.b().gradient());
      }
      layer
          .batchNorm()
          .ifPresent(
              bn -> {
                add(all, bn.gamma().gradient());
                add(all, bn.beta().gradient());
              });
    }
    return all.stream().mapToDouble(d -> d).toArray();
  }

  private static void add(List<Double> all, MatrixView matrix) {
    for (double value : matrix.toArray()) {
      all.add(value);
    }
  }

  /**
   * The smallest error over steps that cross no kink: large steps cut the series short, small ones
   * lose digits. NaN when a kink is so near that only steps too small for ten digits avoid it.
   */
  private static double difference(
      Experiment experiment,
      List<double[]> masks,
      double[] theta,
      int i,
      long branches,
      double gradient) {
    double best = Double.POSITIVE_INFINITY;
    boolean kink = false;
    double[] moved = theta.clone();
    for (double h : STEPS) {
      double[] f = new double[7];
      boolean smooth = true;
      for (int s = -3; s <= 3 && smooth; s++) {
        if (s != 0) {
          moved[i] = theta[i] + s * h;
          DualNetwork.Result at = DualNetwork.loss(experiment, masks, moved, -1);
          smooth = at.branches() == branches;
          f[s + 3] = at.loss().v();
        }
      }
      if (smooth) {
        double slope = (45 * (f[4] - f[2]) - 9 * (f[5] - f[1]) + (f[6] - f[0])) / (60 * h);
        double error = Math.abs(slope - gradient);
        best = Math.min(best, error);
        if (best <= 1e-11) {
          return best;
        }
      }
      kink |= !smooth;
    }
    return kink && best > 1e-10 * Math.max(1, Math.abs(gradient)) ? Double.NaN : best;
  }
}
