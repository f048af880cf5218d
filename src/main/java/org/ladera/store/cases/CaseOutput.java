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
import org.ladera.engine.trace.LayerTrace;
import org.ladera.engine.trace.OptimizerMemory;
import org.ladera.engine.trace.StepTrace;
import org.ladera.engine.train.Trainer;

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
   * @return how the run ended
   */
  public static CaseEnd write(TraceCase run, int steps, int every, Set<String> only, Writer out)
      throws IOException {
    try (CaseJson json = new CaseJson(out, only)) {
      return switch (run) {
        case TraceCase.Network network -> network(network, steps, every, json);
        case TraceCase.Function function -> {
          function(function, steps, every, json);
          yield CaseEnd.GOOD;
        }
      };
    }
  }

  private static CaseEnd network(TraceCase.Network network, int steps, int every, CaseJson json)
      throws IOException {
    CaseRun run = new CaseRun(network);
    double before = Double.NaN;
    for (int step = 0; step < steps; step++) {
      if (step == steps / 2) {
        before = run.loss();
      }
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
    json.end(run.divergence(), run.outside());
    return run.end(before, steps - steps / 2);
  }

  private static void function(TraceCase.Function given, int steps, int every, CaseJson json)
      throws IOException {
    Trainer trainer = new Trainer(given.experiment());
    for (int step = 0; step < steps; step++) {
      StepTrace trace = step % every == 0 ? trainer.preview() : null;
      if (!trainer.step()) {
        break;
      }
      if (trace != null) {
        LayerTrace descent = trace.layers().getFirst();
        json.functionStep(step, trace, memory(given.experiment().optimizer(), descent, step + 1));
      }
    }
    json.end(trainer.divergence().map(CaseOutput::ofFunction), Optional.empty());
  }

  /** A function has no layers: it is its value that is lost, or the k-th variable. */
  private static Divergence ofFunction(Divergence d) {
    return switch (d.quantity()) {
      case NET_INPUT, ACTIVATION, LOSS, DELTA ->
          new Divergence(d.update(), d.epoch(), 0, 0, Divergence.Quantity.LOSS);
      case GRADIENT, PARAMETER -> new Divergence(d.update(), d.epoch(), 0, d.unit(), d.quantity());
    };
  }

  /**
   * The memory; for Adam with m̂ and v̂ (Kingma and Ba 2015), for Nesterov with the velocity v =
   * η·buf of the look-ahead form, which goes the same way.
   */
  private static Map<String, double[]> memory(
      OptimizerSpec optimizer, LayerTrace descent, int steps) {
    Map<String, double[]> state = new LinkedHashMap<>();
    for (OptimizerMemory memory : descent.w().memory()) {
      state.put(memory.name(), memory.after().toArray());
    }
    if (optimizer instanceof OptimizerSpec.Adam adam) {
      corrected(state, adam.beta1(), adam.beta2(), steps);
    } else if (optimizer instanceof OptimizerSpec.AdamW adam) {
      corrected(state, adam.beta1(), adam.beta2(), steps);
    } else if (optimizer instanceof OptimizerSpec.Nesterov nesterov) {
      double[] buffer = Objects.requireNonNull(state.get("v"));
      state.put("buf", buffer);
      state.put("v", over(buffer, 1 / nesterov.rate()));
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
