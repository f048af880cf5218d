package org.ladera.store.cases;

import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.trace.Divergence;
import org.ladera.engine.trace.StepTrace;
import org.ladera.landscape.FunctionRun;

/** Runs a case and writes what {@code ladera trace} prints. */
public final class CaseOutput {
  /** The fields that a step of the output can have. */
  public static final List<String> FIELDS =
      Stream.concat(CaseJson.NETWORK_FIELDS.stream(), CaseJson.FUNCTION_FIELDS.stream()).toList();

  private CaseOutput() {}

  /**
   * @param steps how many updates
   * @param every only updates 0, every, 2·every … are written; the others are done all the same
   * @param only the fields to write; empty for all
   */
  public static void write(TraceCase run, int steps, int every, Set<String> only, Writer out)
      throws IOException {
    try (CaseJson json = new CaseJson(out, only)) {
      switch (run) {
        case TraceCase.Network network -> network(network, steps, every, json);
        case TraceCase.Function function -> function(function, steps, every, json);
      }
    }
  }

  private static void network(TraceCase.Network network, int steps, int every, CaseJson json)
      throws IOException {
    CaseRun run = new CaseRun(network);
    for (int step = 0; step < steps; step++) {
      if (step % every != 0) {
        if (!run.skip()) {
          break;
        }
        continue;
      }
      Optional<StepTrace> trace = run.next();
      if (trace.isEmpty()) {
        break;
      }
      json.step(step, trace.get());
    }
    json.end(run.divergence());
  }

  private static void function(TraceCase.Function given, int steps, int every, CaseJson json)
      throws IOException {
    FunctionRun run =
        new FunctionRun(given.function(), given.optimizer(), given.startX(), given.startY());
    for (int step = 0; step < steps; step++) {
      FunctionRun.Step done = run.step();
      if (!done.isFinite()) {
        json.end(Optional.of(divergence(step, done)));
        return;
      }
      if (step % every == 0) {
        json.functionStep(step, done, memory(given.optimizer(), done, step + 1));
      }
    }
    json.end(Optional.empty());
  }

  private static Divergence divergence(int step, FunctionRun.Step done) {
    if (!Double.isFinite(done.f())) {
      return new Divergence(step, step, 0, 0, Divergence.Quantity.LOSS);
    }
    boolean gradient = Double.isFinite(done.gradient()[0]) && Double.isFinite(done.gradient()[1]);
    double[] pair = gradient ? done.wAfter() : done.gradient();
    int unit = Double.isFinite(pair[0]) ? 2 : 1;
    return new Divergence(
        step,
        step,
        0,
        unit,
        gradient ? Divergence.Quantity.PARAMETER : Divergence.Quantity.GRADIENT);
  }

  /**
   * The memory; for Adam with m̂ and v̂ (Kingma and Ba 2015), for Nesterov with the velocity v =
   * η·buf of the look-ahead form, which goes the same way.
   */
  private static Map<String, double[]> memory(
      OptimizerSpec optimizer, FunctionRun.Step done, int steps) {
    Map<String, double[]> state = new LinkedHashMap<>(done.memoryAfter());
    switch (optimizer) {
      case OptimizerSpec.Adam adam -> corrected(state, adam.beta1(), adam.beta2(), steps);
      case OptimizerSpec.AdamW adam -> corrected(state, adam.beta1(), adam.beta2(), steps);
      case OptimizerSpec.Nesterov nesterov -> {
        double[] buffer = Objects.requireNonNull(state.get("v"));
        state.put("buf", buffer);
        state.put("v", over(buffer, 1 / nesterov.rate()));
      }
      case OptimizerSpec.Sgd _,
          OptimizerSpec.SequentialSgd _,
          OptimizerSpec.Momentum _,
          OptimizerSpec.AveragedMomentum _,
          OptimizerSpec.AdaGrad _,
          OptimizerSpec.AdaDelta _,
          OptimizerSpec.RmsProp _ -> {}
    }
    return state;
  }

  private static void corrected(
      Map<String, double[]> state, double beta1, double beta2, int steps) {
    state.put(
        "m_hat", over(Objects.requireNonNull(state.get("m")), 1 - StrictMath.pow(beta1, steps)));
    state.put(
        "v_hat", over(Objects.requireNonNull(state.get("v")), 1 - StrictMath.pow(beta2, steps)));
  }

  private static double[] over(double[] values, double by) {
    return new double[] {values[0] / by, values[1] / by};
  }
}
