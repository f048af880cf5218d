package org.ladera.landscape;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.net.Activation;
import org.ladera.engine.net.Objective;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.trace.LayerTrace;
import org.ladera.engine.trace.StepTrace;

/**
 * Why a run that stands does not get further, found by looking: dead layers, equal units, kinks,
 * slopes near 0, curvature (Dauphin et al. 2014), a rate far below its limit. A run at a minimum
 * has no such cause.
 *
 * @param seen what one update shows, whether the run is stuck or not
 * @param cause why it is stuck, if it is
 */
public record Standstill(List<Stall> seen, Optional<Stall> cause) {
  /** A run whose loss falls by less in half of its epochs hardly moves. */
  private static final double SLOW = 0.01;

  /** A slope of an activation below this lets hardly anything through. */
  private static final double FLAT = 0.01;

  /** A layer with so many flat values passes hardly anything back. */
  private static final double MOST = 0.9;

  /** λmin has to be that much below 0, in parts of λmax, not to be an error of its computation. */
  private static final double BENDS = 1e-3;

  /** A rate so many times below its limit is too small. */
  private static final double FAR = 50;

  /** A rate with which only hands move the parameters. */
  private static final double STILL = 1e-9;

  /** Products of a weight and an example that the curvature may cost. */
  private static final long BUDGET = 300_000_000;

  /** So many eigenvector directions, of four gradients each, are tried at most. */
  private static final int DIRECTIONS = 120;

  private static final int FEW_EPOCHS = 10;

  public Standstill {
    seen = List.copyOf(seen);
  }

  /**
   * How far the run came lately.
   *
   * @param before J so many epochs ago
   * @param now J
   */
  public record Progress(double before, double now, long epochs) {
    private double share() {
      return (before - now) / Math.abs(before);
    }

    private boolean isSlow() {
      return epochs >= FEW_EPOCHS && now > 0 && Math.abs(share()) < SLOW;
    }
  }

  /**
   * @param next the update that the run would do next
   * @param theta (1 × parameters) before it
   * @param progress what came of the last half of its epochs; empty for a run that has not begun
   * @param cancelled polled while the curvature is computed; the result is then not to be used
   */
  public static Standstill of(
      StepTrace next, MatrixView theta, Optional<Progress> progress, BooleanSupplier cancelled) {
    List<Stall> seen =
        next.experiment().function().isPresent() ? List.of() : Stall.in(next, theta.toArray());
    return new Standstill(seen, progress.flatMap(p -> cause(next, theta, seen, p, cancelled)));
  }

  /** The same of a loss that is so many times as large. */
  public Standstill times(double scale, double rates) {
    return new Standstill(
        seen.stream().map(s -> s.times(scale, rates)).toList(),
        cause.map(s -> s.times(scale, rates)));
  }

  private static Optional<Stall> cause(
      StepTrace next,
      MatrixView theta,
      List<Stall> seen,
      Progress progress,
      BooleanSupplier cancelled) {
    Experiment experiment = next.experiment();
    List<LayerSpec> layers = experiment.network().layers();
    if (next.rate() <= STILL
        || experiment.optimizer() instanceof OptimizerSpec.ClosedForm
        || layers.stream().anyMatch(l -> l.activation().kind() == ActivationSpec.Kind.STEP)) {
      return Optional.empty();
    }
    Optional<Stall> dead = seen.stream().filter(Stall.Dead.class::isInstance).findFirst();
    if (dead.isPresent() || !progress.isSlow()) {
      return dead;
    }
    return seen.stream()
        .filter(Stall.Symmetric.class::isInstance)
        .findFirst()
        .or(() -> seen.stream().filter(Stall.Corner.class::isInstance).findFirst())
        .or(() -> saturated(next))
        .or(() -> bent(next, theta, progress, cancelled));
  }

  private static Optional<Stall> saturated(StepTrace next) {
    for (LayerTrace layer : next.layers()) {
      ActivationSpec activation = layer.spec().activation();
      boolean bends =
          activation.kind() == ActivationSpec.Kind.SIGMOID
              || activation.kind() == ActivationSpec.Kind.TANH;
      boolean last = layer.index() == next.layers().size();
      if (!bends || last && next.experiment().loss().kind().matches(activation.kind())) {
        continue;
      }
      MatrixView z = layer.z();
      int flat = 0;
      double least = Double.POSITIVE_INFINITY;
      for (int i = 0; i < z.size(); i++) {
        boolean wrong = !last || Math.abs(layer.a().get(i) - next.y().get(i)) > 0.5;
        if (wrong && Activation.derivative(activation, z.get(i)) < FLAT) {
          flat++;
          least = Math.min(least, Math.abs(z.get(i)));
        }
      }
      if (last ? flat > 0 : flat >= MOST * z.size()) {
        return Optional.of(new Stall.Saturated(layer.index(), flat, z.size(), least));
      }
    }
    return Optional.empty();
  }

  /** What the curvature says, where it can be had in a moment. */
  private static Optional<Stall> bent(
      StepTrace next, MatrixView theta, Progress progress, BooleanSupplier cancelled) {
    Experiment experiment = next.experiment();
    long n = theta.size();
    long cost = 4 * Math.min(n, DIRECTIONS) * n * Math.max(1, experiment.data().size());
    if (cost > BUDGET
        || experiment.network().layers().stream().anyMatch(l -> l.batchNorm() || !l.trainable())) {
      return Optional.empty();
    }
    double[] gradient = new double[theta.size()];
    new Objective(experiment).gradient(theta.toArray(), gradient);
    double norm = Objective.norm(gradient);
    Curvature curvature = Curvature.at(LossFunction.of(experiment), theta, cancelled);
    if (cancelled.getAsBoolean() || !Double.isFinite(norm)) {
      return Optional.empty();
    }
    if (curvature.smallest() < -BENDS * Math.abs(curvature.largest())) {
      return Optional.of(new Stall.Saddle(norm, curvature.smallest(), curvature.largest()));
    }
    OptionalDouble limit = StabilityLimit.of(experiment.optimizer(), curvature);
    boolean far = limit.isPresent() && limit.getAsDouble() > FAR * next.rate();
    double gain = norm * norm / (2 * curvature.largest());
    return far && gain > SLOW * progress.now()
        ? Optional.of(
            new Stall.SmallRate(
                next.rate(), limit.getAsDouble(), norm, progress.share(), progress.epochs()))
        : Optional.empty();
  }
}
