package org.ladera.ui.window.stage;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.ladera.engine.trace.StepTrace;
import org.ladera.present.shared.Asked;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Opening;

/**
 * Which number a person means who asks for its arithmetic by key: what the pointer shows or what is
 * chosen in the view with the focus, whichever was moved last.
 */
final class Pointing {
  private final List<LiveSlot> slots;

  /** The view under the pointer; null without one. */
  private @Nullable LiveSlot pointed;

  /** Whether keys have chosen something since the pointer was moved. */
  private boolean keyed;

  /**
   * @param slots the views on the stage, as they are at any time
   */
  Pointing(List<LiveSlot> slots) {
    this.slots = slots;
  }

  /** Follows pointer and keys in a view. */
  LiveSlot follow(LiveSlot slot) {
    Node node = slot.node();
    node.addEventFilter(MouseEvent.MOUSE_MOVED, e -> point(slot));
    node.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> point(slot));
    node.addEventFilter(MouseEvent.MOUSE_EXITED_TARGET, e -> leave(slot, e));
    node.addEventFilter(KeyEvent.KEY_PRESSED, e -> keyed |= e.getCode().isNavigationKey());
    return slot;
  }

  private void point(LiveSlot slot) {
    pointed = slot;
    keyed = false;
  }

  private void leave(LiveSlot slot, MouseEvent e) {
    if (e.getTarget() == slot.node() && pointed == slot) {
      pointed = null;
    }
  }

  /**
   * The number as an update shows it.
   *
   * @param next the update that the run does next
   */
  Optional<Opening> asked(Highlight highlight, StepTrace next) {
    List<ViewSlot<?, ?>> near = near();
    return first(near, ViewSlot::asked)
        .or(() -> near.stream().anyMatch(ViewSlot::opens) ? Asked.of(highlight) : Optional.empty())
        .or(() -> first(near, ViewSlot::about))
        .flatMap(number -> number.opening(next));
  }

  private static Optional<Asked> first(
      List<ViewSlot<?, ?>> near, Function<ViewSlot<?, ?>, Optional<Asked>> number) {
    return near.stream().flatMap(view -> number.apply(view).stream()).findFirst();
  }

  private List<ViewSlot<?, ?>> near() {
    LiveSlot focused =
        slots.stream().filter(slot -> hasFocus(slot.node())).findFirst().orElse(null);
    LiveSlot under = slots.contains(pointed) ? pointed : null;
    Stream<LiveSlot> inOrder = keyed ? Stream.of(focused, under) : Stream.of(under, focused);
    return inOrder
        .filter(slot -> slot != null && slot.isDrawn())
        .<ViewSlot<?, ?>>map(LiveSlot::view)
        .toList();
  }

  private static boolean hasFocus(Node node) {
    return node.getScene() != null && node.getScene().getFocusOwner() == node;
  }
}
