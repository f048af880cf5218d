package org.ladera.present.program;

import java.util.List;
import java.util.Optional;
import org.ladera.explain.Quantity;
import org.ladera.explain.comparison.CodeLine;
import org.ladera.present.step.Grid;

/**
 * One quantity of the program beside the engine's.
 *
 * @param tex its symbol
 * @param name what the program calls it
 * @param names of rows and columns, and how it lies
 * @param yours row by row as drawn
 * @param right the same of the engine
 * @param wrong which cells differ
 * @param chosen the cell that is looked at
 * @param counted how many differ, in words
 * @param figures the chosen cell: yours, the engine's, their ratio
 * @param account the arithmetic of the chosen cell as TeX
 * @param head what is wrong, as Markdown
 * @param sentences that explain it, as Markdown
 * @param code the line that computes it
 * @param number the chosen cell as a number of the run
 */
public record Beside(
    String tex,
    String name,
    Grid names,
    double[][] yours,
    double[][] right,
    boolean[][] wrong,
    Grid.Cell chosen,
    String counted,
    Figures figures,
    String account,
    String head,
    List<String> sentences,
    Optional<CodeLine> code,
    Quantity number) {

  /** Three numbers as they are written. */
  public record Figures(String yours, String right, String ratio) {}

  public Beside {
    sentences = List.copyOf(sentences);
  }

  /** Whether every number is the engine's. */
  public boolean isEqual() {
    for (boolean[] row : wrong) {
      for (boolean cell : row) {
        if (cell) {
          return false;
        }
      }
    }
    return true;
  }

  /** Yours over the engine's; NaN where that says nothing. */
  public double ratio(int row, int column) {
    double r = right[row][column];
    return r == 0 ? Double.NaN : yours[row][column] / r;
  }
}
