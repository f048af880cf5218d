package org.ladera.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.ladera.engine.spec.Catalogue;
import org.ladera.store.data.Column;
import org.ladera.store.data.DataTable;
import org.ladera.store.data.UnreadableData;
import org.ladera.store.document.DocumentFiles;
import org.ladera.store.document.DocumentZip;
import org.ladera.store.document.Laboratory;
import org.ladera.store.document.OpenDocument;
import org.ladera.store.lesson.LessonReader;
import org.ladera.store.python.UnreadableArrays;
import org.ladera.store.weights.TrainedWeights;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "new", mixinStandardHelpOptions = true)
final class NewCommand implements Callable<Integer> {
  private static final int MOST_LAYERS = 19;
  private static final int MOST_UNITS = 1024;
  private static final int MOST_COLUMNS = 1000;

  private final Surroundings here;

  @Parameters(paramLabel = "FILE.csv", descriptionKey = "data-file")
  private Path file;

  @Option(names = "--target", paramLabel = "COLUMN", required = true, descriptionKey = "target")
  private String targetName;

  @Option(names = "--layers", paramLabel = "8,8", split = ",", descriptionKey = "layers")
  private List<Integer> layers = List.of(8);

  @Option(names = "--weights", paramLabel = "FILE", descriptionKey = "weights")
  private Path weightsFile;

  @Option(names = "--activation", paramLabel = "NAME", descriptionKey = "activation")
  private String activation = "tanh";

  @Option(names = "--out", paramLabel = "FILE", required = true, descriptionKey = "new-out")
  private Path out;

  NewCommand(Surroundings here) {
    this.here = here;
  }

  @Override
  public Integer call() throws IOException {
    Optional<TrainedWeights> weights = weights();
    List<Integer> hidden =
        weights
            .map(TrainedWeights::hidden)
            .orElseGet(() -> layers.equals(List.of(0)) ? List.of() : layers);
    if (hidden.size() > MOST_LAYERS
        || hidden.stream().anyMatch(units -> units < 1 || units > MOST_UNITS)) {
      throw Refusal.usage(here.messages().text("cli.new.layers", Map.of("most", MOST_UNITS)));
    }
    DataTable table = DataCommand.read(file, here);
    Column target = target(table);
    String name = String.valueOf(out.getFileName()).replaceAll("\\.[A-Za-z]+$", "");
    Laboratory laboratory = new Laboratory(name, table, target, hidden);
    weights.ifPresent(trained -> laboratory.startingFrom(trained, activation));
    limits(table, laboratory);
    DocumentFiles document = files(laboratory);
    LessonReader.Result read = OpenDocument.read(document, name);
    if (!read.faults().isEmpty()) {
      throw Refusal.fault(here.line(read.faults().getFirst()));
    }
    write(document);
    report(table, laboratory, target, hidden);
    return 0;
  }

  private Optional<TrainedWeights> weights() {
    if (weightsFile == null) {
      return Optional.empty();
    }
    Set<String> known = Catalogue.ACTIVATIONS.keySet();
    if (!known.contains(activation)) {
      throw Refusal.unknown(here.messages(), "activation", activation, known);
    }
    try {
      return Optional.of(TrainedWeights.read(weightsFile));
    } catch (UnreadableArrays e) {
      throw Refusal.fault(
          weightsFile + ": " + here.messages().text("fault.arrays." + e.key(), e.values()));
    } catch (IOException e) {
      throw here.notRead(weightsFile, e);
    }
  }

  private Column target(DataTable table) {
    List<String> names = table.columns().stream().map(Column::name).toList();
    Column target =
        table.columns().stream()
            .filter(column -> column.name().equals(targetName))
            .findFirst()
            .orElseThrow(() -> Refusal.unknown(here.messages(), "column", targetName, names));
    if (!target.used()) {
      throw Refusal.fault(DataReport.why(target, here.messages()));
    }
    return target;
  }

  private void limits(DataTable table, Laboratory laboratory) {
    if (laboratory.inputs().isEmpty()) {
      throw Refusal.fault(here.messages().text("cli.new.no-inputs", Map.of("file", file)));
    }
    if (table.complete() > Laboratory.MOST_ROWS || laboratory.width() > MOST_COLUMNS) {
      throw Refusal.fault(
          here.messages()
              .text(
                  "cli.new.large",
                  Map.of(
                      "rows",
                      table.complete(),
                      "columns",
                      laboratory.width(),
                      "most",
                      Laboratory.MOST_ROWS,
                      "widest",
                      MOST_COLUMNS)));
    }
  }

  private DocumentFiles files(Laboratory laboratory) {
    try {
      return laboratory.files();
    } catch (UnreadableData e) {
      throw Refusal.fault(here.line(e.fault()));
    }
  }

  /** A name without an ending, or an existing folder, becomes a plain folder. */
  private void write(DocumentFiles document) {
    try {
      if (Files.isDirectory(out) || String.valueOf(out.getFileName()).indexOf('.') < 0) {
        Files.createDirectories(out);
        document.writeInto(out);
      } else {
        Files.write(out, DocumentZip.write(document));
      }
    } catch (IOException e) {
      throw here.notWritten(out, e);
    }
  }

  private void report(DataTable table, Laboratory laboratory, Column target, List<Integer> hidden) {
    here.out()
        .println(
            here.messages()
                .text(
                    "cli.new.done",
                    Map.of(
                        "file", out,
                        "rows", table.complete(),
                        "inputs", laboratory.inputs().size(),
                        "target", target.name(),
                        "hidden", hidden.isEmpty() ? "–" : hidden.toString(),
                        "activation", laboratory.kind().activation(),
                        "loss", here.messages().text("part.loss." + laboratory.kind().loss()))));
    if (!laboratory.constant().isEmpty()) {
      here.out()
          .println(
              here.messages()
                  .text("cli.new.constant", Map.of("count", laboratory.constant().size())));
    }
    table.columns().stream()
        .filter(column -> !column.used())
        .forEach(column -> here.out().println(DataReport.why(column, here.messages())));
  }
}
