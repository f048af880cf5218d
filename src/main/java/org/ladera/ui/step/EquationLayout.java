package org.ladera.ui.step;

import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Rectangle2D;
import org.ladera.explain.Quantity;
import org.ladera.present.step.Equation;
import org.ladera.present.step.Grid;
import org.ladera.text.RichText;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.theme.Type.Weight;

/**
 * Where the grids of an equation stand: side by side, centred on one line, all or a window each.
 */
final class EquationLayout {
  private static final double CELL_WIDTH = 84;
  private static final double CELL_HEIGHT = 44;
  private static final double SMALLEST_WIDTH = 46;
  private static final double SMALLEST_HEIGHT = 20;

  /** Pictures are to be seen whole sooner than their numbers are to be long. */
  private static final double SMALLEST_PIXEL = 32;

  private static final double GAP = 2;
  private static final double SIGN = 12;
  private static final double APART = 32;
  private static final double NAME = 12;
  private static final double COMPACT = 190;
  private static final double COMPACT_HEAD = 26;
  private static final double MOST_NAME = 92;

  /**
   * A grid in its place.
   *
   * @param box of the cells
   * @param cells how large each is
   * @param names room for the names of its rows, at the left of the box; 0 for none
   * @param signAt where the middle of the sign before it stands
   */
  record Slot(
      Equation.Term term,
      CellWindow window,
      Rectangle2D box,
      CellSize cells,
      double names,
      double signAt) {
    Grid grid() {
      return term.grid();
    }

    Rectangle2D cell(int row, int column) {
      return new Rectangle2D(
          box.getMinX() + (column - window.column()) * (cells.width() + cells.gap()),
          box.getMinY() + (row - window.row()) * (cells.height() + cells.gap()),
          cells.width(),
          cells.height());
    }
  }

  /** Beyond so many rows a window of them does. */
  private static final int MOST_ROWS = 6;

  private final PlotGraphics graphics;
  private final List<Slot> slots = new ArrayList<>();
  private final double headHeight;
  private final double columnNames;

  /** So low that shapes and ranges have no room; the bricks and the names say them. */
  private final boolean compact;

