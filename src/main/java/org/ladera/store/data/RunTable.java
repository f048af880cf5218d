package org.ladera.store.data;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.IntStream;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterNames;
import org.ladera.engine.train.Trainer;
import org.ladera.session.Scene;

/** A run as a table: one row for every epoch, with all digits. */
public final class RunTable {
  private RunTable() {}

  /**
   * Replaces {@code file}. Columns: run, epoch, update, loss, which is J, then the parameters of
   * all runs by their names; a run has no value in the columns of parameters that it lacks.
   */
  public static void write(Path file, List<Scene.Run> runs, long epochs) throws IOException {
    SequencedSet<String> names = new LinkedHashSet<>();
    for (Scene.Run run : runs) {
      names.addAll(names(run));
    }
    List<String> head = new ArrayList<>(List.of("run", "epoch", "update", "loss"));
    head.addAll(names);
    try (CsvWriter csv =
        CsvWriter.builder().build(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
      csv.writeRecord(head);
      for (Scene.Run run : runs) {
        write(csv, run, names, epochs);
      }
    }
  }

  private static List<String> names(Scene.Run run) {
    ParameterLayout layout = new ParameterLayout(run.experiment().network());
    ParameterNames names = ParameterNames.of(run.experiment().network());
    return IntStream.range(0, layout.count()).mapToObj(i -> names.of(layout.refAt(i))).toList();
  }

  private static void write(CsvWriter csv, Scene.Run run, SequencedSet<String> all, long epochs) {
    List<String> own = names(run);
    int[] places = all.stream().mapToInt(own::indexOf).toArray();
    Trainer trainer = new Trainer(run.experiment());
    int updates = run.experiment().batch().updatesPerEpoch(run.experiment().data().size());
    double[] parameters = new double[trainer.layout().count()];
    boolean going = true;
    for (long epoch = 0; going; epoch++) {
      row(csv, run.id(), epoch, trainer, parameters, places);
      for (int i = 0; i < updates && going; i++) {
        going = epoch < epochs && trainer.step();
      }
    }
  }

  private static void row(
      CsvWriter csv, String run, long epoch, Trainer trainer, double[] parameters, int[] places) {
    trainer.copyParameters(parameters);
    List<String> row = new ArrayList<>(places.length + 4);
    row.add(run);
    row.add(Long.toString(epoch));
    row.add(Long.toString(trainer.update()));
    row.add(Double.toString(trainer.loss()));
    for (int place : places) {
      row.add(place < 0 ? "" : Double.toString(parameters[place]));
    }
    csv.writeRecord(row);
  }
}
