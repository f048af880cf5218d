package org.ladera.ui.view.decision;

import java.util.List;
import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.ladera.present.decision.HiddenModel;
import org.ladera.present.decision.HiddenModel.Stage;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Tip;
import org.ladera.ui.fx.Screen;
import org.ladera.ui.plot.CardView;
import org.ladera.ui.plot.Invitation;
import org.ladera.ui.plot.OfferedChoice;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.PlotTip;
import org.ladera.ui.view.Intent;
import org.ladera.ui.view.ViewContext;

/**
 * How the hidden layers bend the plane of the inputs: a grid over the examples and the examples
 * themselves, as each layer sees them, and behind them what the next layer makes of that. The
 * segments or the up and down arrow keys lead from layer to layer; left and right walk through the
 * examples.
 */
public final class HiddenSpaceView extends CardView<HiddenModel> {
  private static final double REACH = 12;
  private static final Duration MORPH = Duration.millis(250);

  /** Below this width the layers are changed by keys alone. */
  private static final double WIDE = 330;

  private final PlotTip tip;
  private final BackgroundImage image;
  private final PointCloud cloud;
  private final OfferedChoice layers = new OfferedChoice(this::go);
  private final DoubleProperty share = new SimpleDoubleProperty(1);
  private final Timeline morph =
      new Timeline(
          new KeyFrame(Duration.ZERO, new KeyValue(share, 0)),
          new KeyFrame(MORPH, new KeyValue(share, 1, Interpolator.EASE_BOTH)));
  private @Nullable HiddenPainter painter;
  private int from;
  private int stage = -1;
  private int hovered = -1;
  private boolean lighting;

  public HiddenSpaceView(ViewContext context) {
    super(context);
    image = new BackgroundImage(card, "hidden-space");
    cloud = new PointCloud(card);
    card.addSwitch(layers);
    tip = new PlotTip(card.overlay());
    share.addListener((property, was, is) -> card.repaintSoon());
  }

  @Override
  protected void listen() {
    card.setOnMouseMoved(this::hover);
    card.setOnMouseExited(e -> leave());
    card.setOnKeyPressed(this::key);
  }

  @Override
  public void render(HiddenModel next) {
    model = next;
    if (stage < 0 || stage >= next.stages().size()) {
      stage = next.stages().isEmpty() ? -1 : next.first();
      from = stage;
    }
    from = Math.min(from, Math.max(0, next.stages().size() - 1));
    boolean few = next.stages().size() > 1 && card.getWidth() >= WIDE;
    layers.offer(few ? next.stages().stream().map(Stage::choice).toList() : List.of(), stage);
    say();
  }

  @Override
  protected String reading() {
    return stage < 0 ? model.reading() : model.stages().get(stage).name();
  }

  @Override
  protected String spoken() {
    return stage < 0 ? model.spoken() : model.stages().get(stage).spoken();
  }

  /** Finishes the way between two layers and the picture behind them. */
  @Override
  public void settle() {
    if (morph.getStatus() == Animation.Status.RUNNING) {
      morph.stop();
      share.set(1);
    }
    card.repaint();
    image.settle();
    cloud.settle();
  }

  @Override
  public void dispose() {
    morph.stop();
    image.close();
    cloud.close();
    super.dispose();
  }

  @Override
  protected void draw(PlotGraphics graphics, Rectangle2D body) {
    painter = null;
    if (stage < 0) {
      image.clear();
      tip.hide();
      Invitation.draw(graphics, body, model.empty());
      return;
    }
    painter =
        new HiddenPainter(
            graphics,
            body,
            model,
            model.stages().get(from),
            model.stages().get(stage),
            share.get());
    painter.draw(image, cloud, 1 + model.groups().stream().mapToInt(g -> g).max().orElse(1));
    if (hovered >= 0 && model.lit() == hovered) {
      Point2D place = painter.places().get(hovered);
      Tip words = model.stages().get(stage).tips().get(hovered);
      tip.show(words, place.getX(), place.getY(), graphics.tokens());
    } else {
      tip.hide();
    }
  }

  private void go(int target) {
    if (target < 0 || target >= model.stages().size() || target == stage) {
      return;
    }
    from = stage;
    stage = target;
    image.clear();
    if (!Screen.moves(card)) {
      share.set(1);
    } else {
      morph.playFromStart();
    }
    render(model);
  }

  private void hover(MouseEvent e) {
    if (painter == null) {
      return;
    }
    int nearest = -1;
    double least = REACH;
    List<Point2D> places = painter.places();
    for (int i = 0; i < places.size(); i++) {
      double distance = places.get(i).distance(e.getX(), e.getY());
      if (distance < least) {
        least = distance;
        nearest = i;
      }
    }
    if (nearest != hovered) {
      hovered = nearest;
      light(nearest);
    }
  }

  private void leave() {
    hovered = -1;
    tip.hide();
    if (lighting) {
      light(-1);
    }
  }

  private void light(int sample) {
    lighting = sample >= 0;
    context
        .intents()
        .accept(new Intent.Light(sample < 0 ? Highlight.NONE : Highlight.ofSample(sample)));
  }

  private void key(KeyEvent e) {
    if (stage < 0 || e.getTarget() != card) {
      return;
    }
    int count = model.groups().size();
    switch (e.getCode()) {
      case UP -> go(stage + 1);
      case DOWN -> go(stage - 1);
      case RIGHT -> light((model.lit() + 1) % count);
      case LEFT -> light(model.lit() <= 0 ? count - 1 : model.lit() - 1);
      case ESCAPE -> {
        if (!lighting) {
          return;
        }
        light(-1);
      }
      default -> {
        return;
      }
    }
    e.consume();
  }
}
