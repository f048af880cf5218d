package org.ladera.ui.lesson;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.scene.transform.Scale;
import org.ladera.ui.control.Shapes;
import org.ladera.ui.formula.FormulaView;
import org.ladera.ui.theme.Tokens;

/**
 * A table of text. Columns are as wide as what stands in them; where that is too much, those that
 * can wrap their words give way first. Then the whole table is made a little smaller, all of it
 * alike, and where that is not enough either it is moved sideways by a bar below it.
 */
final class TableBlock extends Region {
  private final List<List<TextFlow>> rows;
  private final Region line;
  private final double across;
  private final double down;
  private final Text ruler = new Text();
  private final Map<Word, Double> measured = new HashMap<>();
  private final Scale scale = new Scale(1, 1);
  private final ScrollBar bar = new ScrollBar();
  private final Rectangle window = new Rectangle();

  /**
   * @param rows of cells, the first one the head; each has the same number of cells
   * @param line below the head
   */
  TableBlock(List<List<TextFlow>> rows, Region line, double across, double down, Tokens tokens) {
    this.rows = List.copyOf(rows);
    this.line = line;
    this.across = across;
    this.down = down;
    rows.forEach(getChildren()::addAll);
    rows.forEach(row -> row.forEach(cell -> cell.getTransforms().add(scale)));
    getChildren().addAll(line, bar);
    bar.setVisible(false);
    bar.valueProperty().addListener((property, was, is) -> requestLayout());
    // The bar moves by the arrow keys, so it shows when it has the focus.
    bar.focusVisibleProperty()
        .addListener(
            (property, was, is) -> bar.setBorder(is ? Shapes.edge(tokens.accent(), 2) : null));
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
    return columns(Double.MAX_VALUE).width;
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
    Columns columns = columns(width);
    double[] widths = columns.widths;
    double factor = columns.factor;
    boolean tooWide = columns.width > width + 1;
    if (place) {
      scale.setX(factor);
      scale.setY(factor);
      offer(tooWide, columns.width - width, width / columns.width);
    }
    double shift = tooWide ? bar.getValue() : 0;
    double y = 0;
    for (int r = 0; r < rows.size(); r++) {
      List<TextFlow> row = rows.get(r);
      double tallest = 0;
      for (int c = 0; c < row.size(); c++) {
        tallest = Math.max(tallest, Math.ceil(row.get(c).prefHeight(widths[c]) * factor));
      }
      double x = -shift;
      for (int c = 0; c < row.size(); c++) {
        if (place) {
          // Cells of one line stand in the middle, longer ones begin at the top.
          double high = Math.ceil(row.get(c).prefHeight(widths[c]));
          double below = Math.floor((tallest - high * factor) / 2);
          row.get(c).resizeRelocate(Math.round(x), y + below, widths[c], high);
        }
        x += (widths[c] + across) * factor;
      }
      y += tallest + down;
      if (r == 0) {
        if (place) {
          line.resizeRelocate(0, y, width, Math.max(1, line.prefHeight(-1)));
        }
        y += 1 + down;
      }
    }
    if (!tooWide) {
      return y - down;
    }
    double high = Math.ceil(bar.prefHeight(-1));
    if (place) {
      bar.resizeRelocate(0, y, width, high);
      window.setWidth(width);
      window.setHeight(y + high);
    }
    return y + high;
  }

  private void offer(boolean tooWide, double most, double visible) {
    bar.setVisible(tooWide);
    bar.setFocusTraversable(tooWide);
    setClip(tooWide ? window : null);
    if (tooWide) {
      bar.setMax(most);
      bar.setValue(Math.min(bar.getValue(), most));
      bar.setVisibleAmount(most * visible);
      bar.setUnitIncrement(across * 2);
      bar.setBlockIncrement(most);
    }
  }

  /**
   * @param widths of the columns before they are made smaller
   * @param factor by which the whole table is smaller
   * @param width of the table as it is drawn
   */
  private record Columns(double[] widths, double factor, double width) {}

  private Columns columns(double room) {
    int count = rows.getFirst().size();
    double[] whole = new double[count];
    double[] least = new double[count];
    for (List<TextFlow> row : rows) {
      for (int c = 0; c < count; c++) {
        least[c] = Math.max(least[c], Math.ceil(widestPiece(row.get(c))));
        whole[c] = Math.max(Math.max(whole[c], least[c]), Math.ceil(row.get(c).prefWidth(-1)));
      }
    }
    double wanted = Arrays.stream(whole).sum() + gaps();
    double needed = Arrays.stream(least).sum() + gaps();
    if (room == Double.MAX_VALUE) {
      return new Columns(whole, 1, wanted);
    }
    double factor = Math.clamp(room / needed, FormulaView.SMALLEST, 1);
    double[] widths = new double[count];
    for (int c = 0; c < count; c++) {
      if (wanted <= room) {
        widths[c] = whole[c] + (room - wanted) / count;
      } else if (needed < room) {
        widths[c] = least[c] + (room - needed) * (whole[c] - least[c]) / (wanted - needed);
      } else {
        widths[c] = least[c];
      }
    }
    return new Columns(widths, factor, (Arrays.stream(widths).sum() + gaps()) * factor);
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

  private record Word(String word, Font font) {}

  /** Words stay while formulas beside them change, and each layout asks for all of them. */
  private double width(String word, Font font) {
    return measured.computeIfAbsent(
        new Word(word, font),
        key -> {
          ruler.setFont(font);
          ruler.setText(word);
          return ruler.getLayoutBounds().getWidth();
        });
  }
}
