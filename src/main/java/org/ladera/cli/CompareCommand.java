package org.ladera.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.LongFunction;
import org.ladera.engine.trace.StepTrace;
import org.ladera.engine.train.Trainer;
import org.ladera.explain.comparison.ComparedQuantity;
import org.ladera.explain.comparison.GivenArray;
import org.ladera.explain.comparison.ProgramComparison;
import org.ladera.lesson.markup.Markup;
import org.ladera.present.program.MistakeWords;
import org.ladera.store.cases.CaseRun;
import org.ladera.store.cases.TraceCase;
import org.ladera.store.python.GivenArrays;
import org.ladera.store.python.UnreadableArrays;
import org.ladera.text.Messages;
import org.ladera.text.Numbers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "compare", mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
  private final Surroundings here;

  @Parameters(index = "0", paramLabel = "CASE.json|LESSON", descriptionKey = "compare-with")
  private String named;

  @Parameters(index = "1", arity = "1..*", paramLabel = "MINE", descriptionKey = "mine")
  private List<Path> mine;

  @Option(names = "--step", paramLabel = "ID", descriptionKey = "step")
  private String stepId;

  @Option(names = "--update", paramLabel = "N", descriptionKey = "update")
  private long update;

  CompareCommand(Surroundings here) {
    this.here = here;
  }

  @Override
  public Integer call() {
    if (update < 0) {
      throw Refusal.usage(
          here.messages()
              .text("cli.expected.not-negative", Map.of("name", "--update", "value", update)));
    }
    List<GivenArray> given = mine.stream().flatMap(file -> read(file).stream()).toList();
    ProgramComparison comparison = ProgramComparison.of(trace(), given);
    print(comparison);
    return comparison.parting().isPresent() || comparison.lines().isEmpty() ? Refusal.FAULT : 0;
  }

  private StepTrace trace() {
    try {
      if (named.endsWith(".json")) {
        TraceCase run = CaseFile.read(Path.of(named), false, here);
        if (run instanceof TraceCase.Network network) {
          return new CaseRun(network).traces().apply(update);
        }
        throw Refusal.fault(here.messages().text("cli.explain.network", Map.of("file", named)));
      }
      LongFunction<StepTrace> traces = lesson();
      return traces.apply(update);
    } catch (IllegalArgumentException diverged) {
      throw Refusal.fault(here.messages().text("compare.diverged", Map.of("update", update)));
    }
  }

  private LongFunction<StepTrace> lesson() {
    Trainer trainer =
        new Trainer(here.step(here.lesson(named), stepId).scene().runs().getFirst().experiment());
    return at -> {
      while (trainer.update() < at) {
        if (!trainer.step()) {
          throw new IllegalArgumentException("diverged");
        }
      }
      return trainer.preview();
    };
  }

  private List<GivenArray> read(Path file) {
    try {
      return GivenArrays.read(file);
    } catch (UnreadableArrays e) {
      throw Refusal.fault(
          file + ": " + here.messages().text("fault.arrays." + e.key(), e.values()));
    } catch (IOException e) {
      throw here.notRead(file, e);
    }
  }

  private void print(ProgramComparison comparison) {
    Messages messages = here.messages();
    if (comparison.transposed()) {
      here.out().println(messages.text("compare.transposed"));
    }
    if (comparison.reversed()) {
      here.out().println(messages.text("compare.reversed"));
    }
    if (comparison.factor() != 1) {
      here.out()
          .println(
              messages.text(
                  "compare.factor",
                  Map.of("factor", messages.numbers().shown(comparison.factor()))));
    }
    for (ProgramComparison.Line line : comparison.lines()) {
      String key = "compare." + line.standing().name().toLowerCase(Locale.ROOT);
      ComparedQuantity quantity = line.quantity();
      here.out()
          .println(
              messages.text(
                  key,
                  Map.of(
                      "quantity", quantity.symbol(),
                      "name", line.name(),
                      "shape", quantity.expected().rows() + "×" + quantity.expected().columns())));
    }
    comparison
        .unknown()
        .forEach(
            name -> here.out().println(messages.text("compare.unknown", Map.of("name", name))));
    comparison.parting().ifPresent(this::print);
    if (comparison.lines().isEmpty()) {
      here.out().println(messages.text("compare.nothing"));
    } else if (comparison.parting().isEmpty()) {
      here.out().println(messages.text("compare.all"));
    }
  }

  private void print(ProgramComparison.Parting parting) {
    Messages messages = here.messages();
    Numbers numbers = messages.numbers();
    here.out().println();
    here.out()
        .println(
            messages.text(
                "compare.first",
                Map.of(
                    "quantity", parting.quantity().symbol(),
                    "different", parting.different(),
                    "cells", parting.cells())));
    here.out()
        .println(
            "  "
                + messages.text(
                    "compare.cell",
                    Map.of(
                        "row", parting.row(),
                        "column", parting.column(),
                        "yours", numbers.shown(parting.yours(), 8),
                        "right", numbers.shown(parting.right(), 8),
                        "ratio", numbers.shown(parting.yours() / parting.right(), 6))));
    String sentence =
        parting
            .mistake()
            .map(id -> messages.text(MistakeWords.key(id)))
            .orElseGet(() -> messages.text("compare.no-mistake"));
    here.out().println("  " + Markup.plain(Markup.line(sentence)));
  }
}
