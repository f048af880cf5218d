package org.ladera.ui.window;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.explain.comparison.GivenArray;
import org.ladera.lesson.model.Fault;
import org.ladera.store.python.UnreadableArrays;
import org.ladera.store.weights.TrainedWeights;
import org.ladera.ui.window.lab.LabPart;
import org.ladera.ui.window.lab.StartWeights;
import org.ladera.ui.window.lab.WeightsSheet;

/** Weights that were trained elsewhere, as the start of the network on stage. */
record LabWeights(LabDesk desk, MainController controller) {
  /** A preview of what is in a file; outside a laboratory there is no network for it. */
  void show(Path file, List<GivenArray> arrays) {
    show(file, arrays, Optional.empty());
  }

  private void show(Path file, List<GivenArray> arrays, Optional<Boolean> rows) {
    String name = String.valueOf(file.getFileName());
    if (!desk.isOnStage() || desk.scene().isEmpty()) {
      fault(name, "weights.no-network", Map.of());
      return;
    }
    NetworkSpec network = desk.scene().get().runs().getFirst().experiment().network();
    StartWeights found;
    try {
      found = StartWeights.of(name, TrainedWeights.of(arrays, rows), network);
    } catch (UnreadableArrays e) {
      if (rows.isPresent()) {
        found = StartWeights.none(name, rows.get(), e);
      } else {
        fault(name, "arrays." + e.key(), e.values());
        return;
      }
    }
    StartWeights shown = found;
    controller
        .window()
        .overlays()
        .show(
            () ->
                new WeightsSheet(
                    shown,
                    turned -> show(file, arrays, Optional.of(turned)),
                    build -> take(shown, build),
                    controller.window().overlays()::close,
                    controller.appearance().messages(),
                    controller.appearance().tokens()));
  }

  private void take(StartWeights weights, boolean build) {
    controller.window().overlays().hide();
    desk.change(LabPart.START, d -> weights.in(d, build));
  }

  private void fault(String file, String key, Map<String, String> values) {
    controller.sheets.faults(List.of(new Fault(file, 0, 0, "", key, values)));
  }
}
