package org.ladera.store.python;

import java.util.ArrayList;
import java.util.List;
import org.ladera.engine.matrix.MatrixView;

/** Numbers and lists as Python reads them back, bit for bit. */
final class PythonText {
  private static final int WIDTH = 100;

  private PythonText() {}

  static String number(double value) {
    return Double.toString(value);
  }

  /** Nested lists, one row a line where they are long. */
  static String matrix(MatrixView matrix) {
    List<String> rows = new ArrayList<>();
    for (int r = 0; r < matrix.rows(); r++) {
      rows.add(row(matrix, r));
    }
    String joined = "[" + String.join(", ", rows) + "]";
    return joined.length() <= WIDTH ? joined : "[\n    " + String.join(",\n    ", rows) + "]";
  }

  private static String row(MatrixView matrix, int r) {
    List<String> cells = new ArrayList<>();
    for (int c = 0; c < matrix.columns(); c++) {
      cells.add(number(matrix.get(r, c)));
    }
    return "[" + String.join(", ", cells) + "]";
  }

  static String list(List<String> items) {
    String joined = "[" + String.join(", ", items) + "]";
    return joined.length() <= WIDTH ? joined : "[\n    " + String.join(",\n    ", items) + "]";
  }
}
