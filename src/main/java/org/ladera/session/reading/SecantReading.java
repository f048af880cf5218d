package org.ladera.session.reading;

import java.util.Optional;
import java.util.OptionalDouble;
import org.ladera.engine.net.Activation;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.trace.LayerTrace;
import org.ladera.explain.Dimension;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;

/**
 * {@code secant[1][4,5,2]}: (a − a)/(z − z) of unit 2 of layer 1 between examples 4 and 5; {@code
 * secantError[1][4,5,2]}: how far it is off the slope half-way, relative to it.
 */
public record SecantReading(boolean error, int layer, int from, int to, int unit)
    implements Reading {
  static Optional<SecantReading> of(ReadingName name) {
    boolean error = name.word().equals("secantError");
    return (error || name.word().equals("secant")) && name.has(1, 3)
        ? Optional.of(
            new SecantReading(error, name.at(0, 0), name.at(1, 0), name.at(1, 1), name.at(1, 2)))
        : Optional.empty();
  }

  @Override
  public String text() {
    return (error ? "secantError[" : "secant[") + layer + "][" + from + "," + to + "," + unit + "]";
  }

  @Override
  public boolean exists(Experiment e) {
    return UnitReading.within(from, e.data().size())
        && UnitReading.within(to, e.data().size())
        && UnitReading.within(unit, UnitReading.units(e, layer));
  }

  @Override
  public OptionalDouble value(Frame frame, RunFrame run) {
    int first = run.next().rows().indexOf(from - 1);
    int second = run.next().rows().indexOf(to - 1);
    if (first < 0 || second < 0 || !exists(run.experiment())) {
      return OptionalDouble.empty();
    }
    LayerTrace trace = run.next().layers().get(layer - 1);
    int column = unit - 1;
    double left = trace.z().get(first, column);
    double right = trace.z().get(second, column);
    double secant = (trace.a().get(second, column) - trace.a().get(first, column)) / (right - left);
    double slope = Activation.derivative(trace.spec().activation(), left + (right - left) / 2);
    double value = error ? Math.abs(secant - slope) / Math.abs(slope) : secant;
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  @Override
  public Dimension dimension() {
    return Dimension.Basic.PLAIN;
  }
}
