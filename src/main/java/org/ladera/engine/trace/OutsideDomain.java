package org.ladera.engine.trace;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.Suitability;

/**
 * An output for which the loss has no value, as ln a for a = −2: why a loss is not a number though
 * every output is one.
 *
 * @param layer the last one, counted from 1
 * @param unit from 1
 * @param example from 1, in the data set
 * @param z its net input, or what batch normalisation made of it
 * @param a the output
 * @param y the target
 */
public record OutsideDomain(
    LossSpec.Kind loss, int layer, int unit, int example, double z, double a, double y) {

  /** The first in an update, example by example; empty where the loss takes every output. */
  public static Optional<OutsideDomain> in(StepTrace trace) {
    LossSpec.Kind loss = trace.experiment().loss().kind();
    LayerTrace last = trace.layers().getLast();
    if (loss.matches(last.spec().activation().kind())) {
      // Computed from the net inputs, where it has a value for all of them.
      return Optional.empty();
    }
    for (int i = 0; i < last.a().size(); i++) {
      double a = last.a().get(i);
      double y = trace.y().get(i);
      if (Double.isFinite(a) && !Suitability.takes(loss, a, y)) {
        int units = last.a().columns();
        double z = last.batchNorm().map(BatchNormTrace::output).orElse(last.z()).get(i);
        return Optional.of(
            new OutsideDomain(
                loss, last.index(), i % units + 1, trace.rows().get(i / units) + 1, z, a, y));
      }
    }
    return Optional.empty();
  }

  /**
   * The same where the data set of the trace was chosen from another.
   *
   * @param rows the examples chosen, from 0
   */
  public OutsideDomain at(List<Integer> rows) {
    return new OutsideDomain(loss, layer, unit, rows.get(example - 1) + 1, z, a, y);
  }

  /** What stands in its sentence, {@code fault.domain.<loss>}. */
  public Map<String, String> values() {
    return Map.of(
        "layer", Integer.toString(layer),
        "unit", Integer.toString(unit),
        "example", Integer.toString(example),
        "z", number(z),
        "a", number(a),
        "y", number(y));
  }

  private static String number(double value) {
    return new BigDecimal(value)
        .round(new MathContext(6))
        .stripTrailingZeros()
        .toPlainString()
        .replace('-', '\u2212');
  }
}
