package org.ladera.session.field;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.trace.StepTrace;
import org.ladera.landscape.Standstill;
import org.ladera.landscape.gradient.GradientCheck;
import org.ladera.landscape.gradient.GradientReport;
import org.ladera.landscape.gradient.Inspection;
import org.ladera.session.FieldRequest;

/** Answers requests for gradient checks, reusing what is of the same update. One thread only. */
final class CheckWork {
  /** The step of the central difference: near the best one for a loss of ordinary size. */
  static final double STEP = 1e-3;

  /**
   * Products of a weight and a sample, some nanoseconds each: what is done beside every picture of
   * a running network, and what a person waits for.
   */
  private static final long QUICK = 6_000_000;

  private static final long THOROUGH = 250_000_000;

  /** A list of more is of no use to anybody. */
  private static final int MOST = 10_000;

  private record Known<T>(StepTrace trace, T value) {}

  private final Map<FieldRequest.Derivative, Known<Inspection>> derivatives = new HashMap<>();
  private final Map<FieldRequest.Gradient, Known<GradientReport>> gradients = new HashMap<>();

  private final Map<FieldRequest.Obstacles, Known<Standstill>> obstacles = new HashMap<>();

  /** Forgets the answers to all other requests. */
  void keep(Set<FieldRequest> watched) {
    derivatives.keySet().retainAll(watched);
    gradients.keySet().retainAll(watched);
    obstacles.keySet().retainAll(watched);
  }

  /** The derivative; empty when the network has no such parameter. */
  Optional<Inspection> of(FieldRequest.Derivative request, StepTrace trace) {
    if (!new ParameterLayout(trace.experiment().network()).has(request.parameter())) {
      return Optional.empty();
    }
    Known<Inspection> known = derivatives.get(request);
    if (known == null || !known.trace().equals(trace)) {
      GradientCheck check = check(trace, request.claimed());
      known = new Known<>(trace, check.inspect(request.parameter(), STEP, THOROUGH));
      derivatives.put(request, known);
    }
    return Optional.of(known.value());
  }

  /** The whole gradient; empty when cancelled. */
  Optional<GradientReport> of(
      FieldRequest.Gradient request, StepTrace trace, BooleanSupplier cancelled) {
    Known<GradientReport> known = gradients.get(request);
    if (known == null || !known.trace().equals(trace)) {
      GradientCheck check = check(trace, request.claimed());
      long budget = request.thorough() ? THOROUGH : QUICK;
      GradientReport report = check.all(MOST, budget, cancelled);
      if (cancelled.getAsBoolean()) {
        return Optional.empty();
      }
      known = new Known<>(trace, report);
      gradients.put(request, known);
    }
    return Optional.of(known.value());
  }

  /** What holds the run up; empty when cancelled. */
  Optional<Standstill> of(
      FieldRequest.Obstacles request,
      StepTrace trace,
      MatrixView parameters,
      BooleanSupplier cancelled) {
    Known<Standstill> known = obstacles.get(request);
    if (known == null || !known.trace().equals(trace)) {
      Standstill found = Standstill.of(trace, parameters, request.progress(), cancelled);
      if (cancelled.getAsBoolean()) {
        return Optional.empty();
      }
      known = new Known<>(trace, found);
      obstacles.put(request, known);
    }
    return Optional.of(known.value());
  }

  private static GradientCheck check(StepTrace trace, Optional<LossSpec> claimed) {
    return new GradientCheck(trace, claimed.orElse(trace.experiment().loss()));
  }
}
