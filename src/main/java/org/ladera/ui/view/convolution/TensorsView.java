package org.ladera.ui.view.convolution;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.ladera.engine.matrix.Shape;
import org.ladera.present.convolution.Area;
import org.ladera.present.convolution.NumberGrid;
import org.ladera.present.convolution.TensorsModel;
import org.ladera.text.RichText;
import org.ladera.ui.plot.CardView;
import org.ladera.ui.plot.Invitation;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.PlotGraphics.Align;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;
import org.ladera.ui.view.ViewContext;

/**
 * Numbers in boxes of no to four dimensions. A click on an example, a map, a row or a number
 * chooses it, and all boxes with fewer dimensions follow; with the focus left and right go from
 * axis to axis, up and down along it.
 */
public final class TensorsView extends CardView<TensorsModel> {
  private static final int MOST_SHOWN = 4;
  private static final double LARGEST = 34;

  /** Room for a number alone. */
  private static final double LEAST = 92;

  /** A map that can be clicked: what it is of. */
  private record Part(GridBox box, int rank, int example, int channel) {}

  private final int[] indices = new int[TensorsModel.RANKS];
  private final List<Part> parts = new ArrayList<>();
  private int axis = TensorsModel.RANKS - 1;

  public TensorsView(ViewContext context) {
    super(context);
  }

  @Override
  protected void listen() {
    card.setOnMouseClicked(this::click);
    card.setOnKeyPressed(this::key);
  }

  @Override
  public void render(TensorsModel next) {
    for (int a = 0; a < indices.length; a++) {
      indices[a] = Math.clamp(indices[a], 0, next.size(a) - 1);
    }
    super.render(next);
  }

  @Override
  protected String spoken() {
    return model.empty().isEmpty() ? model.spoken(indices) : model.spoken();
  }

  @Override
  protected void draw(PlotGraphics graphics, Rectangle2D body) {
    parts.clear();
    if (!model.empty().isEmpty()) {
      Invitation.draw(graphics, body, List.of(model.empty()));
      return;
    }
    Tokens tokens = graphics.tokens();
    double line = graphics.size(12) * 1.5;
    double head = 3 * line + 10;
    Shape shape = model.shape();
    int maps = Math.min(shape.channels(), MOST_SHOWN);
    int examples = Math.min(model.size(0), MOST_SHOWN);
    double[] wide = {0, shape.columns(), shape.columns(), shape.columns(), shape.columns()};
    double alone = LEAST * tokens.scale();
    double all = wide[1] + wide[2] + wide[3] + examples * (shape.columns() + 0.6);
    double gaps = TensorsModel.RANKS * 36 * tokens.scale() + 32 + alone;
    double room = body.getHeight() - head - 16;
    double cell =
        Math.min(
            Math.min((body.getWidth() - gaps) / all, room / (maps * (shape.rows() + 0.6))),
            LARGEST * tokens.scale());
    cell = Math.max(1.5, cell >= 8 ? Math.floor(cell) : cell);
    double apart = (body.getWidth() - 32 - alone - all * cell) / TensorsModel.RANKS;
    double x = body.getMinX() + 16;
    double middle = body.getMinY() + head + room / 2;
    GridPainter painter = new GridPainter(graphics, model.messages().numbers());
    double[] widths = wide.clone();
    boolean whole = true;
    for (int rank = 0; rank <= TensorsModel.RANKS; rank++) {
      widths[rank] =
          rank == TensorsModel.RANKS
              ? examples * (shape.columns() + 0.6) * cell
              : rank == 0 ? alone : wide[rank] * cell;
      RichText words = RichText.parse(model.rank(rank));
      whole &= graphics.width(words, 12, Weight.SEMI_BOLD) <= widths[rank] + apart - 12;
    }
    // Where one of them has no room for its words, none has any.
    IntFunction<String> ranks = whole ? model::rank : model::shortRank;
    for (int rank = 0; rank <= TensorsModel.RANKS; rank++) {
      double width = widths[rank];
      text(
          graphics,
          ranks.apply(rank),
          x + width / 2,
          body.getMinY() + line,
          width + apart - 12,
          Weight.SEMI_BOLD,
          axisOf(rank));
      head(graphics, rank, x + width / 2, body.getMinY() + line, width + apart - 12, line);
      box(graphics, painter, rank, x, middle, cell);
      x += width;
      if (rank < TensorsModel.RANKS) {
        graphics.text(
            "\u2039",
            x + apart / 2,
            middle + graphics.drop(16),
            16,
            Weight.REGULAR,
            tokens.muted(),
            Align.CENTRE);
      }
      x += apart;
    }
  }

  /** Whether the chosen axis makes these boxes. */
  private boolean axisOf(int rank) {
    return TensorsModel.RANKS - 1 - axis == rank - 1;
  }

  private void head(PlotGraphics graphics, int rank, double x, double y, double room, double line) {
    Tokens tokens = graphics.tokens();
    text(graphics, model.shape(rank), x, y + line, room, Weight.REGULAR, false);
    RichText name = RichText.parse(model.name(rank, indices));
    graphics.text(
        graphics.fitting(name, room, 12, Weight.REGULAR),
        x,
        y + 2 * line,
        12,
        Weight.REGULAR,
        tokens.muted(),
        Align.CENTRE);
  }

