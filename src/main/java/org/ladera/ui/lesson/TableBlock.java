package org.ladera.ui.lesson;

import java.util.Arrays;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/**
 * A table of text. Columns are as wide as what stands in them; where that is too much, those that
 * can wrap their words give way first, and numbers and formulas stay whole as long as possible.
 */
final class TableBlock extends Region {
  private final List<List<TextFlow>> rows;
  private final Region line;
  private final double across;
  private final double down;
  private final Text ruler = new Text();

  /**
   * @param rows of cells, the first one the head; each has the same number of cells
   * @param line below the head
   */
  TableBlock(List<List<TextFlow>> rows, Region line, double across, double down) {
    this.rows = List.copyOf(rows);
    this.line = line;
    this.across = across;
    this.down = down;
    rows.forEach(getChildren()::addAll);
    getChildren().add(line);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefWidth(double height) {
    return Arrays.stream(widths(Double.MAX_VALUE)).sum() + gaps();
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    return arrange(width > 0 ? width : computePrefWidth(-1), false);
  }

  @Override
  protected void layoutChildren() {
    arrange(getWidth(), true);
  }

  private double gaps() {
    return across * (rows.getFirst().size() - 1);
  }

  /** Places the cells, or only says how high they stand. */
  private double arrange(double width, boolean place) {
    double[] widths = widths(width - gaps());
    double y = 0;
    for (int r = 0; r < rows.size(); r++) {
      List<TextFlow> row = rows.get(r);
      double tallest = 0;
      for (int c = 0; c < row.size(); c++) {
        tallest = Math.max(tallest, Math.ceil(row.get(c).prefHeight(widths[c])));
      }
      double x = 0;
      for (int c = 0; c < row.size(); c++) {
        if (place) {
          // Cells of one line stand in the middle, longer ones begin at the top.
          double high = Math.ceil(row.get(c).prefHeight(widths[c]));
          row.get(c).resizeRelocate(x, y + Math.floor((tallest - high) / 2), widths[c], high);
        }
        x += widths[c] + across;
      }
      y += tallest + down;
      if (r == 0) {
        if (place) {
          line.resizeRelocate(0, y, width, Math.max(1, line.prefHeight(-1)));
        }
        y += 1 + down;
      }
    }
    return y - down;
  }

  private double[] widths(double room) {
    int count = rows.getFirst().size();
    double[] whole = new double[count];
    double[] least = new double[count];
    for (List<TextFlow> row : rows) {
      for (int c = 0; c < count; c++) {
        whole[c] = Math.max(whole[c], Math.ceil(row.get(c).prefWidth(-1)));
        least[c] = Math.max(least[c], Math.ceil(widestPiece(row.get(c))));
      }
    }
    double wanted = Arrays.stream(whole).sum();
    double needed = Arrays.stream(least).sum();
    double[] widths = new double[count];
    for (int c = 0; c < count; c++) {
      if (room == Double.MAX_VALUE) {
        widths[c] = whole[c];
      } else if (wanted <= room) {
        widths[c] = whole[c] + (room - wanted) / count;
      } else if (needed <= room && wanted > needed) {
        widths[c] = least[c] + (room - needed) * (whole[c] - least[c]) / (wanted - needed);
      } else {
        widths[c] = room * least[c] / needed;
      }
    }
    return widths;
  }

  /** The widest word or formula: what cannot be wrapped. */
  private double widestPiece(TextFlow cell) {
    double widest = 0;
    for (Node piece : cell.getChildren()) {
      if (piece instanceof Text text) {
        for (String word : text.getText().split("\\s")) {
          widest = Math.max(widest, width(word, text.getFont()));
        }
      } else {
        widest = Math.max(widest, piece.prefWidth(-1));
      }
    }
    return widest;
  }

  private double width(String word, Font font) {
    ruler.setFont(font);
    ruler.setText(word);
    return ruler.getLayoutBounds().getWidth();
  }
}
