package org.ladera.session.reading;

import java.util.Optional;
import java.util.OptionalDouble;
import org.ladera.engine.net.Loss;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.trace.LayerTrace;
import org.ladera.explain.Dimension;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;

/** {@code loss[3]}: the loss of an example before the factor, as the engine sums it. */
public record SampleLoss(int example) implements Reading {
  static Optional<SampleLoss> of(ReadingName name) {
    return name.word().equals("loss") && name.has(1)
        ? Optional.of(new SampleLoss(name.at(0, 0)))
        : Optional.empty();
  }

  @Override
  public String text() {
    return "loss[" + example + "]";
  }

  @Override
  public boolean exists(Experiment experiment) {
    return UnitReading.within(example, experiment.data().size());
  }

  @Override
  public OptionalDouble value(Frame frame, RunFrame run) {
    int at = run.next().rows().indexOf(example - 1);
    LayerTrace last = run.next().layers().getLast();
    if (at < 0 || last.spec().batchNorm()) {
      return OptionalDouble.empty();
    }
    int outputs = last.a().columns();
    double[] z = new double[outputs];
    double[] a = new double[outputs];
    double[] y = new double[outputs];
    last.z().copyRows(at, 1, z, 0);
    last.a().copyRows(at, 1, a, 0);
    run.next().y().copyRows(at, 1, y, 0);
    return OptionalDouble.of(
        Loss.sum(run.experiment().loss(), last.spec().activation(), z, a, y, 1, outputs));
  }

  @Override
  public Dimension dimension() {
    return Dimension.Basic.PLAIN;
  }
}
