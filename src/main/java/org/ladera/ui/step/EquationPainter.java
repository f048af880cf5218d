package org.ladera.ui.step;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import org.ladera.explain.Quantity;
import org.ladera.present.step.Accumulation;
import org.ladera.present.step.Grid;
import org.ladera.present.step.StepModel;
import org.ladera.text.Messages;
import org.ladera.text.NumberBlock;
import org.ladera.text.RichText;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.PlotGraphics.Align;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;

/**
 * Draws the grids of an equation with their numbers, and rings around what the element is about.
 */
final class EquationPainter {
  private static final double NAME = 12;

  private final PlotGraphics graphics;
  private final GraphicsContext g;
  private final Tokens tokens;
  private final EquationLayout layout;
  private final StepModel model;
  private final Messages messages;
  private final CellPainter cells;
  private final RestPainter rest;
  private final TermLight light;

  /** How the numbers of each grid are written, once that was found. */
  private final IdentityHashMap<EquationLayout.Slot, NumberBlock> blocks = new IdentityHashMap<>();

  EquationPainter(PlotGraphics graphics, EquationLayout layout, StepModel model, TermLight light) {
    this.light = light;
    this.graphics = graphics;
    this.layout = layout;
    this.model = model;
    g = graphics.context();
    tokens = graphics.tokens();
    messages = model.update().style().messages();
    cells = new CellPainter(graphics, model);
    rest = new RestPainter(graphics, layout, messages);
  }

  void draw() {
    for (EquationLayout.Slot slot : layout.slots()) {
      sign(slot);
      names(slot);
      cells(slot);
      rest.draw(slot);
    }
    for (EquationLayout.Slot slot : layout.slots()) {
      rings(slot);
    }
    light
        .term()
        .ifPresent(
            term ->
                layout.seats(term.operands(), result(), model.place().cell()).stream()
                    .collect(
                        Collectors.groupingBy(
                            EquationLayout.Seat::slot, IdentityHashMap::new, Collectors.toList()))
                    .forEach(this::light));
  }

  private void sign(EquationLayout.Slot slot) {
    if (!slot.term().before().isEmpty()) {
      double middle = slot.box().getMinY() + slot.box().getHeight() / 2;
      graphics.plain(
          RichText.parse(slot.term().before()),
          slot.signAt(),
          middle + graphics.drop(16),
          16,
          Weight.REGULAR,
          tokens.muted(),
          Align.CENTRE);
    }
  }

  private void names(EquationLayout.Slot slot) {
    Grid grid = slot.grid();
    Optional<Grid.Cell> chosen = chosen(grid);
    CellWindow window = slot.window();
    if (slot.names() > 0) {
      IntPredicate lit = litRows(slot);
      for (int r = window.row(); r < window.row() + window.rows(); r++) {
        boolean here = lit.test(r);
        Rectangle2D cell = slot.cell(r, window.column());
        name(
            grid.rowName().apply(r),
            slot.box().getMinX() - 8,
            cell.getMinY() + cell.getHeight() / 2 + graphics.drop(NAME),
            slot.names() - 8,
            here,
            Align.RIGHT);
      }
    }
    boolean named = !grid.columnName().apply(0).isEmpty() && grid.columns() > 1;
    if (named) {
      boolean brief = !fitsColumnNames(slot);
      for (int c = window.column(); c < window.column() + window.columns(); c++) {
        boolean here = chosen.isPresent() && chosen.get().column() == c;
        Rectangle2D cell = slot.cell(window.row(), c);
        name(
            brief ? messages.numbers().whole(c + 1L) : grid.columnName().apply(c),
            cell.getMinX() + cell.getWidth() / 2,
            cell.getMinY() - 7,
            cell.getWidth(),
            here,
            Align.CENTRE);
      }
    }
  }

  /** Whether every column's name has room; if not, all are numbered as in the formulas. */
  private boolean fitsColumnNames(EquationLayout.Slot slot) {
    CellWindow window = slot.window();
    for (int c = window.column(); c < window.column() + window.columns(); c++) {
      RichText name = RichText.parse(slot.grid().columnName().apply(c));
      if (graphics.width(name, NAME, Weight.SEMI_BOLD) > slot.cells().width()) {
        return false;
      }
    }
    return true;
  }

