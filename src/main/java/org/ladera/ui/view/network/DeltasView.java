package org.ladera.ui.view.network;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.ladera.explain.Quantity;
import org.ladera.lesson.model.ViewMark;
import org.ladera.present.network.DeltasModel;
import org.ladera.present.network.DeltasModel.Row;
import org.ladera.present.shared.Asked;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Tip;
import org.ladera.ui.control.Segments;
import org.ladera.ui.fx.Initializer;
import org.ladera.ui.plot.CardView;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.PlotTip;
import org.ladera.ui.view.Intent;
import org.ladera.ui.view.ViewContext;
import org.ladera.ui.view.loss.PixelImage;

/**
 * Deltas by units and samples, and norms by layers over time. Pointing at a cell lights up its unit
 * and sample everywhere; a click or Enter takes the delta apart. A click on the norms goes to that
 * epoch. With the focus the arrow keys walk over the cells, N changes what the norms are of.
 */
public final class DeltasView extends CardView<DeltasModel> {
  /** Below this width the header has no room for title, reading and switch. */
  private static final double WIDE = 300;

  private final Segments<Integer> kinds;
  private final PlotTip tip;
  private final DeltasPainter.Images images =
      new DeltasPainter.Images(new PixelImage(), new NormsImage());
  private DeltasLayout layout;
  private boolean deltas = true;
  private boolean lighting;
  private boolean split;
  private int row = -1;
  private int column = -1;
  private int layer;
  private double epoch;

  public DeltasView(ViewContext context) {
    super(context);
    kinds = Segments.small(2, index -> choose(index == 0));
    card.addSwitch(kinds);
    tip = new PlotTip(card.overlay());
  }

  @Override
  protected void listen() {
    card.setOnMouseMoved(this::hover);
    card.setOnMouseExited(e -> leave());
    card.setOnMouseClicked(this::click);
    card.setOnKeyPressed(this::key);
  }

  @Override
  public void render(DeltasModel next) {
    model = next;
    if (row >= next.rows().size() || column >= next.samples().size()) {
      point(-1, -1);
    }
    layer = Math.min(layer, next.layers().size());
    kinds.show(List.of(next.delta().word(), next.gradient().word())::get, deltas ? 0 : 1);
    say();
  }

  @Override
  public Optional<Asked> asked() {
    if (row < 0) {
      return Optional.empty();
    }
    Row at = model.rows().get(row);
    int example = model.samples().get(column).index();
    return Optional.of(new Asked.Unit(Quantity.Kind.DELTA, at.layer(), at.unit(), example));
  }

  @Override
  protected String spoken() {
    if (row < 0) {
      return model.spoken();
    }
    StringBuilder words = new StringBuilder();
    for (Tip.Line line : (split ? model.split(row, column) : model.tip(row, column)).lines()) {
      words.append(org.ladera.text.RichText.parse(line.text()).plain()).append(". ");
    }
    return words.toString().strip();
  }

  private void choose(boolean deltasNow) {
    deltas = deltasNow;
    render(model);
  }

  @Initializer
  @Override
  protected void draw(PlotGraphics graphics, Rectangle2D body) {
    boolean wide = card.getWidth() >= WIDE * graphics.tokens().scale();
    kinds.setVisible(wide);
    kinds.setManaged(wide);
    DeltasPainter painter = new DeltasPainter(graphics, body, model, deltas, images);
    layout = painter.layout();
    painter.draw(row, column);
    mark(graphics, ViewMark.CELLS, layout.cellTop(), layout.cellsBottom());
    if (layout.hasNorms()) {
      mark(graphics, ViewMark.NORMS, layout.normTop(1), layout.normsBottom());
    }
    placeTip(graphics);
  }

  private void mark(PlotGraphics graphics, ViewMark mark, double top, double bottom) {
    graphics.marks().put(mark, new Rectangle2D(layout.left(), top, layout.width(), bottom - top));
  }

