package org.ladera.store.data;

import java.nio.file.Path;
import java.util.List;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.data.Scaling;
import org.ladera.engine.matrix.MatrixView;

/**
 * A table of numbers from a file.
 *
 * @param format how it was read
 * @param names of the columns; x1, x2 … where the file has none
 * @param values (rows × columns)
 */
public record CsvTable(CsvFormat format, List<String> names, MatrixView values) {
  public CsvTable {
    names = List.copyOf(names);
  }

  /**
   * Reads a file in the format it looks like.
   *
   * @throws UnreadableData at the first thing that is not a table of numbers
   */
  public static CsvTable read(Path file) throws UnreadableData {
    String text = DataText.read(file);
    return new CsvFile(file, text, CsvFormat.guess(text)).table();
  }

  /**
   * Reads a file in a given format.
   *
   * @throws UnreadableData at the first thing that is not a table of numbers
   */
  public static CsvTable read(Path file, CsvFormat format) throws UnreadableData {
    return new CsvFile(file, DataText.read(file), format).table();
  }

  /**
   * Examples from some of the columns, unscaled.
   *
   * @throws IllegalArgumentException when there is no such column
   */
  public Dataset dataset(List<String> inputs, List<String> targets) {
    return new Dataset(
        inputs,
        targets,
        columns(inputs),
        columns(targets),
        Scaling.none(inputs.size()),
        Scaling.none(targets.size()));
  }

  private MatrixView columns(List<String> chosen) {
    int[] at = chosen.stream().mapToInt(this::position).toArray();
    return MatrixView.generate(
        values.rows(), at.length, i -> values.get(i / at.length, at[i % at.length]));
  }

  private int position(String name) {
    int position = names.indexOf(name);
    if (position < 0) {
      throw new IllegalArgumentException("no column " + name + "; there are " + names);
    }
    return position;
  }
}
