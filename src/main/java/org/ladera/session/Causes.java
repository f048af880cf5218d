package org.ladera.session;

import java.util.Map;
import org.ladera.engine.spec.Misfit;
import org.ladera.engine.trace.OutsideDomain;
import org.ladera.landscape.Stall;
import org.ladera.text.Messages;
import org.ladera.text.Numbers;

/** Why a run cannot be what it is meant to be: one sentence for lesson, trace case and window. */
public final class Causes {
  private Causes() {}

  public static String text(Misfit misfit, Messages messages) {
    return messages.text("fault.misfit." + misfit.key(), misfit.values());
  }

  /** Which output the loss cannot take, and what would fit. */
  public static String text(OutsideDomain outside, Messages messages) {
    return messages.text("fault.domain." + outside.loss().id(), outside.values());
  }

  public static String text(Stall stall, Messages messages) {
    Numbers numbers = messages.numbers();
    Map<String, Object> values =
        switch (stall) {
          case Stall.Dead dead ->
              Map.of(
                  "layer", dead.layer(),
                  "units", dead.units(),
                  "examples", dead.examples(),
                  "greatest", numbers.shown(dead.greatest()));
          case Stall.Symmetric equal -> Map.of("layer", equal.layer(), "units", equal.units());
          case Stall.Corner corner ->
              Map.of(
                  "layer", corner.layer(),
                  "unit", corner.unit(),
                  "examples", corner.examples(),
                  "parameter", corner.along(),
                  "left", numbers.shown(corner.left()),
                  "right", numbers.shown(corner.right()));
          case Stall.IdleBias idle -> Map.of("layer", idle.layer());
          case Stall.Saturated flat ->
              Map.of(
                  "layer", flat.layer(),
                  "flat", flat.flat(),
                  "values", flat.values(),
                  "least", numbers.shown(flat.least()));
          case Stall.Saddle saddle ->
              Map.of(
                  "norm", numbers.shown(saddle.gradientNorm()),
                  "smallest", numbers.shown(saddle.smallest()),
                  "largest", numbers.shown(saddle.largest()));
          case Stall.SmallRate small ->
              Map.of(
                  "rate", numbers.shown(small.rate()),
                  "limit", numbers.shown(small.limit()),
                  "norm", numbers.shown(small.gradientNorm()),
                  "percent", numbers.shown(100 * small.share(), 2),
                  "epochs", numbers.whole(small.epochs()));
        };
    return messages.text("cause.stall." + stall.name(), values);
  }
}
