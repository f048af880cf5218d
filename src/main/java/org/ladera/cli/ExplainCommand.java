package org.ladera.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ladera.explain.Explainer;
import org.ladera.explain.ExplanationTree;
import org.ladera.explain.Quantity;
import org.ladera.explain.Writing;
import org.ladera.session.Scene;
import org.ladera.store.cases.CaseEnd;
import org.ladera.store.cases.CaseRun;
import org.ladera.store.cases.TraceCase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "explain", mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
  private final Surroundings here;

  @Parameters(paramLabel = "CASE.json|LESSON|DOCUMENT", descriptionKey = "compare-with")
  private String named;

  @Option(names = "--of", paramLabel = "ID", descriptionKey = "step")
  private String stepId;

  @Option(names = "--at", paramLabel = "NUMBER", required = true, descriptionKey = "at")
  private String at;

  @Option(names = "--step", paramLabel = "N", descriptionKey = "explain-step")
  private int step;

  @Option(names = "--notation", paramLabel = "NAME", split = ",", descriptionKey = "notation")
  private List<String> notation = List.of();

  @Option(names = "--depth", paramLabel = "N", descriptionKey = "depth")
  private int depth = 64;

  @Option(names = "--lenient", descriptionKey = "lenient")
  private boolean lenient;

  ExplainCommand(Surroundings here) {
    this.here = here;
  }

  @Override
  public Integer call() {
    if (step < 0) {
      throw Refusal.usage(
          here.messages()
              .text("cli.expected.not-negative", Map.of("name", "--step", "value", step)));
    }
    NotationNames.Chosen chosen = NotationNames.read(notation, here.messages());
    Quantity quantity =
        Quantity.parse(at, step)
            .orElseThrow(
                () -> Refusal.usage(here.messages().text("cli.explain.form", Map.of("at", at))));
    try {
      CaseRun played = new CaseRun(network());
      Explainer explainer = new Explainer(played.traces(), chosen.notation());
      Writing writing = chosen.writing().of(played.network());
      new ExplanationTree(explainer, writing, depth)
          .lines(quantity)
          .forEach(line -> here.out().println(line));
      here.out().flush();
      CaseFile.tell(new CaseEnd(played.outside(), Optional.empty()), here);
      return 0;
    } catch (IllegalArgumentException noSuchNumber) {
      throw Refusal.fault(here.messages().text("cli.explain.none", Map.of("at", at, "step", step)));
    }
  }

  /** The case of a file, or the main run of a lesson as one. */
  private TraceCase.Network network() {
    if (!named.endsWith(".json")) {
      Scene scene = here.step(here.lesson(named), stepId).scene();
      return new TraceCase.Network(
          scene.runs().getFirst().experiment(),
          step + 1,
          Optional.empty(),
          Optional.empty(),
          List.of());
    }
    TraceCase run = CaseFile.read(Path.of(named), lenient, here);
    if (run instanceof TraceCase.Network network) {
      return network;
    }
    throw Refusal.fault(here.messages().text("cli.explain.network", Map.of("file", named)));
  }
}
