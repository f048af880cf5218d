package org.ladera.ui.window;

import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.ladera.present.time.TransportModel.Diverged;
import org.ladera.session.Failure;
import org.ladera.text.Messages;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.window.appearance.Appearance;
import org.ladera.ui.window.stage.Banner;

/** What is said above the stage: mistakes of the program, and why a run stopped. FX thread only. */
public final class Notices {
  private final Banner failure = new Banner("failure-way");
  private final Banner divergence = new Banner("banner-way");
  private final DoubleConsumer useRate;
  private Optional<Failure> told = Optional.empty();

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
    told = Optional.of(what);
  }

  /** Once per pulse: what was told, in the words and colours of now. */
  void pulse(Appearance appearance) {
    told.ifPresentOrElse(
        what -> failure.show(said(what, appearance.messages()), appearance.tokens(), this::read),
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
