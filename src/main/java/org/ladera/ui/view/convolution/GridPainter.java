package org.ladera.ui.view.convolution;

import java.util.Arrays;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.ladera.present.convolution.Area;
import org.ladera.present.convolution.NumberGrid;
import org.ladera.text.Numbers;
import org.ladera.text.RichText;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.PlotGraphics.Align;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;

/** Draws maps of numbers: colours, numbers where they have room, and frames around parts. */
final class GridPainter {
  private static final double SIZE = 11;

  private static final String NEARLY = "\u22480";

  /** Between cells that are large enough for numbers. */
  private static final double WIDE_GAP = 2;

  /** The strongest cell leaves its number readable. */
  private static final double STRONGEST = 0.75;

  private final PlotGraphics graphics;
  private final GraphicsContext g;
  private final Tokens tokens;
  private final Numbers numbers;

  GridPainter(PlotGraphics graphics, Numbers numbers) {
    this.graphics = graphics;
    this.numbers = numbers;
    g = graphics.context();
    tokens = graphics.tokens();
  }

  /**
   * @param data whether its numbers are data, whose colour stands for a positive one
   * @param shown how many cells are there already, row by row
   */
  void draw(GridBox box, boolean data, int shown) {
    NumberGrid grid = box.grid();
    double gap = box.cell() >= 10 ? WIDE_GAP : box.cell() >= 5 ? 1 : 0;
    Writing writing = writing(box, gap);
    for (int r = 0; r < grid.rows(); r++) {
      for (int c = 0; c < grid.columns(); c++) {
        double x = Math.round(box.x() + c * box.cell());
        double y = Math.round(box.y() + r * box.cell());
        double w = Math.round(box.x() + (c + 1) * box.cell()) - x - gap;
        double h = Math.round(box.y() + (r + 1) * box.cell()) - y - gap;
        if (r * grid.columns() + c >= shown) {
          g.setStroke(tokens.grid());
          g.setLineWidth(1);
          g.strokeRect(x + 0.5, y + 0.5, Math.max(0, w - 1), Math.max(0, h - 1));
        } else {
          cell(grid, grid.at(r, c), data, writing, new Rectangle2D(x, y, w, h));
        }
      }
    }
  }

  /** How the numbers of a map are written: all in one way, so that none is missed beside others. */
  private enum Writing {
    WITH_PLUS,
    PLAIN,
    HUNDREDTHS(2),
    SHORT(1),
    NONE;

    /** How many decimals all numbers have that are not whole; -1 for two digits that count. */
    private final int decimals;

    Writing() {
      this(-1);
    }

    Writing(int decimals) {
      this.decimals = decimals;
    }

    /** What is smaller and not 0 has no decimal left. */
    private double least() {
      return 0.5 * StrictMath.pow(10, -decimals);
    }
  }

  /** A cell in which every number of a map has room. */
  double least(NumberGrid grid) {
    return Math.ceil(widest(grid, Writing.PLAIN)) + 2 * WIDE_GAP;
  }

  /** The same for numbers with one decimal. */
  double leastOfShort(NumberGrid grid) {
    return Math.ceil(widest(grid, Writing.SHORT)) + 2 * WIDE_GAP;
  }

  /** Whether so few decimals say something of most numbers. */
  private static boolean says(NumberGrid grid, Writing writing) {
    long small =
        Arrays.stream(grid.values()).filter(v -> v != 0 && Math.abs(v) < writing.least()).count();
    return 2 * small <= Arrays.stream(grid.values()).filter(v -> v != 0).count();
  }

  private double widest(NumberGrid grid, Writing writing) {
    double widest = 0;
    for (int i = 0; i < grid.rows() * grid.columns(); i++) {
      String text = text(grid, grid.at(i / grid.columns(), i % grid.columns()), writing);
      widest = Math.max(widest, graphics.tabularWidth(text, SIZE, Weight.MEDIUM));
    }
    return widest;
  }

