package org.ladera.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;
import org.ladera.text.Numbers;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type;

/**
 * The cells of a matrix in rows and columns, with their numbers at the edges. Where all columns do
 * not fit, the last ones go on below, as a matrix is printed.
 */
final class CellGrid extends Pane {
  private static final double WIDEST = 68;
  private static final double NARROWEST = 53;
  private static final double TALL = 32;
  private static final double GAP = 2;

  private final int rows;
  private final int columns;
  private final double gap;
  private final double line;
  private final double besideWidth;
  private final double between;
  private final double tall;
  private final double narrowest;
  private final double widest;
  private final List<Node> cells;
  private final List<Text> above = new ArrayList<>();

  /** For each band of columns that there can be, a number beside each row. */
  private final List<Text> beside = new ArrayList<>();

  /**
   * @param cells row by row
   */
  CellGrid(int rows, int columns, List<? extends Node> cells, Tokens tokens, Numbers numbers) {
    this.rows = rows;
    this.columns = columns;
    this.cells = List.copyOf(cells);
    gap = tokens.px(GAP);
    line = Math.ceil(Type.size(tokens, 11) * 1.5);
    besideWidth = Math.ceil(Type.size(tokens, 12));
    between = tokens.px(8);
    tall = tokens.px(TALL);
    narrowest = tokens.px(NARROWEST);
    widest = tokens.px(WIDEST);
    for (int j = 1; j <= columns; j++) {
      above.add(number(numbers.whole(j), tokens));
      for (int i = 1; i <= rows; i++) {
        beside.add(number(numbers.whole(i), tokens));
      }
    }
    getChildren().addAll(cells);
    getChildren().addAll(above);
    getChildren().addAll(beside);
    above.forEach(text -> text.setVisible(columns > 1));
  }

  private static Text number(String words, Tokens tokens) {
    Text text = new Text(words);
    text.setFont(Type.text(tokens, 11, Type.Weight.REGULAR));
    text.setFill(tokens.muted());
    return text;
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  /** Room at the left for the numbers of the rows. */
  private double margin() {
    return rows > 1 ? besideWidth : 0;
  }

  private double top() {
    return columns > 1 ? line : 0;
  }

  private int bands(double width) {
    int fit = Math.clamp((int) ((width - margin() + gap) / (narrowest + gap)), 1, columns);
    return (columns + fit - 1) / fit;
  }

  /** Columns that stand side by side: all bands are about as wide. */
  private int across(double width) {
    return (columns + bands(width) - 1) / bands(width);
  }

  private double bandHeight() {
    return top() + rows * (tall + gap) - gap;
  }

  @Override
  protected double computeMinWidth(double height) {
    return margin() + narrowest;
  }

  @Override
  protected double computePrefWidth(double height) {
    return margin() + columns * (widest + gap) - gap;
  }

  @Override
  protected double computePrefHeight(double width) {
    int bands = bands(width < 0 ? prefWidth(-1) : width);
    return bands * (bandHeight() + between) - between;
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    int across = across(getWidth());
    double wide =
        Math.min(widest, Math.floor((getWidth() - margin() - (across - 1) * gap) / across));
    beside.forEach(text -> text.setVisible(false));
    for (int j = 0; j < columns; j++) {
      int band = j / across;
      double x = margin() + (j % across) * (wide + gap);
      double y = band * (bandHeight() + between);
      layoutInArea(above.get(j), x, y, wide, line, 0, HPos.CENTER, VPos.CENTER);
      for (int i = 0; i < rows; i++) {
        double cellY = y + top() + i * (tall + gap);
        Node cell = cells.get(i * columns + j);
        cell.resizeRelocate(x, cellY, wide, tall);
        if (j % across == 0 && rows > 1) {
          Text name = beside.get(band * rows + i);
          name.setVisible(true);
          layoutInArea(name, 0, cellY, besideWidth - gap, tall, 0, HPos.LEFT, VPos.CENTER);
        }
      }
    }
  }
}