  private void text(
      PlotGraphics graphics,
      String words,
      double x,
      double y,
      double room,
      Weight weight,
      boolean lit) {
    Tokens tokens = graphics.tokens();
    graphics.text(
        graphics.fitting(RichText.parse(words), room, 12, weight),
        x,
        y,
        12,
        weight,
        lit ? tokens.accent() : tokens.text(),
        Align.CENTRE);
  }

  private void box(
      PlotGraphics graphics, GridPainter painter, int rank, double x, double middle, double cell) {
    Shape shape = model.shape();
    switch (rank) {
      case 0 -> {
        double value = model.at(indices[0], indices[1], indices[2], indices[3]);
        graphics.text(
            model.messages().numbers().shown(value, 3),
            x + LEAST * graphics.tokens().scale() / 2,
            middle + graphics.drop(20),
            20,
            Weight.SEMI_BOLD,
            graphics.tokens().input().ink(),
            Align.CENTRE);
      }
      case 1 -> {
        NumberGrid row = model.row(indices[0], indices[1], indices[2]);
        one(painter, row, 1, x, middle, cell, new Area(0, indices[3], 1, 1), indices[0], 0);
      }
      case 2 -> {
        NumberGrid map = model.map(indices[0], indices[1]);
        Area row = new Area(indices[2], 0, 1, shape.columns());
        one(painter, map, 2, x, middle, cell, row, indices[0], indices[1]);
      }
      case 3 -> stack(graphics, painter, 3, indices[0], x, middle, cell);
      default -> {
        int count = Math.min(model.size(0), MOST_SHOWN);
        int from = Math.clamp(indices[0] - count / 2, 0, model.size(0) - count);
        for (int i = 0; i < count; i++) {
          stack(
              graphics, painter, 4, from + i, x + i * (shape.columns() + 0.6) * cell, middle, cell);
        }
      }
    }
  }

  /** The maps of an example, one below the other. */
  private void stack(
      PlotGraphics graphics,
      GridPainter painter,
      int rank,
      int example,
      double x,
      double middle,
      double cell) {
    Shape shape = model.shape();
    int count = Math.min(shape.channels(), MOST_SHOWN);
    int from = Math.clamp(indices[1] - count / 2, 0, shape.channels() - count);
    double pitch = (shape.rows() + 0.6) * cell;
    double top = middle - (count * pitch - 0.6 * cell) / 2;
    for (int m = 0; m < count; m++) {
      NumberGrid map = model.map(example, from + m);
      GridBox box = new GridBox(map, Math.round(x), Math.round(top + m * pitch), cell);
      painter.draw(box, true, Integer.MAX_VALUE);
      parts.add(new Part(box, rank, example, from + m));
      boolean lit = rank == 3 ? from + m == indices[1] : example == indices[0];
      if (lit && rank == 3) {
        painter.ring(box, new Area(0, 0, map.rows(), map.columns()), graphics.tokens().accent(), 2);
      }
    }
    if (rank == TensorsModel.RANKS && example == indices[0]) {
      double tall = count * pitch - 0.6 * cell;
      graphics.context().setStroke(graphics.tokens().accent());
      graphics.context().setLineWidth(graphics.stroke(2));
      graphics
          .context()
          .strokeRoundRect(x - 2.5, top - 2.5, shape.columns() * cell + 4, tall + 4, 5, 5);
    }
  }

  private void one(
      GridPainter painter,
      NumberGrid grid,
      int rank,
      double x,
      double middle,
      double cell,
      Area lit,
      int example,
      int channel) {
    GridBox box =
        new GridBox(grid, Math.round(x), Math.round(middle - grid.rows() * cell / 2), cell);
    painter.draw(box, true, Integer.MAX_VALUE);
    painter.ring(box, lit, context.tokens().getValue().accent(), 2);
    parts.add(new Part(box, rank, example, channel));
  }

  private void click(MouseEvent e) {
    card.requestFocus();
    if (e.getButton() != MouseButton.PRIMARY || !e.isStillSincePress() || e.getClickCount() != 1) {
      return;
    }
    for (Part part : parts) {
      OptionalInt cell = part.box().at(e.getX(), e.getY());
      if (cell.isPresent()) {
        choose(part, cell.getAsInt());
        e.consume();
        return;
      }
    }
  }

  /** A box gives its first index to what is clicked in it; the others stay where they are. */
  private void choose(Part part, int cell) {
    int columns = part.box().grid().columns();
    switch (part.rank()) {
      case 1 -> indices[3] = cell;
      case 2 -> indices[2] = cell / columns;
      case 3 -> indices[1] = part.channel();
      default -> indices[0] = part.example();
    }
    axis = TensorsModel.RANKS - part.rank();
    say();
  }

  private void key(KeyEvent e) {
    if (e.getTarget() != card || e.isShortcutDown() || !model.empty().isEmpty()) {
      return;
    }
    switch (e.getCode()) {
      case RIGHT -> axis = Math.max(0, axis - 1);
      case LEFT -> axis = Math.min(TensorsModel.RANKS - 1, axis + 1);
      case DOWN -> indices[axis] = Math.min(model.size(axis) - 1, indices[axis] + 1);
      case UP -> indices[axis] = Math.max(0, indices[axis] - 1);
      case HOME -> indices[axis] = 0;
      case END -> indices[axis] = model.size(axis) - 1;
      default -> {
        return;
      }
    }
    say();
    e.consume();
  }
}
