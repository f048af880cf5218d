package org.ladera.landscape;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.net.Objective;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.trace.LayerTrace;
import org.ladera.engine.trace.StepTrace;
import org.ladera.engine.train.Trainer;

/** Why descent cannot change something, seen in one update and proved by its numbers. */
public sealed interface Stall {
  /**
   * Every unit of a hidden layer is 0 for every example, so that nothing before it has a gradient.
   *
   * @param greatest the greatest net input, at most 0
   */
  record Dead(int layer, int units, int examples, double greatest) implements Stall {}

  /** All units of a hidden layer have the same weights, in and out: updates keep them alike. */
  record Symmetric(int layer, int units) implements Stall {}

  /**
   * A net input is exactly at the corner of its activation: J has two slopes there.
   *
   * @param examples how many examples are there
   * @param along the bias along which the slopes were measured
   * @param left (J(b) − J(b − h)) / h
   * @param right (J(b + h) − J(b)) / h
   */
  record Corner(int layer, int unit, int examples, ParameterRef along, double left, double right)
      implements Stall {}

  /** The bias before batch normalisation is taken away with the mean: J does not depend on it. */
  record IdleBias(int layer) implements Stall {}

  /**
   * Slopes so near to 0 that hardly anything comes back through a layer; of the last layer, those
   * of outputs that are far from their targets.
   *
   * @param flat how many values of the activation have a slope below 0.01 there
   * @param values how many there are
   * @param least the least |z| among the flat ones
   */
  record Saturated(int layer, int flat, int values, double least) implements Stall {}

  /**
   * Hardly any gradient, and J bends downwards in some direction: no minimum.
   *
   * @param gradientNorm of J over all examples
   * @param smallest eigenvalue of the Hessian, below 0
   * @param largest eigenvalue of the Hessian
   */
  record Saddle(double gradientNorm, double smallest, double largest) implements Stall {}

  /**
   * The slope is there, and the steps are too short for it.
   *
   * @param limit the rate up to which the rule would still descend here
   * @param share by which J fell in those epochs
   */
  record SmallRate(double rate, double limit, double gradientNorm, double share, long epochs)
      implements Stall {}

  /** Its name, for programs and keys of texts. */
  default String name() {
    return getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  /**
   * The same of a loss that is so many times as large.
   *
   * @param rates how many times as large the rates are
   */
  default Stall times(double scale, double rates) {
    return switch (this) {
      case Corner(var layer, var unit, var examples, var along, double left, double right) ->
          new Corner(layer, unit, examples, along, scale * left, scale * right);
      case Saddle(double norm, double smallest, double largest) ->
          new Saddle(scale * norm, scale * smallest, scale * largest);
      case SmallRate(double rate, double limit, double norm, double share, long epochs) ->
          new SmallRate(rates * rate, rates * limit, scale * norm, share, epochs);
      case Dead _, Symmetric _, IdleBias _, Saturated _ -> this;
    };
  }

  /** What an experiment begins with. */
  static List<Stall> atStart(Experiment experiment) {
    Trainer trainer = new Trainer(experiment);
    double[] theta = new double[trainer.layout().count()];
    trainer.copyParameters(theta);
    return in(trainer.preview(), theta);
  }

  /**
   * @param trace the update
   * @param theta the parameters before it, not modified
   */
  static List<Stall> in(StepTrace trace, double[] theta) {
    List<Stall> found = new ArrayList<>();
    for (LayerTrace layer : trace.layers()) {
      boolean hidden = layer.index() < trace.layers().size();
      if (hidden && isDead(layer)) {
        found.add(new Dead(layer.index(), layer.a().columns(), layer.a().rows(), greatest(layer)));
      } else if (hidden && isSymmetric(layer)) {
        found.add(new Symmetric(layer.index(), layer.a().columns()));
      }
      if (layer.batchNorm().isPresent() && layer.spec().bias()) {
        found.add(new IdleBias(layer.index()));
      }
      corner(trace, layer, theta).ifPresent(found::add);
    }
    return found;
  }

  private static boolean isDead(LayerTrace layer) {
    return layer.spec().activation().kind() == ActivationSpec.Kind.RELU
        && layer.spec().isDense()
        && greatest(layer) < 0;
  }

  private static double greatest(LayerTrace layer) {
    MatrixView s = layer.activated();
    double greatest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < s.size(); i++) {
      greatest = Math.max(greatest, s.get(i));
    }
    return greatest;
  }

  private static boolean isSymmetric(LayerTrace layer) {
    return layer.spec().isDense()
        && layer.a().columns() > 1
        && equalColumns(layer.w().before())
        && equalColumns(layer.a())
        && equalColumns(layer.delta());
  }

  private static boolean equalColumns(MatrixView matrix) {
    for (int r = 0; r < matrix.rows(); r++) {
      for (int c = 1; c < matrix.columns(); c++) {
        if (matrix.get(r, c) != matrix.get(r, 0)) {
          return false;
        }
      }
    }
    return true;
  }

  /** The first unit of a layer at a corner, when its bias can be moved to both sides. */
  private static Optional<Stall> corner(StepTrace trace, LayerTrace layer, double[] theta) {
    if (!layer.spec().activation().kind().hasCorner()
        || layer.spec().activation().kind() == ActivationSpec.Kind.STEP
        || !layer.spec().isDense()
        || layer.batchNorm().isPresent()
        || !layer.spec().bias()) {
      return Optional.empty();
    }
    MatrixView z = layer.z();
    for (int unit = 0; unit < z.columns(); unit++) {
      int there = 0;
      for (int row = 0; row < z.rows(); row++) {
        there += z.get(row, unit) == 0 ? 1 : 0;
      }
      ParameterRef bias = ParameterRef.bias(layer.index(), unit + 1);
      if (there > 0) {
        double left = slope(trace.experiment(), theta, bias, -1);
        double right = slope(trace.experiment(), theta, bias, 1);
        // What a curved loss makes of the difference halves with the step; a kink stays.
        double nearer =
            slope(trace.experiment(), theta, bias, 0.5)
                - slope(trace.experiment(), theta, bias, -0.5);
        boolean stays = Math.abs(nearer) > 0.75 * Math.abs(right - left);
        if (stays && Math.abs(left - right) > 1e-4 * Math.max(Math.abs(left), Math.abs(right))) {
          return Optional.of(new Corner(layer.index(), unit + 1, there, bias, left, right));
        }
      }
    }
    return Optional.empty();
  }

  private static double slope(
      Experiment experiment, double[] theta, ParameterRef bias, double direction) {
    double h = direction * StrictMath.pow(2, -20);
    double[] moved = theta.clone();
    moved[new ParameterLayout(experiment.network()).indexOf(bias)] += h;
    Objective objective = new Objective(experiment);
    return (objective.loss(moved) - objective.loss(theta)) / h;
  }
}
