package org.ladera.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterNames;
import org.ladera.engine.trace.Divergence;
import org.ladera.engine.trace.OutsideDomain;
import org.ladera.landscape.SourceUnits;
import org.ladera.landscape.StabilityLimit;
import org.ladera.landscape.Stall;
import org.ladera.present.shared.LimitWords;
import org.ladera.session.Causes;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.session.Status;
import org.ladera.session.reading.HeldOutReading;
import org.ladera.session.reading.LossReading;
import org.ladera.session.reading.Reading;
import org.ladera.session.reading.Scalar;
import org.ladera.store.export.Milestones;
import org.ladera.text.Messages;
import org.ladera.text.RichText;

/**
 * The end of a run for people. Numbers have all their digits and a decimal point in every language,
 * so that they can be copied into another program.
 */
final class RunReport {
  /** A row of the report. */
  private record Part(String words, Reading reading) {}

  private static final List<Part> PARTS =
      List.of(
          new Part("loss", LossReading.NOW),
          new Part("sse", LossReading.SQUARES),
          new Part("accuracy", Scalar.ACCURACY),
          new Part(
              "validation-loss",
              new HeldOutReading(HeldOutReading.Part.VALIDATION, HeldOutReading.Number.LOSS)),
          new Part(
              "validation-accuracy",
              new HeldOutReading(HeldOutReading.Part.VALIDATION, HeldOutReading.Number.ACCURACY)),
          new Part(
              "validation-least",
              new HeldOutReading(HeldOutReading.Part.VALIDATION, HeldOutReading.Number.LEAST)),
          new Part(
              "validation-epoch",
              new HeldOutReading(
                  HeldOutReading.Part.VALIDATION, HeldOutReading.Number.LEAST_EPOCH)),
          new Part(
              "test-loss",
              new HeldOutReading(HeldOutReading.Part.TEST, HeldOutReading.Number.LOSS)),
          new Part(
              "test-accuracy",
              new HeldOutReading(HeldOutReading.Part.TEST, HeldOutReading.Number.ACCURACY)),
          new Part("gradient", Scalar.GRADIENT_NORM),
          new Part("rate", Scalar.RATE_NOW),
          new Part("limit", Scalar.STABLE_RATE),
          new Part("per-digit", Scalar.PER_DIGIT),
          new Part("per-digit-measured", Scalar.PER_DIGIT_MEASURED));

  private final Messages messages;
  private final PrintWriter out;
  private final long planned;

  RunReport(Messages messages, PrintWriter out, long planned) {
    this.messages = messages;
    this.out = out;
    this.planned = planned;
  }

  void print(Frame frame, Milestones milestones) {
    for (RunFrame run : frame.runs()) {
      Optional<Stall> standstill = run.stuck();
      out.println();
      out.println(
          messages.text(
                  "cli.run.run",
                  Map.of("run", run.id(), "epochs", run.epoch(), "updates", run.update()))
              + ": "
              + end(run, standstill));
      Map<String, String> rows = rows(frame, run);
      int width = rows.keySet().stream().mapToInt(String::length).max().orElse(0);
      rows.forEach(
          (name, value) ->
              out.println("  " + name + " ".repeat(width - name.length()) + "  " + value));
      if (run.status() instanceof Status.Diverged(Divergence cause, _, _, _, _) && cause != null) {
        OutsideDomain.in(run.next())
            .ifPresent(outside -> out.println("  " + Causes.text(outside, messages)));
      }
      standstill.ifPresent(stall -> out.println("  " + Causes.text(stall, messages)));
      run.misfits().forEach(misfit -> out.println("  " + Causes.text(misfit, messages)));
      aboveLimit(run);
      milestones.of(run).forEach(this::milestone);
    }
  }

  private void milestone(Milestones.Milestone at) {
    out.println(
        "  "
            + messages.text(
                "cli.run.milestone."
                    + (at.squares().isPresent() ? "squares" : "loss")
                    + (at.overEpoch().isPresent() ? ".sum" : ""),
                Map.of(
                    "epoch", Long.toString(at.epoch()),
                    "loss", Double.toString(at.squares().orElse(at.loss())),
                    "sum", Double.toString(at.overEpoch().orElse(Double.NaN)))));
  }

  private String end(RunFrame run, Optional<Stall> standstill) {
    if (run.status() instanceof Status.Diverged diverged) {
      return diverged.cause() != null
          ? messages.text("cli.run.non-finite", Map.of("epoch", diverged.cause().epoch() + 1))
          : messages.text(
              "cli.run.growing",
              Map.of(
                  "growth",
                  diverged.growth(),
                  "before",
                  messages.numbers().shown(diverged.before()),
                  "now",
                  messages.numbers().shown(diverged.now())));
    }
    if (standstill.isPresent()) {
      return messages.text("cli.run.stuck");
    }
    return run.epoch() >= planned
        ? messages.text("cli.run.finished")
        : messages.text("cli.run.paused", Map.of("epochs", planned));
  }

  private Map<String, String> rows(Frame frame, RunFrame run) {
    Map<String, String> rows = new LinkedHashMap<>();
    for (Part part : PARTS) {
      part.reading
          .value(frame, run)
          .ifPresent(value -> rows.put(label(part, run), Double.toString(value)));
    }
    ParameterNames names = ParameterNames.of(run.experiment().network());
    ParameterLayout layout = new ParameterLayout(run.experiment().network());
    for (int i = 0; i < layout.count(); i++) {
      rows.put(names.of(layout.refAt(i)), Double.toString(run.parameters().get(i)));
    }
    SourceUnits.of(run.experiment(), run.parameters())
        .ifPresent(
            source -> {
              for (int i = 0; i < layout.count(); i++) {
                rows.put(
                    messages.text("cli.run.raw", Map.of("name", names.of(layout.refAt(i)))),
                    Double.toString(source.get(i)));
              }
            });
    return rows;
  }

  private String label(Part part, RunFrame run) {
    String formula =
        LimitWords.symbols(run.experiment().optimizer(), messages)
            .map(symbols -> RichText.parse(symbols).plain())
            .orElse("");
    boolean here = run.curvature().isPresent() && !run.curvature().get().everywhere();
    String where = here && part.reading == Scalar.STABLE_RATE ? ".here" : "";
    return messages.text("cli.run." + part.words + where, Map.of("formula", formula));
  }

  /** The limit is that of descent on all examples. */
  private void aboveLimit(RunFrame run) {
    OptimizerSpec rule = run.experiment().optimizer();
    if (run.updatesPerEpoch() == 1
        && run.curvature().isPresent()
        && run.curvature().get().everywhere()) {
      OptionalDouble limit = StabilityLimit.of(rule, run.curvature().get());
      double rate = rule.rate();
      if (limit.isPresent() && rate > limit.getAsDouble()) {
        out.println(
            "  "
                + messages.text(
                    "cli.run.above-limit"
                        + (run.experiment().function().isPresent() ? ".function" : ""),
                    Map.of(
                        "rate",
                        messages.numbers().exact(rate),
                        "formula",
                        RichText.parse(LimitWords.symbols(rule, messages).orElse("")).plain(),
                        "limit",
                        messages.numbers().shown(limit.getAsDouble(), 6))));
      }
    }
  }
}
