package org.ladera.ui.window;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import org.ladera.present.time.HaltModel;
import org.ladera.session.Failure;
import org.ladera.session.RefusedChange;
import org.ladera.text.Messages;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.window.appearance.Appearance;
import org.ladera.ui.window.stage.Banner;

/** What is said above the stage: mistakes of the program, and why a run stopped. FX thread only. */
public final class Notices {
  private static final long BILLION = 1_000_000_000;

  private final Banner failure = new Banner("failure-way");
  private final Banner divergence = new Banner("banner-way");
  private final DoubleConsumer useRate;
  private final Runnable newStart;

  /** What was read and is not said again until it changes. */
  private Optional<HaltModel> known = Optional.empty();

  /** In the words of the language of the moment. */
  private Optional<Function<Messages, Banner.Said>> told = Optional.empty();

  /**
   * @param useRate gets the rate that was offered and taken
   * @param newStart draws other start weights
   */
  Notices(DoubleConsumer useRate, Runnable newStart) {
    this.useRate = useRate;
    this.newStart = newStart;
  }

  Banner failure() {
    return failure;
  }

  Banner divergence() {
    return divergence;
  }

  /** Tells the person of a mistake of the program, which is in the log, until it is read. */
  public void tell(Failure what) {
    told = Optional.of(messages -> said(what, messages));
  }

  /** Tells the person that a change was not made, and why. */
  void tell(RefusedChange what) {
    told = Optional.of(messages -> said(what, messages));
  }

  /** Once per pulse: what was told, in the words and colours of now. */
  void pulse(Appearance appearance) {
    told.ifPresentOrElse(
        said ->
            failure.show(
                said.apply(appearance.messages()),
                Banner.Tone.DANGER,
                appearance.tokens(),
                this::read),
        failure::hide);
  }

  private void read() {
    told = Optional.empty();
    failure.hide();
  }

  private static Banner.Said said(Failure what, Messages messages) {
    String key =
        "failure."
            + what.where().name().toLowerCase(Locale.ROOT)
            + (what.tooLarge() ? ".memory" : "");
    return new Banner.Said(
        messages.text(what.where() == Failure.Where.SAVED ? "failure.saved.lead" : "failure.lead"),
        messages.text(key),
        Optional.of(messages.text("failure.way")));
  }

  private static Banner.Said said(RefusedChange what, Messages messages) {
    String text =
        what.isMemory()
            ? messages.text(
                "refusal.memory",
                Map.of(
                    "needed",
                    messages.numbers().whole(what.needed().bytes() >> 20),
                    "there",
                    messages.numbers().whole(what.heap() >> 20)))
            : messages.text(
                "refusal.time",
                Map.of(
                    "billions",
                    messages.numbers().whole(what.needed().multiplications() / BILLION)));
    return new Banner.Said(
        messages.text("refusal.lead"), text, Optional.of(messages.text("failure.way")));
  }

  /** Why the run stopped or does not get further; nothing when all is well. */
  void show(Optional<HaltModel> halt, Tokens tokens) {
    known = known.filter(read -> halt.equals(Optional.of(read)));
    halt.filter(h -> !known.equals(Optional.of(h)))
        .ifPresentOrElse(
            h ->
                divergence.show(
                    new Banner.Said(h.lead(), h.text(), h.way().map(HaltModel.Way::text)),
                    h.kind() == HaltModel.Kind.DIVERGED ? Banner.Tone.DANGER : Banner.Tone.WARNING,
                    tokens,
                    () -> h.way().ifPresent(way -> take(h, way))),
            divergence::hide);
  }

  private void take(HaltModel halt, HaltModel.Way way) {
    switch (way) {
      case HaltModel.Way.Rate(double rate, _) -> useRate.accept(rate);
      case HaltModel.Way.NewStart _ -> newStart.run();
      case HaltModel.Way.Read _ -> {
        known = Optional.of(halt);
        divergence.hide();
      }
    }
  }
}
