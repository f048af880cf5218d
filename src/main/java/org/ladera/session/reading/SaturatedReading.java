package org.ladera.session.reading;

import java.util.Optional;
import java.util.OptionalDouble;
import org.ladera.engine.net.Activation;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.trace.LayerTrace;
import org.ladera.explain.Dimension;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;

/**
 * {@code saturated[1]}: in layer 1, the share of units and examples of the next update that are
 * flat.
 */
public record SaturatedReading(int layer) implements Reading {
  /** A unit with a smaller |f′(z)| hardly learns. */
  private static final double FLAT = 0.01;

  static Optional<SaturatedReading> of(ReadingName name) {
    return name.word().equals("saturated") && name.has(1)
        ? Optional.of(new SaturatedReading(name.at(0, 0)))
        : Optional.empty();
  }

  @Override
  public String text() {
    return "saturated[" + layer + "]";
  }

  @Override
  public boolean exists(Experiment experiment) {
    return UnitReading.within(layer, experiment.network().layers().size());
  }

  @Override
  public OptionalDouble value(Frame frame, RunFrame run) {
    if (!exists(run.experiment())) {
      return OptionalDouble.empty();
    }
    LayerTrace trace = run.next().layers().get(layer - 1);
    ActivationSpec f = trace.spec().activation();
    int flat = 0;
    for (int i = 0; i < trace.z().size(); i++) {
      flat += Math.abs(Activation.derivative(f, trace.z().get(i))) < FLAT ? 1 : 0;
    }
    return OptionalDouble.of((double) flat / trace.z().size());
  }

  @Override
  public Dimension dimension() {
    return Dimension.Basic.PLAIN;
  }
}
