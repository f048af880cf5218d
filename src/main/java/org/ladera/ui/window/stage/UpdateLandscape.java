package org.ladera.ui.window.stage;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.layout.Region;
import org.ladera.session.FieldRequest;
import org.ladera.session.Frame;

/**
 * The landscape at the end of an open update, with the point of the run on it. Drawn while it is
 * seen, and asked for by who stays there: who steps on is not to wait for what he passes.
 */
final class UpdateLandscape {
  /** Pulses for which it is seen before it is asked for. */
  private static final int SETTLED = 4;

  private Optional<LiveSlot> slot = Optional.empty();
  private int seen;

  /** Its view, made when it is wanted first. */
  Region node(Supplier<LiveSlot> made) {
    LiveSlot present = slot.orElseGet(made);
    slot = Optional.of(present);
    return present.node();
  }

  void drop() {
    slot.ifPresent(LiveSlot::dispose);
    slot = Optional.empty();
  }

  /** Counts a pulse; whether it is asked for from now on or no longer. */
  boolean pulse() {
    boolean before = isAskedFor();
    seen = slot.filter(LiveSlot::isSeen).isPresent() ? Math.min(seen + 1, SETTLED) : 0;
    return isAskedFor() != before;
  }

  private boolean isAskedFor() {
    return seen == SETTLED;
  }

  /** What the session is to work out for it. */
  Collection<FieldRequest> wanted(Frame frame) {
    return slot.filter(_ -> isAskedFor()).map(shown -> shown.wanted(frame)).orElse(List.of());
  }

  void show(LiveSlot.Moment moment) {
    slot.filter(LiveSlot::isSeen).ifPresent(shown -> shown.show(moment));
  }
}
