package org.ladera.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.ladera.store.cases.CaseEnd;
import org.ladera.store.cases.CaseOutput;
import org.ladera.store.cases.TraceCase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "trace", mixinStandardHelpOptions = true)
final class TraceCommand implements Callable<Integer> {
  private final Surroundings here;

  @Parameters(paramLabel = "CASE.json", descriptionKey = "case")
  private Path file;

  @Option(names = "--steps", paramLabel = "N", descriptionKey = "steps")
  private Integer steps;

  @Option(names = "--every", paramLabel = "N", descriptionKey = "every")
  private int every = 1;

  @Option(names = "--only", paramLabel = "FIELDS", split = ",", descriptionKey = "only")
  private List<String> only = List.of();

  @Option(names = "--out", paramLabel = "FILE", descriptionKey = "trace-out")
  private Path out;

  @Option(names = "--lenient", descriptionKey = "lenient")
  private boolean lenient;

  TraceCommand(Surroundings here) {
    this.here = here;
  }

  @Override
  public Integer call() {
    positive("--every", every);
    if (steps != null && steps < 0) {
      throw Refusal.usage(
          here.messages()
              .text("cli.expected.not-negative", Map.of("name", "--steps", "value", steps)));
    }
    Set<String> fields = new LinkedHashSet<>();
    for (String field : only) {
      if (!CaseOutput.FIELDS.contains(field.strip())) {
        throw Refusal.unknown(here.messages(), "field", field.strip(), CaseOutput.FIELDS);
      }
      fields.add(field.strip());
    }
    TraceCase run = CaseFile.read(file, lenient, here);
    write(run, steps == null ? run.steps() : enough(run), fields);
    return 0;
  }

  /** Rows and masks are given for a number of steps; there are no more. */
  private int enough(TraceCase run) {
    return switch (run) {
      case TraceCase.Function function -> steps;
      case TraceCase.Network network -> {
        int rows = network.rows().map(List::size).orElse(Integer.MAX_VALUE);
        int masks = network.masks().map(List::size).orElse(Integer.MAX_VALUE);
        int most = Math.min(rows, masks);
        if (steps > most) {
          throw Refusal.usage(
              here.messages().text("cli.case.steps", Map.of("steps", steps, "most", most)));
        }
        yield steps;
      }
    };
  }

  private void positive(String name, int value) {
    if (value < 1) {
      throw Refusal.usage(
          here.messages().text("cli.expected.positive", Map.of("name", name, "value", value)));
    }
  }

  private void write(TraceCase run, int count, Set<String> fields) {
    if (out == null) {
      try {
        CaseEnd end = CaseOutput.write(run, count, every, fields, here.out());
        here.out().println();
        here.out().flush();
        CaseFile.tell(end, here);
        return;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    try (Writer writer = Files.newBufferedWriter(out)) {
      CaseEnd end = CaseOutput.write(run, count, every, fields, writer);
      writer.write('\n');
      CaseFile.tell(end, here);
    } catch (IOException e) {
      throw here.notWritten(out, e);
    }
  }
}
