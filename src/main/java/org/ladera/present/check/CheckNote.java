package org.ladera.present.check;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ladera.engine.spec.LossSpec;
import org.ladera.landscape.gradient.Comparison;
import org.ladera.landscape.gradient.Inspection;
import org.ladera.text.Messages;
import org.ladera.text.Numbers;

/** Says in words what is the matter with a derivative, or with its numerical neighbours. */
final class CheckNote {
  /** A kink nearer than the steps of the differences spoils them. */
  private static final double NEAR = 4e-3;

  /** A central difference with so small an error at every large step has no truncation. */
  private static final double EXACT = 1e-9;

  private static final double LARGE = 1e-3;

  private CheckNote() {}

  /** Of one derivative; empty when there is nothing to say. */
  static String of(
      Inspection inspection, LossSpec own, Optional<LossSpec> claimed, Messages messages) {
    Comparison comparison = inspection.comparison();
    if (!comparison.isNumber()) {
      return messages.text("check.note.nan");
    }
    Numbers numbers = messages.numbers();
    if (inspection.isOnKink() && (comparison.passes() || comparison.isNothing())) {
      return messages.text(
          "check.note.kink.slopes",
          Map.of(
              "left", numbers.shown(inspection.left()),
              "right", numbers.shown(inspection.right())));
    }
    if (comparison.isNothing()) {
      String why = inspection.stillness().name().toLowerCase(Locale.ROOT);
      return messages.text("check.note.zero." + why);
    }
    if (!comparison.passes()) {
      return wrong(OptionalDouble.of(comparison.ratio()), own, claimed, messages);
    }
    if (inspection.kink().isPresent() && inspection.kink().getAsDouble() <= NEAR) {
      double at = inspection.kink().getAsDouble();
      return at == 0
          ? messages.text("check.note.kink")
          : messages.text("check.note.kink.near", Map.of("step", numbers.shown(at, 2)));
    }
    return isParabola(inspection) ? messages.text("check.note.parabola") : "";
  }

  /**
   * Of a gradient that is wrong.
   *
   * @param ratio that all derivatives share, if they share one
   */
  static String wrong(
      OptionalDouble ratio, LossSpec own, Optional<LossSpec> claimed, Messages messages) {
    String factor = ratio.isPresent() ? factor(ratio.getAsDouble(), messages) : "";
    if (claimed.isEmpty() || claimed.get().equals(own)) {
      return messages.text("check.note.wrong", Map.of("factor", factor)).strip();
    }
    return messages
        .text(
            "check.note.claimed",
            Map.of(
                "claimed", LossNames.of(claimed.get(), messages),
                "own", LossNames.of(own, messages),
                "factor", factor))
        .strip();
  }

  private static String factor(double ratio, Messages messages) {
    Numbers numbers = messages.numbers();
    if (ratio < 0 || !Double.isFinite(ratio) || ratio == 0) {
      return ratio < 0 ? messages.text("check.note.sign") : "";
    }
    return ratio > 1
        ? messages.text("check.note.missing", Map.of("factor", numbers.shown(ratio)))
        : messages.text("check.note.extra", Map.of("factor", numbers.shown(1 / ratio)));
  }

  private static boolean isParabola(Inspection inspection) {
    return !inspection.errors().isEmpty()
        && inspection.errors().stream()
            .filter(e -> e.step() >= LARGE)
            .allMatch(e -> e.relativeError() < EXACT);
  }
}