  private void placeTip(PlotGraphics graphics) {
    if (row >= 0) {
      Rectangle2D cell = layout.cell(row, column);
      Tip words = split ? model.split(row, column) : model.tip(row, column);
      tip.show(words, cell.getMaxX() - 8, cell.getMinY() + 8, graphics.tokens());
      return;
    }
    Optional<Tip> words = layer > 0 ? model.normTip(layer, epoch) : Optional.empty();
    if (words.isPresent()) {
      tip.show(words.get(), layout.x(epoch), layout.normTop(layer), graphics.tokens());
    } else {
      tip.hide();
    }
  }

  private void hover(MouseEvent e) {
    if (split) {
      return;
    }
    int r = layout.rowAt(e.getY());
    int c = layout.columnAt(e.getX());
    boolean cell = r >= 0 && c >= 0;
    int norm = cell || c < 0 ? 0 : layout.normAt(e.getY());
    double at = norm > 0 ? layout.epochAt(e.getX()) : 0;
    boolean moved = norm != layer || at != epoch;
    layer = norm;
    epoch = at;
    if (!point(cell ? r : -1, cell ? c : -1) && moved) {
      card.repaint();
    }
  }

  private void leave() {
    if (!split) {
      layer = 0;
      if (!point(-1, -1)) {
        card.repaint();
      }
    }
  }

  /** Chooses a cell, or none; false when it was chosen already. */
  private boolean point(int r, int c) {
    if (r == row && c == column) {
      return false;
    }
    row = r;
    column = c;
    split = false;
    boolean lights = r >= 0;
    if (lights || lighting) {
      lighting = lights;
      context.intents().accept(new Intent.Light(lights ? highlight() : Highlight.NONE));
    }
    render(model);
    return true;
  }

  private Highlight highlight() {
    Row at = model.rows().get(row);
    return new Highlight(
        model.samples().get(column).index(), at.layer(), at.unit(), Optional.empty(), -1);
  }

  private void click(MouseEvent e) {
    card.requestFocus();
    if (e.getButton() != MouseButton.PRIMARY || !e.isStillSincePress()) {
      return;
    }
    int r = layout.rowAt(e.getY());
    int c = layout.columnAt(e.getX());
    if (r >= 0 && c >= 0) {
      boolean again = split && r == row && c == column;
      point(r, c);
      takeApart(!again);
    } else {
      point(-1, -1);
      if (c >= 0 && layout.normAt(e.getY()) > 0) {
        seek(layout.epochAt(e.getX()));
      }
    }
  }

  private void seek(double to) {
    // What is only planned has not been done yet.
    int point = model.pointAt(Math.min(to, model.reached()));
    if (point >= 0) {
      context.intents().accept(new Intent.SeekUpdate(model.updates()[point]));
    }
  }

  private void takeApart(boolean is) {
    split = is;
    render(model);
  }

  private void key(KeyEvent e) {
    if (e.getTarget() != card) {
      return;
    }
    switch (e.getCode()) {
      case LEFT, RIGHT, UP, DOWN -> walk(e.getCode());
      case ENTER -> {
        if (row >= 0) {
          takeApart(!split);
        }
      }
      case N -> choose(!deltas);
      case ESCAPE -> {
        if (row < 0) {
          return;
        }
        point(-1, -1);
      }
      default -> {
        return;
      }
    }
    e.consume();
  }

  private void walk(KeyCode key) {
    if (row < 0) {
      point(0, Math.max(0, model.chosen()));
      return;
    }
    int down = key == KeyCode.DOWN ? 1 : key == KeyCode.UP ? -1 : 0;
    int right = key == KeyCode.RIGHT ? 1 : key == KeyCode.LEFT ? -1 : 0;
    point(
        Math.floorMod(row + down, model.rows().size()),
        Math.floorMod(column + right, model.samples().size()));
  }
}