  /**
   * @param body what there is for the cells and their names, in pixels
   * @param chosen the cell that each grid of that name is about
   */
  EquationLayout(
      PlotGraphics graphics,
      Equation equation,
      Rectangle2D body,
      Set<Quantity> lit,
      Grid result,
      Grid.Cell chosen) {
    this.graphics = graphics;
    double scale = graphics.tokens().scale();
    compact = body.getHeight() < COMPACT * scale;
    headHeight = Math.round((compact ? COMPACT_HEAD : 50) * scale);
    columnNames = graphics.size(NAME) + 8;
    List<Equation.Term> terms = equation.terms();
    int tallest = terms.stream().map(Equation.Term::grid).mapToInt(CellSize::rows).max().orElse(1);
    double foot = compact ? 4 : graphics.size(11) + 10;
    double height = Math.max(1, body.getHeight() - headHeight - columnNames - foot);
    double tall = Math.min(CELL_HEIGHT * scale, (height - (tallest - 1) * GAP) / tallest);
    double cellHeight =
        Math.max(1, Math.floor(Math.max(Math.min(SMALLEST_HEIGHT * scale, height), tall)));
    int mostRows = (int) Math.max(1, (height + GAP) / (cellHeight + GAP));

    double[] names = new double[terms.size()];
    double[] signs = new double[terms.size()];
    double fixed = 0;
    int columns = 0;
    for (int i = 0; i < terms.size(); i++) {
      names[i] = isNamed(terms, i) ? names(terms.get(i).grid(), scale) : 0;
      String sign = terms.get(i).before();
      double apart = i == 0 ? 0 : APART * scale;
      signs[i] =
          sign.isEmpty()
              ? apart
              : graphics.width(RichText.parse(sign), 16, Weight.REGULAR) + 2 * SIGN * scale;
      fixed += names[i] + signs[i];
      columns += CellSize.columns(terms.get(i).grid());
    }
    boolean pictures =
        terms.stream().anyMatch(t -> t.grid().tiles().isPresent() && !t.grid().isPixels());
    double smallest = (pictures ? SMALLEST_PIXEL : SMALLEST_WIDTH) * scale;
    CellSize dots = CellSize.dots(terms, body.getWidth() - fixed, height, smallest);
    double room = body.getWidth() - fixed - dots.dotted(terms);
    int numbered = (int) terms.stream().filter(t -> !t.grid().isPixels()).count();
    double wide =
        columns == 0
            ? 0
            : Math.min(CELL_WIDTH * scale, (room - (columns - numbered) * GAP) / columns);
    double cellWidth = Math.floor(Math.max(smallest, wide));
    CellSize numbers = new CellSize(cellWidth, cellHeight, GAP);
    int fit = (int) Math.max(numbered, (room + GAP) / (cellWidth + GAP));
    int[] needed = new int[terms.size()];
    for (int i = 0; i < needed.length; i++) {
      needed[i] = litColumns(terms.get(i).grid(), lit);
    }
    int[] seen = share(terms, needed, wide >= smallest ? columns : fit);

    double x = body.getMinX();
    double top = body.getMinY() + headHeight + columnNames;
    double tallestBlock = numbers.down(Math.min(tallest, mostRows));
    for (Equation.Term term : terms) {
      if (term.grid().isPixels()) {
        tallestBlock = Math.max(tallestBlock, dots.down(CellSize.mapRows(term.grid())));
      }
    }
    double middle = top + tallestBlock / 2;
    for (int i = 0; i < terms.size(); i++) {
      Grid grid = terms.get(i).grid();
      double signAt = x + signs[i] / 2;
      x += signs[i] + names[i];
      Grid.Cell about =
          grid.id().equals(result.id()) ? chosen : about(grid, lit, result, chosen, dots.isSeen());
      CellSize cells = grid.isPixels() ? dots : numbers;
      CellWindow window =
          grid.isPixels()
              ? CellWindow.ofMap(grid, about)
              : CellWindow.around(grid, about, mostRows, seen[i]);
      double w = cells.across(window.columns());
      double h = cells.down(window.rows());
      slots.add(
          new Slot(
              terms.get(i),
              window,
              new Rectangle2D(Math.round(x), Math.round(middle - h / 2), w, h),
              cells,
              names[i],
              signAt));
      x += w;
    }
  }

  /** The height below which not all rows of a small matrix have room. */
  static double least(Equation equation, double scale) {
    int rows =
        equation.terms().stream().map(Equation.Term::grid).mapToInt(CellSize::rows).max().orElse(1);
    double numbers = Math.min(rows, MOST_ROWS) * (Math.ceil(SMALLEST_HEIGHT * scale) + GAP);
    double pictures =
        equation.terms().stream()
            .filter(t -> t.grid().isPixels())
            .mapToDouble(t -> CellSize.mapRows(t.grid()) * CellSize.SMALLEST_DOT * scale)
            .max()
            .orElse(0);
    return (COMPACT_HEAD + NAME) * scale + 12 + Math.max(numbers, pictures);
  }

  /** The cell around which a grid is seen that is not the result. */
  private static Grid.Cell about(
      Grid grid, Set<Quantity> lit, Grid result, Grid.Cell chosen, boolean pictured) {
    List<Grid.Cell> cells = lit.stream().map(grid::find).flatMap(Optional::stream).toList();
    if (cells.isEmpty()) {
      return result
          .quantity(chosen.row(), chosen.column())
          .flatMap(grid::beside)
          .orElse(
              new Grid.Cell(
                  Math.min(chosen.row(), grid.rows() - 1),
                  Math.min(chosen.column(), grid.columns() - 1)));
    }
    IntSummaryStatistics rows = cells.stream().mapToInt(Grid.Cell::row).summaryStatistics();
    // Of several pictures the first is seen, and the first sample beside it.
    return new Grid.Cell(
        pictured ? rows.getMin() : middle(rows),
        middle(cells.stream().mapToInt(Grid.Cell::column).summaryStatistics()));
  }

  private static int middle(IntSummaryStatistics range) {
    return (range.getMin() + range.getMax() + 1) / 2;
  }

  /** How many columns of a grid the chosen element comes from: the last to be given up. */
  private static int litColumns(Grid grid, Set<Quantity> lit) {
    IntSummaryStatistics range =
        lit.stream()
            .map(grid::find)
            .flatMap(Optional::stream)
            .mapToInt(Grid.Cell::column)
            .summaryStatistics();
    return range.getCount() == 0 ? 1 : range.getMax() - range.getMin() + 1;
  }

