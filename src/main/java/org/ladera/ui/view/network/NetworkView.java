package org.ladera.ui.view.network;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.present.network.NetworkModel;
import org.ladera.present.network.NetworkModel.Target;
import org.ladera.present.shared.Asked;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Tip;
import org.ladera.text.Messages;
import org.ladera.text.RichText;
import org.ladera.ui.fx.Initializer;
import org.ladera.ui.fx.Screen;
import org.ladera.ui.plot.CardView;
import org.ladera.ui.plot.OverlayField;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.PlotTip;
import org.ladera.ui.view.Intent;
import org.ladera.ui.view.ViewContext;

/**
 * The network as units and weights. Pointing reads a unit or a weight and lights it up everywhere;
 * a click or Enter on a weight lets a person type its value. With the focus the arrow keys walk
 * from units to weights and on.
 */
public final class NetworkView extends CardView<NetworkModel> {
  private final PlotTip tip;
  private final OverlayField field;
  private final Pulse pulse;
  private final UnitPictures pictures = new UnitPictures();
  private NetworkLayout layout;
  private Optional<Target> pointed = Optional.empty();
  private boolean lighting;

  /** Of the model before, where there was one. */
  private boolean still;

  private long update;

  public NetworkView(ViewContext context) {
    super(context);
    tip = new PlotTip(card.overlay());
    field = new OverlayField(card.overlay(), card);
    pulse = new Pulse(card::repaintSoon);
  }

  @Override
  protected void listen() {
    card.setOnMouseMoved(this::hover);
    card.setOnMouseExited(e -> point(Optional.empty()));
    card.setOnMouseClicked(this::click);
    card.setOnKeyPressed(this::key);
  }

  @Override
  public void render(NetworkModel next) {
    boolean stepped = still && next.still() && next.update() > update;
    if (next.update() != update) {
      pulse.stop();
    }
    model = next;
    still = next.still();
    update = next.update();
    if (stepped && Screen.moves(card)) {
      pulse.start();
    }
    say();
  }

  @Override
  public void settle() {
    if (pulse.stop()) {
      card.repaint();
    }
  }

  @Override
  public void dispose() {
    pulse.stop();
    field.close();
    super.dispose();
  }

  @Override
  public Optional<Asked> asked() {
    return model.lit().map(model.tips()::asked);
  }

  @Initializer
  @Override
  protected void draw(PlotGraphics graphics, Rectangle2D body) {
    NetworkPainter painter = new NetworkPainter(graphics, body, model, pictures);
    layout = painter.layout();
    painter.draw(pulse);
    placeTip(graphics);
  }

  private void placeTip(PlotGraphics graphics) {
    Optional<Target> about = lighting && !field.isOpen() ? model.lit() : Optional.empty();
    Optional<Tip> words = about.flatMap(model::tip);
    Optional<Point2D> place = about.flatMap(layout::place);
    if (words.isPresent() && place.isPresent()) {
      tip.show(words.get(), place.get().getX(), place.get().getY(), graphics.tokens());
    } else {
      tip.hide();
    }
  }

  private void hover(MouseEvent e) {
    if (!field.isOpen()) {
      point(layout.at(e.getX(), e.getY()));
    }
  }

  private void point(Optional<Target> target) {
    if (!target.equals(pointed)) {
      pointed = target;
      light(target);
    }
  }

  private void light(Optional<Target> target) {
    if (target.isEmpty() && !lighting) {
      return;
    }
    lighting = target.isPresent();
    context
        .intents()
        .accept(new Intent.Light(target.map(NetworkView::highlight).orElse(Highlight.NONE)));
  }

  private static Highlight highlight(Target target) {
    return switch (target) {
      case Target.Unit unit -> new Highlight(-1, unit.layer(), unit.unit(), Optional.empty(), -1);
      case Target.Parameter p -> new Highlight(-1, 0, 0, Optional.of(p.ref()), -1);
    };
  }

  private void click(MouseEvent e) {
    card.requestFocus();
    if (e.getButton() == MouseButton.PRIMARY && e.isStillSincePress()) {
      layout.at(e.getX(), e.getY()).ifPresent(this::act);
    }
  }

  private void key(KeyEvent e) {
    if (e.getTarget() != card) {
      return;
    }
    switch (e.getCode()) {
      case LEFT, RIGHT, UP, DOWN -> light(DiagramKeys.from(model, model.lit(), e.getCode()));
      case ENTER -> model.lit().ifPresent(this::act);
      case ESCAPE -> {
        if (!lighting) {
          return;
        }
        light(Optional.empty());
      }
      default -> {
        return;
      }
    }
    e.consume();
  }

  /** A weight is typed; a unit has no other use of a click than to show where it comes from. */
  private void act(Target target) {
    switch (target) {
      case Target.Parameter(ParameterRef ref) -> edit(target, ref);
      case Target.Unit unit ->
          context.intents().accept(new Intent.Explain(model.tips().asked(unit)));
    }
  }

  private void edit(Target target, ParameterRef ref) {
    OptionalDouble value = model.tips().value(ref);
    Optional<Point2D> place = layout.place(target);
    if (value.isEmpty() || place.isEmpty()) {
      return;
    }
    tip.hide();
    Messages messages = context.messages().getValue();
    String route = RichText.parse(model.tips().route(ref)).plain();
    field.open(
        value.getAsDouble(),
        messages.text("network.field", Map.of("route", route)),
        place.get().getX(),
        place.get().getY(),
        context.tokens().getValue(),
        messages,
        typed -> context.intents().accept(new Intent.SetParameters(Map.of(ref, typed))));
  }
}
