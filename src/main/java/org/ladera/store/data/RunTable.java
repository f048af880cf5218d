package org.ladera.store.data;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.train.Trainer;
import org.ladera.session.Scene;

/** A run as a table: one row for every epoch, with all digits. */
public final class RunTable {
  private RunTable() {}

  /** Replaces {@code file}. Columns: run, epoch, update, loss, then the parameters. */
  public static void write(Path file, List<Scene.Run> runs, long epochs) throws IOException {
    ParameterLayout layout = new ParameterLayout(runs.getFirst().experiment().network());
    List<String> head = new ArrayList<>(List.of("run", "epoch", "update", "loss"));
    for (int i = 0; i < layout.count(); i++) {
      head.add(layout.refAt(i).toString());
    }
    try (CsvWriter csv =
        CsvWriter.builder().build(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
      csv.writeRecord(head);
      for (Scene.Run run : runs) {
        write(csv, run, epochs);
      }
    }
  }

  private static void write(CsvWriter csv, Scene.Run run, long epochs) {
    Trainer trainer = new Trainer(run.experiment());
    int updates = run.experiment().batch().updatesPerEpoch(run.experiment().data().size());
    double[] parameters = new double[trainer.layout().count()];
    boolean going = true;
    for (long epoch = 0; going; epoch++) {
      row(csv, run.id(), epoch, trainer, parameters);
      for (int i = 0; i < updates && going; i++) {
        going = epoch < epochs && trainer.step();
      }
    }
  }

  private static void row(
      CsvWriter csv, String run, long epoch, Trainer trainer, double[] parameters) {
    trainer.copyParameters(parameters);
    List<String> row = new ArrayList<>(parameters.length + 4);
    row.add(run);
    row.add(Long.toString(epoch));
    row.add(Long.toString(trainer.update()));
    row.add(Double.toString(trainer.loss()));
    for (double parameter : parameters) {
      row.add(Double.toString(parameter));
    }
    csv.writeRecord(row);
  }
}
