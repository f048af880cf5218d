package org.ladera.present.step;

import java.util.Optional;
import java.util.function.IntFunction;
import org.ladera.explain.Expression;
import org.ladera.explain.Quantity;

/**
 * A matrix of an update as it is drawn: with samples in columns it lies on its side.
 *
 * @param id tells the grids of an update apart
 * @param tex its name
 * @param meaning which colour it has
 * @param signed whether its numbers can be negative, so that each shows its sign
 * @param rows as drawn
 * @param columns as drawn
 * @param rowName of a drawn row, counted from 0
 * @param columnName of a drawn column
 * @param elements the arithmetic of each element, by drawn row and column from 0
 * @param family where its numbers are numbers of the run
 * @param tiles where it shows pictures and not a matrix
 */
public record Grid(
    String id,
    String tex,
    Meaning meaning,
    boolean signed,
    int rows,
    int columns,
    IntFunction<String> rowName,
    IntFunction<String> columnName,
    Elements elements,
    Optional<Family> family,
    Optional<Tiles> tiles) {
  /** Whose colour a matrix has. */
  public enum Meaning {
    DATA,
    NET,
    WEIGHT,
    DELTA,
    GRADIENT,
    LOSS,
    PLAIN
  }

  /** The elements of a grid. */
  @FunctionalInterface
  public interface Elements {
    Expression at(int row, int column);
  }

  /**
   * The numbers of the run that a grid shows.
   *
   * @param sample the only sample that is shown, from 1; 0 for all
   * @param turned whether rows and columns are exchanged
   * @param tiles where they lie as pictures
   */
  public record Family(
      Quantity.Kind kind,
      long update,
      int layer,
      String memory,
      int sample,
      boolean turned,
      Optional<Tiles> tiles) {
    Quantity quantity(int row, int column) {
      if (layer == 0
          && kind != Quantity.Kind.X
          && kind != Quantity.Kind.Y
          && kind != Quantity.Kind.A) {
        return new Quantity(kind, update, 0, 0, 0, memory);
      }
      int r = tiles.map(t -> t.row(row, column)).orElse(turned ? column : row) + 1;
      int c = tiles.map(t -> t.column(row, column)).orElse(turned ? row : column) + 1;
      return new Quantity(kind, update, layer, sample > 0 ? sample : r, c, memory);
    }
  }

  /** The same grid with another name. */
  Grid named(String other) {
    return new Grid(
        id, other, meaning, signed, rows, columns, rowName, columnName, elements, family, tiles);
  }

  /** The element's value. */
  public double value(int row, int column) {
    return elements.at(row, column).value();
  }

  /** The number of the run at this place, if it is one. */
  public Optional<Quantity> quantity(int row, int column) {
    return family.map(f -> f.quantity(row, column));
  }

  /** Where a number of the run stands in this grid, as drawn. */
  public Optional<Cell> find(Quantity q) {
    if (family.isEmpty()) {
      return Optional.empty();
    }
    Family f = family.get();
    boolean same =
        f.kind() == q.kind()
            && f.update() == q.update()
            && f.layer() == q.layer()
            && f.memory().equals(q.memory())
            && (f.sample() == 0 || f.sample() == q.row());
    if (!same) {
      return Optional.empty();
    }
    int r = f.sample() > 0 ? 0 : Math.max(0, q.row() - 1);
    int c = Math.max(0, q.column() - 1);
    Cell cell =
        f.tiles().map(t -> t.cell(r, c)).orElse(f.turned() ? new Cell(c, r) : new Cell(r, c));
    return cell.row() < rows && cell.column() < columns ? Optional.of(cell) : Optional.empty();
  }

  /** A place in a grid as drawn, from 0. */
  public record Cell(int row, int column) {}

  /** What an element is called by its place; empty where it is alone. */
  public String where(Cell cell) {
    if (tiles.isPresent()) {
      return tiles.get().where(cell);
    }
    String row = rowName.apply(cell.row());
    String column = columnName.apply(cell.column());
    return row.isEmpty() ? column : column.isEmpty() ? row : row + ", " + column;
  }

  /** Whether it shows pictures whose pixels are too many for a number each. */
  public boolean isPixels() {
    return tiles.filter(Tiles::isPixels).isPresent();
  }

  /** Rows and columns as the formula has them. */
  public Tiles.Dimensions matrix() {
    return tiles.flatMap(Tiles::matrix).orElseGet(() -> new Tiles.Dimensions(rows, columns));
  }

  /** Where it shows what belongs to a number of another grid: the same sample or unit. */
  public Optional<Cell> beside(Quantity q) {
    if (family.isEmpty()) {
      return Optional.empty();
    }
    Family f = family.get();
    boolean sample = f.kind().isPerSample() && q.kind().isPerSample();
    boolean unit =
        q.kind().shape() == Quantity.Shape.WEIGHTS
            && f.kind().shape() == Quantity.Shape.ROW
            && f.layer() == q.layer();
    return sample
        ? find(new Quantity(f.kind(), f.update(), f.layer(), q.row(), 1, f.memory()))
        : unit
            ? find(new Quantity(f.kind(), f.update(), f.layer(), 1, q.column(), f.memory()))
            : Optional.empty();
  }

  /** The shape over the grid. */
  public String dimensions() {
    return tiles.map(Tiles::dimensions).orElse(rows + " \u00d7 " + columns);
  }

  /** How many elements it has. */
  public int size() {
    return rows * columns;
  }
}
