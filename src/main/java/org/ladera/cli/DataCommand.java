package org.ladera.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.ladera.store.data.DataTable;
import org.ladera.store.data.UnreadableData;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "data", mixinStandardHelpOptions = true)
final class DataCommand implements Callable<Integer> {
  private final Surroundings here;

  @Parameters(paramLabel = "FILE", descriptionKey = "data-file")
  private Path file;

  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  DataCommand(Surroundings here) {
    this.here = here;
  }

  @Override
  public Integer call() {
    DataTable table = read(file, here);
    if (json) {
      try {
        DataJson.write(here.out(), table);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    } else {
      new DataReport(here.messages(), here.out()).print(table);
    }
    return 0;
  }

  static DataTable read(Path file, Surroundings here) {
    try {
      return DataTable.read(file);
    } catch (UnreadableData e) {
      throw Refusal.fault(here.line(e.fault()));
    }
  }
}
