package org.ladera.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ladera.lesson.model.SpreadView;
import org.ladera.session.RunFrame;
import org.ladera.session.sweep.Sweep;
import org.ladera.session.sweep.SweepResult;
import org.ladera.session.sweep.SweepState;
import org.ladera.session.sweep.Varied;
import org.ladera.ui.Fx;
import org.ladera.ui.view.Intent;

/** Sweeps that are set up in the panel of the laboratory. */
class LabSweepTest extends LabBench {
  private List<SpreadView.Sweep> sweeps() {
    return bench.controller.lab.step().orElseThrow().views().stream()
        .flatMap(v -> v instanceof SpreadView.Sweep s ? java.util.stream.Stream.of(s) : null)
        .toList();
  }

  private SpreadView.Sweep view() {
    return sweeps().getFirst();
  }

  private Sweep sweep() {
    SpreadView.Sweep v = view();
    return Sweep.of(bench.frame().scene(), v.run(), v.vary(), v.numbers(), v.readings());
  }

  private SweepState state() {
    return bench.controller.sweeps.state(sweep());
  }

  @Test
  void its_settings_are_chosen_its_points_open_their_runs_and_its_table_is_kept(
      @TempDir Path folder) throws Exception {
    train(2);
    RunFrame before = run();
    fire("lab-sweep-add");
    until(() -> !sweeps().isEmpty() && bench.find("lab-sweep-values-1").isPresent());
    assertEquals(before.parameters(), run().parameters());
    type("lab-sweep-values-1", "0.05, 0.2 0.5");
    until(() -> view().vary().getFirst().values().equals(List.of("0.05", "0.2", "0.5")));
    choose("lab-sweep-2", java.util.Optional.of("units"));
    until(() -> view().vary().size() == 2);
    type("lab-sweep-values-2", "2; 3");
    until(() -> view().vary().getLast().values().equals(List.of("2", "3")));
    type("lab-sweep-seeds", "2");
    until(() -> view().seeds() == 2);
    fire("lab-section-schedule");
    type("lab-epochs", "20");
    until(() -> bench.frame().scene().epochs() == 20);
    Fx.on(
        () -> {
          assertEquals(List.of(), bench.cut());
          bench.controller.sweeps.start(sweep());
          return null;
        });
    until(() -> state().done() == 12);

    Path table = folder.resolve("sweep.csv");
    Fx.on(
        () -> {
          bench.controller.lab.carry.sweep(state(), table);
          return null;
        });
    until(() -> Files.exists(table) && Files.readAllLines(table).size() == 13);
    assertTrue(Files.readAllLines(table).getFirst().startsWith("learningRate,units,seed"));

    SweepResult result =
        Fx.on(() -> state().inOrder()).stream()
            .filter(r -> r.of().equals(new Sweep.Case(List.of(2, 1), 2)))
            .findFirst()
            .orElseThrow();
    Fx.on(() -> bench.controller.sweeps.open(new Intent.OpenRun(sweep(), result.of())));
    until(() -> bench.frame().main().epoch() == 20);
    assertEquals(0.5, run().experiment().optimizer().rate());
    assertEquals(3, run().experiment().network().layers().getFirst().units());
    assertEquals(result.values()[0], run().now().dataLoss());
    assertEquals(12, Fx.on(() -> state().done()));
  }

  /** Every setting that is offered makes a document whose run is that of the sweep. */
  @Test
  void whatever_was_varied_the_document_plays_the_very_run() {
    List<String> offered = offered();
    assertTrue(offered.containsAll(List.of("learningRate", "units", "optimizer", "gain", "beta1")));
    assertFalse(offered.contains("seed"));
    for (String name : offered) {
      Varied varied = Fx.on(() -> org.ladera.ui.window.lab.SweptRun.usual(experiment(), name));
      Sweep sweep =
          Sweep.of(
              Fx.on(() -> bench.controller.lab.scene().orElseThrow()),
              "main",
              List.of(varied),
              List.of(3L),
              List.of(
                  org.ladera.session.reading.RunReading.parse("J", bench.frame().scene())
                      .orElseThrow()
                      .reading()));
      Sweep.Case last = sweep.cases().getLast();
      var document =
          org.ladera.ui.window.lab.SweptRun.in(
              bench.controller.lab.document().orElseThrow(), sweep, last);
      var read = new org.ladera.store.document.LabFolder().read(document);
      assertEquals(List.of(), read.faults(), name);
      assertEquals(
          sweep.scene(last).runs().getFirst().experiment(),
          read.lesson().orElseThrow().steps().getFirst().scene().runs().getFirst().experiment(),
          name);
    }
  }

  private org.ladera.engine.spec.Experiment experiment() {
    return bench.controller.lab.scene().orElseThrow().runs().getFirst().experiment();
  }

  private List<String> offered() {
    return Fx.on(() -> org.ladera.ui.window.lab.SweptRun.names(experiment()));
  }
}
