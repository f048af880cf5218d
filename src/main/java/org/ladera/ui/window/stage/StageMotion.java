package org.ladera.ui.window.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.Interpolator;
import javafx.animation.Transition;
import javafx.geometry.Point2D;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/**
 * From one step to the next: a view of a kind that both have goes from its old place to its new
 * one, over the picture it had before; the others appear. Views only move, they are not drawn anew
 * for it.
 */
final class StageMotion extends Transition {
  private static final Duration LENGTH = Duration.millis(250);

  /** From then on what was there before fades. */
  private static final double FADES = 0.6;

  /** A view that leaves, and where it stood. */
  record Left(Region node, String kind, Point2D at) {}

  /** A view that comes, in the place of one that leaves. */
  private record Coming(Region node, Optional<Left> before) {}

  private final Runnable ended;
  private final List<Coming> coming = new ArrayList<>();

  /** Whether the new views have not been laid out yet. */
  private boolean waiting;

  /**
   * @param ended runs when what was there before is not needed any more
   */
  StageMotion(Runnable ended) {
    this.ended = ended;
    setCycleDuration(LENGTH);
    setInterpolator(Interpolator.EASE_BOTH);
    setOnFinished(e -> end());
  }

  /** Whether a view is on its way, or about to set out. */
  boolean moves() {
    return !coming.isEmpty();
  }

  /** The views of before that are still to be seen, below those that come. */
  List<Region> before() {
    return coming.stream().flatMap(c -> c.before().stream()).map(Left::node).toList();
  }

  /**
   * @param kinds of the new views, one for each
   * @param seen those that do not lie behind a tab or another view
   */
  void prepare(
      List<Left> left, List<? extends Region> nodes, List<String> kinds, List<Region> seen) {
    end();
    List<Left> open = new ArrayList<>(left);
    // What is on the stage before and after stays as it is.
    open.removeIf(l -> nodes.contains(l.node()));
    for (int i = 0; i < nodes.size(); i++) {
      Region node = nodes.get(i);
      String kind = kinds.get(i);
      if (!seen.contains(node) || left.stream().anyMatch(l -> l.node() == node)) {
        continue;
      }
      Optional<Left> before = open.stream().filter(l -> l.kind().equals(kind)).findFirst();
      before.ifPresent(open::remove);
      coming.add(new Coming(node, before));
    }
    before().forEach(node -> node.setMouseTransparent(true));
    waiting = !coming.isEmpty();
  }

  /** The new views have their places. */
  void laidOut() {
    if (waiting) {
      waiting = false;
      interpolate(0);
      playFromStart();
    }
  }

  /** Ends at once, where it leads to. */
  void end() {
    stop();
    waiting = false;
    if (coming.isEmpty()) {
      return;
    }
    interpolate(1);
    before().forEach(StageMotion::leave);
    coming.clear();
    ended.run();
  }

  private static void leave(Region node) {
    node.setMouseTransparent(false);
    node.setOpacity(1);
    shift(node, Point2D.ZERO);
  }

  @Override
  protected void interpolate(double share) {
    for (Coming each : coming) {
      Region node = each.node();
      node.setOpacity(share);
      each.before()
          .ifPresent(
              left -> {
                Point2D way = new Point2D(node.getLayoutX(), node.getLayoutY()).subtract(left.at());
                shift(node, way.multiply(share - 1));
                shift(left.node(), way.multiply(share));
                left.node().setOpacity(Math.min(1, (1 - share) / (1 - FADES)));
              });
    }
  }

  private static void shift(Region node, Point2D by) {
    node.setTranslateX(by.getX());
    node.setTranslateY(by.getY());
  }
}
