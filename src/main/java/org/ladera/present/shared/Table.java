package org.ladera.present.shared;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.ladera.session.RunFrame;
import org.ladera.session.Scene;
import org.ladera.text.RichText;

/**
 * A table of readings, ready to be drawn.
 *
 * @param reading at the right of the header; may be empty
 * @param spoken the whole state in words
 * @param columns the first one names the rows
 * @param empty what to say when there are no rows
 */
public record Table(
    String title, String reading, String spoken, List<Column> columns, List<Row> rows, String empty)
    implements CardModel {
  /**
   * @param name may hold symbols between dollar signs
   * @param number whether its cells are numbers, which stand at the right
   */
  public record Column(String name, boolean number) {}

  /**
   * @param lit whether it is the present one
   * @param update where this row leads in the main run, if it leads anywhere
   */
  public record Row(List<Cell> cells, boolean lit, OptionalLong update) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * @param shown on screen
   * @param exact all digits in the person's language; empty where there is nothing more to say
   * @param copied for other programs: plain text, decimal point
   * @param asked where it comes from
   */
  public record Cell(String shown, String exact, String copied, Optional<Asked> asked) {
    /** A number that no update computes, or none. */
    public Cell(String shown, String exact, String copied) {
      this(shown, exact, copied, Optional.empty());
    }

    /** The same, to be asked for where it is one of the run whose updates can be opened. */
    public Cell asking(RunFrame run, Asked number) {
      return run.id().equals(Scene.MAIN)
          ? new Cell(shown, exact, copied, Optional.of(number))
          : this;
    }

    /** Whether it says something in words, such as that there is no number yet. */
    public boolean isWords() {
      return exact.isEmpty() && shown.chars().noneMatch(Character::isDigit);
    }

    public static Cell words(String text) {
      return new Cell(text, "", RichText.parse(text).plain());
    }
  }

  public Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** Header and rows for the clipboard, separated by tabs, numbers with all digits. */
  public String copied() {
    String header =
        columns.stream()
            .map(column -> RichText.parse(column.name()).plain())
            .collect(Collectors.joining("\t"));
    return header
        + rows.stream()
            .map(
                row ->
                    row.cells().stream()
                        .map(Cell::copied)
                        .collect(Collectors.joining("\t", "\n", "")))
            .collect(Collectors.joining());
  }
}
