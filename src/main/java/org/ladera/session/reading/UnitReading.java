package org.ladera.session.reading;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.ladera.engine.kernel.Exponential;
import org.ladera.engine.net.Activation;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.trace.LayerTrace;
import org.ladera.engine.trace.StepTrace;
import org.ladera.explain.Dimension;
import org.ladera.explain.Quantity;
import org.ladera.landscape.gradient.OutputSlope;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;

/**
 * A number of a unit for an example in the next update: {@code z[1][4,2]} of layer 1, example 4 and
 * unit 2. It is not there when the example is not in the batch.
 */
public record UnitReading(What what, int layer, int example, int unit) implements Reading {
  /** Which number of the unit. */
  public enum What {
    Z("z"),
    A("a"),
    /** f′(z). */
    SLOPE("slope"),
    /** z after batch normalisation, before γ and β. */
    NORMALISED("zhat"),
    /** ∂J/∂z. */
    DELTA("delta"),
    /** e^z. */
    EXPONENTIAL("exp"),
    /** ∂(first output)/∂z. */
    THROUGH("through");

    private final String word;

    What(String word) {
      this.word = word;
    }
  }

  static Optional<UnitReading> of(ReadingName name) {
    return name.has(1, 2)
        ? Stream.of(What.values())
            .filter(what -> what.word.equals(name.word()))
            .findFirst()
            .map(w -> new UnitReading(w, name.at(0, 0), name.at(1, 0), name.at(1, 1)))
        : Optional.empty();
  }

  @Override
  public String text() {
    return what.word + "[" + layer + "][" + example + "," + unit + "]";
  }

  @Override
  public boolean exists(Experiment e) {
    return within(example, e.data().size())
        && within(unit, units(e, layer))
        && (what != What.NORMALISED || e.network().layers().get(layer - 1).batchNorm());
  }

  /** The units of a layer; 0 when there is no such layer. */
  static int units(Experiment e, int layer) {
    List<LayerSpec> layers = e.network().layers();
    return within(layer, layers.size()) ? layers.get(layer - 1).units() : 0;
  }

  static boolean within(int number, int most) {
    return number >= 1 && number <= most;
  }

  @Override
  public OptionalDouble value(Frame frame, RunFrame run) {
    int row = run.next().rows().indexOf(example - 1);
    if (row < 0 || !exists(run.experiment())) {
      return OptionalDouble.empty();
    }
    LayerTrace trace = run.next().layers().get(layer - 1);
    double z = trace.z().get(row, unit - 1);
    return OptionalDouble.of(
        switch (what) {
          case Z -> z;
          case A -> trace.a().get(row, unit - 1);
          case SLOPE ->
              Activation.derivative(
                  trace.spec().activation(), trace.activated().get(row, unit - 1));
          case NORMALISED -> trace.batchNorm().orElseThrow().normalised().get(row, unit - 1);
          case DELTA -> trace.delta().get(row, unit - 1);
          case EXPONENTIAL -> Exponential.exp(z);
          case THROUGH -> new OutputSlope(run.next(), row).at(layer, unit);
        });
  }

  @Override
  public Dimension dimension() {
    return what == What.DELTA ? Dimension.Basic.BATCH_LOSS : Dimension.Basic.PLAIN;
  }

  @Override
  public Optional<Quantity> quantity(StepTrace next, long update) {
    Optional<Quantity.Kind> kind =
        switch (what) {
          case Z -> Optional.of(Quantity.Kind.Z);
          case A -> Optional.of(Quantity.Kind.A);
          case DELTA -> Optional.of(Quantity.Kind.DELTA);
          case SLOPE, NORMALISED, EXPONENTIAL, THROUGH -> Optional.empty();
        };
    return kind.flatMap(
        k ->
            UpdateNumbers.row(next, example).map(row -> new Quantity(k, update, layer, row, unit)));
  }
}
