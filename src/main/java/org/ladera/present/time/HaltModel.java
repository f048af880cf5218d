package org.ladera.present.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ladera.engine.trace.Divergence;
import org.ladera.engine.trace.OutsideDomain;
import org.ladera.landscape.Curvature;
import org.ladera.landscape.Stall;
import org.ladera.landscape.Standstill;
import org.ladera.lesson.model.Covered;
import org.ladera.present.shared.LimitWords;
import org.ladera.session.Causes;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.session.Status;
import org.ladera.session.reading.LossReading;
import org.ladera.session.reading.Scalar;
import org.ladera.text.Messages;
import org.ladera.text.Numbers;

/**
 * Why the main run stopped, what holds it up, or what in it does not belong together; and a way on.
 *
 * @param text may hold symbols between dollar signs
 */
public record HaltModel(Kind kind, String lead, String text, Optional<Way> way) {
  /** From the most serious to the least. */
  public enum Kind {
    DIVERGED,
    STUCK,
    MISFIT
  }

  /** What its button does. */
  public sealed interface Way {
    String text();

    /** The same run again with that rate. */
    record Rate(double rate, String text) implements Way {}

    /** Other start weights. */
    record NewStart(String text) implements Way {}

    /** Nothing: it was read. */
    record Read(String text) implements Way {}
  }

  /** Empty where all is well, or where what would be said is covered. */
  static Optional<HaltModel> of(Frame frame, Messages messages, Covered covered) {
    RunFrame run = frame.main();
    if (frame.status() instanceof Status.Diverged d) {
      return Optional.of(diverged(frame, run, d, messages));
    }
    boolean stands =
        frame.status() instanceof Status.Paused || frame.status() instanceof Status.Finished;
    boolean told = !covered.behaviour() && !covered.hides(run.id(), LossReading.NOW);
    return frame
        .checks()
        .obstacles(run.id())
        .filter(found -> stands && told)
        .flatMap(Standstill::cause)
        .map(stall -> stuck(stall, messages))
        .or(
            () ->
                run.misfits().stream()
                    .findFirst()
                    .map(
                        misfit ->
                            new HaltModel(
                                Kind.MISFIT,
                                messages.text("misfit.lead"),
                                Causes.text(misfit, messages),
                                Optional.of(new Way.Read(messages.text("failure.way"))))));
  }

  private static HaltModel stuck(Stall stall, Messages messages) {
    Way way =
        stall instanceof Stall.SmallRate small
            ? use(belowLimit(small.limit() / 2), messages)
            : new Way.NewStart(messages.text("stuck.restart"));
    return new HaltModel(
        Kind.STUCK, messages.text("stuck.lead"), Causes.text(stall, messages), Optional.of(way));
  }

  private static Way use(double rate, Messages messages) {
    return new Way.Rate(
        rate, messages.text("diverged.use", Map.of("rate", messages.numbers().shown(rate))));
  }

  private static HaltModel diverged(
      Frame frame, RunFrame run, Status.Diverged d, Messages messages) {
    Numbers numbers = messages.numbers();
    List<String> sentences = new ArrayList<>();
    if (d.growth() > 0) {
      sentences.add(
          messages.text(
              "diverged.growth",
              Map.of(
                  "growth", numbers.whole(d.growth()),
                  "before", numbers.shown(d.before()),
                  "now", numbers.shown(d.now()))));
    }
    if (d.cause() != null) {
      sentences.add(cause(d.cause(), messages));
    }
    Optional<OutsideDomain> outside =
        d.cause() == null ? Optional.empty() : OutsideDomain.in(run.next());
    if (outside.isPresent()) {
      return new HaltModel(
          Kind.DIVERGED,
          messages.text("diverged.lead", Map.of("epoch", numbers.whole(run.epoch()))),
          Causes.text(outside.get(), messages),
          Optional.empty());
    }
    double rate = run.next().rate();
    OptionalDouble limit = Scalar.STABLE_RATE.value(frame, run);
    boolean above = limit.isPresent() && rate > limit.getAsDouble();
    Optional<String> formula = LimitWords.symbols(run.experiment().optimizer(), messages);
    boolean everywhere = run.curvature().map(Curvature::everywhere).orElse(false);
    if (above && everywhere && formula.isPresent()) {
      sentences.add(
          messages.text(
              "diverged.limit",
              Map.of(
                  "rate", numbers.shown(rate),
                  "formula", formula.get(),
                  "limit", numbers.shown(limit.getAsDouble(), 6),
                  "factor", numbers.shown(Scalar.SHRINK.value(frame, run).orElse(Double.NaN)))));
    } else {
      sentences.add(messages.text("diverged.rate"));
    }
    return new HaltModel(
        Kind.DIVERGED,
        messages.text("diverged.lead", Map.of("epoch", numbers.whole(run.epoch()))),
        String.join(" ", sentences),
        Optional.of(
            use(above && everywhere ? belowLimit(limit.getAsDouble()) : rate / 10, messages)));
  }

  /** The largest power of ten, or twice or five times one, that is safely below the limit. */
  private static double belowLimit(double limit) {
    double ten = StrictMath.pow(10, Math.floor(StrictMath.log10(limit)));
    double best = ten / 2;
    for (double candidate : new double[] {ten, 2 * ten, 5 * ten}) {
      if (candidate < 0.97 * limit) {
        best = candidate;
      }
    }
    return best;
  }

  private static String cause(Divergence cause, Messages messages) {
    if (cause.quantity() == Divergence.Quantity.LOSS) {
      return messages.text("diverged.number.loss");
    }
    String quantity = "quantity." + cause.quantity().name().toLowerCase(Locale.ROOT);
    return messages.text(
        "diverged.number", Map.of("layer", cause.layer(), "quantity", messages.text(quantity)));
  }
}
