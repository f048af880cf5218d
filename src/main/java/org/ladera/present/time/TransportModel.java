package org.ladera.present.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.ladera.engine.spec.LossSpec;
import org.ladera.landscape.Curvature;
import org.ladera.landscape.Standstill;
import org.ladera.lesson.model.Covered;
import org.ladera.present.check.CheckBadge;
import org.ladera.present.shared.Asked;
import org.ladera.session.FieldRequest;
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
 * @param halt what stopped the run or holds it up, if something does
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
    Optional<HaltModel> halt,
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
      STUCK,
      DIVERGED
    }
  }

  /** What has to be watched. */
  public static Set<FieldRequest> wanted(Frame frame) {
    RunFrame run = frame.main();
    FieldRequest gradient = new FieldRequest.Gradient(run.id(), frame.claimed(), false);
    return frame.status() instanceof Status.Running
        ? Set.of(gradient)
        : Set.of(gradient, new FieldRequest.Obstacles(run.id(), run.progress()));
  }

  public static TransportModel of(Frame frame, Messages messages) {
    return of(frame, messages, Covered.NOTHING);
  }

  /** As above, without the numbers that are covered. */
  public static TransportModel of(Frame frame, Messages messages, Covered covered) {
    RunFrame run = frame.main();
    Optional<HaltModel> halt = HaltModel.of(frame, messages, covered);
    State state =
        halt.filter(h -> h.kind() == HaltModel.Kind.STUCK).isPresent()
            ? new State(State.Kind.STUCK, messages.text("status.stuck"))
            : state(frame.status(), messages);
    return new TransportModel(
        frame.status() instanceof Status.Running || frame.status() instanceof Status.Restoring,
        run.update() > 0,
        !(frame.status() instanceof Status.Diverged d && d.cause() != null),
        frame.granularity(),
        frame.pace(),
        pace(frame, messages),
        readings(frame, run, messages, covered),
        state,
        halt,
        frame
            .checks()
            .gradient(run.id(), frame.claimed(), run.update())
            .map(
                report ->
                    CheckBadge.of(
                        report,
                        frame.checks().obstacles(run.id()).map(Standstill::seen).orElse(List.of()),
                        run.experiment().network(),
                        messages)));
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
            // Who goes on behind the planned end is not told of it any more.
            run.epoch() > frame.epochs()
                ? ""
                : messages.text("reading.of", Map.of("all", numbers.whole(frame.epochs()))),
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
        halt,
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
}
