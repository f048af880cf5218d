package org.ladera.ui.view;

import java.util.Optional;
import javafx.scene.layout.Region;
import org.ladera.present.shared.Asked;
import org.ladera.ui.fx.Initializer;

/**
 * A visual component fed by immutable models. It never asks, keeps no history and never calls the
 * session; gestures leave as intents handed to its constructor.
 *
 * @param <M> what it draws
 */
public interface Visual<M> {
  Region node();

  /**
   * Draws {@code model}; idempotent; FX thread only. Nothing is drawn, and no gesture answered,
   * before the first.
   */
  @Initializer
  void render(M model);

  /**
   * Draws the model of the update after the one that is drawn, which has been seen for a while:
   * what moves with the parameters may go there.
   */
  default void advance(M model) {
    render(model);
  }

  /**
   * The number that is chosen or pointed at, where it is another one than what the view lights up.
   */
  default Optional<Asked> asked() {
    return Optional.empty();
  }

  /** The number that the view is about while none is chosen or pointed at. */
  default Optional<Asked> about() {
    return Optional.empty();
  }

  /**
   * Finishes at once what is still being drawn elsewhere, so that a picture of the view is
   * complete; FX thread only.
   */
  default void settle() {}

  /** Whether nothing is still being drawn elsewhere. */
  default boolean isSettled() {
    return true;
  }

  /** Lets go of everything it listens to. */
  void dispose();
}
