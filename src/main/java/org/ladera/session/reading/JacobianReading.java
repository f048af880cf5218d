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
 * {@code jacobian[1][4,2,3]}: ∂a₂/∂z₃ of layer 1 for example 4 in the next update.
 *
 * @param unit whose a changes
 * @param by whose z it changes with
 */
public record JacobianReading(int layer, int example, int unit, int by) implements Reading {
  static Optional<JacobianReading> of(ReadingName name) {
    return name.word().equals("jacobian") && name.has(1, 3)
        ? Optional.of(
            new JacobianReading(name.at(0, 0), name.at(1, 0), name.at(1, 1), name.at(1, 2)))
        : Optional.empty();
  }

  @Override
  public String text() {
    return "jacobian[" + layer + "][" + example + "," + unit + "," + by + "]";
  }

  @Override
  public boolean exists(Experiment e) {
    int units = UnitReading.units(e, layer);
    return UnitReading.within(example, e.data().size())
        && UnitReading.within(unit, units)
        && UnitReading.within(by, units);
  }

  /** Row i of the Jacobian is what the engine makes of ∂J/∂a = eᵢ. */
  @Override
  public OptionalDouble value(Frame frame, RunFrame run) {
    int row = run.next().rows().indexOf(example - 1);
    if (row < 0 || !exists(run.experiment())) {
      return OptionalDouble.empty();
    }
    LayerTrace trace = run.next().layers().get(layer - 1);
    int units = trace.spec().units();
    ActivationSpec f = trace.spec().activation();
    double[] z = new double[units];
    trace.z().copyRows(row, 1, z, 0);
    double[] a = new double[units];
    double[] delta = new double[units];
    delta[unit - 1] = 1;
    Activation.apply(f, z, a, 1, units);
    Activation.multiplyDerivative(f, z, a, delta, 1, units);
    return OptionalDouble.of(delta[by - 1]);
  }

  @Override
  public Dimension dimension() {
    return Dimension.Basic.PLAIN;
  }
}
