package org.ladera.store.cases;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.trace.Divergence;
import org.ladera.engine.train.Optimizer;

/** Runs a function case: the engine's optimizer on a function of two variables. */
final class FunctionRun {
  private FunctionRun() {}

  static void write(TraceCase.Function run, int steps, int every, CaseJson json)
      throws IOException {
    Optimizer optimizer = new Optimizer(run.optimizer(), 2);
    double[] w = {run.startX(), run.startY()};
    double[] gradient = new double[2];
    for (int step = 0; step < steps; step++) {
      double[] before = w.clone();
      double f = run.function().at(w[0], w[1]);
      run.function().gradient(w[0], w[1], gradient);
      optimizer.update(w, gradient, 0, 2, run.optimizer().rate());
      Optional<Divergence> divergence = divergence(step, f, gradient, w);
      if (divergence.isPresent()) {
        json.end(divergence);
        return;
      }
      if (step % every == 0) {
        json.functionStep(step, before, f, gradient, w, state(optimizer));
      }
    }
    json.end(Optional.empty());
  }

  private static Optional<Divergence> divergence(int step, double f, double[] g, double[] w) {
    if (!Double.isFinite(f)) {
      return Optional.of(new Divergence(step, step, 0, 0, Divergence.Quantity.LOSS));
    }
    for (int i = 0; i < 2; i++) {
      if (!Double.isFinite(g[i])) {
        return Optional.of(new Divergence(step, step, 0, i + 1, Divergence.Quantity.GRADIENT));
      }
      if (!Double.isFinite(w[i])) {
        return Optional.of(new Divergence(step, step, 0, i + 1, Divergence.Quantity.PARAMETER));
      }
    }
    return Optional.empty();
  }

  private static Map<String, double[]> state(Optimizer optimizer) {
    Map<String, double[]> state = new LinkedHashMap<>();
    for (int i = 0; i < optimizer.names().size(); i++) {
      state.put(optimizer.names().get(i), optimizer.memory(i).clone());
    }
    switch (optimizer.spec()) {
      case OptimizerSpec.Adam adam ->
          corrected(state, adam.beta1(), adam.beta2(), optimizer.steps());
      case OptimizerSpec.AdamW adam ->
          corrected(state, adam.beta1(), adam.beta2(), optimizer.steps());
      default -> {}
    }
    return state;
  }

  /** m̂ and v̂ of Kingma and Ba 2015. */
  private static void corrected(
      Map<String, double[]> state, double beta1, double beta2, long steps) {
    state.put("m_hat", scaled(state.get("m"), 1 - StrictMath.pow(beta1, steps)));
    state.put("v_hat", scaled(state.get("v"), 1 - StrictMath.pow(beta2, steps)));
  }

  private static double[] scaled(double[] values, double by) {
    return new double[] {values[0] / by, values[1] / by};
  }
}
