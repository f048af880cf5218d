package org.ladera.ui.window.stage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.session.FieldRequest;
import org.ladera.session.Frame;
import org.ladera.text.Messages;
import org.ladera.ui.fx.PulseGuard;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.window.appearance.Appearance;

/** A view on the stage that draws itself only when it is seen and something has changed. */
final class LiveSlot {
  /** Everything a picture depends on; compared by identity, for all of it is immutable. */
  record Moment(
      Frame frame,
      Highlight highlight,
      Messages messages,
      Labels labels,
      Tokens tokens,
      long sweeps) {
    Moment(Frame frame, Highlight highlight, Appearance appearance, Labels labels, long sweeps) {
      this(frame, highlight, appearance.messages(), labels, appearance.tokens(), sweeps);
    }

    boolean same(@Nullable Moment other) {
      return other != null
          && frame == other.frame
          && highlight == other.highlight
          && messages == other.messages
          && labels == other.labels
          && tokens == other.tokens
          && sweeps == other.sweeps;
    }
  }

  /** Updates that come faster are not gone along, in nanoseconds. */
  private static final long SLOW = 200_000_000;

  private ViewSlot<?, ?> slot;

  /** When the update that is shown came. */
  private long since;

  private Optional<ViewCover> cover = Optional.empty();
  private @Nullable Moment shown;

  /** Whether it has ever been drawn: before that it is about nothing. */
  private boolean drawn;

  private long nanos;

  /** It could not be drawn, and is away until the step is opened again. */
  private boolean closed;

  private final PulseGuard guard;

  /**
   * @param failed gets why the view had to be closed
   */
  LiveSlot(ViewSlot<?, ?> slot, Consumer<RuntimeException> failed) {
    this.slot = slot;
    guard = new PulseGuard(this::close, failed);
  }

  /** What stands on the stage. */
  Region node() {
    return cover.<Region>map(c -> c).orElseGet(slot::node);
  }

  /**
   * What stands on the stage of the views of a step, those that are covered below their cover.
   *
   * @param toQuestion leads to the check with that id
   */
  static List<Region> cover(
      List<LiveSlot> slots,
      Labels labels,
      Messages messages,
      Tokens tokens,
      Consumer<String> toQuestion) {
    List<Region> nodes = new ArrayList<>();
    Set<String> asked = new HashSet<>();
    for (LiveSlot slot : slots) {
      Optional<String> check = Optional.ofNullable(labels.covered().views().get(nodes.size()));
      // A question over several views is read once.
      String question = check.filter(asked::add).map(labels::question).orElse("");
      if (check.isPresent() && slot.cover.isEmpty()) {
        slot.cover = Optional.of(new ViewCover(slot.slot.node()));
      }
      slot.cover.ifPresent(
          c ->
              check.ifPresentOrElse(
                  id -> c.show(question, () -> toQuestion.accept(id), messages, tokens), c::lift));
      nodes.add(slot.node());
    }
    return nodes;
  }

  boolean isSeen() {
    return slot.node().getScene() != null;
  }

  /** Whether it shows another moment and can be drawn. */
  boolean isDue(Moment now) {
    return !closed && isSeen() && !now.same(shown);
  }

  /** How long it takes to be drawn, as it did lately. */
  long nanos() {
    return nanos;
  }

  /** Draws it where it is another moment. */
  void show(Moment now) {
    if (!isDue(now)) {
      return;
    }
    long began = System.nanoTime();
    guard.run(
        () -> {
          if (isNext(now.frame())) {
            slot.advance(now.frame(), now.highlight(), now.messages(), now.labels());
          } else {
            slot.render(now.frame(), now.highlight(), now.messages(), now.labels());
          }
          shown = now;
          drawn = true;
        });
    nanos += (System.nanoTime() - began - nanos) / 4;
  }

  /** Whether a frame is of the next update, and the one that is shown was to be seen a while. */
  private boolean isNext(Frame frame) {
    Frame before = shown == null ? null : shown.frame();
    long now = System.nanoTime();
    boolean next =
        before != null
            && drawn
            && before.scene() == frame.scene()
            && frame.main().update() == before.main().update() + 1
            && now - since > SLOW;
    since = before == null || before.main().update() != frame.main().update() ? now : since;
    return next;
  }

  /** Whether it is away because it could not be drawn. */
  boolean isClosed() {
    return closed;
  }

  boolean isDrawn() {
    return drawn;
  }

  private void close() {
    closed = true;
    slot.node().setVisible(false);
  }

  Collection<FieldRequest> wanted(Frame frame) {
    return slot.wanted(frame);
  }

  ViewSlot<?, ?> view() {
    return slot;
  }

  /** Another derivative is looked at closely. */
  void choose(ParameterRef parameter) {
    slot = slot.choosing(parameter);
    shown = null;
  }

  /** Finishes what the view is still drawing elsewhere. */
  void settle() {
    if (isSeen()) {
      slot.settle();
    }
  }

  void dispose() {
    slot.dispose();
  }
}
