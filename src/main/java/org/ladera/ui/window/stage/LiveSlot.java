package org.ladera.ui.window.stage;

import java.util.Collection;
import java.util.Optional;
import javafx.scene.layout.Region;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.present.shared.Asked;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.session.FieldRequest;
import org.ladera.session.Frame;
import org.ladera.text.Messages;
import org.ladera.ui.theme.Tokens;

/** A view on the stage that draws itself only when it is seen and something has changed. */
final class LiveSlot {
  /** Everything a picture depends on; compared by identity, for all of it is immutable. */
  record Moment(Frame frame, Highlight brush, Messages messages, Labels labels, Tokens tokens) {
    boolean same(Moment other) {
      return other != null
          && frame == other.frame
          && brush == other.brush
          && messages == other.messages
          && labels == other.labels
          && tokens == other.tokens;
    }
  }

  private ViewSlot<?, ?> seat;
  private Moment shown;

  LiveSlot(ViewSlot<?, ?> seat) {
    this.seat = seat;
  }

  Region node() {
    return seat.node();
  }

  boolean isSeen() {
    return seat.node().getScene() != null;
  }

  void show(Moment now) {
    if (isSeen() && !now.same(shown)) {
      shown = now;
      seat.render(now.frame(), now.brush(), now.messages(), now.labels());
    }
  }

  Collection<FieldRequest> wanted(Frame frame) {
    return seat.wanted(frame);
  }

  Optional<Asked> asked(Highlight brush) {
    return seat.asked(brush);
  }

  /** Another derivative is looked at closely. */
  void choose(ParameterRef parameter) {
    seat = seat.choosing(parameter);
    shown = null;
  }

  /** Finishes what the view is still drawing elsewhere. */
  void settle() {
    if (isSeen()) {
      seat.settle();
    }
  }

  void dispose() {
    seat.dispose();
  }
}
