package org.ladera.store.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.NetworkSpec;

/**
 * Reads what a case gives for each step: which examples it sees, and what dropout leaves of them.
 */
final class StepInputs {
  private StepInputs() {}

  /** What is given for each step; more than are asked for do no harm. */
  private static List<Json> ofSteps(Json json, int count) throws CaseFault {
    return json.items().size() < count ? json.items(count) : json.items();
  }

  /**
   * The examples of each step, counted from 0.
   *
   * @param count steps that are asked for
   */
  static List<List<Integer>> rows(Json json, int count, int samples) throws CaseFault {
    List<List<Integer>> steps = new ArrayList<>();
    for (Json step : ofSteps(json, count)) {
      List<Integer> indices = new ArrayList<>();
      for (Json index : step.items()) {
        indices.add(index.whole(0, samples - 1));
      }
      if (indices.isEmpty()) {
        throw step.shape("1 \u2026", "0");
      }
      steps.add(indices);
    }
    return steps;
  }

  /** The mask (batch × units) of every hidden layer at each step. */
  static List<List<MatrixView>> masks(
      Json json, int count, NetworkSpec network, Optional<List<List<Integer>>> rows, int samples)
      throws CaseFault {
    List<List<MatrixView>> steps = new ArrayList<>();
    int hidden = network.layers().size() - 1;
    List<Json> items = ofSteps(json, count);
    for (int s = 0; s < items.size(); s++) {
      int batch = rows.isPresent() && s < rows.get().size() ? rows.get().get(s).size() : samples;
      List<MatrixView> layers = new ArrayList<>();
      List<Json> given = items.get(s).items(hidden);
      for (int l = 0; l < hidden; l++) {
        LayerSpec layer = network.layers().get(l);
        layers.add(mask(given.get(l), batch, layer.units(), layer.dropout()));
      }
      steps.add(layers);
    }
    return steps;
  }

  /** With p = 0 nothing is dropped, so a mask that drops something contradicts it. */
  private static MatrixView mask(Json json, int rows, int units, double p) throws CaseFault {
    MatrixView mask = json.matrix(rows, units);
    for (int i = 0; i < mask.size(); i++) {
      if (mask.get(i) != 1 && (mask.get(i) != 0 || p == 0)) {
        Json cell = json.items().get(i / units).items().get(i % units);
        throw cell.range(p == 0 ? "1 (p = 0)" : "0 / 1", String.valueOf(mask.get(i)));
      }
    }
    return mask;
  }
}
