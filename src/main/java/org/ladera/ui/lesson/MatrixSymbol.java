package org.ladera.ui.lesson;

import org.ladera.session.reading.ReadingMatrix;

/**
 * How a matrix and its elements are written in formulas, in their colours; TeX without dollars.
 * Cells to fill in lie as the lesson speaks of them, samples in rows, whatever the notation: their
 * indices have no comma, so that a notation does not exchange them.
 */
final class MatrixSymbol {
  private MatrixSymbol() {}

  static String matrix(ReadingMatrix matrix) {
    return tex(matrix, "");
  }

  /**
   * @param row from 1
   * @param column from 1
   */
  static String element(ReadingMatrix matrix, int row, int column) {
    return tex(matrix, "_{" + (matrix.quantity().isRow() ? "" : row) + column + "}");
  }

  private static String tex(ReadingMatrix matrix, String place) {
    String layer = "^{" + matrix.layer() + "}" + place;
    return switch (matrix.quantity()) {
      case Z -> "\\net{z" + layer + "}";
      case A -> "\\data{a" + layer + "}";
      case SLOPE -> "\\net{f'(z" + layer + ")}";
      case DELTA -> "\\delt{\\delta" + layer + "}";
      case W -> "\\weight{W" + layer + "}";
      case NEW_W -> "\\weight{{W'}" + layer + "}";
      case GRADIENT_W -> "\\grad{\\partial J/\\partial W" + layer + "}";
      case B -> "\\weight{b" + layer + "}";
      case NEW_B -> "\\weight{{b'}" + layer + "}";
      case GRADIENT_B -> "\\grad{\\partial J/\\partial b" + layer + "}";
    };
  }
}
