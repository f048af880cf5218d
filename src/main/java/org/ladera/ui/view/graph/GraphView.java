package org.ladera.ui.view.graph;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.lesson.model.SweepMode;
import org.ladera.present.graph.GraphModel;
import org.ladera.present.graph.GraphModel.Node;
import org.ladera.present.graph.GraphSweep;
import org.ladera.present.shared.Asked;
import org.ladera.present.shared.Highlight;
import org.ladera.text.Messages;
import org.ladera.text.RichText;
import org.ladera.ui.control.IconButton;
import org.ladera.ui.plot.CardView;
import org.ladera.ui.plot.Invitation;
import org.ladera.ui.plot.OfferedChoice;
import org.ladera.ui.plot.OverlayField;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.view.Intent;
import org.ladera.ui.view.ViewContext;

/**
 * A computational graph and the sweep through it. The buttons, or left and right with the focus, go
 * on and back by one operation, Home and End to the ends. Pointing at a node, or up and down, shows
 * its arithmetic; a click or Enter lets a person type a number that is given, or opens the update
 * where another one is computed.
 */
public final class GraphView extends CardView<GraphModel> {
  private static final double BUTTON = 28;

  private final OfferedChoice modes = new OfferedChoice(this::choose);
  private final OfferedChoice seeds = new OfferedChoice(seed -> go(sweep().by(seed)));
  private final IconButton back = step(MaterialDesignC.CHEVRON_LEFT, -1);
  private final IconButton on = step(MaterialDesignC.CHEVRON_RIGHT, 1);
  private final OverlayField field;
  private @Nullable GraphSweep sweep;
  private @Nullable GraphFigure figure;
  private int pointed = -1;
  private int chosen = -1;

  public GraphView(ViewContext context) {
    super(context);
    card.addSwitch(modes);
    card.addSwitch(seeds);
    card.addSwitch(back);
    card.addSwitch(on);
    field = new OverlayField(card.overlay(), card);
  }

  @Override
  protected void listen() {
    card.setOnMouseMoved(e -> point(at(e)));
    card.setOnMouseExited(e -> point(-1));
    card.setOnMouseClicked(this::click);
    card.setOnKeyPressed(this::key);
  }

  @Override
  public void render(GraphModel next) {
    model = next;
    sweep = sweep == null ? next.first() : sweep.in(next.first().order());
    chosen = Math.min(chosen, next.nodes().size() - 1);
    pointed = Math.min(pointed, next.nodes().size() - 1);
    show();
  }

  @Override
  public Optional<Asked> asked() {
    int about = attended();
    return about < 0 ? Optional.empty() : model.nodes().get(about).asked();
  }

  @Override
  public void dispose() {
    field.close();
    super.dispose();
  }

  private GraphSweep sweep() {
    return sweep == null ? model.first() : sweep;
  }

  /** The node whose arithmetic is shown; −1 for that of the last step. */
  private int attended() {
    return pointed >= 0 ? pointed : chosen >= 0 ? chosen : model.lit();
  }

  private void show() {
    Messages messages = context.messages().getValue();
    boolean any = !model.nodes().isEmpty();
    modes.offer(
        any
            ? List.of(messages.text("graph.mode.reverse"), messages.text("graph.mode.forward"))
            : List.of(),
        sweep().mode().ordinal());
    boolean choice = any && sweep().mode() == SweepMode.FORWARD;
    List<String> names = model.words().seeds();
    seeds.offer(choice && names.size() > 1 ? names : List.of(), sweep().seed());
    back.named(messages.text("graph.back"));
    on.named(messages.text("graph.on"));
    back.setVisible(any);
    on.setVisible(any);
    back.setDisable(sweep().done() == 0);
    on.setDisable(sweep().isComplete());
    say();
  }

  @Override
  protected String spoken() {
    return model.spoken(sweep(), attended());
  }

  @Override
  protected void draw(PlotGraphics graphics, Rectangle2D body) {
    if (model.nodes().isEmpty()) {
      figure = null;
      Invitation.draw(graphics, body, model.empty());
      return;
    }
    GraphPainter painter = new GraphPainter(graphics, body, model, sweep(), attended());
    figure = painter.figure();
    painter.draw();
  }

  private void choose(int mode) {
    go(sweep().in(SweepMode.values()[mode]));
  }

  private void go(GraphSweep next) {
    sweep = next;
    chosen = -1;
    show();
  }

  private int at(MouseEvent e) {
    return figure == null ? -1 : figure.at(e.getX(), e.getY()).orElse(-1);
  }

  private void point(int node) {
    if (node != pointed && !field.isOpen()) {
      pointed = node;
      light(node);
      show();
    }
  }

  /** A parameter lights up in every view. */
  private void light(int node) {
    Optional<ParameterRef> parameter =
        node < 0 ? Optional.empty() : model.nodes().get(node).parameter();
    context
        .intents()
        .accept(
            new Intent.Light(
                parameter.isPresent() ? new Highlight(-1, 0, 0, parameter, -1) : Highlight.NONE));
  }

  private void click(MouseEvent e) {
    card.requestFocus();
    if (e.getButton() == MouseButton.PRIMARY && e.isStillSincePress() && at(e) >= 0) {
      use(at(e));
      e.consume();
    }
  }

  private void key(KeyEvent e) {
    if (e.getTarget() != card || e.isShortcutDown() || model.nodes().isEmpty()) {
      return;
    }
    switch (e.getCode()) {
      case LEFT -> go(sweep().moved(-1));
      case RIGHT -> go(sweep().moved(1));
      case HOME -> go(sweep().moved(-sweep().steps()));
      case END -> go(sweep().moved(sweep().steps()));
      case UP -> walk(-1);
      case DOWN -> walk(1);
      case ENTER -> {
        if (chosen >= 0) {
          use(chosen);
        }
      }
      case ESCAPE -> {
        if (chosen < 0) {
          return;
        }
        walkTo(-1);
      }
      default -> {
        return;
      }
    }
    e.consume();
  }

  private void walk(int by) {
    int count = model.nodes().size();
    OptionalInt last = sweep().last();
    walkTo(chosen >= 0 ? Math.floorMod(chosen + by, count) : by > 0 ? 0 : last.orElse(count - 1));
  }

  private void walkTo(int node) {
    chosen = node;
    light(node);
    show();
  }

  private void use(int i) {
    Node node = model.nodes().get(i);
    if (node.parameter().isPresent() && model.editable()) {
      edit(i, node, node.parameter().get());
    } else {
      node.asked().ifPresent(number -> context.intents().accept(new Intent.Explain(number)));
    }
  }

  private void edit(int i, Node node, ParameterRef parameter) {
    if (figure == null) {
      return;
    }
    Rectangle2D box = figure.box(i);
    Messages messages = context.messages().getValue();
    field.open(
        node.value(),
        messages.text("graph.field", Map.of("symbol", RichText.parse(node.symbol()).plain())),
        box.getMinX() + box.getWidth() / 2,
        GraphFigure.middle(box),
        context.tokens().getValue(),
        messages,
        typed -> context.intents().accept(new Intent.SetParameters(Map.of(parameter, typed))));
  }

  private IconButton step(Ikon ikon, int by) {
    return new IconButton(ikon, 14, () -> go(sweep().moved(by))).quiet().square(BUTTON);
  }
}