  private IntPredicate litRows(EquationLayout.Slot slot) {
    Optional<Grid.Cell> chosen = chosen(slot.grid());
    if (chosen.isPresent()) {
      return row -> row == chosen.get().row();
    }
    int rows = slot.grid().rows();
    Optional<Rectangle2D> ring = lit(slot).filter(r -> rows > 1 && r.getHeight() < rows);
    return row -> ring.isPresent() && row >= ring.get().getMinY() && row < ring.get().getMaxY();
  }

  private void name(String words, double x, double y, double room, boolean lit, Align align) {
    Weight weight = lit ? Weight.SEMI_BOLD : Weight.REGULAR;
    RichText text = graphics.fitting(RichText.parse(words), room, NAME, weight);
    graphics.plain(text, x, y, NAME, weight, lit ? tokens.accent() : tokens.muted(), align);
  }

  private void cells(EquationLayout.Slot slot) {
    Grid grid = slot.grid();
    CellWindow window = slot.window();
    double[] greatest = {1e-300};
    window.forEach(
        (r, c) -> {
          double v = Math.abs(grid.value(r, c));
          greatest[0] = Double.isFinite(v) ? Math.max(greatest[0], v) : greatest[0];
        });
    if (grid.isPixels()) {
      window.forEach((r, c) -> cells.dot(grid, r, c, greatest[0], slot.cell(r, c)));
      g.setStroke(tokens.controlBorder());
      g.setLineWidth(1);
      Rectangle2D box = slot.box();
      g.strokeRect(
          box.getMinX() - 0.5, box.getMinY() - 0.5, box.getWidth() + 1, box.getHeight() + 1);
      return;
    }
    NumberBlock block = block(slot);
    Optional<Grid.Cell> element = chosen(grid);
    window.forEach(
        (r, c) -> {
          Rectangle2D at = slot.cell(r, c);
          if (element.isPresent() && element.get().equals(new Grid.Cell(r, c))) {
            light
                .reached()
                .ifPresentOrElse(
                    v -> cells.draw(grid, v, greatest[0], block, at), () -> cells.empty(at));
          } else {
            cells.draw(grid, r, c, greatest[0], block, at);
          }
        });
  }

  private Grid result() {
    return model.update().operation(model.place()).grid();
  }

  /** The numbers of the term that is being put in; most of a picture are one ring around them. */
  private void light(EquationLayout.Slot slot, List<EquationLayout.Seat> seats) {
    if (slot.grid().tiles().filter(t -> t.isPixels() && t.isMost(seats.size())).isPresent()) {
      seats.stream()
          .map(EquationLayout.Seat::at)
          .reduce(EquationPainter::around)
          .ifPresent(this::light);
      return;
    }
    seats.forEach(seat -> light(seat.at()));
  }

  private static Rectangle2D around(Rectangle2D a, Rectangle2D b) {
    double x = Math.min(a.getMinX(), b.getMinX());
    double y = Math.min(a.getMinY(), b.getMinY());
    double right = Math.max(a.getMaxX(), b.getMaxX());
    double bottom = Math.max(a.getMaxY(), b.getMaxY());
    return new Rectangle2D(x, y, right - x, bottom - y);
  }

  private void light(Rectangle2D at) {
    g.setStroke(tokens.canvas());
    g.setLineWidth(graphics.stroke(5));
    g.strokeRect(at.getMinX() + 1, at.getMinY() + 1, at.getWidth() - 2, at.getHeight() - 2);
    g.setStroke(tokens.accent());
    g.setLineWidth(graphics.stroke(3));
    g.strokeRect(at.getMinX() + 1, at.getMinY() + 1, at.getWidth() - 2, at.getHeight() - 2);
  }

  /** How the numbers of a grid are written. */
  private NumberBlock block(EquationLayout.Slot slot) {
    return blocks.computeIfAbsent(
        slot, each -> cells.block(each.grid(), each.window(), each.cells().width() - 6));
  }

  /** The power of ten that stands in the head of a grid, where its numbers leave it out. */
  OptionalInt exponent(EquationLayout.Slot slot) {
    return slot.grid().isPixels() ? OptionalInt.empty() : block(slot).exponent();
  }

  /** The numbers of a term where they stand. */
  List<TermFlight.Number> numbers(Accumulation.Term term) {
    return layout.seats(term.operands(), result(), model.place().cell()).stream()
        .map(
            seat ->
                number(
                    seat.slot(),
                    seat.cell(),
                    seat.slot().grid().value(seat.cell().row(), seat.cell().column())))
        .toList();
  }