  /** Rows are named once for grids of the same rows beside each other. */
  private static boolean isNamed(List<Equation.Term> terms, int index) {
    Grid grid = terms.get(index).grid();
    boolean alone = grid.rows() == 1 && index > 0;
    if (alone || grid.rowName().apply(0).isEmpty()) {
      return false;
    }
    for (int i = 0; i < index; i++) {
      Grid before = terms.get(i).grid();
      if (before.rows() == grid.rows()
          && before.rowName().apply(0).equals(grid.rowName().apply(0))) {
        return false;
      }
    }
    return true;
  }

  private double names(Grid grid, double scale) {
    double widest = 0;
    for (int r = 0; r < Math.min(grid.rows(), 64); r++) {
      widest =
          Math.max(
              widest,
              graphics.width(RichText.parse(grid.rowName().apply(r)), NAME, Weight.SEMI_BOLD));
    }
    return Math.min(widest, MOST_NAME * scale) + 10;
  }

  /** Columns for each grid: all of them, or those that are lit and a fair share of the rest. */
  private static int[] share(List<Equation.Term> terms, int[] needed, int all) {
    int[] seen = new int[terms.size()];
    int left = all;
    for (int i = 0; i < seen.length; i++) {
      seen[i] = Math.min(1, CellSize.columns(terms.get(i).grid()));
      left -= seen[i];
    }
    for (int i = 0; i < seen.length; i++) {
      int more = seen[i] == 0 ? 0 : Math.clamp(needed[i] - 1, 0, Math.max(0, left));
      seen[i] += more;
      left -= more;
    }
    boolean more = true;
    while (left > 0 && more) {
      more = false;
      for (int i = 0; i < seen.length && left > 0; i++) {
        if (seen[i] < CellSize.columns(terms.get(i).grid())) {
          seen[i]++;
          left--;
          more = true;
        }
      }
    }
    return seen;
  }

  List<Slot> slots() {
    return slots;
  }

  boolean compact() {
    return compact;
  }

  /** Height of the name and the shape over the cells. */
  double headHeight() {
    return headHeight;
  }

  double columnNames() {
    return columnNames;
  }

  /**
   * Where numbers stand outside the grid that is computed, those that are seen. A factor that the
   * engine does not keep stands at the same place of its own grid.
   */
  List<Seat> seats(Set<Quantity> numbers, Grid result, Grid.Cell chosen) {
    List<Seat> seats = new ArrayList<>();
    for (Slot slot : slots) {
      if (!slot.grid().id().equals(result.id())) {
        numbers.stream()
            .map(slot.grid()::find)
            .flatMap(Optional::stream)
            .filter(cell -> slot.window().has(cell.row(), cell.column()))
            .forEach(cell -> seats.add(new Seat(slot, cell)));
      }
    }
    if (seats.isEmpty() && !numbers.isEmpty()) {
      slots.stream()
          .filter(slot -> slot.grid().family().isEmpty() && slot.grid().size() == result.size())
          .filter(slot -> slot.window().has(chosen.row(), chosen.column()))
          .findFirst()
          .ifPresent(slot -> seats.add(new Seat(slot, chosen)));
    }
    return seats;
  }

  /** A cell of a grid. */
  record Seat(Slot slot, Grid.Cell cell) {
    Rectangle2D at() {
      return slot.cell(cell.row(), cell.column());
    }
  }

  /** What lies under a point: a slot and a cell of it. */
  Optional<Hit> at(double x, double y) {
    for (int i = 0; i < slots.size(); i++) {
      Slot slot = slots.get(i);
      if (slot.box().contains(x, y)) {
        CellSize cells = slot.cells();
        int column =
            slot.window().column()
                + (int) ((x - slot.box().getMinX()) / (cells.width() + cells.gap()));
        int row =
            slot.window().row()
                + (int) ((y - slot.box().getMinY()) / (cells.height() + cells.gap()));
        if (slot.window().has(row, column)) {
          return Optional.of(new Hit(i, new Grid.Cell(row, column)));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * @param slot index of the slot
   */
  record Hit(int slot, Grid.Cell cell) {}
}
