package org.ladera.present.step;

import java.util.ArrayList;
import java.util.List;
import org.ladera.engine.trace.LayerTrace;
import org.ladera.engine.trace.StepTrace;

/**
 * A stretch of an update in which one thing is computed, in the order of the engine.
 *
 * @param layer from 1; 0 where the phase is about all layers
 */
public record Phase(Kind kind, int layer) {
  public enum Kind {
    /** The batch, and the parameters the update begins with. */
    SAMPLES,
    NET_INPUT,
    NORMALISATION,
    ACTIVATION,
    LOSS,
    DELTA,
    GRADIENT,
    /** What regularisation adds to the gradient. */
    PENALTY,
    /** What the optimizer remembers. */
    MEMORY,
    UPDATE
  }

  /** How much of an update there is to see. */
  public enum Scope {
    /** All of it: the run does it. */
    UPDATE,
    /** A sample without a target goes through the network. */
    SAMPLE,
    /** Up to the slope of the loss, at parameters from which no step is done. */
    LOSS
  }

  /** The phases of an update, from its samples to the new parameters. */
  static List<Phase> of(StepTrace trace, Scope scope) {
    List<Phase> all = of(trace);
    return switch (scope) {
      case UPDATE -> all;
      case SAMPLE -> all.subList(0, all.indexOf(new Phase(Kind.LOSS, 0)));
      case LOSS ->
          all.stream().filter(p -> p.kind() != Kind.MEMORY && p.kind() != Kind.UPDATE).toList();
    };
  }

  private static List<Phase> of(StepTrace trace) {
    List<Phase> phases = new ArrayList<>();
    phases.add(new Phase(Kind.SAMPLES, 0));
    if (trace.experiment().function().isPresent()) {
      phases.add(new Phase(Kind.LOSS, 0));
      phases.add(new Phase(Kind.GRADIENT, 1));
      return withUpdate(trace, phases);
    }
    for (LayerTrace layer : trace.layers()) {
      if (!layer.spec().kind().isPlain()) {
        phases.add(new Phase(Kind.NET_INPUT, layer.index()));
      }
      if (layer.batchNorm().isPresent()) {
        phases.add(new Phase(Kind.NORMALISATION, layer.index()));
      }
      phases.add(new Phase(Kind.ACTIVATION, layer.index()));
    }
    phases.add(new Phase(Kind.LOSS, 0));
    for (LayerTrace layer : trace.layers().reversed()) {
      phases.add(new Phase(Kind.DELTA, layer.index()));
      if (layer.spec().kind().weightColumns() > 0) {
        phases.add(new Phase(Kind.GRADIENT, layer.index()));
      }
    }
    if (isPunished(trace)) {
      phases.add(new Phase(Kind.PENALTY, 0));
    }
    return withUpdate(trace, phases);
  }

  private static List<Phase> withUpdate(StepTrace trace, List<Phase> phases) {
    if (trace.layers().stream().anyMatch(l -> !l.w().memory().isEmpty())) {
      phases.add(new Phase(Kind.MEMORY, 0));
    }
    phases.add(new Phase(Kind.UPDATE, 0));
    return List.copyOf(phases);
  }

  /** The lowest layer with something to learn: where the way back ends. */
  static int lowest(StepTrace trace) {
    return trace.layers().stream()
        .filter(layer -> layer.spec().kind().weightColumns() > 0)
        .mapToInt(LayerTrace::index)
        .findFirst()
        .orElse(1);
  }

  static boolean isPunished(StepTrace trace) {
    var regularisation = trace.experiment().regularisation();
    return !regularisation.isNone();
  }
}
