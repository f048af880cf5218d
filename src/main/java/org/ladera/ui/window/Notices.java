package org.ladera.ui.window;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import org.ladera.present.time.TransportModel.Diverged;
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

  /** In the words of the language of the moment. */
  private Optional<Function<Messages, Banner.Said>> told = Optional.empty();

  /**
   * @param useRate gets the rate that was offered and taken
   */
  Notices(DoubleConsumer useRate) {
    this.useRate = useRate;
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
        said -> failure.show(said.apply(appearance.messages()), appearance.tokens(), this::read),
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

  /** Why the run stopped; nothing when it did not. */
  void show(Optional<Diverged> diverged, Tokens tokens) {
    diverged.ifPresentOrElse(
        d ->
            divergence.show(
                new Banner.Said(d.lead(), d.text(), d.rate().map(rate -> d.rateText())),
                tokens,
                () -> d.rate().ifPresent(useRate::accept)),
        divergence::hide);
  }
}
