package org.ladera.ui.plot;

import javafx.animation.Interpolator;
import javafx.animation.Transition;
import javafx.scene.Node;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.ladera.ui.fx.Screen;

/**
 * From the picture of one update to that of the next, where updates come slowly: what moves with
 * the parameters goes along the straight way between them.
 *
 * @param <M> what is drawn
 */
public final class Glide<M> extends Transition {
  private static final Duration LENGTH = Duration.millis(180);

  /**
   * What lies between two updates.
   *
   * @param <M> what is drawn
   */
  @FunctionalInterface
  public interface Between<M> {
    /**
     * @param share of the way from {@code before} to {@code next}, 0 to 1
     */
    M of(M next, M before, double share);
  }

  private final Between<M> between;
  private final Runnable moved;
  private @Nullable M from;
  private @Nullable M to;
  private double share = 1;

  /**
   * @param moved runs for every picture on the way
   */
  Glide(Between<M> between, Runnable moved) {
    this.between = between;
    this.moved = moved;
    setCycleDuration(LENGTH);
    setInterpolator(Interpolator.EASE_BOTH);
  }

  /** Sets out, where somebody sees it who does not mind motion. */
  void start(@Nullable M before, M next, Node seenIn) {
    stop();
    share = 1;
    if (before != null && Screen.moves(seenIn)) {
      from = before;
      to = next;
      share = 0;
      playFromStart();
    }
  }

  /** What is to be drawn instead of {@code model}; another one than it leads to is drawn itself. */
  M on(M model) {
    M before = from;
    return before == null || share >= 1 || model != to ? model : between.of(model, before, share);
  }

  @Override
  protected void interpolate(double now) {
    share = now;
    moved.run();
  }
}
