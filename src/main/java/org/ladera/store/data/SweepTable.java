package org.ladera.store.data;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ladera.session.reading.Reading;
import org.ladera.session.sweep.Sweep;
import org.ladera.session.sweep.SweepResult;
import org.ladera.session.sweep.SweepState;
import org.ladera.session.sweep.Varied;

/** A sweep as a table: one row for every run, with all digits. */
public final class SweepTable {
  private SweepTable() {}

  /**
   * Replaces {@code file}. Columns: each setting by its name, seed, epoch, diverged (0 or 1), then
   * each reading by its name; a reading that a run has not is empty.
   */
  public static void write(Path file, SweepState state) throws IOException {
    Sweep sweep = state.sweep();
    List<String> head = new ArrayList<>();
    sweep.varied().forEach(varied -> head.add(varied.setting().name()));
    head.addAll(List.of("seed", "epoch", "diverged"));
    sweep.readings().stream().map(Reading::text).forEach(head::add);
    try (CsvWriter csv =
        CsvWriter.builder().build(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
      csv.writeRecord(head);
      for (SweepResult result : state.inOrder()) {
        csv.writeRecord(row(sweep, result));
      }
    }
  }

  private static List<String> row(Sweep sweep, SweepResult result) {
    List<String> row = new ArrayList<>();
    for (int i = 0; i < sweep.varied().size(); i++) {
      Varied varied = sweep.varied().get(i);
      row.add(varied.values().get(result.of().values().get(i)));
    }
    row.add(Long.toString(result.of().seed()));
    row.add(Long.toString(result.epochs()));
    row.add(result.diverged() ? "1" : "0");
    for (double value : result.values()) {
      row.add(Double.isNaN(value) ? "" : Double.toString(value));
    }
    return row;
  }
}