  private Writing writing(GridBox box, double gap) {
    NumberGrid grid = box.grid();
    double room = Math.floor(box.cell()) - gap;
    if (room < graphics.size(SIZE) + 2) {
      return Writing.NONE;
    }
    for (Writing writing : List.of(Writing.WITH_PLUS, Writing.PLAIN)) {
      // Signs between numbers need more room than spaces.
      double free = writing == Writing.WITH_PLUS ? 2 : 0;
      if (widest(grid, writing) + free <= room) {
        return writing;
      }
    }
    for (Writing writing : List.of(Writing.HUNDREDTHS, Writing.SHORT)) {
      if (says(grid, writing) && widest(grid, writing) <= room) {
        return writing;
      }
    }
    return Writing.NONE;
  }

  private void cell(NumberGrid grid, double value, boolean data, Writing writing, Rectangle2D at) {
    Color fill = fill(value / grid.greatest(), data && !grid.signed());
    g.setFill(fill);
    g.fillRoundRect(at.getMinX(), at.getMinY(), at.getWidth(), at.getHeight(), 3, 3);
    if (writing != Writing.NONE) {
      graphics.tabular(
          text(grid, value, writing),
          at.getMinX() + at.getWidth() / 2,
          at.getMinY() + at.getHeight() / 2 + graphics.drop(SIZE),
          SIZE,
          value == 0 ? Weight.REGULAR : Weight.MEDIUM,
          value == 0 ? tokens.muted() : tokens.text(),
          Align.CENTRE);
    }
  }

  private Color fill(double share, boolean data) {
    if (Double.isNaN(share)) {
      return tokens.danger().mark();
    }
    Color mark = data ? tokens.input().mark() : tokens.sign(share);
    return share == 0
        ? tokens.inset()
        : tokens.canvas().interpolate(mark, STRONGEST * Math.clamp(Math.abs(share), 0.08, 1));
  }

  private String text(NumberGrid grid, double value, Writing writing) {
    if (writing.decimals >= 0 && !grid.whole() && Math.abs(value) < 100) {
      return value == 0
          ? "0"
          : Math.abs(value) < writing.least() ? NEARLY : numbers.fixed(value, writing.decimals);
    }
    String text = numbers.shown(value, grid.whole() ? 3 : 2);
    return writing == Writing.WITH_PLUS && grid.signed() && value > 0 ? "+" + text : text;
  }

  /** The first of these forms that has room as a whole; else nothing. */
  RichText longest(double room, double px, Weight weight, String... forms) {
    for (String form : forms) {
      RichText text = RichText.parse(form);
      if (graphics.width(text, px, weight) <= room) {
        return text;
      }
    }
    return RichText.parse("");
  }

  /** A ring around a part of a map. */
  void ring(GridBox box, Area area, Color color, double width) {
    frame(box, area, color, width);
  }

  /** A dashed ring. */
  void dashed(GridBox box, Area area, Color color) {
    g.setLineDashes(graphics.stroked(4, 3));
    frame(box, area, color, 1.5);
    g.setLineDashes();
  }

  private void frame(GridBox box, Area area, Color color, double width) {
    Rectangle2D at = box.of(area);
    double gap = box.cell() >= 10 ? WIDE_GAP : box.cell() >= 5 ? 1 : 0;
    g.setStroke(color);
    g.setLineWidth(graphics.stroke(width));
    g.strokeRoundRect(
        Math.round(at.getMinX()) - 1.5,
        Math.round(at.getMinY()) - 1.5,
        Math.round(at.getWidth()) - gap + 3,
        Math.round(at.getHeight()) - gap + 3,
        5,
        5);
  }

  /** The corner of a cell that has won its window. */
  void winner(GridBox box, int place) {
    double size = Math.max(3, box.cell() / 3);
    double right = box.x() + (place % box.grid().columns() + 1) * box.cell() - 1;
    double top = box.y() + (double) (place / box.grid().columns()) * box.cell();
    g.setFill(tokens.text());
    g.fillPolygon(
        new double[] {right - size, right, right}, new double[] {top, top, top + size}, 3);
  }
}
