package org.ladera.present.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.landscape.gradient.Comparison;
import org.ladera.landscape.gradient.GradientReport;
import org.ladera.present.check.DerivativeModel.Verdict;
import org.ladera.present.shared.ParameterSymbols;
import org.ladera.session.RunFrame;
import org.ladera.text.Messages;
import org.ladera.text.Numbers;

/**
 * Derivatives of backpropagation beside those of dual numbers, one row each. Texts may hold symbols
 * between dollar signs.
 *
 * @param summary how many were compared, of which update, and how it went
 * @param note what is the matter, in words; may be empty
 */
public record GradientRows(String summary, String note, List<Row> rows) {
  /**
   * @param ratio dual over backprop; a dash where both are 0
   * @param size the same as a number; NaN where there is none
   * @param copied name and numbers with all digits, separated by tabs
   */
  public record Row(
      ParameterRef parameter,
      String symbol,
      String backprop,
      String dual,
      String ratio,
      double size,
      Verdict.Kind kind,
      String copied) {}

  public GradientRows {
    rows = List.copyOf(rows);
  }

  /** All compared derivatives in their order. */
  public static GradientRows of(
      GradientReport report, RunFrame run, Optional<LossSpec> claimed, Messages messages) {
    return rows(report, report.compared(), run, claimed, messages);
  }

  /** The worst ones first, no more than {@code most}. */
  public static GradientRows worst(
      GradientReport report,
      int most,
      RunFrame run,
      Optional<LossSpec> claimed,
      Messages messages) {
    List<Comparison> some = report.worstFirst().stream().limit(most).toList();
    return rows(report, some, run, claimed, messages);
  }

  private static GradientRows rows(
      GradientReport report,
      List<Comparison> some,
      RunFrame run,
      Optional<LossSpec> claimed,
      Messages messages) {
    NetworkSpec network = run.experiment().network();
    LossSpec own = run.experiment().loss();
    String note =
        report.isNumber() && !report.passes()
            ? CheckNote.wrong(report.commonRatio(), own, claimed, messages)
            : "";
    return new GradientRows(
        summary(report, messages),
        note,
        some.stream().map(c -> row(c, network, messages)).toList());
  }

  private static String summary(GradientReport report, Messages messages) {
    Numbers numbers = messages.numbers();
    if (report.checked() == 0) {
      return messages.text("check.summary.none");
    }
    String key =
        !report.isNumber()
            ? "check.summary.nan"
            : report.passes()
                ? "check.summary.pass"
                : report.commonRatio().isPresent() ? "check.summary.ratio" : "check.summary.fail";
    long failed = report.compared().stream().filter(c -> !c.passes()).count();
    return messages.text(
        key,
        Map.of(
            "checked", numbers.whole(report.checked()),
            "all", numbers.whole(report.parameters()),
            "update", numbers.whole(report.update()),
            "failed", numbers.whole(failed),
            "error", numbers.shown(report.worst().orElseThrow().error(), 2),
            "ratio", CheckBadge.ratio(report.commonRatio().orElse(1), numbers)));
  }

  /** Six digits, zeros at the end too, so that numbers of one size stand below each other. */
  private static String six(double value, Numbers numbers) {
    double size = Math.abs(value);
    if (!(size >= 1e-3 && size < 1e6)) {
      return numbers.shown(value, 6);
    }
    return numbers.fixed(value, 5 - (int) Math.floor(StrictMath.log10(size)));
  }

  private static Row row(Comparison c, NetworkSpec network, Messages messages) {
    Numbers numbers = messages.numbers();
    Verdict.Kind kind = DerivativeWords.verdict(c, messages).kind();
    return new Row(
        c.parameter(),
        ParameterSymbols.derivative(c.parameter(), network, messages.letters()),
        six(c.backprop(), numbers),
        six(c.dual(), numbers),
        kind != Verdict.Kind.NONE ? CheckBadge.ratio(c.ratio(), numbers) : "–",
        kind != Verdict.Kind.NONE ? c.ratio() : Double.NaN,
        kind,
        c.parameter() + "\t" + c.backprop() + "\t" + c.dual());
  }
}
