package org.ladera.ui.view.network;

import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.ladera.present.network.LayersModel;
import org.ladera.present.shared.Highlight;
import org.ladera.text.RichText;
import org.ladera.ui.control.Segments;
import org.ladera.ui.fx.Initializer;
import org.ladera.ui.plot.CardView;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.PlotGraphics.Align;
import org.ladera.ui.plot.PlotTip;
import org.ladera.ui.theme.Type.Weight;
import org.ladera.ui.view.Intent;
import org.ladera.ui.view.ViewContext;

/**
 * The spread of the numbers of every layer. Pointing at a picture reads it and lights its layer up
 * everywhere; with the focus the arrow keys walk over the pictures, O gives each a scale of its own
 * or all the same.
 */
public final class LayersView extends CardView<LayersModel> {
  /** Below this width the header has no room for title, reading and switch. */
  private static final double WIDE = 340;

  private final Segments<Integer> scales;
  private final PlotTip tip;
  private LayersLayout layout;

  /** What a person chose; null while the lesson's own choice stands. */
  private @Nullable Boolean chosenOwn;

  private int row = -1;
  private int column;
  private boolean lighting;

  public LayersView(ViewContext context) {
    super(context);
    scales = Segments.small(2, index -> choose(index == 1));
    card.addSwitch(scales);
    tip = new PlotTip(card.overlay());
  }

  @Override
  protected void listen() {
    card.setOnMouseMoved(this::hover);
    card.setOnMouseExited(e -> point(-1, column));
    card.setOnMousePressed(e -> card.requestFocus());
    card.setOnKeyPressed(this::key);
  }

  @Override
  public void render(LayersModel next) {
    model = next;
    if (row >= next.rows().size() || column >= next.columns().size()) {
      row = -1;
      column = 0;
    }
    scales.show(next.scales()::get, own() ? 1 : 0);
    say();
  }

  @Override
  protected String spoken() {
    return row < 0 ? model.spoken() : model.tip(row, column).plain();
  }

  private boolean own() {
    return chosenOwn == null ? model.own() : chosenOwn;
  }

  private void choose(boolean own) {
    chosenOwn = own;
    render(model);
  }

  @Initializer
  @Override
  protected void draw(PlotGraphics graphics, Rectangle2D body) {
    boolean wide = card.getWidth() >= WIDE * graphics.tokens().scale();
    scales.setVisible(wide);
    scales.setManaged(wide);
    layout = new LayersLayout(graphics, body, model, column);
    if (model.rows().isEmpty()) {
      graphics.text(
          RichText.parse(model.spoken()),
          body.getMinX() + body.getWidth() / 2,
          body.getMinY() + body.getHeight() / 2,
          12,
          Weight.REGULAR,
          graphics.tokens().muted(),
          Align.CENTRE);
      tip.hide();
      return;
    }
    new LayersPainter(graphics, model, layout, own()).draw(row, column);
    if (row < 0) {
      tip.hide();
    } else {
      Rectangle2D cell = layout.cell(row, column);
      tip.show(model.tip(row, column), cell.getMaxX() - 8, cell.getMinY() + 8, graphics.tokens());
    }
  }

  private void hover(MouseEvent e) {
    int at = layout.columnAt(e.getX());
    point(at < 0 ? -1 : layout.rowAt(e.getY()), at < 0 ? column : at);
  }

  private void point(int r, int c) {
    if (r == row && c == column) {
      return;
    }
    row = r;
    column = c;
    boolean lights = r >= 0;
    if (lights || lighting) {
      lighting = lights;
      Highlight layer =
          lights
              ? new Highlight(-1, model.rows().get(r).layer(), 0, Optional.empty(), -1)
              : Highlight.NONE;
      context.intents().accept(new Intent.Light(layer));
    }
    render(model);
  }

  private void key(KeyEvent e) {
    if (e.getTarget() != card || e.isShortcutDown() || model.rows().isEmpty()) {
      return;
    }
    switch (e.getCode()) {
      case LEFT, RIGHT, UP, DOWN -> walk(e.getCode());
      case HOME -> point(0, column);
      case END -> point(model.rows().size() - 1, column);
      case O -> choose(!own());
      case ESCAPE -> {
        if (row < 0) {
          return;
        }
        point(-1, column);
      }
      default -> {
        return;
      }
    }
    e.consume();
  }

  private void walk(KeyCode key) {
    if (row < 0) {
      point(0, column);
      return;
    }
    int down = key == KeyCode.DOWN ? 1 : key == KeyCode.UP ? -1 : 0;
    int right = key == KeyCode.RIGHT ? 1 : key == KeyCode.LEFT ? -1 : 0;
    point(
        Math.floorMod(row + down, model.rows().size()),
        Math.floorMod(column + right, model.columns().size()));
  }
}
