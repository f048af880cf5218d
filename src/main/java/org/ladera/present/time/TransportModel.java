package org.ladera.present.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.trace.Divergence;
import org.ladera.engine.trace.OutsideDomain;
import org.ladera.landscape.Curvature;
import org.ladera.lesson.model.Covered;
import org.ladera.present.check.CheckBadge;
import org.ladera.present.shared.Asked;
import org.ladera.present.shared.LimitWords;
import org.ladera.session.Causes;
import org.ladera.session.Frame;
import org.ladera.session.Granularity;
import org.ladera.session.RunFrame;
import org.ladera.session.Status;
import org.ladera.session.reading.LossReading;
import org.ladera.session.reading.Scalar;
import org.ladera.text.Messages;
import org.ladera.text.Numbers;

/**
 * What the transport shows: the readings of the run, its state in words, the timeline.
 *
 * @param readings from left to right, the most important first
 * @param state in words, with the kind that chooses its colour
 * @param diverged what stopped the run, if something did
 * @param badge what the gradient check says, once it has run
 */
public record TransportModel(
    boolean running,
    boolean canStepBack,
    boolean canStepForward,
    Granularity granularity,
    double pace,
    String paceText,
    List<Reading> readings,
    State state,
    Optional<Diverged> diverged,
    Optional<CheckBadge> badge) {
  /**
   * A step whose parameters only hands move has a rate so small that training changes nothing.
   * There is no rate to read then.
   */
  private static final double STILL = 1e-9;

  /**
   * @param name may hold symbols between dollar signs
   * @param rest what follows the value and never changes with it: how many there are, a limit
   * @param exact all digits, for the tooltip
   * @param important stays where the window is narrow
   * @param asked where it comes from, when the next update computes it
   */
  public record Reading(
      String name,
      String value,
      String rest,
      String exact,
      boolean important,
      Optional<Asked> asked) {}

  /** The state of the run and its word. */
  public record State(Kind kind, String word) {
    public enum Kind {
      READY,
      RUNNING,
      RESTORING,
      PAUSED,
      FINISHED,
      DIVERGED
    }
  }

  /**
   * Why the run stopped, and a rate that would not.
   *
   * @param text may hold symbols between dollar signs
   */
  public record Diverged(String lead, String text, Optional<Double> rate, String rateText) {}

  public static TransportModel of(Frame frame, Messages messages) {
    return of(frame, messages, Covered.NOTHING);
  }

  /** As above, without the numbers that are covered. */
  public static TransportModel of(Frame frame, Messages messages, Covered covered) {
    RunFrame run = frame.main();
    State state = state(frame.status(), messages);
    Optional<Diverged> diverged =
        frame.status() instanceof Status.Diverged d
            ? Optional.of(diverged(frame, run, d, messages))
            : Optional.empty();
    return new TransportModel(
        frame.status() instanceof Status.Running || frame.status() instanceof Status.Restoring,
        run.update() > 0,
        !(frame.status() instanceof Status.Diverged d && d.cause() != null),
        frame.granularity(),
        frame.pace(),
        pace(frame, messages),
        readings(frame, run, messages, covered),
        state,
        diverged,
        frame
            .checks()
            .gradient(run.id(), frame.claimed(), run.update())
            .map(report -> CheckBadge.of(report, run.experiment().network(), messages)));
  }

  private static String pace(Frame frame, Messages messages) {
    if (Double.isInfinite(frame.pace())) {
      return messages.text("transport.speed.most");
    }
    String key =
        frame.granularity() == Granularity.EPOCH
            ? "transport.speed.epochs"
            : "transport.speed.updates";
    return messages.text(key, Map.of("value", messages.numbers().shown(frame.pace(), 2)));
  }

  private static List<Reading> readings(
      Frame frame, RunFrame run, Messages messages, Covered covered) {
    Numbers numbers = messages.numbers();
    List<Reading> readings = new ArrayList<>();
    readings.add(
        new Reading(
            messages.text("reading.epoch"),
            numbers.whole(run.epoch()),
            messages.text("reading.of", Map.of("all", numbers.whole(frame.epochs()))),
            "",
            true,
            Optional.empty()));
    readings.add(
        new Reading(
            messages.text("reading.update"),
            numbers.whole(run.update()),
            "",
            "",
            false,
            Optional.empty()));
    Optional<Asked> loss =
        Optional.<Asked>of(new Asked.PresentLoss()).filter(a -> a.opening(run.next()).isPresent());
    if (!covered.hides(run.id(), LossReading.NOW)) {
      readings.add(number("reading.loss", run.now().totalLoss(), true, loss, messages));
    }
    if (run.experiment().loss().kind() == LossSpec.Kind.SQUARED
        && !covered.hides(run.id(), LossReading.SQUARES)) {
      readings.add(number("reading.sse", run.now().lossSum(), false, loss, messages));
    }
    Optional<Asked> norm =
        Optional.<Asked>of(new Asked.GradientNorm()).filter(a -> a.opening(run.next()).isPresent());
    if (!covered.hides(run.id(), Scalar.GRADIENT_NORM)) {
      readings.add(number("reading.gradient", run.now().gradientNorm(), true, norm, messages));
    }
    boolean moves = run.next().rate() > STILL;
    if (moves && !covered.hides(run.id(), Scalar.RATE_NOW)) {
      Optional<Asked> rate = Optional.of(new Asked.Rate());
      readings.add(number("reading.rate", run.next().rate(), true, rate, messages));
    }
    if (moves && !covered.hides(run.id(), Scalar.ETA_LAMBDA)) {
      run.curvature().flatMap(c -> stability(frame, run, c, messages)).ifPresent(readings::add);
    }
    return readings;
  }

  /** η·λmax with its bound; of a rule without one the same along the step that comes next. */
  private static Optional<Reading> stability(
      Frame frame, RunFrame run, Curvature curvature, Messages messages) {
    OptionalDouble bound = Scalar.BOUND.value(frame, run);
    boolean whole = bound.isPresent();
    OptionalDouble product = (whole ? Scalar.ETA_LAMBDA : Scalar.ETA_LAMBDA_STEP).value(frame, run);
    if (product.isEmpty() || whole && !Double.isFinite(bound.getAsDouble())) {
      return Optional.empty();
    }
    String where = !whole ? ".step" : curvature.everywhere() ? "" : ".here";
    double most = bound.orElse(2);
    String key = product.getAsDouble() < most ? "below" : "above";
    Numbers numbers = messages.numbers();
    return Optional.of(
        new Reading(
            messages.text("reading.stability" + where),
            numbers.shown(product.getAsDouble()),
            messages.text("reading.stability." + key, Map.of("bound", numbers.shown(most))),
            exact(product.getAsDouble(), messages),
            false,
            Optional.empty()));
  }

  private static Reading number(
      String key, double value, boolean important, Optional<Asked> asked, Messages messages) {
    return new Reading(
        messages.text(key),
        messages.numbers().shown(value),
        "",
        exact(value, messages),
        important,
        asked);
  }

  private static String exact(double value, Messages messages) {
    return messages.text("reading.exact", Map.of("value", messages.numbers().exact(value)));
  }

  /** The same while an update that is open is being walked through. */
  public TransportModel walking(Messages messages) {
    return new TransportModel(
        running,
        canStepBack,
        canStepForward,
        granularity,
        pace,
        paceText,
        readings,
        new State(State.Kind.RUNNING, messages.text("status.running")),
        diverged,
        badge);
  }

  private static State state(Status status, Messages messages) {
    State.Kind kind =
        switch (status) {
          case Status.Ready ready -> State.Kind.READY;
          case Status.Running running -> State.Kind.RUNNING;
          case Status.Restoring restoring -> State.Kind.RESTORING;
          case Status.Paused paused -> State.Kind.PAUSED;
          case Status.Finished finished -> State.Kind.FINISHED;
          case Status.Diverged diverged -> State.Kind.DIVERGED;
        };
    return new State(kind, messages.text("status." + kind.name().toLowerCase(Locale.ROOT)));
  }

  private static Diverged diverged(
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
      return new Diverged(
          messages.text("diverged.lead", Map.of("epoch", numbers.whole(run.epoch()))),
          Causes.text(outside.get(), messages),
          Optional.empty(),
          "");
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
    Optional<Double> better =
        Optional.of(above && everywhere ? belowLimit(limit.getAsDouble()) : rate / 10);
    return new Diverged(
        messages.text("diverged.lead", Map.of("epoch", numbers.whole(run.epoch()))),
        String.join(" ", sentences),
        better,
        messages.text("diverged.use", Map.of("rate", numbers.shown(better.get()))));
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
