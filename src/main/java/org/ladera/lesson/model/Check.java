package org.ladera.lesson.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ladera.session.reading.ReadingMatrix;
import org.ladera.session.reading.RunReading;

/** A question or a task of a step. Doing nothing never passes. */
public sealed interface Check {
  /** The kinds, each with its fields in a lesson file. */
  enum Kind implements Word {
    CHOICE("options", "right"),
    NUMBER("reading", "relative", "mistakes"),
    CELLS("matrix", "ask", "others", "relative", "mistakes"),
    REACH("reading", "below", "above"),
    LINE("lines", "wrong");

    private final Set<String> fields;

    Kind(String... own) {
      Set<String> all = new TreeSet<>(Set.of(own));
      all.add("id");
      fields = Collections.unmodifiableSet(all);
    }

    /** The fields of a lesson file for a check of this kind, {@code id} among them. */
    public Set<String> fields() {
      return fields;
    }
  }

  default Kind kind() {
    return switch (this) {
      case Choice _ -> Kind.CHOICE;
      case Number _ -> Kind.NUMBER;
      case Cells _ -> Kind.CELLS;
      case Reach _ -> Kind.REACH;
      case Line _ -> Kind.LINE;
    };
  }

  String id();

  /** One option of several is right. Option texts are labels {@code <id>.<option>}. */
  record Choice(String id, List<String> options, String right) implements Check {}

  /**
   * A number to work out.
   *
   * @param reading the quantity asked for, and of which run
   * @param relative tolerance relative to the right value
   * @param mistakes known wrong ways whose result is recognised, by id
   */
  record Number(String id, RunReading reading, double relative, List<String> mistakes)
      implements Check {}

  /**
   * A state to be reached in the run.
   *
   * @param reading quantity
   * @param goal passes when the reading has come there
   */
  record Reach(String id, RunReading reading, Threshold goal) implements Check {}

  /**
   * Find the error: one line of several formulas is wrong. The lines are labels {@code
   * <id>.<line>}; once it is found, {@code <id>.corrected} is shown as the line should be and
   * {@code <id>.consequence} says what came of the slip.
   *
   * @param lines in their order
   * @param wrong the one with the error
   */
  record Line(String id, List<String> lines, String wrong) implements Check {
    /** The label of the line as it should be. */
    public static final String CORRECTED = "corrected";

    /** The label that says what comes of the slip. */
    public static final String CONSEQUENCE = "consequence";

    public Line {
      lines = List.copyOf(lines);
    }
  }

  /**
   * Chosen cells of a matrix to fill in. An answer has the numbers of the cells in their order,
   * with a semicolon between them.
   *
   * @param rows of the matrix
   * @param columns of the matrix
   * @param asked the cells left empty
   * @param othersShown whether the other cells show their numbers
   * @param relative tolerance relative to the right values
   * @param mistakes known wrong ways whose result is recognised, by id
   */
  record Cells(
      String id,
      ReadingMatrix matrix,
      int rows,
      int columns,
      List<Cell> asked,
      boolean othersShown,
      double relative,
      List<String> mistakes)
      implements Check {
    private static final String BETWEEN = ";";

    /** A place in a matrix; row and column count from 1. */
    public record Cell(int row, int column) {}

    public Cells {
      asked = List.copyOf(asked);
      mistakes = List.copyOf(mistakes);
    }

    /** The question for one cell alone. */
    public Number number(Cell cell) {
      return new Number(id, matrix.element(cell.row(), cell.column()), relative, mistakes);
    }

    /** The texts of the cells as one answer. */
    public static String answer(List<String> texts) {
      return String.join(BETWEEN, texts);
    }

    /** The text of each asked cell in an answer; empty where nothing was typed. */
    public List<String> texts(String answer) {
      List<String> texts = new ArrayList<>(List.of(answer.split(BETWEEN, -1)));
      while (texts.size() < asked.size()) {
        texts.add("");
      }
      return List.copyOf(texts.subList(0, asked.size()));
    }
  }
}
