package org.ladera.present.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.landscape.Stall;
import org.ladera.landscape.gradient.Comparison;
import org.ladera.landscape.gradient.GradientReport;
import org.ladera.present.shared.ParameterSymbols;
import org.ladera.session.Causes;
import org.ladera.text.Messages;
import org.ladera.text.Numbers;

/**
 * The gradient of backpropagation held against dual numbers, in a few words.
 *
 * @param text with the numbers; may hold symbols between dollar signs
 * @param shortText for a narrow window
 * @param help what was compared
 */
public record CheckBadge(Kind kind, String text, String shortText, String help) {
  /** What the comparison says. */
  public enum Kind {
    PASS,
    FAIL,
    /** There is nothing to compare, or it was too much to be compared unasked. */
    OPEN
  }

  /**
   * @param seen what one update shows of obstacles: a kink or a bias without effect is said
   */
  public static CheckBadge of(
      GradientReport report, List<Stall> seen, NetworkSpec network, Messages messages) {
    Numbers numbers = messages.numbers();
    Map<String, Object> counts =
        Map.of(
            "checked", numbers.whole(report.checked()),
            "all", numbers.whole(report.parameters()));
    String help = messages.text("badge.help", counts);
    if (report.checked() == 0) {
      String text = messages.text("badge.open");
      return new CheckBadge(Kind.OPEN, text, text, messages.text("badge.open.help", counts));
    }
    if (!report.isNumber()) {
      String text = messages.text("badge.none");
      return new CheckBadge(Kind.OPEN, text, text, messages.text("badge.none.help"));
    }
    Comparison worst = report.worst().orElseThrow();
    if (report.compared().stream().allMatch(c -> c.isNothing() || c.isRounding())) {
      String text = messages.text("badge.zero");
      return new CheckBadge(Kind.OPEN, text, text, messages.text("badge.zero.help", counts));
    }
    Optional<CheckBadge> noted =
        report.passes() ? noted(report, seen, network, help, messages) : Optional.empty();
    if (noted.isPresent()) {
      return noted.get();
    }
    if (report.passes()) {
      boolean all = report.checked() == report.parameters();
      String key =
          !all ? "badge.pass.some" : report.checked() == 1 ? "badge.pass.one" : "badge.pass";
      String text =
          messages.text(
              key,
              Map.of(
                  "checked", numbers.whole(report.checked()),
                  "all", numbers.whole(report.parameters()),
                  "error", numbers.shown(worst.error(), 2)));
      return new CheckBadge(Kind.PASS, text, messages.text("badge.pass.short"), help);
    }
    String text =
        messages.text(
            "badge.fail",
            Map.of(
                "parameter",
                    ParameterSymbols.derivative(worst.parameter(), network, messages.letters()),
                "ratio", ratio(worst.ratio(), numbers)));
    return new CheckBadge(Kind.FAIL, text, text, help);
  }

  /** What a comparison that passes does not tell. */
  private static Optional<CheckBadge> noted(
      GradientReport report,
      List<Stall> seen,
      NetworkSpec network,
      String help,
      Messages messages) {
    Numbers numbers = messages.numbers();
    for (Stall stall : seen) {
      String cause = Causes.text(stall, messages);
      if (stall instanceof Stall.Corner corner) {
        Map<String, Object> slopes =
            Map.of("left", numbers.shown(corner.left()), "right", numbers.shown(corner.right()));
        String text = messages.text("badge.kink", slopes);
        return Optional.of(
            new CheckBadge(
                Kind.OPEN, text, text, messages.text("badge.kink.help", Map.of("cause", cause))));
      }
      if (stall instanceof Stall.IdleBias idle) {
        ParameterRef bias = ParameterRef.bias(idle.layer(), 1);
        String text =
            messages.text(
                "badge.idle",
                Map.of(
                    "checked", numbers.whole(report.checked()),
                    "parameter", ParameterSymbols.of(bias, network, messages.letters())));
        return Optional.of(
            new CheckBadge(
                Kind.PASS,
                text,
                messages.text("badge.pass.short"),
                messages.text("badge.idle.help", Map.of("help", help, "cause", cause))));
      }
    }
    return Optional.empty();
  }

  /** Three decimals, or as many digits as it takes to be seen to differ from 1. */
  public static String ratio(double ratio, Numbers numbers) {
    String three = numbers.fixed(ratio, 3);
    boolean hides = Math.abs(ratio - 1) > 1e-9 && three.equals(numbers.fixed(1, 3));
    boolean far = Math.abs(ratio) >= 1e5 || Math.abs(ratio) < 0.01;
    return Double.isFinite(ratio) && (hides || far) ? numbers.shown(ratio, hides ? 12 : 4) : three;
  }
}