  /** The cell of the chosen element, with a number that it comes to. */
  Optional<TermFlight.Number> element(double reached) {
    return layout.slots().stream()
        .filter(slot -> slot.grid().id().equals(result().id()))
        .findFirst()
        .map(slot -> number(slot, model.place().cell(), reached));
  }

  private TermFlight.Number number(EquationLayout.Slot slot, Grid.Cell cell, double value) {
    Rectangle2D at = slot.cell(cell.row(), cell.column());
    boolean pixel = slot.grid().isPixels();
    return new TermFlight.Number(
        pixel ? messages.numbers().shown(value) : block(slot).text(value),
        slot.grid().meaning(),
        new Point2D(at.getMinX() + at.getWidth() / 2, at.getMinY() + at.getHeight() / 2));
  }

  /** A ring around each of some numbers, in the pictures they stand in. */
  void ring(Set<Quantity> numbers) {
    for (EquationLayout.Slot slot : layout.slots()) {
      for (Quantity q : numbers) {
        slot.grid()
            .find(q)
            .filter(cell -> slot.grid().isPixels())
            .ifPresent(cell -> ring(slot, cell.row(), cell.column(), 1, 1));
      }
    }
  }

  private void rings(EquationLayout.Slot slot) {
    Grid grid = slot.grid();
    Optional<Grid.Cell> chosen = chosen(grid);
    if (chosen.isPresent()) {
      ring(slot, chosen.get().row(), chosen.get().column(), 1, 1);
    } else {
      lit(slot)
          .ifPresent(
              r ->
                  ring(
                      slot,
                      (int) r.getMinY(),
                      (int) r.getMinX(),
                      (int) r.getHeight(),
                      (int) r.getWidth()));
    }
  }

  private Optional<Grid.Cell> chosen(Grid grid) {
    boolean result = result().id().equals(grid.id());
    return result ? Optional.of(model.place().cell()) : Optional.empty();
  }

  /** The block of cells that the chosen element comes from. */
  private Optional<Rectangle2D> lit(EquationLayout.Slot slot) {
    Grid grid = slot.grid();
    int top = Integer.MAX_VALUE;
    int left = Integer.MAX_VALUE;
    int bottom = -1;
    int right = -1;
    for (var q : model.lit()) {
      Optional<Grid.Cell> cell = grid.find(q);
      // What is lit in another picture says nothing of the one that is seen.
      if (cell.isPresent()
          && (!grid.isPixels() || slot.window().has(cell.get().row(), cell.get().column()))) {
        top = Math.min(top, cell.get().row());
        bottom = Math.max(bottom, cell.get().row());
        left = Math.min(left, cell.get().column());
        right = Math.max(right, cell.get().column());
      }
    }
    if (bottom < 0 && grid.family().isEmpty() && sameShape(grid)) {
      Grid.Cell place = model.place().cell();
      return Optional.of(new Rectangle2D(place.column(), place.row(), 1, 1));
    }
    return bottom < 0
        ? Optional.empty()
        : Optional.of(new Rectangle2D(left, top, right - left + 1, bottom - top + 1));
  }

  private boolean sameShape(Grid grid) {
    return result().rows() == grid.rows() && result().columns() == grid.columns();
  }

  private void ring(EquationLayout.Slot slot, int row, int column, int rows, int columns) {
    CellWindow w = slot.window();
    int r0 = Math.max(row, w.row());
    int c0 = Math.max(column, w.column());
    int r1 = Math.min(row + rows, w.row() + w.rows()) - 1;
    int c1 = Math.min(column + columns, w.column() + w.columns()) - 1;
    if (r1 < r0 || c1 < c0) {
      return;
    }
    Rectangle2D first = slot.cell(r0, c0);
    Rectangle2D last = slot.cell(r1, c1);
    double x = first.getMinX() - 2;
    double y = first.getMinY() - 2;
    double wide = last.getMaxX() + 2 - x;
    double tall = last.getMaxY() + 2 - y;
    g.setStroke(tokens.canvas());
    g.setLineWidth(graphics.stroke(4));
    g.strokeRoundRect(x, y, wide, tall, 10, 10);
    g.setStroke(tokens.accent());
    g.setLineWidth(graphics.stroke(2));
    g.strokeRoundRect(x, y, wide, tall, 10, 10);
  }
}
